"""The parts that a redline names, each with its texts; and every text of a value of the model changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from report.model.blocks import (
    Block,
    Callout,
    ListBlock,
    Recommendations,
    Table,
    Timeline,
    texts_of,
)
from report.model.brief import Brief
from report.model.redline import Printing
from report.model.text import Run, Text, note_calls

T = TypeVar("T")
_TEXTS = ("title", "subtitle", "standfirst", "summary", "sections", "revisions")


def parts_of(brief: Brief) -> Iterator[tuple[str, list[Text]]]:
    """Yield what a redline may name, with its texts: sections by their titles, blocks, and what blocks are made of."""
    for section in brief.sections:
        yield section.id, [section.title]
    for block in (*brief.summary, *(block for section in brief.sections for block in section.blocks)):
        yield block.id, list(texts_of(block))
        match block:
            case ListBlock():
                yield from _items(block.id, block)
            case Table():
                yield from ((f"{block.id}/{at}", list(row)) for at, row in enumerate(block.rows, start=1))
            case Timeline():
                yield from ((f"{block.id}/{at}", [one.label]) for at, one in enumerate(block.entries, start=1))
            case Recommendations():
                for at, one in enumerate(block.items, start=1):
                    yield f"{block.id}/{at}", [one.addressee, one.text]
            case Callout():
                for inner in block.blocks:
                    yield inner.id, list(texts_of(inner))
                    yield from _items(inner.id, inner) if isinstance(inner, ListBlock) else ()


def _items(name: str, block: ListBlock) -> Iterator[tuple[str, list[Text]]]:
    for at, item in enumerate(block.items, start=1):
        yield f"{name}/{at}", [item.text]
        if item.sublist:
            yield from _items(f"{name}/{at}", item.sublist)


def block_ids(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the ids of blocks, and of those in them."""
    for block in blocks:
        yield block.id
        if isinstance(block, Callout):
            yield from block_ids(block.blocks)


def changed(printing: Printing, change: Callable[[Text], Text]) -> Printing:
    """Return a printing with its every text changed, in reading order, notes last in the order of their calls."""
    edition, apparatus = printing.edition, printing.apparatus
    brief = replace(edition.brief, **{name: mapped(getattr(edition.brief, name), change) for name in _TEXTS})
    brief = replace(brief, house=replace(brief.house, imprint=mapped(brief.house.imprint, change)))
    bibliography = mapped(apparatus.bibliography, change)
    called = dict.fromkeys(call.id for text in brief.texts() for call in note_calls(text))
    notes = {note.id: replace(note, text=change(note.text)) for note in map(apparatus.notes.__getitem__, called)}
    apparatus = replace(apparatus, notes=notes, bibliography=bibliography)
    return replace(printing, edition=replace(edition, brief=brief), apparatus=apparatus)


def mapped(value: T, change: Callable[[Text], Text]) -> T:
    """Return a value of the model with all texts in it changed, captions of tables and timelines first."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Run):
            return cast(T, change(value))
        return cast(T, tuple(mapped(one, change) for one in value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = sorted((one.name for one in fields(value)), key=lambda name: name not in ("title", "legend"))
    return replace(value, **{name: mapped(getattr(value, name), change) for name in names})
