"""A PDF of ours to the project it was made from: the files inside it, written out safely.

Nothing in the file is trusted. It is read by a process of its own with little memory and time (``reader``); its names
must be such that every system can write them inside one folder (``names``), its files those that its manifest lists
(``manifest``), and all of them are written or none (``writing``).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from report.errors import UnpackError
from report.unpacking.manifest import Made, check_manifest
from report.unpacking.names import check_names
from report.unpacking.reading import read_enclosed
from report.unpacking.writing import check_folder, write_folder


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was written: the folder, its files as paths from there, and which edition they make."""

    folder: Path
    names: tuple[str, ...]
    made: Made


def unpack(file: Path, folder: Path) -> Unpacked:
    """Write the files inside a PDF to a new or an empty folder.

    Raises:
        UsageError: there is no such file, or the folder is neither new nor empty.
        UnpackError: the file is no PDF of ours, is damaged, or asks for what must not be written.
        WriteError: the folder cannot be written.
    """
    check_folder(folder)
    try:
        bodies = read_enclosed(file)
        check_names(bodies)
        made = check_manifest(bodies)
    except UnpackError as refusal:
        raise UnpackError(f"{file} is not unpacked: {refusal}") from refusal
    write_folder(folder, bodies)
    return Unpacked(folder, tuple(sorted(bodies)), made)
