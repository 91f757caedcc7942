"""A justified line is shaped anew with its word spaces cut out, so it is not as wide as it was measured.

Minimal case: a justified line of Persian in Amiri, which closes up letters across a space. The engine measures the
line as it is, shares what is left among its spaces and writes that into the text as attributes, and Pango shapes what
stands between two attributes by itself. The letters next to a space no longer close up, and the line runs over the
measure by up to three points.

Here the text that is drawn is shaped as it was measured, and its spaces are widened afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.text.ffi import TO_UNITS, ffi
from weasyprint.text.line_break import Layout

from report.typeset.corrections.patching import replaced

# Layouts and lines of the engine, and what is behind them in Pango, are untyped.
Line = Any

_SPACES = (b" ", "\u00a0".encode())


@contextmanager
def install() -> Iterator[None]:
    """Widen word spaces after shaping."""
    stock = Layout.get_first_line

    def reactivate(layout: Any, style: Any) -> None:
        layout.setup(style)
        layout.set_text(layout.text)
        layout.widens = layout.justification_spacing != 0

    def get_first_line(layout: Any) -> tuple[Line, int | None]:
        line, index = stock(layout)
        if getattr(layout, "widens", False):
            _widen(line, layout.text.encode(), round(layout.justification_spacing * TO_UNITS))
            layout.widens = False
        return line, index

    with replaced(Layout, "reactivate", reactivate), replaced(Layout, "get_first_line", get_first_line):
        yield


def _widen(line: Line, text: bytes, units: int) -> None:
    """Add so many units of Pango to the advance of every space of a line."""
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        start, glyphs = run.data.item.offset, run.data.glyphs
        for index in range(glyphs.num_glyphs):
            if text.startswith(_SPACES, start + glyphs.log_clusters[index]):
                glyphs.glyphs[index].geometry.width += units
        run = run.next
