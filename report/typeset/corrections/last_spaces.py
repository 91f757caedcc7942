"""A right-to-left line that ended with a space does not keep to its measure.

Minimal case: Persian text, justified, in which a phrase in ``<b>`` begins a new line. What stands before it ends with a
space; the engine takes it off the line, and since the shaped text still has it, at its left, moves the line to the left
by its width. Then the line is justified, which shapes the text anew and without the space.

A second one, justified or not: the line ends within words that run from the left, in ``<bdi dir="ltr">``, and what is
next begins an element of its own. Their last space stands at their right, before what the line begins with; the engine
takes it off the width alone and lets the gap be, so that the line begins outside its measure.

Here the text is shaped without its last space as soon as that is taken off, and what stands before it closes the gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from report.typeset.corrections.patching import replaced

# Contexts and boxes of the engine are untyped.
Context = Any
Box = Any


@contextmanager
def install() -> Iterator[None]:
    """Take the last space off a line and off its text."""
    stock = inline.remove_last_whitespace

    def remove_last_whitespace(context: Context, line: Box) -> None:
        path = _last_boxes(line)
        text = path[-1]
        before = text.text if isinstance(text, boxes.TextBox) else ""
        width = line.width
        stock(context, line)
        if line.width == width or not before:
            return
        if not text.pango_layout.first_line_direction % 2:
            _close_gap(path, width - line.width)
            return
        for box in path[1:]:
            box.position_x += width - line.width
        if text.text:
            stripped, _, _ = inline.split_text_box(context, text, None, 0)
            text.pango_layout = stripped.pango_layout

    with replaced(inline, "remove_last_whitespace", remove_last_whitespace):
        yield


def _close_gap(path: Sequence[Box], gap: float) -> None:
    """Move what stands to the right of the last words of a line to the left, where a space was taken off."""
    for outer, last in pairwise(path):
        if outer.style["direction"] == "rtl":
            for box in outer.children:
                if box is not last:
                    box.translate(dx=-gap, ignore_floats=True)


def _last_boxes(line: Box) -> list[Box]:
    """Return a line and the boxes that end it, each the last in the one before."""
    path = [line]
    while isinstance(path[-1], (boxes.LineBox, boxes.InlineBox)) and path[-1].children:
        path.append(path[-1].children[-1])
    return path
