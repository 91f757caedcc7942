"""The manuscript: files as they were read, every scalar with its mark. Nothing in it is trusted yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from report.findings import Mark
from report.model.blocks import Picture
from report.model.text import Standing

ScalarKind = Literal["text", "number", "flag", "nothing"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``offset`` on, the characters of a scalar stand side by side in the file, from this place."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A value without parts. ``kind`` is how YAML 1.2 reads it; ``text`` is what was written, folded.

    ``mark`` is where the value begins (its quote or ``>-`` included). The stretches lead from an offset in
    ``text`` back to the file. ``language`` (a BCP 47 tag) is that of its words where it is not that of the manuscript
    it stands in; ``standing`` is how a translation stands to its source text.
    """

    text: str
    kind: ScalarKind
    mark: Mark
    stretches: tuple[Stretch, ...]
    language: str = ""
    standing: Standing = "current"

    def at(self, offset: int) -> Mark:
        """Return the place in the file of the character at an offset of the text."""
        found = bisect_right(self.stretches, offset, key=lambda stretch: stretch.offset) - 1
        stretch = self.stretches[max(found, 0)]
        return Mark(self.mark.path, stretch.line, stretch.column + offset - stretch.offset)

    @property
    def end(self) -> Mark:
        """The place of the last character, or of the value itself when it is empty."""
        return self.at(len(self.text) - 1) if self.text else self.mark


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list of values."""

    items: tuple[Node, ...]
    mark: Mark

    @property
    def end(self) -> Mark:
        """The place where the last item ends."""
        return self.items[-1].end if self.items else self.mark


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: ScalarNode
    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and their values in the order of the file; a key stands once."""

    entries: tuple[Entry, ...]
    mark: Mark

    @property
    def end(self) -> Mark:
        """The place where the last value ends."""
        return self.entries[-1].value.end if self.entries else self.mark

    def get(self, name: str) -> Node | None:
        """Return the value of a key, if the key is there."""
        return next((entry.value for entry in self.entries if entry.key.text == name), None)


Node = ScalarNode | SequenceNode | MappingNode


def mappings_in(node: Node | None) -> Iterator[MappingNode]:
    """Yield every mapping in a tree, outer ones first."""
    if isinstance(node, MappingNode):
        yield node
        for entry in node.entries:
            yield from mappings_in(entry.value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from mappings_in(item)


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A section as ``brief.yaml`` lists it, and its file if that could be read."""

    id: str
    listed: Mark
    node: Node | None


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A CSV file: rows of cells, the head first; every row as long as the head."""

    rows: tuple[tuple[ScalarNode, ...], ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All that was read for a brief.

    Pictures and spreadsheets are found by the path that the content names them by; ``drawings`` holds, for each SVG
    among the pictures, the words of its texts in order. ``references`` are the .bib files that ``brief.yaml`` names:
    their paths from the project folder, and the places that name them.
    ``unread`` are ids that stand in files which could not be read: what points at them is not at fault.
    ``locale`` is the edition whose words the texts are, empty for the brief as it was written. ``errata`` is what is
    said of published versions, if anything is.
    """

    slug: str
    folder: str
    house: Node | None
    brief: Node | None
    sections: tuple[SectionFile, ...]
    pictures: Mapping[str, Picture]
    drawings: Mapping[str, tuple[ScalarNode, ...]]
    spreadsheets: Mapping[str, Spreadsheet]
    references: tuple[tuple[str, Mark], ...]
    unread: frozenset[str]
    locale: str = ""
    errata: Node | None = None
