"""The manifest of a release or of a redline: its record, every file that was written, what was noticed on the way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from report.findings import Finding, in_order
from report.model.edition import Edition
from report.model.output import MEDIA, Artifact, Face, Origin, OutputProfile
from report.publish.names import artifact_name, redline_names
from report.publish.record import as_json, errata_as_said, record_of


def manifest_of(  # noqa: PLR0913, PLR0917 - all that a release is made of
    edition: Edition,
    faces: Iterable[Face],
    origin: Origin,
    artifacts: Sequence[Artifact],
    profile: OutputProfile | None = None,
    findings: Iterable[Finding] = (),
) -> bytes:
    """Return the manifest as it is written; docs/manifest.md tells its form.

    ``faces`` are those of printed media: a web page names its faces, and is not made from their files. ``profile`` is
    the one that files for the press are made with. Neither is named where there is nothing of the kind.
    """
    media = {artifact_name(edition, medium): medium for medium in MEDIA}
    made = {media[one.path.name] for one in artifacts if one.path.name in media}
    record = record_of(edition, faces if made - {"screen"} else (), origin)
    if profile and made & {"press", "booklet"}:
        # Where the profile lies is the machine's business; its digest says which it is.
        condition = {"condition": profile.condition, "description": profile.description, "sha256": profile.sha256}
        record |= {"profile": condition}
    record["outputs"] = {
        one.path.name: {"medium": media.get(one.path.name, "references"), "sha256": one.sha256} for one in artifacts
    }
    record["errata"] = errata_as_said(edition)
    record["findings"] = [_finding(one) for one in in_order(findings)]
    return as_json(record)


def manifest_of_redline(
    edition: Edition, faces: Iterable[Face], origin: Origin, artifacts: Sequence[Artifact], findings: Iterable[Finding]
) -> bytes:
    """Return the manifest of a redline; the ``edition`` is the later of its texts, and says what it is compared with.

    An earlier text that was frozen is among the inputs; that of a commit is named by the version.
    """
    media = {name: medium for medium, name in redline_names(edition).items()}
    made = {media[one.path.name] for one in artifacts if one.path.name in media}
    record = record_of(edition, faces if made - {"screen"} else (), origin)
    record["outputs"] = {
        one.path.name: {"medium": media.get(one.path.name, "changes"), "sha256": one.sha256} for one in artifacts
    }
    record["errata"] = errata_as_said(edition)
    record["findings"] = [_finding(one) for one in in_order(findings)]
    return as_json(record)


def remembering(manifest: bytes, before: Path) -> bytes:
    """Return a manifest in which outputs keep the digests of what went out before under the same version.

    ``before`` is the manifest in whose place it comes; what is none of ours is no memory.
    """
    try:
        known = json.loads(before.read_bytes())["outputs"]
        digests = {name: (*one.get("earlier", ()), one["sha256"]) for name, one in known.items()}
    except (OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return manifest
    record = json.loads(manifest)
    for name, one in record["outputs"].items():
        earlier = [digest for digest in dict.fromkeys(digests.get(name, ())) if digest != one["sha256"]]
        record["outputs"][name] = one | ({"earlier": earlier} if earlier else {})
    return as_json(record)


def _finding(one: Finding) -> dict[str, Any]:
    said = {"code": one.code, "severity": one.severity.value, "place": str(one.mark), "message": one.message}
    return {**said, "output": one.file} if one.file else said
