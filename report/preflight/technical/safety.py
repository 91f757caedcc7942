"""Nothing in a file acts by itself, and everybody may open it (PRE-056)."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.technical.telling import at_place, told

_QUIET = ("Link", "Popup", "PrinterMark", "TrapNet")
_IN_CATALOG = {
    "/AcroForm": "a form to be filled in",
    "/Collection": "a collection of files instead of pages",
    "/OCProperties": "layers that can be hidden",
    "/Requirements": "requirements to the program that opens it",
    "/Extensions": "extensions of the format",
}


def check_actions(evidence: Evidence) -> Iterator[Finding]:
    """Ask for scripts, actions, films, forms, hidden layers and encryption: there are none."""
    assert evidence.file
    file = evidence.file
    if file.is_encrypted:
        yield told(evidence, "PRE-056", "the file is encrypted", "archives and printers cannot take it")
    yield from (told(evidence, "PRE-056", what) for what in file.actions)
    for key, what in _IN_CATALOG.items():
        if key in file.pdf.Root:
            yield told(evidence, "PRE-056", f"the file has {what}")
    for page in file.pages:
        for one in page.annotations:
            if one.kind not in _QUIET:
                message = f"an annotation of the kind “{one.kind}” stands here"
                yield at_place(evidence, "PRE-056", (page.number, one.place), message)
