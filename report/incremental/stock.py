"""The stock: what lies in the project, by the digests of its bytes, and the makers at work on it.

No time stamp decides anything. Makers are our own code, the packages and the native libraries that bytes depend on, and
the Python they run on.
"""

from __future__ import annotations

import os
import platform
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.machinery import PathFinder
from pathlib import Path

from report.installed import installed_releases
from report.versions import PACKAGES, native_versions

# No stage reads a file that is larger (``report/load/files.py``, ``report/typeset/fetcher.py``).
_MOST_BYTES = 64 << 20
_FACES = "fontpkg_"
PROGRAM = "the program"
_REPORT = Path(__file__).resolve().parents[1]
# Beside those that a manifest names: what reads the content, and what the engine is made of.
_BEHIND = (
    *("babel", "pyyaml", "persiantools", "pypdfium2", "markupsafe", "cffi", "brotli"),
    *("tinycss2", "cssselect2", "tinyhtml5", "latexcodec"),
)


class Stock:
    """Digests of files, each read once: what is remembered of a file was there before anything was made of it.

    So an edit that comes while an edition is made is never taken for what it was made of.
    """

    def __init__(self, project: Path) -> None:
        """Take stock of a project, file by file as they are asked for."""
        self._project = str(project)
        self._files: dict[str, str] = {}
        self._folders: dict[str, Mapping[str, str]] = {}
        self._faces: dict[str, str] = {}

    def digest(self, path: str) -> str:
        """Return the digest of a file, by its path in the project (POSIX) or a whole one; empty where there is none."""
        if path not in self._files:
            self._files[path] = digest_of(os.path.join(self._project, path))  # noqa: PTH118 - thousands of them
        return self._files[path]

    def files_directly_in(self, folder: str) -> dict[str, str]:
        """Return the digests of the files of a folder, not of those further down."""
        try:
            with os.scandir(os.path.join(self._project, folder)) as entries:  # noqa: PTH118
                names = sorted(entry.name for entry in entries if not entry.is_dir())
        except OSError:
            return {}
        return {path: self.digest(path) for path in (f"{folder}/{name}" for name in names)}

    def files_in(self, folder: str) -> Mapping[str, str]:
        """Return the digests of the files of a folder and of those in it, by their paths."""
        if folder not in self._folders:
            self._folders[folder] = {path: self.digest(path) for path in sorted(self._walk(folder))}
        return self._folders[folder]

    def faces(self, family: str) -> str:
        """Return the release and the digest of the faces of a family, as “2.5 9f86…”; empty where it is not installed.

        It is the package that an import would find now.
        """
        if family not in self._faces:
            self._faces[family] = _faces_of(family)
        return self._faces[family]

    def _walk(self, folder: str) -> Iterator[str]:
        """Yield what is no folder, links among it; a link to a folder is not followed, so nothing goes in circles."""
        try:
            entries = list(os.scandir(os.path.join(self._project, folder)))  # noqa: PTH118
        except OSError:
            return
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(f"{folder}/{entry.name}")
            else:
                yield f"{folder}/{entry.name}"


def makers() -> dict[str, str]:
    """Return what is at work here, by name: releases, and for our own code its digest."""
    return {
        PROGRAM: _own_code(),
        "python": platform.python_version(),
        **installed_releases((*PACKAGES, *_BEHIND)),
        **native_versions(),
    }


def digest_of(path: str | Path) -> str:
    """Return the SHA-256 of a file (hexadecimal), empty where no file can be read.

    What is larger than anything that is ever read is known by its size.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # so a named pipe keeps nobody waiting
        with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - of a descriptor
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                return ""
            if found.st_size > _MOST_BYTES:
                return f"{found.st_size} bytes"
            return sha256(file.readall()).hexdigest()
    except (OSError, ValueError):  # a path of a spoilt ledger may be none at all
        return ""


def _faces_of(family: str) -> str:
    spec = PathFinder.find_spec(_FACES + "".join(sign if sign.isalnum() else "_" for sign in family.lower()))
    if spec is None or spec.origin is None:
        return ""
    whole, release = sha256(), ""
    for folder, folders, names in os.walk(os.path.dirname(spec.origin)):  # noqa: PTH120
        folders.sort()
        for name in sorted(name for name in names if not name.endswith((".py", ".pyc"))):
            path = os.path.join(folder, name)  # noqa: PTH118
            digest = digest_of(path)
            whole.update(f"{name}\0{digest}\n".encode())
            if name == "metadata.json":
                release = _release_in(path)
    return f"{release} {whole.hexdigest()}"


def _release_in(path: str) -> str:
    import json  # noqa: PLC0415 - by then the ledger has loaded it

    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            return str(json.load(file)["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return "?"


def _own_code() -> str:
    """Return the digest of everything in the package: modules, packs, styles of citing, profiles."""
    files = Stock(_REPORT.parent).files_in(_REPORT.name)
    return sha256("".join(f"{path}\0{digest}\n" for path, digest in files.items()).encode()).hexdigest()
