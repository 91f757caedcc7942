"""What is known while a template is read, and how its parts are asked for their shapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from jinja2 import nodes

from report.findings import Finding
from report.validate.templates.book import Book, Macro, Template
from report.validate.templates.shapes import UNKNOWN, Shape

Scope = Mapping[str, Shape]


class Hearing(Protocol):
    """Who is told what calls hand to macros."""

    def hand(self, macro: Macro, name: str, shape: Shape) -> None:
        """Hear that a call hands a value of this shape to an argument."""


@dataclass(slots=True)
class Reading:
    """What is known while a template is read: its macros and modules, and where findings and arguments go.

    ``handlers`` know the shapes of each kind of expression; ``read`` are the names that were asked for so far.
    """

    template: Template
    book: Book
    macros: dict[str, Sequence[Macro]]
    modules: dict[str, Sequence[Template]]
    handlers: Handlers
    hearing: Hearing
    findings: list[Finding]
    read: set[str] = field(default_factory=set)

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """Return the shape of an expression, and note what in it does not exist."""
        handler = self.handlers.get(type(node))
        if handler:
            return handler(self, node, scope)
        for child in node.iter_child_nodes():
            self.shape(child, scope)
        return UNKNOWN

    def say(self, node: nodes.Node, word: str, message: str, hint: str = "", code: str = "CMP-002") -> None:
        """Note a mistake at a word in the line of a node."""
        self.findings.append(Finding(code, self.template.mark(node.lineno, word), message, hint))


Handlers = Mapping[type[nodes.Node], Callable[[Reading, Any, Scope], Shape]]
