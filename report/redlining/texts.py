"""The two texts that are compared: a brief as it is now, and as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from report.findings import Finding, Mark
from report.model.brief import Brief
from report.model.redline import Printing
from report.production import Prepared, Reading
from report.revisions.standing import listed_at


@dataclass(frozen=True, slots=True)
class Now:
    """A brief as it is now, with the editions that are asked for."""

    project: Path
    slug: str
    reading: Reading
    editions: Mapping[str, Prepared]

    @property
    def listed(self) -> Mark:
        """The place where the last revision is listed."""
        return listed_at(self.reading.manuscript.value)

    @property
    def source(self) -> Brief:
        """The brief in the language it was written in."""
        return self.reading.brief.value


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier text of a brief: what it is called, its printings by locale, and its texts as written."""

    name: str
    printings: Mapping[str, Printing]
    units: Mapping[str, str]
    findings: tuple[Finding, ...] = ()
