"""Proof to a proof that has been read back: questions put to the finished file before it is published.

Preflight shares no code with what makes the file. It reads the bytes with pdfium and with pikepdf, or the page with the
standard library's parser, and compares them with the copy, which is the text as edition and apparatus have it, and with
the facts of the edition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from report.findings import Checked
from report.model.output import Medium, Proof
from report.model.preflight import Known
from report.preflight.collecting import uncollected


def preflight(proof: Proof, known: Known | None = None) -> Checked[Proof]:
    """Read a proof back and return it with everything that is wrong with it."""
    checked = preflight_all({proof.medium: proof}, (proof.medium,), known or Known())
    return Checked(checked.value[0], checked.findings)


def preflight_all(proofs: Mapping[Medium, Proof], media: Sequence[Medium], known: Known) -> Checked[tuple[Proof, ...]]:
    """Read the proofs of an edition back in some media; the others are there to be compared with."""
    from report.preflight.asking import ask, forget  # noqa: PLC0415 - loads what reads PDFs

    with uncollected():
        findings = [
            replace(finding, medium=medium)
            for medium in media
            for finding in ask(proofs[medium], proofs, known).findings
        ]
    forget()
    return Checked(tuple(proofs[medium] for medium in media), tuple(findings))
