"""Read content streams (ISO 32000-1, chapter 8 and 9) and tell what they draw, through forms and patterns.

An operator that is unknown, has the wrong operands or stands where it may not is a fault told in words, and reading
goes on; so it does where a form draws itself.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from report.preflight.file.drawn import Drawn, Marked
from report.preflight.file.matrix import Point
from report.preflight.file.state import State
from report.preflight.file.typeface import FileFont
from report.preflight.file.walk import IGNORED, OPERATORS, Walk

_DEEPEST = 16  # forms within forms
_INLINE = "INLINE IMAGE"  # what pikepdf calls BI, ID and EI together
_MOST_STEPS = 2_000_000  # operators of one page, with all its forms
_WRONG = (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError, pikepdf.PdfError)


@dataclass(frozen=True, slots=True)
class Content:
    """What a page draws, in order, all sequences of marked content in the order they begin, and what is wrong."""

    drawn: tuple[Drawn, ...]
    sequences: tuple[Marked, ...]
    faults: tuple[str, ...]


def read_content(page: Any, resources: Any, corner: Point, number: int, fonts: Callable[[Any], FileFont]) -> Content:
    """Read the content of a page; ``corner`` is the lower left one of its MediaBox, ``fonts`` reads dictionaries."""
    reader = _Reader(number, fonts)
    state = State(matrix=(1.0, 0.0, 0.0, 1.0, -corner[0], -corner[1]))
    reader.run(page, resources, state, ())
    if reader.marks:
        reader.fault(f"{len(reader.marks)} marked-content sequences are not closed")
    return Content(tuple(reader.drawn), tuple(reader.sequences), tuple(reader.faults))


@dataclass(slots=True)
class _Reader:
    """Walks through the operators of a page."""

    page: int
    fonts: Callable[[Any], FileFont]
    drawn: list[Drawn] = field(default_factory=list)
    faults: dict[str, None] = field(default_factory=dict)
    marks: list[Marked] = field(default_factory=list)
    sequences: list[Marked] = field(default_factory=list)
    within: list[tuple[int, int]] = field(default_factory=list)
    steps: int = 0

    def fault(self, words: str) -> None:
        self.faults.setdefault(words)

    def run(self, stream: Any, resources: Any, state: State, forms: tuple[str, ...]) -> None:
        """Read one stream from its first to its last operator."""
        try:
            with warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                instructions = pikepdf.parse_content_stream(stream)
        except _WRONG as trouble:
            self.fault(f"a content stream cannot be read: {trouble}")
            return
        for warning in warned:
            self.fault(f"a content stream is not whole: {warning.message}")
        outer = list(self.marks)
        walk = Walk(self, resources, state, forms)
        for instruction in instructions:
            self.steps += 1
            if self.steps > _MOST_STEPS:
                self.fault("the content has more operators than a page can need, and was not read to its end")
                break
            operator = bytes(instruction.operator).decode("ascii", "replace")
            act = OPERATORS.get(operator)
            if act is None:
                if operator not in IGNORED:
                    self.fault(f"“{operator[:20]}” is no operator of content streams")
                continue
            try:
                act(walk, instruction.operands if operator != _INLINE else _image(instruction))
            except _WRONG:
                self.fault(f"the operator “{operator}” has operands that it cannot have")
        if walk.saved:
            self.fault("the graphics state is saved (q) and never restored (Q)")
        if forms and self.marks != outer:
            self.fault(f"marked content begins within “{forms[-1]}” and ends outside, or the other way round")
            self.marks[:] = outer

    def recurse(self, stream: Any, resources: Any, state: State, forms: tuple[str, ...]) -> None:
        """Read a form, pattern, glyph or mask, unless it is being read already."""
        key = tuple(stream.objgen)
        if key in self.within or len(self.within) >= _DEEPEST:
            self.fault(f"“{forms[-1]}” draws itself, or is nested too deep")
            return
        self.within.append(key)
        self.run(stream, resources, state, forms)
        self.within.pop()


def _image(instruction: Any) -> list[Any]:
    """Return the operands that an inline image counts as having: itself."""
    return [instruction.iimage]
