"""What reading by shapes gives: sound values by key, and what is written down on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from report.findings import Finding, Mark
from report.model.catalog import Unit
from report.model.manuscript import Node
from report.model.text import Text
from report.validate.locator_forms import LocatorForms
from report.validate.strands import Strand


@dataclass(frozen=True, slots=True)
class Values:
    """The sound values of a record by key, and where each key's value begins and ends.

    ``is_sound`` says that every required key has a sound value.
    """

    record: str
    values: Mapping[str, Any]
    starts: Mapping[str, Mark]
    ends: Mapping[str, Mark]
    mark: Mark
    is_sound: bool

    @property
    def keys(self) -> frozenset[str]:
        """The keys that were given, sound or not."""
        return frozenset(self.ends)

    def __getitem__(self, name: str) -> Any:
        """Return the value of a key that must be there in a sound record."""
        return self.values[name]

    def get(self, name: str, default: Any) -> Any:
        """Return the value of a key, or what stands for it when it was not given or not sound."""
        return self.values.get(name, default)


class Cell(NamedTuple):
    """A cell of a table, and the value it was read from."""

    text: Text
    node: Node

    @property
    def mark(self) -> Mark:
        """The place of the cell."""
        return self.node.mark


class Row(NamedTuple):
    """A row of a table and its place."""

    cells: tuple[Cell, ...]
    mark: Mark


class Anchor(NamedTuple):
    """An id where it is given, and the record it names."""

    id: str
    record: str
    mark: Mark


@dataclass(slots=True)
class Slate:
    """What is written down while a brief is read: findings, ids, units to translate, and texts for the rules of prose.

    ``forms`` are those of the locators in its texts.
    """

    forms: LocatorForms
    findings: list[Finding] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    strands: list[Strand] = field(default_factory=list)

    def note(self, code: str, mark: Mark, message: str, hint: str = "") -> None:
        """Write a finding down."""
        self.findings.append(Finding(code, mark, message, hint))

    def refuse(self, code: str, mark: Mark, message: str, hint: str = "") -> UnsoundError:
        """Write a finding down and return what is raised for a value that cannot be used."""
        self.note(code, mark, message, hint)
        return UnsoundError()


class UnsoundError(Exception):
    """A value cannot be used; the finding is written down."""
