"""The editors' list of changes: Markdown that reads well as plain text, numbered like the redline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from report.locales.languages import isolated
from report.model.redline import Redline
from report.model.revision import Change, ChangedPart, ChangeKind, State
from report.model.text import Direction, Emphasis, Foreign, Revised, Run, Strong, Text, Words, Wrapper, plain

_KINDS: dict[ChangeKind, str] = {
    "insertion": "Inserted",
    "deletion": "Deleted",
    "replacement": "Replaced",
    "move": "Moved",
    "emphasis": "Set otherwise",
}
_PARTS: dict[ChangedPart, str] = {
    "alternative-text": "alternative text",
    "callout": "call-out",
    "callout-title": "title of the call-out",
    "date": "date of the brief",
    "description": "description (not printed)",
    "keywords": "keywords (not printed)",
    "list-item": "list",
    "number": "number in the series",
    "pull-quote": "pull quote",
    "revision": "history of revisions",
    "row": "row of the table",
    "cell": "table",
    "column": "column of the table",
    "section-title": "title of the section",
    "short-title": "short title",
    "setting": "how a block is set",
    "table-notes": "notes to the table",
    "timeline-entry": "timeline",
}
_STATES: dict[State, str] = {"draft": " draft", "in-review": " in review", "published": ""}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def change_log(redline: Redline) -> bytes:
    """Return the list as a file: section by section, each change with its place in the content.

    Words taken out are struck through, words put in are strong, in GitHub's Markdown. The list itself is English: words
    of an edition that is read from the right are set apart in it.
    """
    return ("\n".join(_lines(redline)) + "\n").encode("utf-8")


def _lines(redline: Redline) -> Iterator[str]:
    edition = redline.printing.edition
    count = len(redline.changes)
    version = f"{edition.revision.version}{_STATES[edition.state]}"
    title = isolated(_escaped(_now(edition.brief.title)), edition.direction)
    yield f"# {title}: {redline.since.version} to {version}"
    yield ""
    yield f"{edition.brief.slug}, edition {edition.locale}: {count} {'change' if count == 1 else 'changes'}."
    now = {section.id: _now(section.title) for section in edition.brief.sections}
    titles = {id_: isolated(_escaped(title), edition.direction) for id_, title in now.items() if title}
    for section, changes in groupby(redline.changes, key=_section_of):
        yield ""
        yield f"## {titles.get(section, _escaped(section))}"
        for change in changes:
            yield ""
            yield from _change(change, edition.direction)


def _section_of(change: Change) -> str:
    if change.section == "bibliography":
        return "Bibliography"
    return change.section or ("Imprint" if change.anchor == "imprint" else "Title and summary")


def _change(change: Change, direction: Direction) -> Iterator[str]:
    part = _PARTS.get(change.part, change.part.replace("-", " "))
    place = f" ({change.mark})" if change.mark.path else ""
    number = f"{change.number}. "
    yield f"{number}{_KINDS[change.kind]}, {part}{place}"
    before, after = _said(change.before, direction), _said(change.after, direction)
    yield ""
    if change.kind == "move":
        said = _moved(change, direction) if change.beside else f"from “{before}” to “{after}”"
    elif change.kind == "emphasis":
        said = f"“{before}” is now “{after}”"
    else:
        said = " ".join((*((f"~~{before}~~",) if before else ()), *((f"**{after}**",) if after else ())))
    yield " " * len(number) + said


def _moved(change: Change, direction: Direction) -> str:
    """Say where something went that left neither its section nor the summary, or a section that took all with it."""
    assert change.beside, "it stands in the part of the text in which it stood"
    around = "" if change.part == "section" else "within the section" if change.section else "within the summary"
    words = _said(change.beside.words, direction)
    return ", ".join(filter(None, (around, f"now {change.beside.side} “{words}”" if words else "")))


def _said(text: Text, direction: Direction) -> str:
    """Return words on one line, with their emphasis; spaces stand outside the marks around them."""
    said = " ".join("".join(_marked(text, direction)).split())
    return isolated(said, direction) if said else ""


def _marked(text: Text, around: Direction) -> Iterator[str]:
    for run in text:
        if isinstance(run, Words):
            yield _escaped(run.text)
        elif isinstance(run, Emphasis | Strong):
            sign = "*" if isinstance(run, Emphasis) else "__"
            inner = "".join(_marked(run.runs, around))
            bare = inner.strip()
            yield inner.replace(bare, f"{sign}{bare}{sign}", 1) if bare else inner
        elif isinstance(run, Foreign):
            yield isolated("".join(_marked(run.runs, run.direction)), run.direction, around)
        elif isinstance(run, Wrapper):
            yield from _marked(run.runs, around)


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def _now(text: Text) -> str:
    """Return the words that a text has now; those of one that is no more as they were."""
    return plain(_kept(text)) or plain(text)


def _kept(text: Text) -> Text:
    kept: list[Run] = []
    for run in text:
        if isinstance(run, Wrapper):
            is_gone = isinstance(run, Revised) and run.revision == "deleted"
            kept += () if is_gone else _kept(run.runs)
        else:
            kept.append(run)
    return tuple(kept)
