"""A margin at the foot of a column costs the column its last line.

Minimal case: two columns of 19 lines; 15 lines of text, a list with a margin of one line and three
items. The items end with the column, but the engine wants room for the margin after them too, and
sends the last one to the next column; both columns end short, and an item stands alone. CSS lets
a margin vanish at an unforced break, and the engine does so on pages of one column.

Here the margin of a column's last block counts as that of a block's last child does: it takes no
room while the column is filled. Where the text ends within the column it is added afterwards, so
that what follows the column box keeps its distance.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from report.typeset.corrections.patching import replaced

# Contexts and boxes of the engine are untyped.
Box = Any


@contextmanager
def install() -> Iterator[None]:
    """Fill columns to the foot."""
    stock_layout = block.block_box_layout
    stock_collapses = boxes.ParentBox.bottom_margin_collapses

    def block_box_layout(context: Any, box: Box, *arguments: Any, **options: Any) -> Any:
        result = stock_layout(context, box, *arguments, **options)
        column, resume_at, _, margins, *_ = result
        if box.is_column and column is not None and resume_at is None:
            column.height += block.collapse_margin(margins)
        return result

    def bottom_margin_collapses(box: Box) -> bool:
        return bool(box.is_column or stock_collapses(box))

    with (
        replaced(block, "block_box_layout", block_box_layout),
        replaced(boxes.ParentBox, "bottom_margin_collapses", bottom_margin_collapses),
    ):
        yield
