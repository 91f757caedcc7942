"""The apparatus: all that is numbered or looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from report.findings import Mark
from report.model.revision import Notice
from report.model.text import CitedNames, Direction, Text

Position = Literal["first", "later", "ibid", "ibid-elsewhere"]
"""How a note mentions a work: for the first time, again, right after itself, right after itself at another place."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A work that a note cites, and how it mentions it."""

    key: str
    position: Position


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it prints: its number, the label of its call in the edition's digits, and its finished text.

    ``mentions`` are the works it cites, in order. ``section`` is the id of the section that calls it, empty for the
    title page and the summary.
    """

    id: str
    number: int
    label: str
    text: Text
    mentions: tuple[Mention, ...]
    section: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the bibliography as it prints, the ids of the notes that cite it in order, and the way it runs."""

    key: str
    text: Text
    notes: tuple[str, ...]
    direction: Direction
    mark: Mark


@dataclass(frozen=True, slots=True)
class ReferenceGroup:
    """A part of the bibliography under a title of its own; the only part of an undivided one has no title."""

    id: str
    title: Text
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What a cross-reference can arrive at: ``number`` alone (“IV”, “2”) and ``label`` in full (“Figure 2”)."""

    id: str
    kind: Literal["section", "figure", "table"]
    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Apparatus:
    """Notes by id in the order of their calls, the bibliography in the order of the locale, targets by id.

    ``names`` are the authors of works that the text itself names, by key and by whether they begin a sentence.
    ``notices`` are what is said of published versions, as far as it concerns the readers of this one, earliest first.
    """

    notes: Mapping[str, Note]
    bibliography: tuple[ReferenceGroup, ...]
    targets: Mapping[str, Target]
    names: Mapping[tuple[str, bool], Text]
    notices: tuple[Notice, ...] = ()

    def has_names(self, run: CitedNames) -> bool:
        """Whether the work that the text names is known."""
        return (run.key, run.begins_sentence) in self.names

    def names_at(self, run: CitedNames) -> Text:
        """Return the names that a place in the text stands for."""
        return self.names[run.key, run.begins_sentence]
