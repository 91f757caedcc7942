"""The structure tree while it is put in order: elements, and the content that hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

# Elements that hold other elements and no words of their own (ISO 32000-1, 14.8.4.2 and tables 336 and 337).
GROUPING = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR"}
)

# Elements that stand in a line.
INLINE = frozenset({"Span", "Em", "Strong", "Ins", "Del", "Quote", "Code", "Reference", "Link", "Lbl"})


class Content(NamedTuple):
    """A sequence of marked content on a page, counted from 0."""

    page: int
    mcid: int


class Area(NamedTuple):
    """A place on a page where a link can be clicked; ``annotation`` is the engine's dictionary, which is untyped."""

    page: int
    annotation: Any


@dataclass(slots=True, eq=False)
class Node:
    """A structure element: its type, the language of its words, and its kids in the order of reading.

    ``attributes`` are by owner (“Table”, “List”, “Layout”), ``span`` is the number of columns and of rows that a cell
    takes.
    """

    tag: str
    language: str
    kids: list[Node | Content | Area] = field(default_factory=list)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    id: str = ""
    alternative: str = ""
    span: tuple[int, int] = (1, 1)

    @property
    def nodes(self) -> list[Node]:
        """The kids that are elements themselves."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def descendants(self) -> Iterator[Node]:
        """Yield the element and all elements below it, in the order of reading."""
        yield self
        for kid in self.nodes:
            yield from kid.descendants()
