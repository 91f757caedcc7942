"""Values as their components: words, numbers, functions with what stands in them; tokens replaced by their values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from report.validate.sheets.lexer import Token
from report.validate.sheets.styles import Definition

_NUMBER = re.compile(r"([+-]?[\d.]+)(.*)")


class Component(NamedTuple):
    """A part of a value.

    ``kind`` is word, string, url, hash, number, function or sign; ``text`` a function's name or the characters;
    ``inside`` a function's arguments; ``has_space`` whether a space stands before it; ``token`` the token of the
    sheets that it comes from, if any.
    """

    kind: str
    text: str
    at: int
    inside: tuple[Component, ...] = ()
    has_space: bool = False
    token: str = ""

    @property
    def number(self) -> float:
        """What a number says."""
        found = _NUMBER.match(self.text)
        return float(found[1]) if found else 0.0

    @property
    def unit(self) -> str:
        """The unit of a number, “%” included."""
        found = _NUMBER.match(self.text)
        return found[2].lower() if found else ""


def unit_of(number: str) -> str:
    """Return the unit of a number as written, empty for a share."""
    return number.lstrip("+-.0123456789%").lower()


class UnknownToken(Exception):
    """A value takes a token that no sheet defines, or one that is defined by itself: nothing is known of it."""


class Values:
    """Turns values into components, with the tokens of one medium."""

    def __init__(self, tokens: Mapping[str, tuple[Definition, ...]]) -> None:
        self._tokens = tokens
        self._known: dict[str, tuple[Component, ...]] = {}
        self._open: list[str] = []

    def components(self, value: Sequence[Token]) -> tuple[Component, ...]:
        """Return the components of a value.

        Raises:
            UnknownToken: it cannot be said what the value is.
        """
        found, _ = self._read(value, 0)
        return tuple(found)

    def _read(self, value: Sequence[Token], start: int) -> tuple[list[Component], int]:
        """Read from a place to the end or to the closing bracket; return what was read and where it ends."""
        found: list[Component] = []
        position, has_space = start, False
        while position < len(value):
            token = value[position]
            position += 1
            if token.kind == "space":
                has_space = True
                continue
            if token.is_sign(")", "]"):
                break
            if token.kind == "function" or token.is_sign("(", "["):
                inside, position = self._read(value, position)
                found += self._function(token, inside, has_space=has_space)
            else:
                kind = "word" if token.kind == "ident" else token.kind
                found.append(Component(kind, token.text, token.at, (), has_space))
            has_space = False
        return found, position

    def _function(self, token: Token, inside: list[Component], *, has_space: bool) -> list[Component]:
        name = token.text[:-1].lower()
        if name != "var":
            return [Component("function", name, token.at, tuple(inside), has_space)]
        if not inside or inside[0].kind != "word":
            raise UnknownToken
        try:
            value = self._value(inside[0].text)
        except UnknownToken:
            if len(inside) < 3:
                raise
            value = tuple(inside[2:])
        taken = [one._replace(at=token.at, token=inside[0].text) for one in value]
        if taken:
            taken[0] = taken[0]._replace(has_space=has_space)
        return taken

    def _value(self, name: str) -> tuple[Component, ...]:
        if name not in self._known:
            if name in self._open or name not in self._tokens:
                raise UnknownToken
            self._open.append(name)
            try:
                self._known[name] = self.components(self._tokens[name][-1].declaration.value)
            finally:
                self._open.pop()
        if not self._known[name]:
            raise UnknownToken
        return self._known[name]
