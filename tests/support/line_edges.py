"""Where the ink of each line of a page begins and ends."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw


class Edges(NamedTuple):
    """The ink of one line: its baseline from the foot of the page, its left and its right end, in points."""

    baseline: float
    left: float
    right: float


def line_edges(page: pypdfium2.PdfPage) -> list[Edges]:
    """Return the edges of the lines of a page of one column, from the head down."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    lines: dict[float, Edges] = {}
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        if right <= left or top <= bottom or not text.get_text_range(index, 1).strip():
            continue
        baseline = round(y.value)
        near = lines.get(baseline, Edges(baseline, left, right))
        lines[baseline] = Edges(baseline, min(left, near.left), max(right, near.right))
    return sorted(lines.values(), reverse=True)
