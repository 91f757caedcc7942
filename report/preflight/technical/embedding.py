"""Faces in the file: embedded, and only the glyphs that are used (PRE-059)."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.drawn import Drawn
from report.preflight.technical.telling import at_place

_CODE = "PRE-059"


def check_embedded_faces(evidence: Evidence) -> Iterator[Finding]:
    """Ask of every face that draws text whether its glyphs are in the file, and only those that it needs."""
    assert evidence.file
    first: dict[str, Drawn] = {}
    for page in evidence.file.pages:
        for one in page.drawn:
            if one.kind == "text":
                first.setdefault(one.font_id, one)
    for key, drawn in first.items():
        font = evidence.file.fonts.get(key)
        if font is None:
            yield at_place(evidence, _CODE, (drawn.page, drawn.place), f"the face “{drawn.font}” is not in the file")
        elif not font.is_embedded:
            yield at_place(evidence, _CODE, (drawn.page, drawn.place), f"{font.name} is not embedded")
        elif evidence.limits.faces and font.name not in evidence.limits.faces:
            message = f"{font.name} is none of the faces that the profile allows"
            hint = f"allowed here: {', '.join(evidence.limits.faces)}"
            yield at_place(evidence, "PRE-004", (drawn.page, drawn.place), message, hint)
        elif font.kind == "Type3":
            message = f"{font.name or drawn.font} is a face of drawings (Type 3), which no printer sets well"
            yield at_place(evidence, _CODE, (drawn.page, drawn.place), message)
        elif not font.is_subset:
            message = f"{font.name} is embedded as a whole, or its name does not say that it is a part (ABCDEF+)"
            yield at_place(evidence, _CODE, (drawn.page, drawn.place), message)
