"""Draws the bitmap of the specimen, ``content/specimen/figures/quay.png``: a gauge board in calm water at dusk.

Run it from the project folder to draw the picture again: ``python -m tests.support.draw_quay``.
"""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path

PICTURE = Path("content/specimen/figures/quay.png")
WIDTH, HEIGHT = 1000, 600
_SHOWN = range(44, 561)  # the rows of the scene that the picture shows
_HORIZON, _WATERLINE = 250, 450
_BOARD = (610, 700)  # left and right edge
_MARK = 38  # height of a black or white field

Colour = tuple[int, int, int]


def draw() -> bytes:
    """Return the picture as the bytes of a PNG file."""
    rows = b"".join(b"\0" + bytes(value for x in range(WIDTH) for value in _colour(x, y)) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, len(_SHOWN), 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _colour(x: int, y: int) -> Colour:
    left, right = _BOARD
    swell = round(2.5 * math.sin(x / 17) + 1.5 * math.sin(x / 41 + 1))
    if left <= x < right and 70 <= y < _WATERLINE + swell:
        return _board(x - left, y - 70)
    if y >= _HORIZON:
        return _water(x, y)
    return _mixed((172, 190, 198), (238, 214, 190), (y / _HORIZON) ** 1.6)


def _board(x: int, y: int) -> Colour:
    """Black and white fields that change sides, with a wet band at the foot."""
    is_dark = (y // _MARK + (x > 45)) % 2 == 0
    edge = x < 3 or x > 86
    colour = (52, 58, 60) if is_dark or edge else (226, 224, 216)
    return _mixed(colour, (60, 72, 76), 0.45) if y > _WATERLINE - 70 - 26 else colour


def _water(x: int, y: int) -> Colour:
    """The sky's light on the water, broken by ripples that grow towards the quay, and the board's reflection."""
    depth = (y - _HORIZON) / (HEIGHT - _HORIZON)
    ripple = math.sin(y * (1.9 - depth) + 5 * math.sin(x / 90 + y / 37)) * (0.25 + 0.75 * depth)
    colour = _mixed((196, 186, 176), (44, 74, 84), min(1.0, depth * 1.15 + 0.08 * ripple))
    shift = x + 5 * ripple
    if _BOARD[0] <= shift < _BOARD[1] and _WATERLINE - 4 < y < _WATERLINE + 110:
        return _mixed(colour, (30, 44, 50), 0.55 - 0.0045 * (y - _WATERLINE))
    return colour


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    share = min(max(share, 0.0), 1.0)
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


if __name__ == "__main__":
    PICTURE.write_bytes(draw())
