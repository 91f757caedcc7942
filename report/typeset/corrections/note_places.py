"""Where the note calls of a laid-out page stand, and what it takes to push each of them off.

A call in one column is pushed off when the reserve reaches its line. In several columns a reserve
takes its height from each of them, so the text before the call counts as if it stood in one long
column, and the reserve is divided by the number of columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

# Boxes of the engine are untyped; what is asked of them here is their place, size and children.
Box = Any


@dataclass(frozen=True, slots=True)
class Place:
    """A note call: its note, the foot of its line, and the height at which that line is lost."""

    note: Box
    pushed_at: float
    line: float


@dataclass(frozen=True, slots=True)
class _Column:
    """The column a box stands in: where its text begins, how much stands in those before it."""

    top: float
    before: float
    count: int


@dataclass(slots=True)
class Page:
    """What was seen on a page: the calls in reading order and the lowest text."""

    foot: float
    calls: list[Place]
    lowest: float = 0.0

    def add(self, note: Box, stands: Box, column: _Column | None) -> None:
        """Add the call of a note that stands in a line or box; a repeated one counts once."""
        if any(place.note is note for place in self.calls):
            return
        height = stands.height if isinstance(stands, boxes.LineBox) else 0.0
        bottom = stands.position_y + height
        pushed_at = self.foot - bottom
        if column is not None:
            pushed_at = self.foot - column.top - (column.before + bottom - column.top) / column.count
        self.calls.append(Place(note, pushed_at, height))


def look_at(root: Box, foot: float) -> Page:
    """Read the calls and the lowest text off a page whose text area ends at ``foot``."""
    page = Page(foot, [])
    _read(root, page, None, None)
    return page


def _read(box: Box, page: Page, column: _Column | None, line: Box | None) -> None:
    if box.footnote is not None:
        page.add(box.footnote, line if line is not None else box, column)
    if isinstance(box, AbsolutePlaceholder):
        # Not laid out yet: what is called within it stands where it was taken out of the flow.
        for inner in box.descendants():
            if inner.footnote is not None:
                page.add(inner.footnote, line if line is not None else box, column)
        return
    if isinstance(box, boxes.LineBox):
        line = box
        page.lowest = max(page.lowest, box.position_y + box.height)
    elif isinstance(box, boxes.ReplacedBox) and box.is_in_normal_flow():
        page.lowest = max(page.lowest, box.position_y + box.margin_height())
    for child, place in _with_columns(box, column):
        _read(child, page, place, line)


def _with_columns(box: Box, column: _Column | None) -> Iterator[tuple[Box, _Column | None]]:
    """The children of a box, each with the column it stands in."""
    before = 0.0
    for child in box.children:
        if not child.is_column:
            before = 0.0
            yield child, column
            continue
        if child.position_y != (column.top if column else None):
            before = 0.0
        count = box.style["column_count"]
        columns = sum(other.is_column and other.position_y == child.position_y for other in box.children)
        column = _Column(child.position_y, before, columns if count == "auto" else max(columns, count))
        yield child, column
        before += _used_height(child)


def _used_height(column: Box) -> float:
    """How far the text of a column reaches down: the engine makes all columns as tall as the tallest."""
    for child in reversed(column.children):
        if child.is_in_normal_flow():
            used: float = child.position_y + child.margin_height() - column.position_y
            return used
    return 0.0
