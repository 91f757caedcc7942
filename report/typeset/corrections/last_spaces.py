"""A justified right-to-left line that ended with a space stands that space too far to the left.

Minimal case: Persian text, justified, in which a phrase in ``<b>`` begins a new line. What stands before it ends with a
space; the engine takes it off the line, and since the shaped text still has it, at its left, moves the line to the left
by its width. Then the line is justified, which shapes the text anew and without the space.

Here the text is shaped without its last space as soon as that is taken off, and stays in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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
        if line.width == width or not before or not text.pango_layout.first_line_direction % 2:
            return
        for box in path[1:]:
            box.position_x += width - line.width
        if text.text:
            stripped, _, _ = inline.split_text_box(context, text, None, 0)
            text.pango_layout = stripped.pango_layout

    with replaced(inline, "remove_last_whitespace", remove_last_whitespace):
        yield


def _last_boxes(line: Box) -> list[Box]:
    """Return a line and the boxes that end it, each the last in the one before."""
    path = [line]
    while isinstance(path[-1], (boxes.LineBox, boxes.InlineBox)) and path[-1].children:
        path.append(path[-1].children[-1])
    return path
