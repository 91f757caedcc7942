"""Text as it is shown: codes of a string, where the glyphs come to stand, and what they mean (ISO 32000-1, 9.4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import hypot
from struct import unpack
from typing import Any, NamedTuple

import pikepdf

from report.model.output import Rectangle
from report.preflight.file.matrix import Matrix, Point, moved, placed, times
from report.preflight.file.state import State

_NUMBERS = (int, float, Decimal)
_SPACE = 32  # the one code that word spacing lengthens, in fonts whose codes have one byte


@dataclass(frozen=True, slots=True)
class Shown:
    """Glyphs shown by one operator: their place, size and codes, the text matrix after them, and that to the page."""

    place: Rectangle
    origin: Point
    advance: Point
    size: float
    codes: tuple[int, ...]
    texts: tuple[str, ...]
    after: Matrix
    seen: Matrix


def show(items: pikepdf.Object, state: State, text: Matrix) -> Shown:
    """Show a string, or strings and the numbers between them, with the font of a state, from a text matrix on."""
    font = state.font
    assert font is not None, "the caller asks for a font"
    taken = _taken(items.unparse())
    codes = _codes(taken.shown, font.code_length)
    step = state.size * state.stretch / 1000
    start = -taken.before * step
    across = font.advance(codes) * font.scale * state.size - taken.between / 1000 * state.size
    across += len(codes) * state.letter_space
    if font.code_length == 1 and state.word_space:
        across += codes.count(_SPACE) * state.word_space
    end = start + across * state.stretch
    seen = times(text, state.matrix)
    low, high = (one * font.scale * state.size + state.rise for one in (font.descent, font.ascent))
    meanings = font.meanings or {}
    return Shown(
        place=placed(seen, min(start, end), low, max(start, end), high),
        origin=moved(seen, start, state.rise),
        advance=moved(seen, end, state.rise),
        size=abs(state.size) * hypot(seen[2], seen[3]),
        codes=codes,
        texts=tuple([meanings.get(code, "") for code in codes]),
        after=times((1.0, 0.0, 0.0, 1.0, end - taken.after * step, 0.0), text),
        seen=seen,
    )


class _Taken(NamedTuple):
    """The bytes of all strings; and the sums of the numbers before, between and after them, in thousandths of the size.

    Those around the strings move the pen to where the glyphs begin, and on from where they end.
    """

    shown: bytes
    before: float
    between: float
    after: float


@lru_cache(maxsize=4096)
def _taken(written: bytes) -> _Taken:
    """Take strings and the numbers around them apart; the media show the same lines."""
    strings: list[bytes] = []
    before = between = after = 0.0
    items: Any = pikepdf.Object.parse(written)
    for item in items if isinstance(items, pikepdf.Array) else [items]:
        if type(item) in _NUMBERS:
            after += float(item)
        elif not strings:
            strings, before, after = [bytes(item)], after, 0.0
        else:
            strings.append(bytes(item))
            between, after = between + after, 0.0
    return _Taken(b"".join(strings), before, between, after)


def _codes(shown: bytes, length: int) -> tuple[int, ...]:
    if length == 2:
        return unpack(f">{len(shown) // 2}H", shown[: len(shown) // 2 * 2])
    if length == 1:
        return tuple(shown)
    return tuple(int.from_bytes(shown[at : at + length]) for at in range(0, len(shown), length))
