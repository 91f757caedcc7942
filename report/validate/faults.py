"""Faults in the small Markdown, and the notebook in which the inline rules write them down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from markdown_it.rules_inline.state_inline import StateInline

from report.validate.locator_forms import LocatorForms

LITERAL_HINT = "for the sign itself write a backslash before it"


@dataclass(frozen=True, slots=True)
class Fault:
    """A slip in the small Markdown, at an offset of the source."""

    offset: int
    code: str
    message: str
    hint: str


@dataclass(slots=True)
class Notebook:
    """Beside the source: its pairs of brackets, whether notes may stand here, and the faults found.

    ``signs`` are the “@” and “;” right inside each bracket, ``forms`` those of locators. ``in_affix`` says that words
    before or after a cited work are being read.
    """

    source: str
    pairs: dict[int, int]
    signs: dict[int, list[int]]
    closers: frozenset[int]
    notes: bool
    forms: LocatorForms
    in_note: bool = False
    in_affix: bool = False
    faults: list[Fault] = field(default_factory=list)

    def cites(self, opening: int) -> bool:
        """Whether works are cited between a bracket and its partner."""
        return any(self.source[at] == "@" for at in self.signs.get(opening, ()))


def notebook(state: StateInline) -> Notebook:
    """Return the notebook of the text that is being read."""
    return cast(Notebook, state.env["notebook"])


def fault(state: StateInline, offset: int, code: str, message: str, hint: str = LITERAL_HINT) -> None:
    """Write a fault down."""
    notebook(state).faults.append(Fault(offset, code, message, hint))


def put(state: StateInline, content: str, offset: int, length: int) -> bool:
    """Push text that stands at an offset, and go on behind so many characters of the source."""
    token = state.push("text", "", 0)
    token.content = content
    token.meta = {"at": offset}
    state.pos += length
    return True
