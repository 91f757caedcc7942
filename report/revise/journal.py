"""The journal of a comparison: changes as they are met in reading order, and the names of what is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from report.findings import Mark
from report.model.blocks import Block, Callout, Figure, Table, Timeline
from report.model.brief import Brief
from report.model.redline import Thing
from report.model.revision import Beside, BlockFate, Change, ChangedPart, ChangeKind
from report.model.text import Text
from report.revise.pieces import in_words


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: what it is, the id that its page can be asked for, its section and its source."""

    part: ChangedPart
    anchor: str
    section: str
    mark: Mark

    def as_part(self, part: ChangedPart) -> Place:
        """Return the same place for another kind of text."""
        return replace(self, part=part)


class Journal:
    """Numbers changes in the order in which they are met, and keeps what else the merged text has no place for."""

    def __init__(self, ids: Collection[str]) -> None:
        """Open an empty journal; ``ids`` are all those of both revisions, which none that is made here may repeat."""
        self._taken = set(ids)
        self.changes: list[Change] = []
        self.fates: dict[str, BlockFate] = {}
        self.moves: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.things: dict[str, Thing] = {}
        self.numbers: dict[str, int] = {}
        self._of_moves: dict[str, int] = {}

    def change(self, kind: ChangeKind, place: Place, before: Text, after: Text, beside: Beside | None = None) -> int:
        """Write down a change and return its number."""
        number = len(self.changes) + 1
        at = place.part, place.anchor, place.section
        self.changes.append(Change(number, kind, *at, before, after, place.mark, beside))
        return number

    def replaced(self, place: Place, before: Text, after: Text) -> int:
        """Write down that something is another, is there, or is no more."""
        kind: ChangeKind = "replacement" if before and after else "insertion" if after else "deletion"
        return self.change(kind, place, before, after)

    def thing(self, path: str, place: Place, before: Thing, after: Thing, said: tuple[str | Text, str | Text]) -> None:
        """Write down what is no text if it is another, and keep what it was; ``said`` are the words for both."""
        if before != after:
            self.things[path] = before
            then, now = (in_words(one) if isinstance(one, str) else one for one in said)
            self.numbers[path] = self.replaced(place, then, now)

    def move(self, id_: str, place: Place, before: Text, after: Text, beside: Beside | None) -> int:
        """Write down a move once, at that of its two ends which is met first, and return its number."""
        if id_ not in self._of_moves:
            self._of_moves[id_] = self.change("move", place, before, after, beside)
        return self._of_moves[id_]

    def gone(self, id_: str) -> str:
        """Return the id of what was taken out."""
        name = f"was-{id_}"
        while name in self._taken:
            name = f"was-{name}"
        self._taken.add(name)
        self.ids[name] = id_
        return name


def ids_of(brief: Brief) -> Iterator[str]:
    """Yield the ids of the sections and blocks of a brief."""
    yield from _ids(brief.summary)
    for section in brief.sections:
        yield section.id
        yield from _ids(section.blocks)


def reachable(brief: Brief) -> Iterator[str]:
    """Yield the ids that a cross-reference can arrive at: titled sections, figures, tables and timelines."""
    yield from _reachable(brief.summary)
    for section in brief.sections:
        if section.title:
            yield section.id
        yield from _reachable(section.blocks)


def _reachable(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Figure | Table | Timeline):
            yield block.id
        elif isinstance(block, Callout):
            yield from _reachable(block.blocks)


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.id
        if isinstance(block, Callout):
            yield from _ids(block.blocks)
