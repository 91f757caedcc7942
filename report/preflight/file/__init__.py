"""A PDF read with pikepdf: the second reading, independent of pdfium's and of what makes files."""

from __future__ import annotations

from report.preflight.file.document import File, FilePage, Unreadable, read_file
from report.preflight.file.drawn import Colour, Drawn, Marked, Picture

__all__ = ["Colour", "Drawn", "File", "FilePage", "Marked", "Picture", "Unreadable", "read_file"]
