"""A link on a line of no height has no place where it can be clicked.

Minimal case: a link with ``line-height: 0``, as a raised note call has so that it does not push the
lines apart. The engine takes the line's height for the link's (``InlineBox.hit_area``), and the
PDF has a link of 6 × 0 points: readers find no way to the note.

The answer takes the height of the letters where it is more: one size above the base line, a quarter
below it. The place where links to such a box arrive moves up with it, to the head of its letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes

from report.typeset.corrections.patching import replaced

_BELOW = 0.25

_Area = tuple[float, float, float, float]


@contextmanager
def install() -> Iterator[None]:
    """Give every link within a line at least the height of its letters."""
    stock = boxes.InlineBox.hit_area

    def hit_area(box: Any) -> _Area:
        area: _Area = stock(box)
        left, _, width, height = area
        size: float = box.style["font_size"]
        if height >= size:
            return area
        return left, box.position_y + box.baseline - size, width, size * (1 + _BELOW)

    with replaced(boxes.InlineBox, "hit_area", hit_area):
        yield
