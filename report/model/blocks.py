"""Blocks: what a section is made of. Every block knows its id and its place in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from report.findings import Mark
from report.model.text import Standing, Text


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of a timeline: a day, a month (``day`` is 0) or a year (``month`` and ``day`` are 0)."""

    year: int
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    id: str
    text: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section, one level below the section's title."""

    id: str
    text: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list: its words and, below them, at most one list."""

    text: Text
    sublist: ListBlock | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, numbered or with bullets."""

    id: str
    numbered: bool
    items: tuple[ListItem, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation and who said it (may be empty)."""

    id: str
    text: Text
    attribution: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A sentence of the brief's own, repeated large."""

    id: str
    text: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class Legend:
    """The words around a figure, table or timeline; each may be empty.

    ``spans`` says whether the block takes the full width of the page instead of one column.
    """

    caption: Text
    source: Text
    credit: Text
    alternative: str
    spans: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file of the brief, measured: path from the project folder, size in CSS pixels, its bytes' digest.

    ``texts`` are the words of each text of an SVG, in order, as its file has them, and ``wording`` as they are drawn:
    those of the edition. ``standing`` is that of the text which follows its source text least.
    """

    path: str
    media_type: Literal["image/png", "image/jpeg", "image/svg+xml"]
    width: float
    height: float
    sha256: str
    texts: tuple[str, ...] = ()
    wording: tuple[str, ...] = ()
    standing: Standing = "current"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its legend."""

    id: str
    picture: Picture
    legend: Legend
    mark: Mark


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its unit (may be empty) and whether it holds numbers."""

    title: Text
    unit: Text
    numeric: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; the first cell of a row may be its head. ``notes`` stand below the table."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    has_row_heads: bool
    notes: Text
    legend: Legend
    mark: Mark


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated step."""

    date: PartialDate
    label: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated steps in order, numbered with the figures."""

    id: str
    entries: tuple[TimelineEntry, ...]
    legend: Legend
    mark: Mark


@dataclass(frozen=True, slots=True)
class Callout:
    """A titled box beside the argument; holds paragraphs and lists."""

    id: str
    title: Text
    blocks: tuple[Paragraph | ListBlock, ...]
    spans: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended, and to whom (may be empty)."""

    addressee: Text
    text: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Numbered recommendations under a title (may be empty)."""

    id: str
    title: Text
    items: tuple[Recommendation, ...]
    mark: Mark


Block = Paragraph | Heading | ListBlock | Quotation | PullQuote | Figure | Table | Timeline | Callout | Recommendations


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a brief; an empty title makes it untitled and unnumbered."""

    id: str
    title: Text
    blocks: tuple[Block, ...]
    mark: Mark


def texts_of(block: Block) -> Iterator[Text]:  # noqa: C901, PLR0912 - one short branch for each kind of block
    """Yield every text of a block in reading order: the order in which it is printed and its notes are numbered."""
    match block:
        case Paragraph() | Heading() | PullQuote():
            yield block.text
        case Quotation():
            yield block.text
            yield block.attribution
        case ListBlock():
            yield from _texts_of_list(block)
        case Figure():
            yield from _texts_below(block.legend)
        case Timeline():
            yield block.legend.caption
            for entry in block.entries:
                yield entry.label
            yield block.legend.source
            yield block.legend.credit
        case Table():
            yield block.legend.caption
            for column in block.columns:
                yield column.title
                yield column.unit
            for row in block.rows:
                yield from row
            yield block.notes
            yield block.legend.source
            yield block.legend.credit
        case Callout():
            yield block.title
            for inner in block.blocks:
                yield from texts_of(inner)
        case Recommendations():
            yield block.title
            for item in block.items:
                yield item.addressee
                yield item.text


def _texts_of_list(block: ListBlock) -> Iterator[Text]:
    for item in block.items:
        yield item.text
        if item.sublist:
            yield from _texts_of_list(item.sublist)


def _texts_below(legend: Legend) -> Iterator[Text]:
    yield legend.caption
    yield legend.source
    yield legend.credit
