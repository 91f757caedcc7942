"""The release of an edition: its artifacts, and the manifest that names inputs, faces, engine and libraries."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from report.model.edition import Edition
from report.model.output import Artifact, Origin, OutputProfile, Proof
from report.model.references import Entry
from report.publish.names import MANIFEST, artifact_name, edition_folder, reference_file_names
from report.publish.record import as_json, record_of
from report.publish.references import write_references
from report.publish.write import write_together


def publish(  # noqa: PLR0913, PLR0917 - all that a release is made of
    edition: Edition,
    proofs: Sequence[Proof],
    cited: Sequence[Entry],
    origin: Origin,
    output: Path,
    profile: OutputProfile | None = None,
) -> tuple[Artifact, ...]:
    """Write the approved proofs of an edition and their manifest, all together; return what was written.

    ``profile`` is the one that files for the press were made with. Beside the web page stand the cited works, in the
    order of its bibliography, for other programs to read; those of an earlier page go when nothing is cited any more.

    Raises:
        WriteError: the output folder cannot be written; what stood there before is untouched.
    """
    folder = edition_folder(output, edition)
    bodies = {artifact_name(edition, proof.medium): proof.body for proof in proofs}
    has_page = any(proof.medium == "screen" for proof in proofs)
    names = reference_file_names(edition)
    if cited and has_page:
        bodies |= {names[form]: body for form, body in write_references(cited).items()}
    artifacts = tuple(Artifact(folder / name, sha256(body).hexdigest()) for name, body in bodies.items())
    manifest = _manifest(edition, proofs, artifacts, origin, profile)
    write_together(folder, bodies | {MANIFEST: manifest}, names.values() if has_page else ())
    return artifacts


def _manifest(
    edition: Edition,
    proofs: Sequence[Proof],
    artifacts: Sequence[Artifact],
    origin: Origin,
    profile: OutputProfile | None,
) -> bytes:
    # A web page names its faces; only a printed edition is made from their files.
    faces = (face for proof in proofs if proof.medium != "screen" for face in proof.galley.faces)
    outputs = {artifact.path.name: {"sha256": artifact.sha256} for artifact in artifacts}
    record = record_of(edition, faces, origin) | {"outputs": outputs}
    if profile and any(proof.medium in ("press", "booklet") for proof in proofs):
        # Where the profile lies is the machine's business; its digest says which it is.
        condition = {"condition": profile.condition, "description": profile.description, "sha256": profile.sha256}
        record |= {"profile": condition}
    return as_json(record)
