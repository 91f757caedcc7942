"""The verdict on a file, and all that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from report.seal import Seal

Outcome = Literal["unaltered", "altered", "not-as-published", "not-made-again", "foreign", "unreadable"]
Proof = Literal["sealed", "built", "published", "rebuilt"]
"""What a verdict rests on: the file's own seal; the manifest of a build, or of what was published; the same bytes,
made again."""

STATUSES: Mapping[Outcome, int] = {
    "unaltered": 0,
    "altered": 1,
    "not-as-published": 1,
    "not-made-again": 1,
    "foreign": 1,
    "unreadable": 3,
}
"""The exit status that answers with an outcome."""

Record = Mapping[str, Any]
"""A manifest as it was read: nothing in it is trusted."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked: the project whose releases and sources count, whether it was named, and whether to make anew.

    Unless a project is named, a file that holds its sources is made again from those.
    """

    project: Path
    is_named: bool = False
    to_rebuild: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says it is, each part empty where it does not say so in our words.

    ``successor`` is the newer version that the web page of an older one leads to.
    """

    brief: str = ""
    locale: str = ""
    version: str = ""
    state: str = ""
    medium: str = ""
    successor: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether it names an edition."""
        return bool(self.brief and self.locale and self.version)

    @property
    def number(self) -> str:
        """The number of the version: ``1.1`` of ``1.1-draft`` and of ``1.1-since-1.0``."""
        return self.version.partition("-")[0]

    @property
    def text(self) -> str:
        """The version of its text, that of a redline being the later one: ``1.1-draft`` of ``1.1-draft-since-1.0``."""
        return self.version.partition("-since-")[0]

    @property
    def since(self) -> str:
        """The version, or the commit, that a redline is compared with; empty for everything else."""
        return self.version.partition("-since-")[2]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a manifest says of a file: that it lists it, under a ``name``, or that it lists another in its place.

    One that was ``reissued`` has been followed by another of the same version, such as a web page with a notice.
    """

    manifest: Path
    is_listed: bool
    is_release: bool
    name: str
    record: Record
    is_reissued: bool = False


@dataclass(frozen=True, slots=True)
class Remade:
    """What came of making the file again: whether that worked, from what, if the bytes are the same, and why not."""

    is_made: bool
    made_from: str
    is_same: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict on a file: the outcome in a word and in a sentence, what was said and found.

    ``record`` is the manifest inside the file, or the one that lists it; ``notes`` are further sentences for people.
    """

    path: Path
    outcome: Outcome
    sentence: str
    sha256: str = ""
    said: Said = Said()
    seal: Seal = "missing"
    proofs: tuple[Proof, ...] = ()
    manifest: Path | None = None
    record: Record | None = None
    remade: Remade | None = None
    notes: tuple[str, ...] = ()

    @property
    def status(self) -> int:
        """The exit status."""
        return STATUSES[self.outcome]
