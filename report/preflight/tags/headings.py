"""Headings follow each other without gaps, and are those of the copy and of the outline (PRE-024)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.findings import Finding, Mark
from report.preflight.evidence import Evidence, spot_of
from report.preflight.tags.nesting import spot_of_element
from report.preflight.tags.order import told
from report.preflight.tags.spoken import Word, spoken

_HEADING = re.compile(r"H([1-6])")


def ask_headings(evidence: Evidence) -> Iterator[Finding]:
    """Ask for headings of the levels that the copy has, one H1 first, and none that skips a level (PRE-024)."""
    file = evidence.file
    if file is None or file.tree is None:
        return
    found = [one for one in file.tree.elements() if _HEADING.fullmatch(one.role) or one.role == "H"]
    if not found:
        yield Finding("PRE-024", evidence.mark, "the file has no headings")
        return
    before = 0
    for element in found:
        matched = _HEADING.fullmatch(element.role)
        level, spot = int(matched[1]) if matched else 0, spot_of_element(file, element)
        where = f"page {spot.page}: " if spot else ""
        if not level:
            yield Finding("PRE-024", evidence.mark, f"{where}a heading of no level (H) stands among others", spot=spot)
        elif level > before + 1:
            hint = f"after {f'H{before}' if before else 'nothing'} a heading is at most H{before + 1}"
            yield Finding("PRE-024", evidence.mark, f"{where}a heading skips a level: it is H{level}", hint, spot)
        elif level == 1 and before:
            yield Finding("PRE-024", evidence.mark, f"{where}a second heading is H1", spot=spot)
        before = level or before
    yield from _check_levels(evidence)
    yield from _check_others(evidence)


def _check_levels(evidence: Evidence) -> Iterator[Finding]:
    """Ask that the headings of the outline are tagged one level below the title."""
    heard, words = told(evidence), spoken(evidence)
    if heard is None or words is None or evidence.copy is None:
        return
    levels = {entry.anchor: entry.level + 1 for entry in evidence.copy.outline}
    for owner, place in zip(heard.body.expected.owners, heard.body.alignment.places, strict=True):
        passage = heard.body.passages[owner]
        if place < 0 or passage.part != "heading" or passage.anchor not in levels:
            continue
        word, wanted = words.body[place], levels.pop(passage.anchor)
        role = _level_of(word)
        if role and role != f"H{wanted}":
            message = f"page {word.page}: “{passage.text}” is tagged as {role}, not as H{wanted}"
            yield Finding("PRE-024", Mark.parse(passage.place), message, spot=spot_of(word.page, word.place))


def _check_others(evidence: Evidence) -> Iterator[Finding]:
    """Ask that nothing is tagged as a heading that the copy does not have as one: readers skip from one to the next."""
    heard, words = told(evidence), spoken(evidence)
    if heard is None or words is None:
        return
    known: set[int] = set()
    for owner, place in zip(heard.body.expected.owners, heard.body.alignment.places, strict=True):
        if place >= 0 and heard.body.passages[owner].part in ("title", "heading"):
            known.add(id(words.body[place].block))
    for owner, place in zip(heard.body.expected.owners, heard.body.alignment.places, strict=True):
        passage = heard.body.passages[owner]
        if place < 0 or not _level_of(words.body[place]) or id(words.body[place].block) in known:
            continue
        word = words.body[place]
        known.add(id(word.block))
        message = f"page {word.page}: “{passage.text[:40]}” is tagged as {_level_of(word)}, and is no heading"
        yield Finding("PRE-024", Mark.parse(passage.place), message, spot=spot_of(word.page, word.place))


def _level_of(word: Word) -> str:
    roles: Sequence[str] = [one.role for one in word.path if _HEADING.fullmatch(one.role)]
    return roles[-1] if roles else ""
