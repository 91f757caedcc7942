"""Notes: complete, once, in order, and each on the page of its call (PRE-002, PRE-003)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.findings import Finding, Mark
from report.model.output import Passage
from report.preflight.differences import Comparison, pages_of_passages
from report.preflight.matter import Call
from report.preflight.words import fold


def label_of(note: Passage) -> str:
    """Return the label a note begins with, as it is printed at its call."""
    return fold(note.text).split(maxsplit=1)[0].rstrip(".") if note.text.strip() else ""


def named(note: Passage) -> str:
    """Return how findings name a note."""
    return f"note {label_of(note)}: "


def check_places(notes: Comparison, body: Comparison, calls: Sequence[Call]) -> Iterator[Finding]:
    """Ask that each note stands on the page of its call."""
    pages = pages_of_passages(notes)
    called = _pages_of_calls(notes.passages, body, calls)
    for number, note in enumerate(notes.passages):
        mark, label = Mark.parse(note.place), label_of(note)
        page, call_page = pages.get(number), called.get(number)
        if call_page is None:
            yield Finding("PRE-002", mark, f"note {label} has no call in the text")
        elif page is None:
            yield Finding("PRE-003", mark, f"note {label}, called on page {call_page}, is in no note area")
        elif page != call_page:
            yield Finding("PRE-002", mark, f"note {label} stands on page {page}, its call on page {call_page}")


def _pages_of_calls(notes: Sequence[Passage], body: Comparison, calls: Sequence[Call]) -> dict[int, int]:
    """Return the page of each note's call, by the note's number.

    Calls follow each other as the notes do; and the copy's word they are part of has the label in it, too, which a
    figure in the text that happens to be set on its own does not.
    """
    words = {place: index for index, place in enumerate(body.alignment.places) if place >= 0}
    pages: dict[int, int] = {}
    start = 0
    for number, note in enumerate(notes):
        label = label_of(note)
        for at in range(start, len(calls)):
            if calls[at].label == label and label in _word_around(calls[at], words, body, label):
                pages[number] = calls[at].page
                start = at + 1
                break
    return pages


def _word_around(call: Call, words: Mapping[int, int], body: Comparison, otherwise: str) -> str:
    """Return the copy's word that a call is part of; ``otherwise`` where the output's word is none of the copy's."""
    at = call.word
    while at not in words and at - 1 in body.printed.line_ends:  # a word is listed where its first part stands
        at -= 1
    return body.expected.words[words[at]] if at in words else otherwise
