"""What the server and its worker say to each other: plain values, sent through a pipe of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from report.findings import Finding


class Target(NamedTuple):
    """An edition to look at: the slug of a brief and a locale, empty for the brief's own."""

    brief: str
    locale: str


class Place(NamedTuple):
    """Where the words of a block stand (``path:line:column``), and where its source text does, if that is elsewhere."""

    words: str
    source: str


class Spot(NamedTuple):
    """Where a block begins in the PDF: the page from 1, points from its left and upper edge, and the block's id."""

    page: int
    left: float
    top: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Job:
    """Make an edition as its files are now; ``number`` tells saves apart, ``with_pages`` asks for the PDF, too."""

    target: Target
    number: int
    with_pages: bool


@dataclass(frozen=True, slots=True)
class Web:
    """A finished web page, and where each of its blocks stands in the sources, by id."""

    body: bytes
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading an edition: all findings, and its web page unless they hold it.

    ``locales`` are those of the brief, the original first, with the names of their languages; ``wanted`` is the target
    as it was asked for. ``sets_pages`` says that a PDF will follow. ``fault`` is what the program itself stumbled over,
    in plain words.
    """

    target: Target
    number: int
    findings: tuple[Finding, ...]
    web: Web | None
    locales: tuple[tuple[str, str], ...] = ()
    sets_pages: bool = False
    fault: str = ""
    wanted: Target | None = None

    @property
    def asked(self) -> Target:
        """The target as it was asked for."""
        return self.wanted or self.target


@dataclass(frozen=True, slots=True)
class Pages:
    """A finished PDF that passed preflight, the size of each page in points, and where blocks begin on them."""

    body: bytes
    sizes: tuple[tuple[float, float], ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of setting an edition in pages: what was noticed meanwhile, and the PDF unless that holds it.

    ``loaded`` are the modules that had to be loaded for it.
    """

    target: Target
    number: int
    findings: tuple[Finding, ...]
    pages: Pages | None
    fault: str = ""
    loaded: tuple[str, ...] = ()


Answer = Read | Printed
