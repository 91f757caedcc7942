"""A folder of files, written whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from report.errors import UsageError, WriteError


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds something, or that is none; one that does not exist yet is welcome.

    Raises:
        UsageError: the folder is neither new nor empty.
        WriteError: it may not be looked into.
    """
    try:
        if folder.is_symlink():
            raise UsageError(f"{folder} is a link; name the folder itself")
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is no folder")
        if folder.is_dir() and any(folder.iterdir()):
            raise UsageError(f"the folder {folder} is not empty; name a new one")
    except OSError as error:
        raise WriteError(f"{folder} cannot be used: {error.strerror}") from error


def write_folder(folder: Path, bodies: Mapping[str, bytes]) -> None:
    """Write files by their paths from a folder; they stand there all at once, when the last of them is written.

    Raises:
        WriteError: the folder cannot be written, the disk is full, or something has been put there meanwhile.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=folder.parent) as apart:
            whole = Path(apart) / "whole"
            for name, body in bodies.items():
                path = whole / name
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("xb") as file:
                    file.write(body)
            whole.replace(folder)
    except OSError as error:
        raise WriteError(f"{folder} cannot be written: {error.strerror}") from error
