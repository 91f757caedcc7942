"""Whole folders: made beside their place under a name of their own, then moved into it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from report.errors import WriteError

_TEMPORARY = ".unfinished-"


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that is not there yet, so that it is there with all its files or not at all.

    ``files`` are named by their paths in it. What a killed run left beside it is cleared.

    Raises:
        WriteError: the folder is there already or cannot be written, or the disk is full.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in folder.parent.glob(f"{_TEMPORARY}{folder.name}-*"):
            shutil.rmtree(left)
        temporary = Path(tempfile.mkdtemp(prefix=f"{_TEMPORARY}{folder.name}-", dir=folder.parent))
        try:
            for name, body in files.items():
                _write(temporary / name, body)
            temporary.chmod(0o755)
            # An empty folder would give way; one with files does not, and neither does a file.
            temporary.rename(folder)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise WriteError(f"{folder} cannot be written: {error.strerror}") from error


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
