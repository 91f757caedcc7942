"""What really stands on the pages of a random document: read from the PDF, judged word by word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

from tests.support.engine import characters
from tests.support.random_pages import RandomDocument

_TOKEN = re.compile(r"w(?P<word>\d+)[a-z]+|C(?P<call>\d+)|M(?P<marker>\d+)|n(?P<note>\d+)i(?P<index>\d+)[a-z]+")

# The foot of the text area of the random sheet, and what ascenders may take, in points.
_FOOT = 28 * 72 / 25.4
_TOLERANCE = 1.0

# Latin words in a right-to-left line are not read in their order: look no closer than some lines.
_LINES = 60


@dataclass(frozen=True, slots=True)
class PageRead:
    """One page: the words and calls, the notes, and how low and high these reach (in points)."""

    words: tuple[int, ...]
    calls: tuple[int, ...]
    markers: tuple[int, ...]
    note_words: tuple[tuple[int, int], ...]
    text_foot: float
    notes_head: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a document; nothing, if it is sound."""

    off_page: tuple[int, ...]
    out_of_order: tuple[int, ...]
    lost_notes: tuple[int, ...]
    doubled_notes: tuple[int, ...]
    broken_notes: tuple[int, ...]
    colliding_pages: tuple[int, ...]
    lost_words: tuple[int, ...]
    doubled_words: tuple[int, ...]
    misplaced_words: tuple[int, ...]

    @property
    def is_sound(self) -> bool:
        """Whether every word and every note is where it belongs."""
        return not any(getattr(self, name) for name in self.__slots__)


def read_pages(pdf: bytes) -> list[PageRead]:
    """Read every page of a random document."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_read(page) for page in document]
    finally:
        document.close()


def judge(document: RandomDocument, pages: list[PageRead]) -> Verdict:
    """Compare what stands on the pages with what went into the document."""
    words = [word for page in pages for word in page.words]
    markers = [marker for page in pages for marker in page.markers]
    page_of_call = {call: number for number, page in enumerate(pages) for call in page.calls}
    page_of_note = {marker: number for number, page in enumerate(pages) for marker in page.markers}
    note_words = [pair for page in pages for pair in page.note_words]
    return Verdict(
        off_page=tuple(note for note, page in page_of_note.items() if page_of_call.get(note) != page),
        out_of_order=_misplaced(markers),
        lost_notes=_missing(markers, document.notes),
        doubled_notes=_doubled(markers),
        broken_notes=_broken(document, note_words),
        colliding_pages=tuple(
            number
            for number, page in enumerate(pages, start=1)
            if page.text_foot < max(page.notes_head - _TOLERANCE, _FOOT - 2 * _TOLERANCE)
        ),
        lost_words=_missing(words, document.words),
        doubled_words=_doubled(words),
        misplaced_words=_misplaced(words, _LINES if document.right_to_left else 0),
    )


def _read(page: pypdfium2.PdfPage) -> PageRead:
    text = page.get_textpage()
    words, calls, markers, note_words = [], [], [], []
    text_foot, notes_head = page.get_height(), 0.0
    for match in _TOKEN.finditer(characters(text)):
        _, bottom, _, top = text.get_charbox(match.start())
        if match["call"]:
            calls.append(int(match["call"]))
        elif match["word"]:
            words.append(int(match["word"]))
            text_foot = min(text_foot, bottom)
        else:
            notes_head = max(notes_head, top)
            if match["marker"]:
                markers.append(int(match["marker"]))
            else:
                note_words.append((int(match["note"]), int(match["index"])))
    return PageRead(tuple(words), tuple(calls), tuple(markers), tuple(note_words), text_foot, notes_head)


def _missing(found: list[int], count: int) -> tuple[int, ...]:
    return tuple(sorted(set(range(count)) - set(found)))


def _doubled(found: list[int]) -> tuple[int, ...]:
    return tuple(sorted(number for number, times in Counter(found).items() if times > 1))


def _misplaced(found: list[int], slack: int = 0) -> tuple[int, ...]:
    return tuple(after for before, after in pairwise(found) if after < before - slack)


def _broken(document: RandomDocument, note_words: list[tuple[int, int]]) -> tuple[int, ...]:
    """The notes whose words are not all there, once and, where they can be read so, in order."""
    written = Counter(int(note) for note in re.findall(r"\bn(\d+)i\d+[a-z]+", document.html))
    found: dict[int, list[int]] = {note: [] for note in written}
    for note, index in note_words:
        found[note].append(index)
    if document.right_to_left:
        found = {note: sorted(words) for note, words in found.items()}
    return tuple(note for note, count in written.items() if found[note] != list(range(count)))
