"""A sheet cut into tokens, each with its offset.

The engine's own reader mends what it finds and keeps no trace of it; here every slip must keep its place, and every
build reads all sheets, so the cutting is one regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>/\*.*?(?:\*/|\Z))
    | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<broken>["'][^\n]*)
    | (?P<url>url\(\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'();]+)\s*\))
    | (?P<function>-{0,2}[^\W\d][\w-]*\()
    | (?P<ident>--[\w-]*|-?[^\W\d][\w-]*)
    | (?P<at>@[\w-]+)
    | (?P<hash>\#[\w-]+)
    | (?P<number>[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:%|[a-zA-Z][\w-]*)?)
    | (?P<sign>::|[<>]=|.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """The smallest part of a sheet: its kind, its characters and where they begin."""

    kind: str
    text: str
    at: int

    @property
    def end(self) -> int:
        """The offset of its last character."""
        return self.at + len(self.text) - 1

    def is_sign(self, *signs: str) -> bool:
        """Whether it is one of these signs."""
        return self.text in signs


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the tokens of a sheet; together they are its text."""
    for found in _TOKEN.finditer(text):
        yield Token(found.lastgroup or "sign", found.group(), found.start())
