"""Revisions: the state that a brief is in, what two revisions differ in, and what is said after publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from report.findings import Mark
from report.model.text import Text

State = Literal["draft", "in-review", "published"]
"""How far a brief is: being written; read by others before it goes out; out."""
ChangeKind = Literal["insertion", "deletion", "replacement", "move", "emphasis"]
ChangedPart = Literal[
    "series", "title", "subtitle", "short-title", "authors", "number", "date", "keywords", "description", "standfirst",
    "section", "section-title", "paragraph", "heading", "list", "list-item", "quotation", "attribution", "pull-quote",
    "figure", "picture", "alternative-text", "caption", "source", "credit", "setting",
    "table", "column", "row", "cell", "table-notes", "timeline", "timeline-entry", "callout", "callout-title",
    "recommendations", "recommendation", "note", "bibliography", "reference", "imprint", "revision",
]  # fmt: skip
"""What kind of text changed; ``setting`` is how a block is set, such as how wide, in English words of the house."""
BlockFate = Literal["inserted", "deleted", "moved-here", "moved-away"]
"""What became of a whole block; one that stands in both revisions, at the same place, has no fate."""
Side = Literal["after", "before"]
ErratumKind = Literal["correction", "erratum", "new-version", "withdrawal"]

VERSION_FORM = r"(?:0|[1-9][0-9]{0,3})\.(?:0|[1-9][0-9]{0,3})"
"""How a version is written; 1.01 is none, for it would come after 1.0 as 1.1 does."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What something stands after, or before: a block or section by its first words; none where it stands alone."""

    side: Side
    words: Text


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of two revisions: its number in reading order from 1, and where it stands.

    ``anchor`` is the id in the markup that a page can be asked for (``b-…``, ``s-…``, ``note-…``, ``imprint``);
    ``section`` is the id of the section, empty for the title page and the summary, ``bibliography`` for the list of
    references. ``before`` and ``after`` are the words as they printed, either may be empty, with the words of their
    notes in brackets; for a move they are the sections that were left and reached. A change of ``emphasis`` says the
    same words twice, in their looks. ``beside`` says where something stands now that was moved within its section,
    within the summary, or with all of its section.
    """

    number: int
    kind: ChangeKind
    part: ChangedPart
    anchor: str
    section: str
    before: Text
    after: Text
    mark: Mark
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Erratum:
    """What is said of a published version after it went out, typed and dated.

    A ``correction`` is a mistake that a later version mends, an ``erratum`` one that still stands as it was published;
    a ``new-version`` says that one replaces the other, a ``withdrawal`` takes a version back, and all before it.
    ``version`` is the one it speaks of, ``by`` the one that mends or replaces it (empty where none does). ``targets``
    are the ids of the blocks that it is about; without any it is about all. ``before`` are the words as they were
    published and ``after`` those that are right; both may be empty. What ``text`` cites is printed below it.
    """

    id: str
    kind: ErratumKind
    version: str
    date: date
    targets: tuple[str, ...]
    text: Text
    mark: Mark
    by: str = ""
    before: Text = ()
    after: Text = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """An erratum as it prints: its text without calls, and the works it cites, in full.

    What it cites is neither numbered among the notes nor listed: those belong to the text that it speaks of.
    """

    erratum: Erratum
    text: Text
    sources: Text


@dataclass(frozen=True, slots=True)
class Successor:
    """A newer version, as the web page of an older one tells of it.

    ``anchor`` is the place in the page at ``address`` where what changed is told.
    """

    version: str
    date: date
    note: Text
    address: str
    anchor: str


def in_order_of_versions(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by: 1.9 comes before 1.10."""
    return tuple(int(part) for part in version.split("."))


def is_about(erratum: Erratum, version: str) -> bool:
    """Whether what is said concerns readers of a version: of it, of one before it, or taking it back with a later one.

    >>> from report.findings import Mark
    >>> def said(kind, version):
    ...     return Erratum("e", kind, version, date(2017, 5, 3), (), (), Mark("errata.yaml"))
    >>> is_about(said("erratum", "1.0"), "1.1"), is_about(said("erratum", "1.1"), "1.0")
    (True, False)
    >>> is_about(said("withdrawal", "1.1"), "1.0")
    True
    """
    return withdraws(erratum, version) or in_order_of_versions(erratum.version) <= in_order_of_versions(version)


def withdraws(erratum: Erratum, version: str) -> bool:
    """Whether a version is taken back: a withdrawal of one takes back those before it, too."""
    return erratum.kind == "withdrawal" and in_order_of_versions(version) <= in_order_of_versions(erratum.version)
