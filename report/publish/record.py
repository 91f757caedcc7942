"""The record of an edition: which it is, and what it was made from and with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from report.model.edition import Edition
from report.model.output import Face, Origin

FORMAT = 1
"""The number of the form that manifests have (docs/manifest.md): another form has another number."""


def record_of(edition: Edition, faces: Iterable[Face], origin: Origin) -> dict[str, Any]:
    """Return the record: brief, locale, revision and state, inputs and faces with checksums, versions of the makers.

    Nothing in it tells one machine from another but those versions.
    """
    by_path = {face.path: face for face in faces}
    return {
        "format": FORMAT,
        "brief": edition.brief.slug,
        "locale": edition.locale,
        "version": edition.version,
        "state": edition.state,
        "date": edition.revision.date.isoformat(),
        "inputs": {
            path.relative_to(origin.project).as_posix(): {"sha256": _digest(path)} for path in sorted(origin.inputs)
        },
        "faces": [_face(by_path[path]) for path in sorted(by_path)],
        "made-with": dict(sorted(origin.made_with.items())),
    }


def errata_as_said(edition: Edition) -> list[dict[str, str]]:
    """Return what has been said of the published versions of a brief, without the words."""
    return [
        {"id": one.id, "kind": one.kind, "version": one.version, "date": one.date.isoformat()}
        for one in edition.brief.errata
    ]


def as_json(record: Mapping[str, Any]) -> bytes:
    """Return a record as it is written."""
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
