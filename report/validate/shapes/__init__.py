"""The shapes of content files, declared once: reading, JSON Schema and the editors' completion follow them.

Keys stand in the order in which writers write them; a missing key is reported where it belongs.
"""

from __future__ import annotations

from report.validate.preflight_shapes import PREFLIGHT
from report.validate.shapes.blocks import BLOCKS, CELL, SECTION
from report.validate.shapes.briefs import BRIEF
from report.validate.shapes.errata import ERRATA
from report.validate.shapes.glossary import GLOSSARY
from report.validate.shapes.house import CITATIONS, HOUSE

__all__ = ["BLOCKS", "BRIEF", "CELL", "CITATIONS", "ERRATA", "FILES", "GLOSSARY", "HOUSE", "SECTION"]

FILES = {
    "house": HOUSE,
    "brief": BRIEF,
    "section": SECTION,
    "errata": ERRATA,
    "glossary": GLOSSARY,
    "preflight": PREFLIGHT,
}
