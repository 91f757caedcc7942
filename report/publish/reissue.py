"""The web page of an older version, issued again: what stood there before is remembered in its manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from report.model.edition import Edition
from report.model.output import Proof
from report.publish.names import MANIFEST, artifact_name, release_folder
from report.publish.record import as_json, errata_as_said
from report.publish.write import Bundle


def reissue_page(edition: Edition, proof: Proof, output: Path) -> Bundle:
    """Return the page of an older version as it is to be written into the folder of its release.

    With it comes the manifest, which keeps the digests of the pages that it takes the place of. Of a page that is the
    same nothing is written, and a release that has no manifest, since it went out elsewhere, gets none.
    """
    name = artifact_name(edition, "screen")
    folder = release_folder(output, edition.brief.slug, edition.version, edition.locale)
    digest = sha256(proof.body).hexdigest()
    if _digest(folder / name) == digest:
        return Bundle(folder, {})
    bodies = {name: proof.body}
    manifest = _read(folder / MANIFEST)
    if manifest:
        bodies[MANIFEST] = as_json(_with_page(manifest, name, digest, edition))
    return Bundle(folder, bodies)


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
