"""Pieces of text in marked content: what the glyphs show, and what is said in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import bidirectional

from report.locales.languages import has_letters_from_the_right
from report.model.output import Rectangle
from report.model.text import Direction
from report.preflight.file import Drawn, File, Marked

_FROM_RIGHT = ("R", "AL")
# Runs that keep their own order within what is read from the right: figures, with what stands between digits.
_FIGURES = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*")
# Marks of direction part runs for those who extract text; they say nothing to a reader.
_DIRECTION = str.maketrans(dict.fromkeys("\u200e\u200f", ""))
_TURNING = " \u200e\u200f"  # marks of direction, which no glyph draws
_WORD = re.compile(r"\w+")
_EDGES = re.compile(r"^\W+|\W+$")  # signs around words
_NEUTRAL = ("WS", "ON", "CS", "ES", "ET", "BN", "NSM", "S", "B")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn at a stroke, or at several for which one ActualText speaks.

    ``text`` is what is said: ActualText, or else what the glyphs mean, in the order of reading; ``drawn`` is what the
    glyphs mean in any case. ``language`` is that of the marked content, empty where it names none. ``start`` is where
    on the base line it begins to be drawn.
    """

    text: str
    drawn: str
    is_said: bool
    language: str
    page: int
    mcid: int
    place: Rectangle
    size: float
    start: tuple[float, float]


@lru_cache(maxsize=4)
def pieces_of(file: File) -> Mapping[tuple[int, int], tuple[Piece, ...]]:
    """Return the pieces of text in each marked content that the structure tree may hold, by page and MCID."""
    direction = direction_of(file)
    found: dict[tuple[int, int], list[Piece]] = {}
    for page in file.pages:
        for piece in read_pieces(page.drawn, direction):
            if piece.mcid >= 0:
                found.setdefault((piece.page, piece.mcid), []).append(piece)
    return {key: tuple(pieces) for key, pieces in found.items()}


def direction_of(file: File) -> Direction:
    """Return from which side a file is read, as it says itself, or else as most of its letters are written."""
    if "ViewerPreferences.Direction" in file.catalog:
        return "rtl" if file.catalog["ViewerPreferences.Direction"] == "R2L" else "ltr"
    texts = (one.text for page in file.pages for one in page.drawn if one.kind == "text")
    counts = [has_letters_from_the_right(text) for text in texts]
    return "rtl" if 2 * sum(counts) > len(counts) else "ltr"


def read_pieces(drawn: Iterable[Drawn], direction: Direction) -> Iterator[Piece]:
    """Yield the pieces of text among things drawn, in the order of drawing; ``direction`` is that of the edition."""
    texts = [one for one in drawn if one.kind == "text"]
    turned = {one.mcid for one in texts if any(bidirectional(sign) in _FROM_RIGHT for sign in one.text)} - {-1}
    waiting: list[Drawn] = []
    for one in texts:
        if waiting and not _is_one_piece(waiting[-1], one, turned):
            yield _piece(_speaker(waiting[0]), waiting, direction)
            waiting = []
        waiting.append(one)
    if waiting:
        yield _piece(_speaker(waiting[0]), waiting, direction)


def _is_one_piece(before: Drawn, drawn: Drawn, turned: Set[int]) -> bool:
    """Whether two strokes are one piece: one ActualText speaks for them, or they are letters from the right that touch.

    A face that lifts letters or sets marks apart makes the engine draw such letters at many strokes, from the left.
    """
    speaker, other = _speaker(before), _speaker(drawn)
    if speaker is not None or other is not None:
        return speaker is not None and other is not None and speaker.serial == other.serial
    if drawn.mcid not in turned or drawn.mcid != before.mcid:
        return False
    one, two = before.place, drawn.place
    up = min(one.top, two.top) - max(one.bottom, two.bottom)
    gap = max(two.left - one.right, one.left - two.right)
    return up > 0.3 * min(one.top - one.bottom, two.top - two.bottom) and gap < min(before.size, drawn.size)


def _speaker(drawn: Drawn) -> Marked | None:
    """Return the sequence that speaks for a text: the outermost one with ActualText."""
    return next((mark for mark in drawn.marks if mark.said is not None), None)


def _piece(speaker: Marked | None, texts: Sequence[Drawn], direction: Direction) -> Piece:
    first = texts[0]
    glyphs = [text for one in texts for text in one.texts]
    shown = in_reading_order(glyphs, direction)
    if speaker and speaker.said and speaker.said.strip(_TURNING) == "".join(glyphs).strip(_TURNING):
        shown = "".join(glyphs)  # figures set apart from a line from the right, as addresses are
    elif speaker and speaker.said and direction == "rtl":
        shown = from_the_right_end(shown, speaker.said.translate(_DIRECTION))
    places = [one.place for one in texts]
    return Piece(
        text=speaker.said if speaker and speaker.said is not None else shown,
        drawn=shown,
        is_said=speaker is not None,
        language=next((mark.language for mark in reversed(first.marks) if mark.language), ""),
        page=first.page,
        mcid=first.mcid,
        place=Rectangle(
            min(place.left for place in places),
            min(place.bottom for place in places),
            max(place.right for place in places),
            max(place.top for place in places),
        ),
        size=first.size,
        start=first.origin,
    )


def in_reading_order(glyphs: Sequence[str], direction: Direction) -> str:
    """Return what glyphs mean that are drawn from the left: what is written from the right is turned round.

    Figures and words from the left keep their own order. A run without letters is written as the text around it.
    """
    glyphs = [glyph.translate(_DIRECTION) for glyph in glyphs]
    text = "".join(glyphs)
    if text.isascii() and direction == "ltr":
        return text
    classes = set(map(bidirectional, text))
    if classes.isdisjoint(_FROM_RIGHT) and (direction == "ltr" or "L" in classes):
        return text
    return _figures_back("".join(reversed(glyphs)))


def from_the_right_end(shown: str, said: str) -> str:
    """Return words from the left in the order in which they are said, if what is said first is drawn at the right end.

    In a paragraph from the right “1 March” is drawn as “March 1” is (UAX 9, rules W7 and N2); glyphs cannot tell one
    from the other.
    """
    said = _EDGES.sub("", said)
    for word in _WORD.finditer(shown):
        last = _EDGES.sub("", shown[word.start() :])
        if said.startswith(last) and not said[len(last) : len(last) + 1].isalnum():
            rest = shown[: word.start()]
            return f"{last} {from_the_right_end(rest, said[len(last) :])}" if _WORD.search(rest) else shown
    return shown


def _figures_back(turned: str) -> str:
    """Turn back the runs within a turned text that are written from the left."""
    written: list[str] = []
    at = 0
    while at < len(turned):
        end = _end_from_left(turned, at)
        if end > at:
            written.append(turned[at:end][::-1])
            at = end
        else:
            written.append(turned[at])
            at += 1
    return "".join(written)


def _end_from_left(text: str, start: int) -> int:
    """Return the end of the run from the left that begins here: figures alone, or words with what is between them."""
    figures = _FIGURES.match(text, start)
    if figures:
        return figures.end()
    if bidirectional(text[start]) != "L":
        return start
    end = at = start
    while at < len(text) and bidirectional(text[at]) in ("L", "EN", *_NEUTRAL):
        at += 1
        if bidirectional(text[at - 1]) in ("L", "EN"):
            end = at
    return end
