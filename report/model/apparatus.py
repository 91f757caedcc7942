"""The apparatus: all that is numbered or looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from report.findings import Mark
from report.model.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it prints: its number, the label of its call in the edition's digits, and its finished text."""

    id: str
    number: int
    label: str
    text: Text
    keys: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the bibliography as it prints, and the notes that cite it in order."""

    key: str
    text: Text
    notes: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Target:
    """What a cross-reference can arrive at: ``number`` alone (“IV”, “2”) and ``label`` in full (“Figure 2”)."""

    id: str
    kind: Literal["section", "figure", "table"]
    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Apparatus:
    """Notes by id in the order of their calls, references in the order of the locale, targets by id."""

    notes: Mapping[str, Note]
    references: tuple[Reference, ...]
    targets: Mapping[str, Target]
