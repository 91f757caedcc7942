"""The web page of an older version, issued again: what stood there before is remembered in its manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from report.model.edition import Edition
from report.model.output import Artifact, Proof
from report.publish.names import MANIFEST, artifact_name, release_folder
from report.publish.record import as_json, errata_as_said
from report.publish.write import write_together


def reissue_page(edition: Edition, proof: Proof, output: Path) -> Artifact:
    """Write the page of an older version into the folder of its release; return what was written.

    The manifest keeps the digests of the pages that it takes the place of. A page that is the same is not touched, and
    a release that has no manifest, since it went out elsewhere, gets none.

    Raises:
        WriteError: the folder cannot be written; what stood there before is untouched.
    """
    name = artifact_name(edition, "screen")
    folder = release_folder(output, edition.brief.slug, edition.version, edition.locale)
    artifact = Artifact(folder / name, sha256(proof.body).hexdigest())
    if _digest(artifact.path) == artifact.sha256:
        return artifact
    bodies = {name: proof.body}
    manifest = _read(folder / MANIFEST)
    if manifest:
        bodies[MANIFEST] = as_json(_with_page(manifest, name, artifact.sha256, edition))
    write_together(folder, bodies)
    return artifact


def _with_page(manifest: Mapping[str, Any], name: str, digest: str, edition: Edition) -> dict[str, Any]:
    """Return a manifest in which a page has another digest, and those that it had before."""
    outputs = dict(manifest["outputs"])
    known = outputs.get(name, {"medium": "screen"})
    before = known.get("earlier")
    digests = [*(before if isinstance(before, list) else ()), known.get("sha256")]
    earlier = [one for one in dict.fromkeys(digests) if isinstance(one, str) and one != digest]
    outputs[name] = known | {"sha256": digest} | ({"earlier": earlier} if earlier else {})
    return {**manifest, "outputs": outputs, "errata": errata_as_said(edition)}


def _read(path: Path) -> Mapping[str, Any] | None:
    """Return the manifest of a release, if there is one that can be read."""
    try:
        manifest = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    is_ours = isinstance(manifest, dict) and isinstance(manifest.get("outputs"), dict)
    return manifest if is_ours and all(isinstance(one, dict) for one in manifest["outputs"].values()) else None


def _digest(path: Path) -> str:
    """Return the digest of what stands at a place; nothing of what cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
