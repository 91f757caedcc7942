"""Text and pictures stand upright, and none is mirrored (PRE-068)."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.technical.telling import Fault, each_once

_HINT = "was a page imposed upside down, or a picture placed by a wrong matrix?"


def check_upright(evidence: Evidence) -> Iterator[Finding]:
    """Ask that text and pictures are neither mirrored nor upside down; on their side they may lie."""
    assert evidence.file
    for page in evidence.file.pages:
        turned = (Fault(one, "is mirrored or upside down") for one in page.drawn if not one.is_upright)
        yield from each_once(evidence, "PRE-068", turned, _HINT)
