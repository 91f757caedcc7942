"""A template cut into its pieces: text, ``{{ outputs }}``, ``{% tags %}`` and comments, each with its offset.

The template engine stops at the first slip and often names a later line; here each slip is told where it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from report.findings import Finding
from report.validate.source import Source

Kind = Literal["text", "output", "tag", "comment"]

_OPENER = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_INSIDE = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|["']|\}\}|%\}|#\}|\{\{|\{%|\{#""")
_KINDS: dict[str, Kind] = {"{{": "output", "{%": "tag"}
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WORD = re.compile(r"[-+]?\s*(\w*)")


class Piece(NamedTuple):
    """A piece of a template.

    ``text`` is what stands between its braces, from offset ``at``; with them it goes from ``start`` to before ``end``.
    """

    kind: Kind
    text: str
    at: int
    start: int
    end: int

    @property
    def word(self) -> str:
        """The first word: what a tag does."""
        found = _WORD.match(self.text)
        return found[1] if found else ""

    @property
    def rest(self) -> str:
        """What follows the first word of a tag."""
        return _WORD.sub("", self.text, count=1).rstrip("-+ \n")


def pieces_of(source: Source, findings: list[Finding]) -> Iterator[Piece]:
    """Yield the pieces of a template in order, and note which braces and quotation marks have no partner."""
    text, position = source.text, 0
    while found := _OPENER.search(text, position):
        if found.start() > position:
            yield Piece("text", text[position : found.start()], position, position, found.start())
        sign = found.group()
        if sign not in _CLOSERS:
            _say(findings, source, found.start(), f"“{sign}” closes nothing")
            position = found.end()
            continue
        end = _comment_end(source, found.end(), findings) if sign == "{#" else _end(source, found, findings)
        kind: Kind = _KINDS.get(sign, "comment")
        closed = text[end - 2 : end] == _CLOSERS[sign]
        yield Piece(kind, text[found.end() : end - 2 if closed else end], found.end(), found.start(), end)
        position = end
    if position < len(text):
        yield Piece("text", text[position:], position, position, len(text))


def _end(source: Source, opener: re.Match[str], findings: list[Finding]) -> int:
    """Return the offset behind the closing braces of an output or tag, or behind the line where they are missing."""
    closer = _CLOSERS[opener.group()]
    for found in _INSIDE.finditer(source.text, opener.end()):
        sign = found.group()
        if sign == closer:
            return found.end()
        if sign in "\"'":
            _say(findings, source, found.start(), f"a quotation mark ({sign}) is not closed")
        elif sign in {"}}", "%}", "#}"}:
            message = f"“{opener.group()}” is closed by “{sign}”"
            _say(findings, source, found.start(), message, f"write “{closer}”")
            return found.end()
        elif sign in _CLOSERS:
            break
    _say(findings, source, opener.start(), f"“{opener.group()}” is not closed", f"write “{closer}” at its end")
    line_end = source.text.find("\n", opener.end())
    following = _OPENER.search(source.text, opener.end())
    ends = [end for end in (line_end, following.start() if following else -1) if end >= 0]
    return min(ends, default=len(source.text))


def _comment_end(source: Source, start: int, findings: list[Finding]) -> int:
    closing = source.text.find("#}", start)
    swallowed = re.compile(r"\{[{%#]|^<", re.MULTILINE).search(source.text, start)
    if closing >= 0 and not (swallowed and swallowed.start() < closing):
        return closing + 2
    end = swallowed.start() if swallowed else len(source.text)
    last = start + len(source.text[start:end].rstrip()) - 1
    _say(findings, source, max(last, start - 2), "“{#” is not closed", "write “#}” where the comment ends")
    return end


def _say(findings: list[Finding], source: Source, offset: int, message: str, hint: str = "") -> None:
    findings.append(Finding("CMP-001", source.mark(offset), message, hint))
