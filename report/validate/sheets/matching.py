"""A value held against the grammar of its property."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from report.validate.sheets import vocabulary as house
from report.validate.sheets.calculation import kind_of_calculation
from report.validate.sheets.components import Component
from report.validate.sheets.grammar import Any, Call, Either, Grammar, Kind, Row, Times, Word, named
from report.validate.sheets.styles import Vocabulary

HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


class Match:
    """Finds out how far a value follows a grammar; ``reached`` is the first component that no reading takes."""

    def __init__(self, value: Sequence[Component], known: Vocabulary) -> None:
        self.reached = 0
        self._value = value
        self._known = known

    def holds(self, grammar: Grammar) -> bool:
        """Whether the whole value is what the grammar says."""
        return any(end == len(self._value) for end in self._ends(grammar, 0))

    def _ends(self, part: Grammar, start: int) -> Iterator[int]:
        """Yield every place at which a part of the grammar, begun at a place, may end."""
        match part:
            case Word():
                yield from self._step(start, lambda one: one.text.lower() == part.text and one.kind in ("word", "sign"))
            case Kind():
                inner = named(part.name)
                if inner is not None:
                    yield from self._ends(inner, start)
                else:
                    yield from self._step(start, lambda one: is_kind(one, part.name, self._known))
            case Call():
                yield from self._step(start, lambda one: self._is_call(one, part))
            case Row():
                yield from self._row(part.parts, start)
            case Either():
                for one in part.parts:
                    yield from self._ends(one, start)
            case Any():
                yield from self._any(part.parts, start, all_needed=part.all_needed, is_first=True)
            case Times():
                yield from self._times(part, start, 0)

    def _step(self, start: int, takes: Callable[[Component], bool]) -> Iterator[int]:
        if start < len(self._value) and takes(self._value[start]):
            self.reached = max(self.reached, start + 1)
            yield start + 1

    def _row(self, parts: Sequence[Grammar], start: int) -> Iterator[int]:
        if not parts:
            yield start
            return
        for middle in self._ends(parts[0], start):
            yield from self._row(parts[1:], middle)

    def _any(self, parts: Sequence[Grammar], start: int, *, all_needed: bool, is_first: bool) -> Iterator[int]:
        if not parts or not (is_first or all_needed):
            yield start
        for number, part in enumerate(parts):
            rest = (*parts[:number], *parts[number + 1 :])
            for middle in self._ends(part, start):
                if middle > start or all_needed:
                    yield from self._any(rest, middle, all_needed=all_needed, is_first=False)

    def _times(self, part: Times, start: int, count: int) -> Iterator[int]:
        if count < part.most:
            begin: Iterator[int] = iter((start,))
            if count and part.has_commas:
                begin = self._step(start, lambda one: one.kind == "sign" and one.text == ",")
            for first in begin:
                for middle in self._ends(part.part, first):
                    if middle > first:
                        yield from self._times(part, middle, count + 1)
        if count >= part.least:
            yield start

    def _is_call(self, one: Component, part: Call) -> bool:
        if one.kind != "function" or one.text != part.name:
            return False
        return Match(one.inside, self._known).holds(part.inside)


def is_kind(one: Component, name: str, known: Vocabulary) -> bool:
    """Whether a component is of a kind that the notation names without explaining it."""
    if name in _NUMERIC:
        return _is_numeric(one, name, known)
    return _KINDS[name](one, known)


def _is_numeric(one: Component, name: str, known: Vocabulary) -> bool:
    kind = numeric_kind(one, known.units)
    if kind is None:
        return False
    if name in ("integer", "weight") and one.kind == "number":
        return kind == "number" and one.number == int(one.number) and (name == "integer" or 1 <= one.number <= 1000)
    if name == "length" and one.kind == "number" and one.number == 0 and not one.unit:
        return True
    wanted = {"integer": "number", "weight": "number"}.get(name, name)
    return kind in (wanted, "anything") or (kind == "length-percentage" and wanted in ("length", "percentage"))


def numeric_kind(one: Component, units: Mapping[str, str]) -> str | None:
    """Return what kind of number a component is; ``None`` if it is none."""
    if one.kind == "number":
        return {"": "number", "%": "percentage"}.get(one.unit) or units.get(one.unit, "anything")
    if one.kind == "function" and one.text in house.CALCULATIONS:
        kind, _ = kind_of_calculation(one, lambda inner: numeric_kind(inner, units))
        return kind
    return None


def is_colour(one: Component, known: Vocabulary) -> bool:
    """Whether a component is a colour."""
    if one.kind == "hash":
        return HEX.fullmatch(one.text) is not None
    if one.kind == "function":
        return one.text in known.colour_functions
    return one.kind == "word" and (one.text.lower() in house.COLOUR_WORDS or one.text.lower() in house.COLOUR_NAMES)


_NUMERIC = frozenset({"length", "percentage", "number", "integer", "weight", "time", "angle", "resolution", "flex"})
_KINDS: Mapping[str, Callable[[Component, Vocabulary], bool]] = {
    "color": is_colour,
    "string": lambda one, _: one.kind == "string",
    "url": lambda one, _: one.kind == "url",
    "ident": lambda one, _: one.kind == "word" and not one.text.startswith("--"),
    "family-name": lambda one, _: one.kind == "word" and (one.text[0].isupper() or one.text == "-apple-system"),
    "anything": lambda _one, _: True,
}
