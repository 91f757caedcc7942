"""Reading nodes by their shapes: what fits becomes values, what does not becomes findings.

One pass over the tree. A record with an unsound required key is unsound; who asked for it leaves it out and
goes on. On the way every id is written down with its place, and every text for the rules of prose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from report.findings import Mark, nearest
from report.locales import Shelf
from report.model.catalog import Unit
from report.model.manuscript import MappingNode, Node, ScalarNode, SequenceNode
from report.model.text import Text, Words
from report.validate.kinds import (
    Blocks,
    ByLocale,
    Field,
    Kind,
    ListOf,
    OneOrMore,
    Pairs,
    Plain,
    Prose,
    ProseOr,
    Record,
    Rows,
)
from report.validate.locator_forms import locator_forms
from report.validate.scalars import read_scalar, what_stands
from report.validate.shapes import CELL
from report.validate.values import Anchor, Cell, Row, Slate, UnsoundError, Values

# What messages call records whose names are words for their shape, not for what they are.
_CALLED = {
    "bibliography-part": "a part of the bibliography",
    "item": "an item of a list",
    "numbered": "a numbered list",
    "table-matter": "a table",
}


class Reader:
    """Reads the nodes of one brief; what is noticed stands on its slate, in the order of reading."""

    def __init__(self, shelf: Shelf) -> None:
        """Begin with a clean slate; the packs on the shelf give the words of locators."""
        self.slate = Slate(locator_forms(shelf))
        self._way: tuple[str, ...] = ()
        self._about = ""
        self._readers: dict[type, Callable[[Node, Any, str], Any]] = {
            Record: self._inner_record,
            ListOf: self._list,
            OneOrMore: self._one_or_more,
            Blocks: self._blocks,
            ProseOr: self._prose_or_record,
            Rows: self._rows,
            Pairs: self._pairs,
            ByLocale: self._by_locale,
        }

    def record(self, node: Node | None, record: Record, mark: Mark) -> Values:
        """Read a record; without a node it is empty and stands at the mark."""
        if node is None:
            return Values(record.name, {}, {}, {}, mark, is_sound=False)
        if not isinstance(node, MappingNode):
            keys = ", ".join(field.name for field in record.fields[:4])
            message = f"{_called(record)} is a mapping of keys, here stands {what_stands(node)}"
            self.slate.note("STR-003", node.mark, message, f"write its keys, each with a colon: {keys} …")
            return Values(record.name, {}, {}, {}, node.mark, is_sound=False)
        identity = node.get("id")
        outer = self._way
        if isinstance(identity, ScalarNode):
            self.slate.anchors.append(Anchor(identity.text, record.name, identity.mark))
            self._way = (identity.text,)
        values, is_sound = self._fields(node, record)
        self._way = outer
        starts = {entry.key.text: entry.value.mark for entry in node.entries}
        ends = {entry.key.text: entry.value.end for entry in node.entries}
        return Values(record.name, values, starts, ends, node.mark, is_sound)

    def _fields(self, node: MappingNode, record: Record) -> tuple[dict[str, Any], bool]:
        """Read the fields of a record, and say whether every required one is sound."""
        guessed = self._unknown_keys(node, record)
        values: dict[str, Any] = {}
        is_sound = self._either(node, record, guessed)
        for field in record.fields:
            value = node.get(field.name)
            is_needed = field.required or (field.name in record.either and value is not None)
            if value is None:
                if field.required and field.name not in guessed:
                    self._missing(node, record, field)
                is_sound = is_sound and not is_needed
                continue
            self._about = field.about
            try:
                values[field.name] = self._part(value, field.kind, field.name, field.name)
            except UnsoundError:
                is_sound = is_sound and not is_needed
        return values, is_sound

    def cell(self, node: Node, name: str) -> Cell:
        """Read a cell of a table, from the content or from a spreadsheet."""
        return Cell(read_scalar(self.slate, node, CELL, name), node)

    def unit(  # noqa: PLR0913 - what a unit holds, and where it stands
        self,
        way: tuple[str, ...],
        node: ScalarNode,
        runs: Text,
        about: str,
        *,
        is_plain: bool = False,
        before: str = "",
    ) -> None:
        """Write a text down as a unit that translators translate; ``way`` leads to it from the nearest id.

        What is read late stands ``before`` the unit of that context, so that all are in the order of reading.
        """
        units = self.slate.units
        contexts = (place for place in range(len(units) - 1, -1, -1) if units[place].context == before)
        place = next(contexts, len(units)) if before else len(units)
        units.insert(place, Unit("/".join(way), node, runs, is_plain, about))

    def _unknown_keys(self, node: MappingNode, record: Record) -> set[str]:
        """Say which keys are not known; return the known ones they were probably meant to be."""
        known = [field.name for field in record.fields]
        given = {entry.key.text for entry in node.entries}
        guessed = set()
        for entry in node.entries:
            if entry.key.text in known:
                continue
            guess = next((name for name in known if name not in given and nearest(entry.key.text, [name])), "")
            guessed.add(guess)
            hint = nearest(entry.key.text, [guess]) if guess else f"known here: {', '.join(known)}"
            message = f"“{entry.key.text}” is no key of {_called(record)}"
            self.slate.note("STR-001", entry.key.mark, message, hint)
        return guessed

    def _missing(self, node: MappingNode, record: Record, field: Field) -> None:
        """Report a missing key where it belongs: before the next declared key that is there, else at the end."""
        later = [other.name for other in record.fields[record.fields.index(field) + 1 :]]
        following = (entry.key.mark for name in later for entry in node.entries if entry.key.text == name)
        mark = next(following, _foot(node))
        self.slate.note("STR-002", mark, f"“{field.name}” is missing", field.about)

    def _either(self, node: MappingNode, record: Record, guessed: set[str]) -> bool:
        """Whether the right number of the keys that exclude each other is given."""
        given = [entry.key for entry in node.entries if entry.key.text in record.either]
        names = " or ".join(f"“{name}”" for name in record.either)
        if len(given) > 1:
            self.slate.note("STR-005", given[1].mark, f"only one of {names} can stand here", "take one of them out")
            return False
        if given or not record.either or not record.either_required:
            return True
        if not guessed.intersection(record.either):
            self.slate.note("STR-002", _foot(node), f"{names} is missing", "give one of them")
        return False

    def _part(self, node: Node, kind: Kind, name: str, step: str) -> Any:
        """Read a value that stands one step further down, by its key or its number."""
        outer, about = self._way, self._about
        self._way = (*outer, step)
        try:
            return self._value(node, kind, name)
        finally:
            self._way, self._about = outer, about

    def _value(self, node: Node, kind: Kind, name: str) -> Any:
        read = self._readers.get(type(kind))
        return read(node, kind, name) if read else self._scalar(node, kind, name)

    def _scalar(self, node: Node, kind: Kind, name: str) -> Any:
        value = read_scalar(self.slate, node, kind, name)
        if isinstance(node, ScalarNode) and isinstance(kind, Prose):
            self.unit(self._way, node, value, self._about)
        elif isinstance(node, ScalarNode) and isinstance(kind, Plain) and kind.words:
            self.unit(self._way, node, (Words(value, node.mark),), self._about, is_plain=True)
        return value

    def _inner_record(self, node: Node, record: Record, _: str) -> Values:
        values = self.record(node, record, node.mark)
        if not (values.is_sound or record.keeps_sound):
            raise UnsoundError
        return values

    def _prose_or_record(self, node: Node, kind: ProseOr, name: str) -> Any:
        record = kind.record()
        if isinstance(node, MappingNode):
            return self._value(node, record, name)
        self._about = record.fields[0].about
        return self._value(node, kind.prose, name)

    def _items(self, node: Node, name: str) -> tuple[Node, ...]:
        if isinstance(node, ScalarNode) and node.kind == "nothing":
            raise self.slate.refuse("STR-008", node.mark, f"“{name}” is empty", "begin each item with “- ”")
        if not isinstance(node, SequenceNode):
            message = f"“{name}” is a list, here stands {what_stands(node)}"
            raise self.slate.refuse("STR-003", node.mark, message, "begin each item with “- ” on a line of its own")
        if not node.items:
            raise self.slate.refuse("STR-008", node.mark, f"“{name}” is empty", "give at least one item")
        return node.items

    def _list(self, node: Node, kind: ListOf, name: str) -> tuple[Any, ...]:
        """Read every item, so that the mistakes of all are said, before refusing the list, or that item, for one."""
        read, is_sound = [], True
        for number, item in enumerate(self._items(node, name), start=1):
            try:
                read.append(self._part(item, kind.of, name, str(number)))
            except UnsoundError:
                is_sound = False
        if not (is_sound or kind.keeps_sound):
            raise UnsoundError
        return tuple(read)

    def _one_or_more(self, node: Node, kind: OneOrMore, name: str) -> tuple[Any, ...]:
        if isinstance(node, SequenceNode):
            return self._list(node, ListOf(kind.of), name)
        return (self._value(node, kind.of, name),)

    def _rows(self, node: Node, _: Rows, name: str) -> tuple[Row, ...]:
        return tuple(
            Row(tuple(self.cell(item, name) for item in self._items(row, name)), row.mark)
            for row in self._items(node, name)
        )

    def _pairs(self, node: Node, kind: Pairs, name: str) -> dict[str, str]:
        if not isinstance(node, MappingNode):
            message = f"“{name}” is a mapping of keys, here stands {what_stands(node)}"
            raise self.slate.refuse("STR-003", node.mark, message, "write its keys, each with a colon")
        fields = tuple(Field(key, Plain(), "") for key in kind.names or (entry.key.text for entry in node.entries))
        record = Record(name, "", fields, keeps_sound=kind.keeps_sound)
        return dict(self._inner_record(node, record, name).values)

    def _by_locale(self, node: Node, kind: ByLocale, name: str) -> dict[str, Any]:
        if not isinstance(node, MappingNode):
            message = f"“{name}” is a mapping of locales, here stands {what_stands(node)}"
            raise self.slate.refuse("STR-003", node.mark, message, "write the tag of each locale, with a colon")
        fields = tuple(Field(entry.key.text, kind.of, "") for entry in node.entries)
        return dict(self._inner_record(node, Record(name, "", fields), name).values)

    def _blocks(self, node: Node, kind: Blocks, name: str) -> tuple[Values, ...]:
        return tuple(values for item in self._items(node, name) for values in self._block(item, kind))

    def _block(self, node: Node, kind: Blocks) -> Iterator[Values]:
        """Yield the block if it is sound: it is told by its kind key, of which there is exactly one."""
        records = {record.name: record for record in kind.records}
        entries = node.entries if isinstance(node, MappingNode) else ()
        given = [entry.key for entry in entries if entry.key.text in records]
        if not isinstance(node, MappingNode):
            message = f"a block is a mapping of keys, here stands {what_stands(node)}"
            self.slate.note("STR-003", node.mark, message, "begin it with “- id:”")
        elif len(given) == 1:
            values = self.record(node, records[given[0].text], node.mark)
            if values.is_sound:
                yield values
        elif given:
            message = f"the block is both “{given[0].text}” and “{given[1].text}”"
            self.slate.note("STR-005", given[1].mark, message, "begin a new block with “- id:”")
        else:
            self._unknown_block(node, kind)

    def _unknown_block(self, node: MappingNode, kind: Blocks) -> None:
        kinds = [record.name for record in kind.records]
        known = {field.name for record in kind.records for field in record.fields}
        strangers = [entry.key for entry in node.entries if entry.key.text not in known]
        for key in strangers:
            hint = nearest(key.text, kinds) or f"a block here is one of: {', '.join(kinds)}"
            self.slate.note("STR-001", key.mark, f"“{key.text}” is no kind of block", hint)
        if not strangers:
            identity = node.get("id")
            mark = identity.mark if identity else node.mark
            self.slate.note("STR-005", mark, "the block has no kind", f"give it one of: {', '.join(kinds)}")


def _foot(node: MappingNode) -> Mark:
    """The last line of a mapping, at the column of its keys."""
    return Mark(node.mark.path, node.end.line, node.mark.column)


def _called(record: Record) -> str:
    """Return what messages call a record: with its article, or as the key it stands under if that is a plural."""
    name = record.name.rstrip("-0123456789")
    if name in _CALLED:
        return _CALLED[name]
    if name.endswith("s"):
        return f"“{name}”"
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
