"""Words are marked with their language: the file, and each run of another one (PRE-032): ISO 14289-1, 7.2."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from report.findings import Finding, Mark
from report.model.output import Passage, Spoken
from report.preflight.differences import Comparison
from report.preflight.evidence import Evidence, spot_of
from report.preflight.tags.order import told
from report.preflight.tags.spoken import Word, whole_fold

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SHOWN = 5


def ask_languages(evidence: Evidence) -> Iterator[Finding]:
    """Ask that the file names the language of the edition, and each word is in the language the copy says it is in."""
    file, mark = evidence.file, evidence.mark
    if file is None or file.tree is None:
        return
    named = file.catalog.get("Lang", "")
    wanted = evidence.copy.language if evidence.copy else evidence.facts.locale if evidence.facts else ""
    if not isinstance(named, str) or not _TAG.fullmatch(named):
        yield Finding("PRE-032", mark, f"the file says that it is in “{named}”, which is no language")
    elif wanted and named.lower() != wanted.lower():
        yield Finding("PRE-032", mark, f"the file says that it is in “{named}”; the edition is in “{wanted}”")
    for element in file.tree.elements():
        if element.language and not _TAG.fullmatch(element.language):
            yield Finding("PRE-032", mark, f"an element “{element.written}” is in “{element.language}”: no language")
    heard = told(evidence)
    if heard is not None and evidence.copy is not None and evidence.copy.language:
        for comparison, words in heard.streams():
            yield from _check_words(comparison, words, evidence.copy.language)


def _check_words(comparison: Comparison, words: Sequence[Word], language: str) -> Iterator[Finding]:
    """Compare the language of each word; a run of wrong ones is told once."""
    wanted = _languages(comparison.passages, language)
    told_of = before = -2
    shown = 0
    for index, (owner, place) in enumerate(zip(comparison.expected.owners, comparison.alignment.places, strict=True)):
        if place < 0 or not any(map(str.isalpha, comparison.expected.words[index])):
            continue
        right, word = wanted[index], words[place]
        if not right or right.lower() == word.language.lower():
            continue
        is_next, before = told_of >= 0 and index <= before + 2, index
        if is_next or shown == _SHOWN:
            continue
        told_of, shown = index, shown + 1
        message = f"page {word.page}: “{word.text}” is marked as “{word.language}”, but is in “{right}”"
        place_in_source = Mark.parse(comparison.passages[owner].place)
        yield Finding("PRE-032", place_in_source, message, spot=spot_of(word.page, word.place))


def _languages(passages: Sequence[Passage], language: str) -> Mapping[int, str]:
    """Return the language of each word of passages, by its number; empty for words of an unknown language."""
    found: dict[int, str] = {}
    number = 0
    for passage in passages:
        words = whole_fold(passage.text).split()
        spoken = [language] * len(words)
        _mark_runs(words, spoken, passage.foreign, 0, len(words))
        for one in spoken:
            found[number] = one
            number += 1
    return found


def _mark_runs(words: Sequence[str], spoken: list[str], runs: Iterable[Spoken], start: int, end: int) -> None:
    """Mark runs one after the other among some of the words, and within each those that it holds."""
    for one in runs:
        run = whole_fold(one.words).split()
        at = _found(words, run, start + one.after, end)
        if at is None:
            continue
        start = at + len(run)
        # A word of two languages is in that of its beginning, as it is read.
        begun = at + _goes_on(words[at], run[0])
        spoken[begun:start] = [one.language] * (start - begun)
        _mark_runs(words, spoken, one.within, at, start)


def _found(words: Sequence[str], run: Sequence[str], start: int, end: int) -> int | None:
    """Return where a run stands among words; its words at the edges may be joined with marks around them."""
    for at in range(start, end - len(run) + 1) if run else ():
        inner = words[at : at + len(run)]
        if inner[1:-1] == list(run[1:-1]) and _ends(inner, run):
            return at
    return None


def _goes_on(word: str, first: str) -> bool:
    """Whether the first word of a run goes on from letters or figures before it."""
    return any(map(str.isalnum, word[: word.find(first)]))


def _ends(words: Sequence[str], run: Sequence[str]) -> bool:
    if len(run) == 1:
        return run[0] in words[0]
    return words[0].endswith(run[0]) and words[-1].startswith(run[-1])
