"""Marked content as it begins: its tag and the properties beside it or among the resources (ISO 32000-1, 14.6)."""

from __future__ import annotations

from typing import Any

import pikepdf

from report.preflight.file.drawn import Marked
from report.preflight.file.words import name_of, text_of, whole_of


def read_sequence(operands: Any, known: Any, serial: int) -> Marked:
    """Return the sequence that BMC or BDC begins; ``known`` are the properties that a name may mean."""
    tag = str(operands[0])[1:]
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = known.get(str(properties))
    if not isinstance(properties, pikepdf.Dictionary):
        return Marked(tag, serial)
    return Marked(
        tag=tag,
        serial=serial,
        mcid=whole_of(properties.get("/MCID")),
        said=text_of(properties.get("/ActualText")),
        described=text_of(properties.get("/Alt")),
        expanded=text_of(properties.get("/E")),
        language=text_of(properties.get("/Lang")),
        artifact=name_of(properties.get("/Type")),
        part=name_of(properties.get("/Subtype")),
    )
