"""What travels inside a PDF: the files that an edition is made from, and the manifest of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from report.model.edition import Edition
from report.model.output import Enclosure, Face, Origin, Relationship
from report.publish.names import MANIFEST
from report.publish.record import as_json, record_of

# RFC 6838, as registered; those with “x-” have no registered name and are what their programs use.
_MEDIA_TYPES = {
    ".bib": "application/x-bibtex",
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".png": "image/png",
    ".po": "text/x-gettext-translation",
    ".svg": "image/svg+xml",
    ".yaml": "application/yaml",
    "": "text/plain",
}
_UNKNOWN = "application/octet-stream"
# ISO 19005-3, annex E: numbers behind a table or a graph are data, what the whole was set from is its source.
_RELATIONSHIPS: dict[str, Relationship] = {".csv": "Data", "": "Supplement"}
_RECORD: tuple[str, Relationship] = (_MEDIA_TYPES[".json"], "Data")


def enclose(edition: Edition, faces: Iterable[Face], origin: Origin) -> tuple[Enclosure, ...]:
    """Return the enclosures of a paged edition, by name: its inputs with the project's licence, and the manifest.

    The manifest says nothing of outputs: it is inside one.
    """
    inputs = ((path.relative_to(origin.project).as_posix(), path.read_bytes()) for path in origin.inputs)
    manifest = as_json(record_of(edition, faces, origin))
    enclosures = (*(_enclosure(name, body) for name, body in inputs), Enclosure(MANIFEST, manifest, *_RECORD))
    return tuple(sorted(enclosures, key=lambda one: one.name))


def _enclosure(name: str, body: bytes) -> Enclosure:
    ending = PurePosixPath(name).suffix.lower()
    return Enclosure(name, body, _MEDIA_TYPES.get(ending, _UNKNOWN), _RELATIONSHIPS.get(ending, "Source"))
