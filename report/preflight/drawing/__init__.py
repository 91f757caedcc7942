"""Questions put to what is drawn: that it can be read, means something, and stands where it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from report.findings import Finding
from report.preflight.drawing.faces import ask_faces, ask_line_faces
from report.preflight.drawing.lines import ask_lines
from report.preflight.drawing.overlaps import ask_overlaps
from report.preflight.drawing.print_order import ask_print_order
from report.preflight.drawing.printed import ask_printed_text
from report.preflight.drawing.running import ask_running
from report.preflight.drawing.said import ask_said
from report.preflight.drawing.streams import ask_meanings, ask_streams
from report.preflight.evidence import Evidence

DRAWING_QUESTIONS: Mapping[str, Callable[[Evidence], Iterator[Finding]]] = {
    "streams": ask_streams,
    "meanings": ask_meanings,
    "said-is-drawn": ask_said,
    "lines": ask_lines,
    "running-heads": ask_running,
    "overlaps": ask_overlaps,
    "faces": ask_faces,
    "line-faces": ask_line_faces,
    "printed-text": ask_printed_text,
    "print-order": ask_print_order,
}
