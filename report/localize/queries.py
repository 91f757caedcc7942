"""The queries of an edition: those of the content, and the translators' own comments in its catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from report.findings import Finding
from report.model.anchors import part_id
from report.model.blocks import Block, Callout, Figure, ListBlock, Recommendations, Table, Timeline
from report.model.brief import Brief
from report.model.catalog import Translation
from report.model.queries import NumberedQuery, Query

_FRONT = "brief"


def number_queries(brief: Brief, translations: Iterable[Translation]) -> tuple[NumberedQuery, ...]:
    """Number the queries of an edition in the order of its text; of one place those of the content come first."""
    asked = (*brief.queries, *_comments(translations))
    places = _places(brief)
    order = {target: number for number, target in enumerate(places)}
    found = sorted(((_nearest(query.target, places), query) for query in asked), key=lambda one: order[one[0]])
    return tuple(NumberedQuery(number, *places[target], query) for number, (target, query) in enumerate(found, start=1))


def open_queries(brief: Brief) -> Iterator[Finding]:
    """Say that a brief is published and something in it is still asked; translators may leave their comments."""
    if brief.queries:
        first, *others = brief.queries
        message = f"{first.by} asks “{_opening(first.text)}”"
        message += f", and {len(others)} more quer{'ies are' if len(others) > 1 else 'y is'} open" if others else ""
        yield Finding("REV-009", first.mark, message, "take out what has been answered; published editions print none")


def _opening(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _comments(translations: Iterable[Translation]) -> Iterator[Query]:
    """Yield what translators have written beside their words; lines that follow each other are one comment."""
    for one in translations:
        words = " ".join(filter(None, map(str.strip, one.message.comments))) if one.message else ""
        if one.message and words:
            yield Query(_target(one.unit.context), "", words, one.message.mark)


def _target(context: str) -> str:
    """Return what a text is a part of, by its context; words in a drawing belong to its file."""
    way, _, _ = context.rpartition("/")
    if "." in way:
        return way
    block, *steps = context.split("/")
    match steps:
        case ["table", "columns", number, *_]:
            return f"{block}/column-{number}"
        case ["table", "rows", number, *_]:
            return f"{block}/{number}"
    return "/".join((block, *filter(str.isdecimal, steps)))


def _nearest(target: str, places: Mapping[str, object]) -> str:
    """Return the innermost part, block or section around a target that there is: the title page if there is none."""
    while target not in places:
        target = target.rpartition("/")[0]
    return target


def _places(brief: Brief) -> dict[str, tuple[str, str]]:
    """Return blocks, their parts and sections in the order of the text, with what they are called in the markup."""
    places = {"": (_FRONT, _FRONT)}
    for block in brief.summary:
        _place(block, f"b-{block.id}", places)
    for section in brief.sections:
        places.setdefault(section.id, (f"s-{section.id}", f"s-{section.id}"))
        for block in section.blocks:
            _place(block, f"b-{block.id}", places)
    return places


def _place(block: Block, around: str, places: dict[str, tuple[str, str]]) -> None:
    places.setdefault(block.id, (f"b-{block.id}", around))
    for name in _parts(block):
        places.setdefault(name, (part_id(name), around))
    if isinstance(block, Callout):
        for inner in block.blocks:
            _place(inner, around, places)
    if isinstance(block, Figure):
        in_folder = block.picture.path.split("/", 2)[-1]
        places.setdefault(in_folder, (f"b-{block.id}", around))


def _parts(block: Block) -> Iterator[str]:
    """Yield the names of the items, steps, recommendations, heads of columns and rows of a block."""
    match block:
        case ListBlock():
            yield from _items(block, block.id)
        case Recommendations(items=parts) | Timeline(entries=parts):
            yield from (f"{block.id}/{number}" for number, _ in enumerate(parts, start=1))
        case Table():
            yield from (f"{block.id}/column-{number}" for number, _ in enumerate(block.columns, start=1))
            yield from (f"{block.id}/{number}" for number, _ in enumerate(block.rows, start=1))


def _items(block: ListBlock, name: str) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        yield f"{name}/{number}"
        if item.sublist:
            yield from _items(item.sublist, f"{name}/{number}")
