"""A block whose height is no whole number of lines throws the lines below it off the grid of the column beside.

Minimal case: two columns of 13 pt lines; a picture of 100 pt in the first. The lines below it stand between
those of the second column. CSS would say ``block-step-size: 1lh`` (CSS Rhythmic Sizing); the engine does not
know it.

A block that asks for it (``data-grid``) is made as high as the next whole number of its own lines. Its own look
(rules, tint) belongs on a child, so that the room added is white space below.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import block
from weasyprint.text.line_break import strut

from report.typeset.corrections.patching import replaced

# Contexts and boxes of the engine are untyped.
Box = Any

_ROUNDING = 0.001


@contextmanager
def install() -> Iterator[None]:
    """Round the heights of blocks on the grid up to whole lines."""
    stock = block.block_level_layout_switch

    def block_level_layout_switch(context: Any, box: Box, *arguments: Any, **options: Any) -> Any:
        result = stock(context, box, *arguments, **options)
        laid_out, resume_at = result[0], result[1]
        if laid_out is not None and resume_at is None and _is_on_grid(laid_out):
            line = strut(laid_out.style)[0]
            rest = -laid_out.border_height() % line
            if _ROUNDING < rest < line - _ROUNDING:
                laid_out.height += rest
        return result

    with replaced(block, "block_level_layout_switch", block_level_layout_switch):
        yield


def _is_on_grid(box: Box) -> bool:
    element = box.element
    return element is not None and box.element_tag == element.tag and element.get("data-grid") is not None
