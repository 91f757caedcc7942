"""The words of labels, before parts of the text that moved and before pictures that came or went, for the copy."""

from __future__ import annotations

from collections.abc import Callable

from report.compose.beside import now_beside, stayed_in
from report.compose.revised import Label
from report.model.edition import HouseWords
from report.model.output import page_of
from report.model.text import Text

_ELSEWHERE = {
    "moved-here": "Moved here",
    "moved-away": "Moved elsewhere",
    "inserted": "Picture inserted",
    "deleted": "Picture deleted",
}


def label_words(label: Label, words: HouseWords, numbered: Callable[[int], str], *, is_paged: bool) -> str:
    """Return what a label says; on paper it begins with the number of the change, and names a page."""
    number = numbered(label.number) if label.number else ""
    if not label.other or not is_paged:
        return number + words.word(_ELSEWHERE[label.fate])
    page = page_of(label.other)
    if label.fate == "moved-here":
        return number + words.word("Moved here from page %(page)s", page=page)
    return number + words.word("Moved to page %(page)s", page=page)


def beside_words(label: Label, words: HouseWords, written: Callable[[Text], str]) -> str:
    """Return what is said after it of what moved within its section: at the place that it left where it stands now."""
    if not label.change:
        return ""
    return now_beside(label.change, words, written) if label.fate == "moved-away" else stayed_in(label.change, words)


def quoted_beside(label: Label) -> Text:
    """Return the words of another block that a label quotes."""
    if label.fate != "moved-away" or not label.change or not label.change.beside:
        return ()
    return label.change.beside.words
