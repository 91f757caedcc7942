"""The files of an edition: those of its media, and what goes with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.model.edition import Edition
from report.model.output import Medium, Proof
from report.model.references import Entry
from report.publish.names import artifact_name, reference_file_names
from report.publish.references import write_references


def files_of(edition: Edition, proofs: Sequence[Proof], cited: Sequence[Entry]) -> Mapping[Medium, Mapping[str, bytes]]:
    """Return the files of each medium by name: that of its proof, and beside a web page those of the cited works.

    Those are in the order of the bibliography, for other programs to read.
    """
    files = {proof.medium: {artifact_name(edition, proof.medium): proof.body} for proof in proofs}
    if cited and "screen" in files:
        names = reference_file_names(edition)
        files["screen"] |= {names[form]: body for form, body in write_references(cited).items()}
    return files


def outdated_names(edition: Edition) -> tuple[str, ...]:
    """Return the files that go with an earlier web page, if they are not written anew."""
    return tuple(reference_file_names(edition).values())
