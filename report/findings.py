"""What is noticed on the way: marks, findings, and the one table of codes.

Imports nothing else of ours but the guesses at misspelt words. Every stage returns :class:`Checked`, a value and what
was noticed while making it; the desk (``report.desk``) collects the findings and holds the line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from report.codes import RULES, Rule
from report.guesses import closest

T = TypeVar("T")


class Severity(StrEnum):
    """How a finding weighs: an error holds the line, a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a source file: path relative to the project (POSIX), line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The place as terminals and editors understand it: ``path:line:column``."""
        return f"{self.path}:{self.line}:{self.column}"

    @classmethod
    def parse(cls, place: str) -> Mark:
        """Return the mark that ``str`` wrote."""
        path, line, column = place.rsplit(":", 2)
        return cls(path, int(line), int(column))

    def shifted(self, columns: int) -> Mark:
        """Return the mark so many columns further on in the same line."""
        return Mark(self.path, self.line, self.column + columns)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A rectangle on a page of a finished file: page from 1; points from the lower left corner of its MediaBox.

    A finding about the whole page has the page's own edges.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed: its code, where, in plain words, and what to do next; in a finished file also the spot.

    ``weight`` is how it weighs where a preflight profile says so, else the table of codes does. ``file`` and
    ``medium`` tell the finished file that it was noticed in.
    """

    code: str
    mark: Mark
    message: str
    hint: str = ""
    spot: Spot | None = None
    weight: Severity | None = None
    file: str = ""
    medium: str = ""

    @property
    def rule(self) -> Rule:
        """The line of the table of codes that this finding is an instance of."""
        return RULES[self.code]

    @property
    def severity(self) -> Severity:
        """Error or warning, as the profile says, or else the table of codes."""
        return self.weight or Severity(self.rule.severity)

    @property
    def holds(self) -> bool:
        """Whether this finding holds the line."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """A value and what was noticed while making it; a cached one repeats its findings."""

    value: T
    findings: tuple[Finding, ...] = ()


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings once each, by place, then code: the order is the same on every machine."""
    return sorted(set(findings), key=lambda one: (one.mark, one.code, one.file, one.message, str(one.spot)))


def nearest(word: str, known: Iterable[str], *, besides: str = "") -> str:
    """Return the hint “did you mean …?” for a word close to a known one, else an empty text.

    ``besides`` is a known word that is not meant.
    """
    close = closest(word, known, besides=besides)
    return f"did you mean “{close}”?" if close else ""
