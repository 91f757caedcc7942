"""The same line is shaped again each time its page or column is laid out.

Minimal case: one page of two columns; the engine lays its text out once to see whether it fits,
several times more to balance the columns, and once more to place them, and asks Pango to break and
shape every line each time. Laying a page out again above a reserve for its notes doubles that.

A line depends on nothing but its text, style and measure, so what was found is kept for as long
as the document is laid out. About four in five lines are found again, and layout takes two thirds
of its time.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any
from weakref import WeakKeyDictionary

from weasyprint.layout import inline

from report.typeset.corrections.patching import replaced

# Contexts, styles and Pango layouts of the engine are untyped.
Context = Any
Style = Any


@contextmanager
def install() -> Iterator[None]:
    """Remember the lines of a document while it is laid out."""
    stock = inline.split_first_line
    documents: WeakKeyDictionary[Context, dict[Hashable, tuple[Style, Any]]] = WeakKeyDictionary()

    def split_first_line(text: str, style: Style, context: Context, *measure: Any, **options: Any) -> Any:
        lines = documents.setdefault(context, {})
        key = (id(style), text, measure, tuple(options.items()))
        if key not in lines:
            # The style is kept with its line, so that no other style can take its identity.
            lines[key] = style, stock(text, style, context, *measure, **options)
        _, (layout, *metrics) = lines[key]
        # Each box has a layout of its own: justification and ellipses are written into it.
        return copy(layout), *metrics

    with replaced(inline, "split_first_line", split_first_line):
        yield
