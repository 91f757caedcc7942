"""The manifest inside a PDF, once the sources beside it are found to be those that it lists."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from report.errors import UnpackError
from report.unpacking.manifest import MANIFEST, check_manifest
from report.unpacking.reading import read_enclosed
from report.verifying.verdict import Record, Said


@dataclass(frozen=True, slots=True)
class Inside:
    """What is inside a file: its manifest, if it is sound and of the edition that the file says it is; else the fault.

    A file that holds nothing has neither.
    """

    record: Record | None = None
    count: int = 0
    fault: str = ""


def look_inside(path: Path, said: Said) -> Inside:
    """Read what is inside a PDF, in a process of its own, with the limits of unpacking."""
    try:
        bodies = read_enclosed(path)
        if not bodies:
            return Inside()
        made = check_manifest(bodies)
    except UnpackError as refusal:
        return Inside(fault=str(refusal))
    record = json.loads(bodies[MANIFEST])
    named = (made.brief, made.locale, record.get("version"), record.get("state"))
    if named != (said.brief, said.locale, said.version, said.state):
        return Inside(fault="the manifest inside it is that of another edition")
    return Inside(record, len(bodies) - 1)
