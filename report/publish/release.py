"""The release of an edition: its artifacts, and the manifest that names inputs, faces, engine and libraries."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from report.model.edition import Edition
from report.model.output import Artifact, Face, Origin, Proof
from report.model.references import Entry
from report.publish.names import MANIFEST, artifact_name, edition_folder, reference_file_names
from report.publish.references import write_references
from report.publish.write import write_together


def publish(
    edition: Edition, proofs: Sequence[Proof], cited: Sequence[Entry], origin: Origin, output: Path
) -> tuple[Artifact, ...]:
    """Write the approved proofs of an edition and their manifest, all together; return what was written.

    Beside the web page stand the cited works, in the order of its bibliography, for other programs to read; those of
    an earlier page go when nothing is cited any more.

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
    write_together(
        folder, bodies | {MANIFEST: _manifest(edition, proofs, artifacts, origin)}, names.values() if has_page else ()
    )
    return artifacts


def _manifest(edition: Edition, proofs: Sequence[Proof], artifacts: Sequence[Artifact], origin: Origin) -> bytes:
    # A web page names its faces; only a printed edition is made from their files.
    faces = {face.path: face for proof in proofs if proof.medium != "screen" for face in proof.galley.faces}
    record: dict[str, Any] = {
        "brief": edition.brief.slug,
        "locale": edition.locale,
        "version": edition.revision.version,
        "date": edition.revision.date.isoformat(),
        "outputs": {artifact.path.name: {"sha256": artifact.sha256} for artifact in artifacts},
        "inputs": {
            path.relative_to(origin.project).as_posix(): {"sha256": _digest(path)} for path in sorted(origin.inputs)
        },
        "faces": [_face(faces[path]) for path in sorted(faces)],
        "made-with": dict(sorted(origin.made_with.items())),
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _face(face: Face) -> dict[str, str]:
    return {
        "family": face.family,
        "file": face.path.name,
        "version": face.version,
        "licence": face.licence,
        "sha256": _digest(face.path),
    }


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
