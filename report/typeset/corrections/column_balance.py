"""Columns that end on the page are balanced by rough steps, and to a height that is no whole number of lines.

Minimal case: two columns of 5 + 6 lines, or one paragraph of 11 lines: the engine starts from the average height
(5.5 lines) and adds the height of what is left of the block at the next column's head, so that a long paragraph
makes the first column much longer than the second, and what follows the column box is half a line off the grid.

Here the height is a whole number of lines: the least with which everything fits. No block that stays whole is higher:
at the head of a column the engine would divide it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.block import collapse_margin
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import strut

from report.typeset.corrections.patching import replaced

# Contexts and boxes of the engine are untyped.
Context = Any
Box = Any

_ROUNDING = 0.001


@contextmanager
def install() -> Iterator[None]:
    """Balance columns by whole lines."""
    stock = block.columns_layout

    def columns_layout(  # noqa: PLR0913, PLR0917 - the engine's own signature
        context: Context,
        box: Box,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool,
        absolute_boxes: Any,
        fixed_boxes: Any,
        adjoining_margins: Any,
        *styles: Any,
    ) -> Any:
        if box.style["column_fill"] != "balance" or box.style["height"] != "auto":
            return stock(
                context,
                box,
                bottom_space,
                skip_stack,
                containing_block,
                page_is_empty,
                absolute_boxes,
                fixed_boxes,
                adjoining_margins,
                *styles,
            )
        filled = box.copy()
        filled.style = box.style.copy()
        filled.style["column_fill"] = "auto"
        resolve_percentages(filled, containing_block)
        head = box.position_y + collapse_margin(adjoining_margins) + (filled.content_box_y() - filled.position_y)
        room = context.page_bottom - head - bottom_space

        def attempt(height: float) -> Any:
            return stock(
                context,
                filled.copy(),
                bottom_space + room - height,
                skip_stack,
                containing_block,
                page_is_empty,
                absolute_boxes,
                fixed_boxes,
                list(adjoining_margins),
                *styles,
            )

        shapes, bottom = list(context.excluded_shapes), context.page_bottom
        placed = len(absolute_boxes), len(fixed_boxes)

        def forget() -> None:
            del absolute_boxes[placed[0] :], fixed_boxes[placed[1] :]
            context.excluded_shapes[:], context.page_bottom = shapes, bottom

        whole = attempt(room)
        if whole[0] is None or whole[1] is not None:
            return whole
        columns = [child for child in whole[0].children if child.is_column]
        count = box.style["column_count"]
        line = strut(box.style)[0]
        used = sum(_used(column, head) for column in columns)
        average = used / max(len(columns), count if isinstance(count, int) else 1)
        lines = max(1, ceil(max(average, _tallest(columns)) / line - _ROUNDING))
        while lines * line < room:
            forget()
            result = attempt(lines * line + _ROUNDING)
            if result[0] is not None and result[1] is None:
                return result
            lines += 1
        forget()
        return attempt(room)

    with replaced(block, "columns_layout", columns_layout):
        yield


def _tallest(columns: list[Box]) -> float:
    """Return the height of the tallest block that is to stay whole, and is so in columns of all the room there is."""
    kept = [box for column in columns for box in _kept_whole(column)]
    parts = Counter(box.element for box in kept)
    return max((float(box.border_height()) for box in kept if parts[box.element] == 1), default=0)


def _kept_whole(box: Box) -> Iterator[Box]:
    for child in getattr(box, "children", ()):
        if child.style["break_inside"] in {"avoid", "avoid-column"}:
            yield child
        elif isinstance(child, boxes.BlockLevelBox):
            yield from _kept_whole(child)


def _used(column: Box, head: float) -> float:
    children = [child for child in column.children if child.is_in_normal_flow()]
    if not children:
        return 0
    last = children[-1]
    return float(last.position_y + last.margin_height() - last.margin_bottom - head)
