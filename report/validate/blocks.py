"""Sound values to blocks: what was read by the shapes, put into the types of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import get_args

from report.model.blocks import (
    Block,
    Callout,
    Figure,
    Heading,
    Legend,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    PullQuote,
    Quotation,
    Recommendation,
    Recommendations,
    Table,
    Timeline,
    TimelineEntry,
)
from report.model.manuscript import Manuscript
from report.model.queries import Query
from report.model.text import Standing, Text, Words, note_calls
from report.validate.markdown import NoteIds
from report.validate.reader import Reader
from report.validate.tables import TableMaker
from report.validate.values import Values

_OF_TEXT_ALONE: dict[str, type[Paragraph | Heading | PullQuote]] = {
    "paragraph": Paragraph,
    "heading": Heading,
    "pull-quote": PullQuote,
}
# The keys of what has numbered parts that can be asked about.
_OF_PARTS = ("list", "numbered", "recommendations", "timeline")


class BlockMaker:
    """Makes the blocks of one brief; what only shows when values meet is said through the reader."""

    def __init__(self, reader: Reader, manuscript: Manuscript) -> None:
        """Take the reader to speak through, and the manuscript for its pictures and spreadsheets."""
        self._reader = reader
        self._pictures = manuscript.pictures
        self._drawings = manuscript.drawings
        self._written_down: set[str] = set()
        self._tables = TableMaker(reader, manuscript)
        self.queries: list[Query] = []

    def ask(self, values: Values, target: str = "") -> None:
        """Keep the queries put to a block or a section, or to the title page, in the order in which they are met."""
        asked = values.get("queries", ())
        self.queries += (Query(target, one["by"], one["text"], one.mark) for one in asked)

    def blocks(self, given: tuple[Values, ...]) -> Iterator[Block]:
        """Yield a block for each value that makes one."""
        for values in given:
            self.ask(values, values["id"])
            self._ask_within(values, values["id"])
            block = self._block(values, values["id"], NoteIds(values["id"]))
            if block:
                yield block

    def _ask_within(self, values: Values, name: str) -> None:
        """Keep the queries put to items, recommendations and steps, each under its numbers: ``habits/2/1``."""
        for key in _OF_PARTS:
            for number, part in enumerate(values.get(key, ()), start=1):
                if isinstance(part, Values):
                    self.ask(part, f"{name}/{number}")
                    self._ask_within(part, f"{name}/{number}")

    def _block(self, values: Values, block_id: str, notes: NoteIds) -> Block | None:
        makers: dict[str, Callable[[Values, str, NoteIds], Block | None]] = {
            "list": _list,
            "numbered": _list,
            "quotation": self._quotation,
            "figure": self._figure,
            "table": self._table,
            "timeline": self._timeline,
            "callout": self._callout,
            "recommendations": _recommendations,
        }
        if values.record in makers:
            return makers[values.record](values, block_id, notes)
        make = _OF_TEXT_ALONE[values.record]
        return make(block_id, _text(values, values.record, notes), values.mark)

    def _quotation(self, values: Values, block_id: str, notes: NoteIds) -> Quotation:
        text = _text(values, "quotation", notes)
        attribution = _text(values, "attribution", notes)
        if not attribution and not any(note_calls(text)):
            hint = "give an attribution, or a note with the source"
            message = "the quotation does not say whose words these are"
            self._reader.slate.note("STR-002", values.ends["quotation"], message, hint)
        return Quotation(block_id, text, attribution, values.mark)

    def _figure(self, values: Values, block_id: str, notes: NoteIds) -> Figure | None:
        self._expect_origin(values)
        picture = self._picture(values["figure"], f"{block_id}/caption")
        legend = _legend(values, notes, spans=False)
        return Figure(block_id, picture, legend, values.mark) if picture else None

    def _picture(self, path: str, caption: str) -> Picture | None:
        """Return a picture with the words that are drawn in it; a drawing shown twice has its units once.

        They stand before the caption, a context.
        """
        picture, texts = self._pictures.get(path), self._drawings.get(path, ())
        if picture is None or not texts:
            return picture
        if path not in self._written_down:
            self._written_down.add(path)
            for number, node in enumerate(texts, start=1):
                if any(map(str.isalpha, node.text)):
                    runs = (Words(node.text, node.mark),)
                    about = "Words in a drawing."
                    self._reader.unit((path, str(number)), node, runs, about, is_plain=True, before=caption)
        standing = max((node.standing for node in texts), key=get_args(Standing).index)
        return replace(picture, wording=tuple(node.text for node in texts), standing=standing)

    def _table(self, values: Values, block_id: str, notes: NoteIds) -> Table | None:
        self._expect_origin(values)
        legend = _legend(values, notes, spans=False)
        matter = self._tables.matter(values["table"], block_id, notes)
        if matter is None:
            return None
        heads = values["table"].get("row-heads", default=False)
        below = _text(values, "notes", notes)
        return Table(block_id, matter.columns, matter.rows, heads, below, legend, values.mark)

    def _expect_origin(self, values: Values) -> None:
        if not values.keys.intersection(("source", "credit")):
            message = f"the {values.record} says neither source nor credit"
            self._reader.slate.note("STR-002", values.ends["caption"], message, "add one of the two")

    def _timeline(self, values: Values, block_id: str, notes: NoteIds) -> Timeline:
        legend = _legend(values, notes, spans=True)
        steps = tuple(
            TimelineEntry(step["date"], _text(step, "label", notes), step.mark) for step in values["timeline"]
        )
        for step in _out_of_order(steps):
            hint = "put the steps in the order of their dates"
            self._reader.slate.note("STR-010", step.mark, "the date of this step is out of order", hint)
        return Timeline(block_id, steps, legend, values.mark)

    def _callout(self, values: Values, block_id: str, notes: NoteIds) -> Callout:
        title = _text(values, "callout", notes)
        inner = tuple(block for block in self.blocks(values["blocks"]) if isinstance(block, Paragraph | ListBlock))
        return Callout(block_id, title, inner, values.get("span", default=False), values.mark)


def _recommendations(values: Values, block_id: str, notes: NoteIds) -> Recommendations:
    title = _text(values, "title", notes)
    items = tuple(
        Recommendation(_text(item, "for", notes), _text(item, "text", notes), item.mark)
        for item in values["recommendations"]
    )
    return Recommendations(block_id, title, items, values.mark)


def _list(values: Values, block_id: str, notes: NoteIds) -> ListBlock:
    kind = "numbered" if "numbered" in values.keys else "list"
    items = tuple(_item(item, values, block_id, notes) for item in values[kind])
    return ListBlock(block_id, kind == "numbered", items, values.mark)


def _item(item: Values | Text, outer: Values, block_id: str, notes: NoteIds) -> ListItem:
    if not isinstance(item, Values):
        return ListItem(notes.number(item), None, item[0].mark if item else outer.mark)
    text = _text(item, "text", notes)
    has_list = item.keys.intersection(("list", "numbered"))
    return ListItem(text, _list(item, block_id, notes) if has_list else None, item.mark)


def _legend(values: Values, notes: NoteIds, *, spans: bool) -> Legend:
    return Legend(
        caption=_text(values, "caption", notes),
        source=_text(values, "source", notes),
        credit=_text(values, "credit", notes),
        alternative=values.get("alternative", default=""),
        spans=values.get("span", default=spans),
    )


def _text(values: Values, name: str, notes: NoteIds) -> Text:
    return notes.number(values.get(name, default=()))


def _out_of_order(steps: tuple[TimelineEntry, ...]) -> Iterator[TimelineEntry]:
    """Of two steps in the wrong order yield the one without which its neighbours are in order, or both."""
    for place in range(1, len(steps)):
        if _is_before(steps[place], steps[place - 1]):
            around = {place - 1: steps[place - 2 : place - 1] + steps[place : place + 2]}
            around[place] = steps[max(place - 2, 0) : place] + steps[place + 1 : place + 2]
            alone = [one for one, left in around.items() if not any(map(_is_before, left[1:], left))]
            yield from (steps[one] for one in alone or (place,))


def _is_before(entry: TimelineEntry, earlier: TimelineEntry) -> bool:
    """Compare as far as both dates go: a year is not before a day in it."""
    ours = (entry.date.year, entry.date.month, entry.date.day)
    theirs = (earlier.date.year, earlier.date.month, earlier.date.day)
    for mine, other in zip(ours, theirs, strict=True):
        if mine != other or not mine:
            return 0 < mine < other
    return False
