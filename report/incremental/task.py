"""What a worker is told and what it hands back: plain values that travel between processes and machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from report.findings import Finding
from report.incremental.fingerprint import Needs
from report.model.output import Medium
from report.order import Order


@dataclass(frozen=True, slots=True)
class Kept:
    """An artifact that is as it would be made now: the files it was made of, digests of its own, what was noticed."""

    files: frozenset[str]
    outputs: Mapping[str, str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """An edition to be read, and its artifacts that are not ``kept`` to be made, of those that are ordered.

    ``reading`` is one digest of all files that are read, by which what is known of them is told apart.
    """

    order: Order
    kept: Mapping[Medium, Kept]
    reading: str

    @property
    def name(self) -> str:
        """The edition: ``heat-and-health fr``."""
        return f"{self.order.brief} {self.order.locale}"


@dataclass(frozen=True, slots=True)
class Made:
    """An artifact fresh off the line: the bodies of its files by name, what it depends on, what was noticed.

    ``why`` says why it was made although it was among those kept.
    """

    files: Mapping[str, bytes]
    needs: Needs
    findings: tuple[Finding, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task.

    ``locales`` are those of the brief, ``media`` those that the edition can be made in, ``needs`` what its reading
    depends on beside the files of the project. Of an edition that is held ``findings`` are all that was noticed, else
    those of its reading; only then there is a ``manifest``. ``outdated`` are names of files that go.
    """

    locales: tuple[str, ...]
    media: tuple[Medium, ...]
    needs: Needs
    findings: tuple[Finding, ...]
    is_held: bool
    made: Mapping[Medium, Made] = field(default_factory=dict)
    manifest: Mapping[str, bytes] = field(default_factory=dict)
    outdated: tuple[str, ...] = ()
