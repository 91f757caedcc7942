"""The finished files of an edition of the specimen, made once; and what is said of one that has been spoiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf

from report import production
from report.desk import Desk, Held
from report.findings import Finding
from report.model.output import Medium, Proof
from report.model.preflight import Known
from report.order import Order
from report.preflight.asking import ask, forget
from report.publish.enclosing import enclose
from report.seal import seal_of, sealed

ROOT = Path(__file__).resolve().parents[2]
Spoiler = Callable[[pikepdf.Pdf], None]


@dataclass(frozen=True, slots=True)
class Finished:
    """The proofs of an edition in all media, the layout of its pages forgotten, and what preflight goes by."""

    proofs: Mapping[Medium, Proof]
    known: Known


@cache
def finished(locale: str = "de", slug: str = "specimen") -> Finished:
    """Make an edition of a shipped brief in all media; what is found in it does not hold it."""
    desk = Desk()
    prepared = production.prepare(Order(ROOT, slug, locale, ()), desk)
    with suppress(Held):
        proofs = production.produce(prepared, production.media_of(prepared.edition), desk)
    known = production.known_of(
        prepared,
        production.expected(prepared, "paged").sheet,
        enclose(prepared.edition, prepared.faces, prepared.origin),
    )
    return Finished({proof.medium: replace(proof, pages=(), enclosures=()) for proof in proofs}, known)


def spoiled(body: bytes, spoil: Spoiler) -> bytes:
    """Return a PDF with something in it changed."""
    written = BytesIO()
    with pikepdf.open(BytesIO(body)) as pdf:
        spoil(pdf)
        pdf.save(written, static_id=True, compress_streams=False)
    body = written.getvalue()
    # What is looked for is one fault; that the file was altered is another.
    return body if seal_of(body) == "missing" else sealed(body)


def said_of(body: bytes, medium: Medium, made: Finished, *, alone: bool = False) -> list[Finding]:
    """Return what is found in a file, compared with the edition, or with nothing."""
    proof = replace(made.proofs[medium], body=body)
    known = Known(made.known.profiles, is_alone=True) if alone else made.known
    others = {} if alone else made.proofs
    try:
        return list(ask(proof, {**others, medium: proof}, known).findings)
    finally:
        forget()


def codes_of(body: bytes, medium: Medium, made: Finished, *, alone: bool = False) -> set[str]:
    """Return the codes of what is found in a file."""
    return {finding.code for finding in said_of(body, medium, made, alone=alone)}
