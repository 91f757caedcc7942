"""The notation of the CSS standards for values, read into a grammar that a value can be held against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from report.validate.sheets.vocabulary import TYPES, TYPES_OF_ONE

_SIGN = re.compile(r"<([\w-]+)>|(\|\|)|(&&)|\{(\d+)(,?)(\d*)\}|([\w-]+)\(|([\w-]+)|([|\[\]?*+#,/()])")
_MANY = 99


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword, a comma or a slash."""

    text: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value, such as ``length`` or ``color``."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function and what stands in its brackets."""

    name: str
    inside: Grammar


@dataclass(frozen=True, slots=True)
class Row:
    """Parts that follow each other."""

    parts: tuple[Grammar, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of them."""

    parts: tuple[Grammar, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """In any order, each at most once; ``all_needed`` where none may be missing."""

    parts: tuple[Grammar, ...]
    all_needed: bool


@dataclass(frozen=True, slots=True)
class Times:
    """Repeated, with commas between or without."""

    part: Grammar
    least: int
    most: int
    has_commas: bool


Grammar = Word | Kind | Call | Row | Either | Any | Times


@cache
def grammar(notation: str) -> Grammar:
    """Return the grammar that a notation stands for."""
    return _Notation(notation).read()


@cache
def named(name: str) -> Grammar | None:
    """Return the grammar of a line of the vocabulary's types; ``None`` for a kind that is simply tested."""
    notation = TYPES.get(name) or TYPES_OF_ONE.get(name)
    return grammar(notation) if notation else None


@cache
def words_of(notation: str) -> frozenset[str]:
    """Return the keywords and functions that a notation names anywhere: what a misspelled one may have meant."""
    return frozenset(_words(grammar(notation)))


def _words(part: Grammar) -> Iterator[str]:
    match part:
        case Word():
            yield part.text
        case Kind():
            inner = named(part.name)
            if inner is not None and part.name != "track":
                yield from _words(inner)
        case Call():
            yield f"{part.name}()"
            yield from _words(part.inside)
        case Times():
            yield from _words(part.part)
        case _:
            for one in part.parts:
                yield from _words(one)


class _Notation:
    """Reads a notation; what binds closer is read deeper."""

    def __init__(self, notation: str) -> None:
        self._signs = [found.group() for found in _SIGN.finditer(notation)]
        self._next = 0

    def read(self) -> Grammar:
        return self._binary("|")

    def _binary(self, sign: str) -> Grammar:
        closer = {"|": "||", "||": "&&"}.get(sign)
        parts = [self._binary(closer) if closer else self._row()]
        while self._peek() == sign:
            self._next += 1
            parts.append(self._binary(closer) if closer else self._row())
        if len(parts) == 1:
            return parts[0]
        return Either(tuple(parts)) if sign == "|" else Any(tuple(parts), all_needed=sign == "&&")

    def _row(self) -> Grammar:
        parts: list[Grammar] = []
        while self._peek() not in ("", "|", "||", "&&", "]", ")"):
            parts.append(self._repeated(self._single()))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _single(self) -> Grammar:
        sign = self._peek()
        self._next += 1
        if sign.startswith("<"):
            return Kind(sign[1:-1])
        if sign == "[" or sign.endswith("("):
            inside = self.read()
            self._next += 1
            return inside if sign == "[" else Call(sign[:-1], inside)
        return Word(sign.lower())

    def _repeated(self, part: Grammar) -> Grammar:
        sign = self._peek()
        counts = {"?": (0, 1), "*": (0, _MANY), "+": (1, _MANY), "#": (1, _MANY)}
        if sign in counts:
            self._next += 1
            return Times(part, *counts[sign], has_commas=sign == "#")
        if sign.startswith("{"):
            self._next += 1
            least, _, most = sign[1:-1].partition(",")
            return Times(part, int(least), int(most or least), has_commas=False)
        return part

    def _peek(self) -> str:
        return self._signs[self._next] if self._next < len(self._signs) else ""
