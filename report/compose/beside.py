"""Where a part of the text stands that was moved within its section, for the copy."""

from __future__ import annotations

from collections.abc import Callable

from report.model.edition import HouseWords
from report.model.revision import Change, Side
from report.model.text import Text

_SECTION: dict[Side, str] = {"after": "now after %(words)s", "before": "now before %(words)s"}
_IN_SECTION: dict[Side, str] = {
    "after": "within the section, now after %(words)s",
    "before": "within the section, now before %(words)s",
}
_IN_SUMMARY: dict[Side, str] = {
    "after": "within the summary, now after %(words)s",
    "before": "within the summary, now before %(words)s",
}


def now_beside(change: Change, words: HouseWords, written: Callable[[Text], str]) -> str:
    """Return what is said of where it stands now; what has moved elsewhere has nothing of the kind."""
    if not change.beside:
        return ""
    said = written(change.beside.words)
    ways = _SECTION if change.part == "section" else _IN_SECTION if change.section else _IN_SUMMARY
    return words.word(ways[change.beside.side], words=said) if said else stayed_in(change, words)


def stayed_in(change: Change, words: HouseWords) -> str:
    """Return what it did not leave; a section was in nothing but the text."""
    if not change.beside or change.part == "section":
        return ""
    return words.word("within the section" if change.section else "within the summary")
