"""The manifest inside a PDF: what should be there, byte for byte, and which edition it makes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from report.errors import UnpackError
from report.unpacking.words import shown

MANIFEST = "manifest.json"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAG = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_FOREIGN = "it was not made by “report build”: no manifest lists what is inside"


@dataclass(frozen=True, slots=True)
class Made:
    """An edition as its manifest names it: slug of the brief, locale, and versions of the makers by name."""

    brief: str
    locale: str
    made_with: Mapping[str, str]


def check_manifest(bodies: Mapping[str, bytes]) -> Made:
    """Compare files with the checksums of the manifest among them, and return which edition they make.

    Raises:
        UnpackError: there is no manifest, or what it lists is not what is there.
    """
    record = _read(bodies)
    listed = _checksums(record)
    for name in sorted(listed.keys() - bodies.keys()):
        raise UnpackError(f"the file {shown(name)}, which its manifest lists, is not inside")
    for name in sorted(bodies.keys() - listed.keys() - {MANIFEST}):
        raise UnpackError(f"the file {shown(name)} is inside, but its manifest does not list it")
    for name, checksum in listed.items():
        if sha256(bodies[name]).hexdigest() != checksum:
            raise UnpackError(
                f"the file {shown(name)} inside is not the one that its manifest lists: the checksums differ"
            )
    return _made(record)


def _read(bodies: Mapping[str, bytes]) -> Mapping[str, object]:
    try:
        record = json.loads(bodies[MANIFEST])
    except (KeyError, ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise UnpackError(_FOREIGN)
    return record


def _checksums(record: Mapping[str, object]) -> Mapping[str, str]:
    inputs = record.get("inputs")
    listed = {}
    for name, one in inputs.items() if isinstance(inputs, dict) else ():
        checksum = one.get("sha256") if isinstance(one, dict) else None
        if not isinstance(checksum, str):
            raise UnpackError(f"its manifest has no checksum of {shown(name)}")
        listed[name] = checksum
    if not listed:
        raise UnpackError(_FOREIGN)
    return listed


def _made(record: Mapping[str, object]) -> Made:
    """Return which edition it is; slug and locale are words that may stand in a command."""
    brief, locale, makers = record.get("brief"), record.get("locale"), record.get("made-with")
    if not (isinstance(brief, str) and isinstance(locale, str) and _SLUG.fullmatch(brief) and _TAG.fullmatch(locale)):
        raise UnpackError("its manifest does not say which edition it is")
    versions = makers.items() if isinstance(makers, dict) else ()
    return Made(brief, locale, {name: version for name, version in versions if isinstance(version, str)})
