"""Whole files: written beside their place under a name of their own, then moved into it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from report.errors import WriteError

_TEMPORARY = ".unfinished-"


def write_whole(path: Path, body: bytes) -> None:
    """Write a file so that at every moment its old or its new body stands there, and nothing between.

    Raises:
        WriteError: the folder cannot be made or written, or the disk is full; the old file is untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f"{_TEMPORARY}{path.name}-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WriteError(f"{path.name} cannot be written to {path.parent}: {error.strerror}") from error


def clear_unfinished(folder: Path) -> None:
    """Remove what a killed build left half written in a folder."""
    for path in folder.glob(f"{_TEMPORARY}*"):
        path.unlink(missing_ok=True)
