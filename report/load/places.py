"""Where the characters of a YAML scalar stand: from offsets in the value back to lines of the file.

YAML folds lines, drops indentation and halves quotes. This follows the parser's rules over the scalar as
written and tells it in pieces: so many characters of the value, beginning at this line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.model.manuscript import Stretch

Piece = tuple[int, int, int]  # length in the value, line, column

_FOLD = r"(?<![ \t])[ \t]*\n[ \t\n]*"
_INTERRUPTION = {
    "'": re.compile(_FOLD + "|''"),
    '"': re.compile(_FOLD + r"|\\."),
    "": re.compile(_FOLD),
}


def places(raw: str, line: int, column: int, style: str) -> tuple[Stretch, ...]:
    """Return the stretches of a scalar written as ``raw`` and beginning at a line and column (from 1).

    ``style`` is YAML's own sign: ``'`` or ``"`` for quoted, ``|`` or ``>`` for block scalars, else empty.
    """
    stretches = []
    offset = 0
    for length, piece_line, piece_column in _pieces(raw, line, column, style):
        if length:
            stretches.append(Stretch(offset, piece_line, piece_column))
        offset += length
    return tuple(stretches) or (Stretch(0, line, column),)


def _pieces(raw: str, line: int, column: int, style: str) -> Iterator[Piece]:
    if style in ("|", ">"):
        return _block(raw, line, folded=style == ">")
    if style:
        return _flow(raw[1:-1], line, column + 1, _INTERRUPTION[style])
    return _flow(raw, line, column, _INTERRUPTION[""])


def _flow(raw: str, line: int, column: int, interruption: re.Pattern[str]) -> Iterator[Piece]:
    """Plain and quoted scalars: one line end is a space, more are one less; an escape is one character."""
    start, shift = 0, column  # the column of a position is the position plus the shift
    for match in interruption.finditer(raw):
        yield match.start() - start, line, start + shift
        breaks = match[0].count("\n")
        if breaks < 2:
            yield 1, line, match.start() + shift
        for further in range(1, breaks):
            yield 1, line + further, 1
        start = match.end()
        if breaks:
            line += breaks
            shift = -raw.rfind("\n", 0, start)
    yield len(raw) - start, line, start + shift


def _block(raw: str, line: int, *, folded: bool) -> Iterator[Piece]:
    """Literal and folded scalars: a header, then lines without their indentation, joined or kept apart."""
    lines = raw.removesuffix("\n").split("\n")[1:]
    indent = next((len(text) - len(text.lstrip(" ")) for text in lines if text.strip(" ")), 0)
    line_end: Piece | None = None
    empty: list[Piece] = []
    was_moved = False
    for number, text in enumerate(lines, line + 1):
        content = text[indent:]
        if not content:
            empty.append((1, number, 1))
            continue
        is_moved = content[0] in " \t"  # lines moved further in are not folded
        is_folded = folded and not was_moved and not is_moved
        if line_end and not (is_folded and empty):
            yield line_end
        yield from empty
        yield len(content), number, indent + 1
        line_end, empty, was_moved = (1, number, indent + 1 + len(content)), [], is_moved
    if line_end:
        yield line_end
    yield from empty
