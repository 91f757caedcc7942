"""Blocks, notes and references as plain data: which parts each has, and under which names they are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from report.findings import Mark
from report.model import blocks
from report.model.apparatus import Mention, Note, Reference, ReferenceGroup, Target
from report.model.brief import Author, Revision
from report.model.catalog import Progress
from report.model.frozen.runs import DIRECTION, KEY, NOTE_ID, Runs
from report.model.frozen.shapes import (
    DAY,
    FLAG,
    ID,
    WORDS,
    Shape,
    kinds,
    list_of,
    number,
    one_of,
    optional,
    record,
    text,
)
from report.model.revision import VERSION_FORM
from report.model.text import Text

_PICTURE_FILE = text(r"content(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")
_DIGEST = text(r"[0-9a-f]{64}")
_PARTIAL_DAY = text(r"[0-9]{1,4}(-[0-9]{2}(-[0-9]{2})?)?")


class Name(NamedTuple):
    """The names of a work's authors where the text names them: the key, whether they begin a sentence, the words."""

    key: str
    begins_sentence: bool
    names: Text


class Shapes(NamedTuple):
    """The shapes of all that one file holds."""

    text: Shape[Text]
    blocks: Shape[tuple[blocks.Block, ...]]
    sections: Shape[tuple[blocks.Section, ...]]
    note: Shape[Note]
    bibliography: Shape[tuple[ReferenceGroup, ...]]
    target: Shape[Target]
    name: Shape[Name]
    revision: Shape[Revision]


def shapes_of(runs: Runs, mark: Mark) -> Shapes:
    """Return the shapes of what was frozen in one file; all that is thawed has its place there."""
    block = _block(runs.text, mark)
    section = record(partial(blocks.Section, mark=mark), id=ID, title=optional(runs.text, ()), blocks=list_of(block))
    mention = record(Mention, key=KEY, position=one_of("first", "later", "ibid", "ibid-elsewhere"))
    note = record(
        partial(Note, mark=mark),
        id=NOTE_ID,
        number=number(whole=True),
        label=WORDS,
        text=runs.text,
        mentions=optional(list_of(mention), ()),
        section=optional(ID, ""),
    )
    reference = record(
        partial(Reference, mark=mark),
        key=KEY,
        text=runs.text,
        notes=optional(list_of(NOTE_ID), ()),
        direction=DIRECTION,
    )
    group = record(ReferenceGroup, id=WORDS, title=optional(runs.text, ()), references=list_of(reference))
    target = record(Target, id=ID, kind=one_of("section", "figure", "table"), number=WORDS, label=WORDS)
    name = record(Name, key=KEY, begins_sentence=FLAG, names=runs.text)
    revision = record(Revision, version=VERSION, date=DAY, note=runs.text)
    return Shapes(runs.text, list_of(block), list_of(section), note, list_of(group), target, name, revision)


def _block(words: Shape[Text], mark: Mark) -> Shape[Any]:
    """Return the shape of a block of any kind."""
    list_block = _list(words, mark)
    legend = record(
        blocks.Legend,
        caption=optional(words, ()),
        source=optional(words, ()),
        credit=optional(words, ()),
        alternative=optional(WORDS, ""),
        spans=optional(FLAG, empty=False),
    )
    column = record(blocks.Column, title=words, unit=optional(words, ()), numeric=optional(FLAG, empty=False))
    entry = record(partial(blocks.TimelineEntry, mark=mark), date=_DATE_IN_PART, label=words)
    recommendation = record(partial(blocks.Recommendation, mark=mark), addressee=optional(words, ()), text=words)

    def block(type_: type, **parts: Any) -> tuple[type, Shape[Any]]:
        return type_, record(partial(type_, mark=mark), id=ID, **parts)

    paragraph = block(blocks.Paragraph, text=words)
    in_callout = kinds({"paragraph": paragraph, "list": (blocks.ListBlock, list_block)})
    return kinds(
        {
            "paragraph": paragraph,
            "heading": block(blocks.Heading, text=words),
            "list": (blocks.ListBlock, list_block),
            "quotation": block(blocks.Quotation, text=words, attribution=optional(words, ())),
            "pull-quote": block(blocks.PullQuote, text=words),
            "figure": block(blocks.Figure, picture=_PICTURE, legend=legend),
            "table": block(
                blocks.Table,
                columns=list_of(column),
                rows=list_of(list_of(words)),
                has_row_heads=FLAG,
                notes=optional(words, ()),
                legend=legend,
            ),
            "timeline": block(blocks.Timeline, entries=list_of(entry), legend=legend),
            "callout": block(
                blocks.Callout, title=optional(words, ()), blocks=list_of(in_callout), spans=optional(FLAG, empty=False)
            ),
            "recommendations": block(blocks.Recommendations, title=optional(words, ()), items=list_of(recommendation)),
        }
    )


def _list(words: Shape[Text], mark: Mark) -> Shape[blocks.ListBlock]:
    """Return the shape of a list, whose items may hold lists of the same shape."""

    def write(value: blocks.ListBlock) -> Any:
        return shape.write(value)

    def read(data: Any) -> blocks.ListBlock:
        return shape.read(data)

    inner = Shape(write, read)
    item = record(partial(blocks.ListItem, mark=mark), text=words, sublist=optional(inner, None))
    shape = record(partial(blocks.ListBlock, mark=mark), id=ID, numbered=FLAG, items=list_of(item))
    return shape


def _write_date(value: blocks.PartialDate) -> str:
    written = f"{value.year:04}"
    if value.month:
        written += f"-{value.month:02}"
    return f"{written}-{value.day:02}" if value.day else written


def _read_date(data: Any) -> blocks.PartialDate:
    parts = [int(part) for part in _PARTIAL_DAY.read(data).split("-")]
    full = "-".join(f"{part:02}" for part in [*parts, 1, 1][1:3])
    DAY.read(f"{parts[0]:04}-{full}")
    return blocks.PartialDate(*parts)


_DATE_IN_PART: Shape[blocks.PartialDate] = Shape(_write_date, _read_date)
SLUG = text(r"[^/]{1,100}")
VERSION = text(VERSION_FORM)
_PICTURE: Shape[blocks.Picture] = record(
    blocks.Picture,
    path=_PICTURE_FILE,
    media_type=one_of("image/png", "image/jpeg", "image/svg+xml"),
    width=number(),
    height=number(),
    sha256=_DIGEST,
    texts=optional(list_of(WORDS), ()),
    wording=optional(list_of(WORDS), ()),
    standing=optional(one_of("current", "stale", "missing"), "current"),
)
ABOUT: Mapping[str, tuple[str, Shape[Any]]] = {
    "short_title": ("short-title", WORDS),
    "number": ("number", WORDS),
    "date": ("date", DAY),
    "authors": ("authors", list_of(record(Author, name=WORDS, corporate=optional(FLAG, empty=False)))),
    "keywords": ("keywords", list_of(WORDS)),
    "description": ("description", WORDS),
}
"""What a brief says of itself in plain words: the names of its fields, their keys and shapes."""
PROGRESS: Shape[Progress] = record(
    Progress,
    **dict.fromkeys(("current", "stale", "missing", "reviewed", "unsettled"), number(whole=True)),
)
