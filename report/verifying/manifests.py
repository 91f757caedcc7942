"""The manifests on disk that may know a file: those of its release and of its build, and the one beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from report.verifying.verdict import Listing, Record, Said

MANIFEST = "manifest.json"
_MOST_BYTES = 20 << 20


def listings_of(path: Path, said: Said, digest: str, project: Path) -> tuple[Listing, ...]:
    """Return what manifests say of a file: that of its release first, then that of its build, then the one beside it.

    One that knows neither the file nor another in its place says nothing.
    """
    listings = (_listing(one, is_release, path, said, digest) for one, is_release in _places(path, said, project))
    return tuple(one for one in listings if one)


def _places(path: Path, said: Said, project: Path) -> Iterator[tuple[Path, bool]]:
    """Yield where a manifest may lie, and whether there it is that of a release; each place once."""
    places: dict[Path, bool] = {}
    if said.is_ours:
        folder = project / "dist" / said.brief
        if said.since:
            places[folder / "redline" / f"{said.since}–{said.text}" / said.locale / MANIFEST] = False
        places[folder / said.version / said.locale / MANIFEST] = True
        places[folder / said.locale / MANIFEST] = False
    places.setdefault(path.resolve().parent / MANIFEST, not said.since)
    yield from places.items()


def _listing(manifest: Path, is_release: bool, path: Path, said: Said, digest: str) -> Listing | None:
    record = read_manifest(manifest)
    if record is None:
        return None
    outputs = {name: one for name, one in _mapping(record.get("outputs")).items() if isinstance(one, Mapping)}
    for name, one in outputs.items():
        earlier = one.get("earlier")
        is_reissued = isinstance(earlier, list) and digest in earlier
        if one.get("sha256") == digest or is_reissued:
            return Listing(manifest, True, is_release, name, record, is_reissued)
    for name, one in outputs.items():
        if _stands_for(name, one, path, said, record):
            return Listing(manifest, False, is_release, name, record)
    return None


def _stands_for(name: str, output: Record, path: Path, said: Said, record: Record) -> bool:
    """Whether an output is the one that the file says it is; of a file that says nothing its name must do."""
    if not said.is_ours:
        return name == path.name
    edition = (record.get("brief"), record.get("locale"), record.get("version"))
    is_same = edition == (said.brief, said.locale, said.version) and output.get("medium") == said.medium
    return is_same and record.get("state", said.state) == said.state


def read_manifest(manifest: Path) -> Record | None:
    """Return a manifest; what is none of ours, or cannot be read, is no witness."""
    try:
        if not manifest.is_file() or manifest.stat().st_size > _MOST_BYTES:
            return None
        record = json.loads(manifest.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and isinstance(record.get("outputs"), dict) else None


def _mapping(value: object) -> Record:
    return value if isinstance(value, Mapping) else {}
