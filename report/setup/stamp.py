"""The stamp: a note inside `.venv`, written last, of what the environment was made from.

A `.venv` without its stamp was never finished. One whose stamp differs was made for another lock,
another Python or another place, since a checkout that is moved takes its `.venv` along and breaks it.
"""

import hashlib
import os
import sys
from pathlib import Path

LOCK = "requirements.lock"
MADE_FROM = (LOCK, "report/setup/environment.py", "report/setup/libraries.py", "report/setup/profiles.py")
DEVELOPMENT_LOCK = "requirements-dev.lock"
PROJECT_FILE = "pyproject.toml"

Marks = dict[str, str]


def venv_of(root: Path) -> Path:
    """Return the folder of the environment."""
    return root / ".venv"


def python_of(root: Path) -> Path:
    """Return the Python of the environment."""
    return venv_of(root) / "bin" / "python"


def is_current(root: Path, *, development: bool) -> bool:
    """Tell whether the environment was finished, and made from what the checkout holds now."""
    written = read(root)
    return os.access(python_of(root), os.X_OK) and written | wanted(root, development=development) == written


def wanted(root: Path, *, development: bool) -> Marks:
    """Return the marks that a stamp written now would have."""
    # The Python that .venv links to is named, since an upgrade of the system may have put another there;
    # of the Python that runs this only the series counts, since all of one series share their packages.
    place = (str(root), str(python_of(root).resolve()), sys.version_info[:2])
    marks = {
        "environment": _digest(repr(place).encode(), *((root / name).read_bytes() for name in MADE_FROM)),
        "project": _digest((root / PROJECT_FILE).read_bytes()),
    }
    if development:
        marks["development"] = _digest((root / DEVELOPMENT_LOCK).read_bytes())
    return marks


def read(root: Path) -> Marks:
    """Read the stamp; an environment without one has no marks."""
    try:
        lines = [line.split() for line in _path(root).read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError):
        return {}
    return {line[0]: line[1] for line in lines if len(line) == 2}


def write(root: Path, marks: Marks) -> None:
    """Write the stamp, whole or not at all, when everything else is on the disk."""
    unfinished = _path(root).with_suffix(".part")
    unfinished.write_text("".join(f"{name} {mark}\n" for name, mark in marks.items()), encoding="utf-8")
    os.sync()
    unfinished.replace(_path(root))


def take_away(root: Path) -> None:
    """Take the stamp away before the environment is touched, so that an interruption shows."""
    if _path(root).exists():
        _path(root).unlink()


def _path(root: Path) -> Path:
    return venv_of(root) / "report-ready"


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
