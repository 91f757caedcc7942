"""A block that falls at the head of a column keeps its top margin, so its first line misses the grid.

Minimal case: two columns, a heading with ``margin-top: 26pt`` as the first block of the second;
its line stands two lines below the first line of the column beside it. The same happens at the
head of the first column where a column box goes on, or begins, on a new page. CSS lets a margin
vanish at an unforced break; the engine does so for pages only, and only outside column boxes
(``block_level_layout``), and ``margin-break: discard`` changes nothing in a column.

Here a column that begins after an unforced break tells which block it begins with; the top margin
of that block, and of a first child whose margin would be one with it, is nothing. After a forced
break (``break-before: column``) the margin stays, as CSS has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from report.typeset.corrections.patching import replaced

# Contexts and boxes of the engine are untyped.
Context = Any
Box = Any

_ROUNDING = 0.01


@contextmanager
def install() -> Iterator[None]:
    """Begin columns with the first line of text, not with a margin."""
    stock_layout = block.block_box_layout
    stock_resolve = block.resolve_percentages
    heads: list[Box] = []

    def block_box_layout(
        context: Context,
        box: Box,
        bottom_space: float,
        skip_stack: Any,
        *arguments: Any,
        **options: Any,
    ) -> Any:
        if not box.is_column:
            return stock_layout(context, box, bottom_space, skip_stack, *arguments, **options)
        first = _first_block(context, box, skip_stack)
        outer, heads[:] = list(heads), [] if first is None else [first]
        try:
            return stock_layout(context, box, bottom_space, skip_stack, *arguments, **options)
        finally:
            heads[:] = outer

    def resolve_percentages(box: Box, containing_block: Any) -> None:
        stock_resolve(box, containing_block)
        if any(box is head for head in heads):
            box.margin_top = 0
            if isinstance(box, boxes.ParentBox) and box.top_margin_collapses():
                heads.extend(child for child in _in_flow(box)[:1])

    with (
        replaced(block, "block_box_layout", block_box_layout),
        replaced(block, "resolve_percentages", resolve_percentages),
    ):
        yield


def _first_block(context: Context, column: Box, skip_stack: Any) -> Box | None:
    """The block with which a column begins after an unforced break, if it begins with a whole one."""
    if skip_stack is None:
        if context.current_page == 1 or context.forced_break or not _is_at_page_head(context, column):
            return None
        return next(iter(_in_flow(column)), None)
    parent, index, inner = column, *_first_item(skip_stack)
    while inner:
        if len(inner) > 1:
            # A table row goes on in several cells at once.
            return None
        parent, (index, inner) = parent.children[index], _first_item(inner)
    if index >= len(parent.children) or not isinstance(parent.children[index], boxes.BlockLevelBox):
        return None
    first: Box = parent.children[index]
    last = block.find_last_in_flow_child(parent.children[:index])
    if last is not None and _is_forced(context, last, first):
        return None
    return first


def _first_item(skip_stack: dict[int, Any]) -> tuple[int, Any]:
    return next(iter(skip_stack.items()))


def _is_at_page_head(context: Context, column: Box) -> bool:
    head = context.current_footnote_area.page.content_box_y()
    return bool(abs(column.position_y - head) < _ROUNDING)


def _is_forced(context: Context, before: Box, after: Box) -> bool:
    return bool(block.force_page_break(block.block_level_page_break(before, after), context))


def _in_flow(box: Box) -> list[Box]:
    return [child for child in box.children if child.is_in_normal_flow()]
