"""The scanner of PO files: its statements and comments, each with its place; what is neither is a finding.

The form is that of the gettext manual (“The Format of PO Files”): keywords with quoted texts that go on over lines,
comments that begin with # and say by their second sign whose they are. A mistake is said and passed over, so that one
run finds all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from report.findings import Finding, Mark
from report.guesses import closest

KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")
Layer = Literal["", "previous", "obsolete", "obsolete previous"]
"""Whose words a statement holds: those of the message, of its earlier source text, of a message out of use, or both."""

_BLANKS = re.compile(r"[ \t]*+")
_KEYWORD = re.compile(r"([A-Za-z_]+)(?:[ \t]*+\[[ \t]*+([0-9]{1,3})[ \t]*+\])?+(?=[ \t\"]|$)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_AFTER_QUOTED = re.compile(r'[ \t]*+(?:$|["#]|msg[a-z_]+[ \t"\[])')
_LAYERS: tuple[tuple[str, Layer], ...] = (("#~|", "obsolete previous"), ("#~", "obsolete"), ("#|", "previous"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A quoted text as written, without its quotes, and the place of the first character."""

    written: str
    line: int
    column: int


@dataclass(slots=True)
class Statement:
    """A keyword, the number of its form (``msgstr[2]``) if it has one, and its quoted pieces."""

    keyword: str
    index: int | None
    layer: Layer
    mark: Mark
    pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Comment:
    """A line of comment: the sign after # (``.``, ``:``, ``,`` or none) and what follows it."""

    sign: str
    text: str
    mark: Mark


class Scanner:
    """Reads the text of a PO file; what is noticed stands in ``findings``."""

    def __init__(self, text: str, path: str) -> None:
        """Begin at the first line of a text with line feeds."""
        self.findings: list[Finding] = []
        self._lines = text.split("\n")
        self._path = path
        self._open: Statement | None = None
        self._is_astray = False

    def items(self) -> Iterator[Statement | Comment]:
        """Yield statements and comments in the order of the file."""
        for number, line in enumerate(self._lines, 1):
            start = len(line) - len(line.lstrip(" \t"))
            if start == len(line):
                continue
            layer, length = _layer(line[start:])
            if line[start] == "#" and not layer:
                yield from self._close()
                yield _comment(line[start:].rstrip(), Mark(self._path, number, start + 1))
                self._is_astray = False
            else:
                yield from self._statements(line, number, start + length, layer)
        yield from self._close()

    def _close(self) -> Iterator[Statement]:
        statement, self._open = self._open, None
        if not statement:
            return
        if not statement.pieces:
            message = f"{statement.keyword} has no text"
            self._note(statement.mark, message, f'write {statement.keyword} "…"')
        yield statement

    def _statements(self, line: str, number: int, position: int, layer: Layer) -> Iterator[Statement | Comment]:
        """Read the keywords and quoted texts of a line."""
        if self._open and self._open.layer != layer:
            yield from self._close()
        while (position := _BLANKS.match(line, position).end()) < len(line):  # type: ignore[union-attr]  # matches always
            if line[position] == '"':
                position = self._quoted(line, number, position)
                continue
            if line[position] == "#":
                yield from self._close()
                yield _comment(line[position:].rstrip(), Mark(self._path, number, position + 1))
                return
            yield from self._close()
            match = _KEYWORD.match(line, position)
            keyword = self._keyword(match[1], Mark(self._path, number, position + 1)) if match else None
            if not match or not keyword:
                self._stray(line, number, position)
                return
            index = int(match[2]) if match[2] else None
            self._open = Statement(keyword, index, layer, Mark(self._path, number, position + 1))
            self._is_astray = False
            position = match.end()

    def _keyword(self, word: str, mark: Mark) -> str | None:
        """Return the keyword a word is; one that is close to a keyword is read as that, and said."""
        if word in KEYWORDS:
            return word
        meant = closest(word, KEYWORDS)
        if meant:
            self._note(mark, f"there is no keyword “{word}”", f"did you mean “{meant}”?")
        return meant or None

    def _quoted(self, line: str, number: int, position: int) -> int:
        """Take a quoted text into the open statement and return where it ends."""
        match = _QUOTED.match(line, position)
        end = match.end() if match else len(line)
        written = match[1] if match else line[position + 1 :].rstrip()
        mark = Mark(self._path, number, position + 1)
        if not match:
            hint = "end it with a straight quotation mark in the same line"
            self._note(mark, "the text that begins here is not closed in this line", hint)
        elif not _AFTER_QUOTED.match(line, end):
            # What follows the closing quote is no statement: the quote was meant as a sign of the text.
            closing = Mark(self._path, number, end)
            hint = 'write \\" where a straight quotation mark is meant, or the typographic marks of the language'
            self._note(closing, "a straight quotation mark ends the text here, and more words follow", hint)
            last = line.rstrip()
            written = last[position + 1 : -1] if last.endswith('"') and len(last) > end else last[position + 1 :]
            end = len(line)
        if self._open:
            self._open.pieces.append(Piece(written, number, position + 2))
        elif not self._is_astray:
            self._is_astray = True
            self._note(mark, "this text belongs to no keyword", "a text follows msgctxt, msgid or msgstr")
        return end

    def _stray(self, line: str, number: int, position: int) -> None:
        """Say once for lines that follow each other that they are not of a catalog."""
        if self._is_astray:
            return
        self._is_astray = True
        shown = line[position:].strip()
        shown = f"{shown[:30]}…" if len(shown) > 31 else shown
        message = f"“{shown}” stands outside of any text"
        self._note(Mark(self._path, number, position + 1), message, "a comment begins with #, a text stands in quotes")

    def _note(self, mark: Mark, message: str, hint: str) -> None:
        self.findings.append(Finding("LOC-003", mark, message, hint))


def _layer(line: str) -> tuple[Layer, int]:
    """Return whose words a line holds, and how long the sign of it is."""
    return next(((layer, len(sign)) for sign, layer in _LAYERS if line.startswith(sign)), ("", 0))


def _comment(line: str, mark: Mark) -> Comment:
    sign = line[1:2] if line[1:2] in (".", ":", ",") else ""
    text = line[1 + len(sign) :]
    return Comment(sign, text.removeprefix(" "), mark)
