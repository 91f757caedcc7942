"""The seal of a file (PRE-069): whether the file is as it was made."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.technical.telling import told
from report.seal import Seal, seal_of

_EDITION = "http://policy-report.example/ns/edition/1.0/"
_HINT = "“report verify” tells more"
_FAULTS: dict[Seal, str] = {
    "broken": "the file was altered after it was made: its seal does not fit its bytes",
    "doubled": "the file was altered after it was made: it has more than one seal",
    "missing": "the file has no seal: it was altered after it was made, or made before files were sealed",
}


def check_seal(evidence: Evidence) -> Iterator[Finding]:
    """Ask that the seal of the file fits its bytes; one that names no edition needs none."""
    assert evidence.file
    seal, metadata = seal_of(evidence.body), evidence.file.metadata
    is_ours = metadata is not None and metadata.text(_EDITION, "brief")
    if seal in _FAULTS and (is_ours or seal != "missing"):
        yield told(evidence, "PRE-069", _FAULTS[seal], _HINT)
