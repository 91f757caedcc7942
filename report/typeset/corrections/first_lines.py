"""In right-to-left text the first line of a paragraph is indented at its end.

Minimal case: ``direction: rtl; text-indent: 20pt``. The line begins at the right edge and stops twenty points before
the left one. With a negative indent it hangs out at the left, where it runs into the next column or off the page. The
engine begins to count at the indent, from the left, and then moves the line so that it ends at the right edge.

Here what stands on the line moves to the side of its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import inline

from report.typeset.corrections.patching import replaced

# Contexts and boxes of the engine are untyped.
Context = Any
Box = Any


@contextmanager
def install() -> Iterator[None]:
    """Indent lines where they begin."""
    stock = inline.get_next_linebox

    def get_next_linebox(  # noqa: PLR0913, PLR0917 - the engine's own signature
        context: Context,
        linebox: Box,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Box,
        *others: Any,
    ) -> Any:
        line, resume_at = stock(context, linebox, position_y, bottom_space, skip_stack, containing_block, *others)
        if line is not None and linebox.text_indent and containing_block.style["direction"] == "rtl":
            for child in line.children:
                if child.is_in_normal_flow():
                    child.translate(dx=-linebox.text_indent)
        return line, resume_at

    with replaced(inline, "get_next_linebox", get_next_linebox):
        yield
