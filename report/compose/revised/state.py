"""What a redline is when it is ready for the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.model.redline import Redline
from report.model.revision import BlockFate, Change, ChangeKind

GONE = frozenset({"deleted", "moved-away"})
"""The fates of what stands in the earlier revision alone."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is said before a part of the text that moved, and before a picture that came or went.

    ``number`` is that of the change (0 for none), ``other`` the id of the other end of a move, empty where it has none.
    ``change`` is that of a move, as the list of changes says it.
    """

    fate: BlockFate
    kind: ChangeKind
    number: int
    other: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of changes: the change with what is quoted of it, and the id of the place it leads to."""

    change: Change
    place: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A redline as it is set; ``labels`` are those of sections, blocks and items, by their names among the fates."""

    redline: Redline
    labels: Mapping[str, Label]
    changes: tuple[Listed, ...]


def change_anchor(number: int) -> str:
    """Return the id of the place in the text where the number of a change stands."""
    return f"at-{number}"


def title_name(section: str) -> str:
    """Return the name that the title of a section has among the fates: it may come or go while the section stays."""
    return f"{section}/title"
