"""What is read next stands next (PRE-035): further on in its line, below it, or in a later column or page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from report.findings import Finding
from report.locales.languages import has_letters_from_the_right
from report.model.output import Rectangle
from report.model.text import Direction
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file.structure import Element
from report.preflight.tags.pieces import Piece, direction_of
from report.preflight.tags.spoken import INLINE, spoken

_SHOWN = 5
_SLACK = 0.5  # of the size: overhang and kerning
_INDENT = 3  # of the size: a first line may begin so far in, and the rest of a word below it stand before it
_HINT = "the tags say the one after the other, the page shows them otherwise"
_FAR = 4  # of the size: so far from another stands no piece of its line
# Words within a picture stand where the picture wants them.
_FREE = {"Figure", "Formula"}


def ask_lines(evidence: Evidence) -> Iterator[Finding]:
    """Ask that text and notes go on where a reader looks next."""
    words = spoken(evidence)
    if words is None or evidence.file is None:
        return
    direction = direction_of(evidence.file)
    found = [
        *_out_of_place(words.body_pieces, direction),
        *_out_of_place(words.notes_pieces, direction),
    ]
    for piece, before in found[:_SHOWN]:
        message = f"page {piece.page}: “{_opening(piece)}” is read after “{_opening(before)}”, but does not stand there"
        yield Finding("PRE-035", evidence.mark, message, _HINT, spot_of(piece.page, piece.place))


def _out_of_place(
    pieces: Sequence[tuple[Piece, tuple[Element, ...]]], direction: Direction
) -> Iterator[tuple[Piece, Piece]]:
    """Yield pieces that do not stand next to the one before, with that one."""
    inked = [(piece, _block(path)) for piece, path in pieces if piece.drawn.strip() and not _is_free(path)]
    line: Rectangle | None = None
    for at, ((before, block), (piece, other)) in enumerate(pairwise(inked), start=1):
        line = line or before.place
        is_one = block is other and piece.page == before.page
        is_back = is_one and _is_below(line, piece) and _is_back(line, _line_from(inked, at), piece.size, direction)
        if is_back or not _is_next(before, piece, direction):
            yield piece, before
        line = _around(line, piece.place) if is_one and _is_on_line(line, piece) else piece.place


def _block(path: Sequence[Element]) -> Element:
    return next((one for one in reversed(path) if one.role not in INLINE), path[-1])


def _is_on_line(line: Rectangle, piece: Piece) -> bool:
    shared = min(line.top, piece.place.top) - max(line.bottom, piece.place.bottom)
    return shared > 0.4 * (piece.place.top - piece.place.bottom)


def _is_below(line: Rectangle, piece: Piece) -> bool:
    return piece.place.top < line.top and not _is_on_line(line, piece)


def _line_from(inked: Sequence[tuple[Piece, Element]], at: int) -> Rectangle:
    """Return where a line stands that begins with a piece, as far as it is of one block and in its column."""
    first, block = inked[at]
    line = first.place
    for piece, other in inked[at + 1 :]:
        apart = max(piece.place.left - line.right, line.left - piece.place.right)
        is_one = other is block and piece.page == first.page and apart < _FAR * first.size
        if not (is_one and _is_on_line(line, piece)):
            break
        line = _around(line, piece.place)
    return line


def _is_back(line: Rectangle, below: Rectangle, size: float, direction: Direction) -> bool:
    """Whether a line of a paragraph stands wholly before the one above it: it would be in an earlier column."""
    # The first part of a divided word may be short, and end within the indent of the line above.
    back = line.left - below.right if direction == "ltr" else below.left - line.right
    return back > _FAR * size


def _around(one: Rectangle, other: Rectangle) -> Rectangle:
    return Rectangle(
        min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top)
    )


def _is_next(before: Piece, piece: Piece, direction: Direction) -> bool:
    if piece.page != before.page:
        return piece.page > before.page
    one, two, slack = before.place, piece.place, _SLACK * min(before.size, piece.size)
    height = min(one.top - one.bottom, two.top - two.bottom)
    forward = two.left - one.left if direction == "ltr" else one.right - two.right
    if min(one.top, two.top) - max(one.bottom, two.bottom) > 0.6 * height:
        return forward > -slack or _runs_against(before, piece, direction)
    if two.top < one.top:
        return True
    beyond = two.left - one.right if direction == "ltr" else one.left - two.right
    return beyond > -slack or forward > 4 * max(before.size, piece.size)


def _runs_against(before: Piece, piece: Piece, direction: Direction) -> bool:
    """Whether one of two pieces of a line runs against the text: they may then stand turned round."""
    if direction == "ltr":
        return has_letters_from_the_right(before.text) or has_letters_from_the_right(piece.text)
    return not (has_letters_from_the_right(before.text) and has_letters_from_the_right(piece.text))


def _is_free(path: Sequence[Element]) -> bool:
    return any(one.role in _FREE for one in path)


def _opening(piece: Piece) -> str:
    text = " ".join(piece.text.split())
    return text if len(text) <= 30 else f"{text[:29]}…"
