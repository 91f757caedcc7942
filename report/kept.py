"""What is kept from one reading of a project to the next, while the files that it was made from say the same.

A single build reads everything once and keeps nothing. A preview reads again at each save, and most of what it reads
has not changed: templates, sheets, locale packs, the glossary. What is the same is told by content, never by time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

T = TypeVar("T")


class NothingKept:
    """Makes everything anew."""

    def of(self, _name: str, _made_of: Callable[[], object], make: Callable[[], T]) -> T:
        """Return what is made."""
        return make()


class Kept(NothingKept):
    """Holds one value for each name: the last one made, with what it was made of."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._made: dict[str, tuple[object, object]] = {}

    def of(self, name: str, made_of: Callable[[], object], make: Callable[[], T]) -> T:
        """Return the value kept under a name if it was made of the same, else make it and keep it.

        What it is ``made_of`` is compared for equality: digests of files, and values that go with them.
        """
        origin = made_of()
        known = self._made.get(name)
        if known is not None and known[0] == origin:
            return cast(T, known[1])
        value = make()
        self._made[name] = (origin, value)
        return value


def digest_of(project: Path, *folders: str) -> str:
    """Return a digest (BLAKE2) of all files below folders of a project, of their names and of what they say.

    A folder may be a file; one that does not exist counts as empty, and what cannot be read as if it said nothing.
    """
    digest = hashlib.blake2b(digest_size=16)
    for folder in folders:
        start = project / folder
        for path in (start, *sorted(start.rglob("*"))):
            digest.update(f"{path.relative_to(project).as_posix()}\0".encode(errors="surrogateescape"))
            digest.update(hashlib.blake2b(_body(path)).digest())
    return digest.hexdigest()


def _body(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
