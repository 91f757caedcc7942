"""The scanner of .bib files: pybtex's, keeping the place of every entry and field, and saying what it passes over.

pybtex (0.26) recovers silently from much that an editor would want to know: a lost brace, a lost key, words between
entries. Each of these is a finding here. Comments are those of biber's parser (btparse): from % to the end of the
line outside of values, and all that stands in the braces of ``@comment``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from pybtex.database.input.bibtex import LowLevelParser, SkipEntry, month_names
from pybtex.scanner import Pattern, PybtexSyntaxError

from report.findings import Finding, Mark, nearest
from report.load.references.latex import DEPTH_LIMIT

KEY_HINT = "write it as @book{key, …"
_CLOSE_VALUE = "close it with a brace before the comma"
_NEXT_ENTRY = r"[ \t]*+@\w++\s*+[{(]"
_LOST_END = rf"\n(?:{_NEXT_ENTRY}|[ \t]*+[A-Za-z-]++\s*+=\s*+(?:[{{\"]|\d++\s*+,))"
_ONE_LINE = re.compile(r"([^{}\n]*+(?:\{[^{}\n]*+\}[^{}\n]*+)*+)\}")
_IN_BRACES = re.compile(rf"[{{}}]|{_LOST_END}")
_IN_QUOTES = re.compile(rf"[{{}}\"]|{_LOST_END}")
_ENTRY = re.compile(r"@\w++\s*+[{(]")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9_-]*+)\s*+=\s*+")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_SWALLOWED = re.compile(r",\s*+([A-Za-z-]++\s*+=\s*+[{\"])")
_JOINED_LIMIT = 64 << 10  # characters: macros that are made of macros grow tenfold with every line
_MACROS_LIMIT = 2 << 20  # what all macros of a run stand for: 5,000 entries use a tenth of it


class WrittenField(NamedTuple):
    """A field as it was written: its name in small letters, its value with single spaces, its place."""

    name: str
    value: str
    mark: Mark


@dataclass(slots=True)
class WrittenEntry:
    """An entry as it was written; it is whole if nothing in it was complained of."""

    type: str
    key: str
    mark: Mark
    fields: list[WrittenField]
    is_whole: bool = True


class Macros(dict[str, str]):
    """The macros of ``@string``, by name without regard to case; at first the months.

    ``given`` counts the characters that they have stood for so far.
    """

    def __init__(self) -> None:
        super().__init__(month_names)
        self.given = 0


class MarkedScanner(LowLevelParser):  # type: ignore[misc]  # pybtex has no types
    """pybtex's scanner, keeping the place of every command, key and field."""

    text: str
    macros: Macros
    pos: int
    end_pos: int
    command_start: int
    current_entry_key: str | None
    current_field_name: str | None
    current_value: list[str]
    WHITESPACE = Pattern(r"(?:\s++|%[^\n]*+)++", "whitespace")

    def __init__(self, source: str, path: str, macros: Macros) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._starts = [0, *(found.end() for found in re.finditer("\n", source))]
        self._entry = WrittenEntry("", "", Mark(path), [])
        self._runs_on = False
        self.command_start = 0
        super().__init__(source, handle_error=self._complain, filename=path, macros=macros)

    def entries(self) -> list[WrittenEntry]:
        """Return the entries; what stands between them and is no comment is a finding."""
        entries: list[WrittenEntry] = []
        while self._next_command():
            start = self.pos - 1
            self.command_start = start
            self._entry = WrittenEntry("", "", self._mark(start), [])
            try:
                command = tuple(self.parse_command())
            except SkipEntry:
                self._skip_comment()
                continue
            except PybtexSyntaxError as trouble:
                self._complain(trouble)
                continue
            if command[0].lower() not in ("string", "preamble"):
                self._entry.type, self._entry.key = command[0], command[1][0] or ""
                entries.append(self._entry)
        return entries

    def update_lineno(self, value: str) -> None:
        """Leave lines uncounted: places are reckoned from the position, and only where they are needed."""

    def eat_whitespace(self) -> None:
        """Pass over blanks and comments, if there are any."""
        sign = self.text[self.pos : self.pos + 1]
        if sign.isspace() or sign == "%":
            super().eat_whitespace()

    def parse_string_body(self, body_end: Pattern) -> None:
        """Read a macro, whose name has neither capitals nor small letters."""
        super().parse_string_body(body_end)
        self.macros[str(self.current_field_name).lower()] = "".join(self.current_value)

    def parse_entry_fields(self) -> None:
        """Read the fields; an equals sign after the key says that the key was left out, a word that the comma was."""
        self.eat_whitespace()
        following = self.text[self.pos : self.pos + 1]
        if following == "=":
            message = f"the entry has no key: “{shortened(self.current_entry_key or '')}” is a field"
            self._note(Finding("CIT-001", self._mark(self.command_start), message, KEY_HINT))
        elif following not in ",})":
            message = f"a comma is missing after the key “{shortened(self.current_entry_key or '')}”"
            self._note(Finding("CIT-001", self._mark(self._last_seen()), message, KEY_HINT))
        while True:
            self.current_field_name, self.current_value, self._runs_on = None, [], False
            self.parse_field()
            if self._runs_on and not _ENTRY.match(self.text, self._next_seen()):
                continue  # a field follows, and can be read
            if self._runs_on or not self._comma():
                return

    def parse_field(self) -> None:
        """Read one field, keeping its place."""
        self.eat_whitespace()
        start = self.pos
        found = _FIELD.match(self.text, start)
        if found:
            self.current_field_name = found[1]
            self.pos = found.end()
            self.parse_value()
        else:
            if _ENTRY.match(self.text, start):
                return
            super().parse_field()  # a name in other letters, or nothing; what is wrong is said there
        name = self.current_field_name
        if name is not None and not self._runs_on:
            value = _BLANKS.sub(" ", "".join(self.current_value)).strip(" ")
            self._entry.fields.append(WrittenField(name.lower(), value, self._mark(start)))

    def parse_value(self) -> None:
        """Read the parts of a value that ``#`` joins; what makes it too long is left out and said."""
        start = self.pos
        self.current_value = [self.parse_value_part()]
        length, is_cut = len(self.current_value[0]), False
        while not self._runs_on and self._hash():
            part = self.parse_value_part()
            length += len(part)
            is_cut |= length > _JOINED_LIMIT
            if not is_cut:
                self.current_value.append(part)
        if is_cut:
            self._too_long(start, f"{self._value()} is too long")

    def parse_value_part(self) -> str:
        """Read a value in braces or quotation marks, a number or a macro."""
        sign = self.text[self.pos : self.pos + 1]
        if sign.isspace() or sign == "%":
            self.eat_whitespace()
            sign = self.text[self.pos : self.pos + 1]
        if sign in ("{", '"'):
            self.pos += 1
            found = _ONE_LINE.match(self.text, self.pos) if sign == "{" else None
            if found:  # what most values are; nothing can be lost in it
                self.pos = found.end()
                return found[1]
            return self._delimited(_IN_BRACES if sign == "{" else _IN_QUOTES)
        return str(super().parse_value_part())

    def substitute_macro(self, name: str) -> str:
        """Return what a macro stands for, the macro itself if nothing is known of it."""
        value = self.macros.get(name.lower())
        if value is None:
            near = nearest(name, self.macros)
            message = f"no @string defines “{shortened(name)}” before this"
            hint = near or "put words in braces, or define it: @string{name = {…}}"
            self._note(Finding("CIT-012", self._mark(self.pos - len(name)), message, hint))
            return name
        before, self.macros.given = self.macros.given, self.macros.given + len(value)
        if self.macros.given <= _MACROS_LIMIT:
            return value
        if before <= _MACROS_LIMIT:  # once is enough
            self._too_long(self.pos - len(name), "the macros of the references stand for too much in all")
        return name

    def _too_long(self, position: int, message: str) -> None:
        self._note(Finding("CIT-001", self._mark(position), message, "join fewer macros, or write shorter ones"))

    def _delimited(self, stops: re.Pattern[str]) -> str:
        """Read up to the brace or quotation mark that ends a value, or to what shows that it was lost."""
        start, depth = self.pos, 0
        for found in stops.finditer(self.text, start):
            sign = found.group()
            if sign == "{":
                depth += 1
                if depth > DEPTH_LIMIT:
                    self.pos = found.start()
                    raise PybtexSyntaxError(f"more than {DEPTH_LIMIT} braces stand inside each other", self)
            elif sign == "}" and depth:
                depth -= 1
            elif sign == "}" and stops is _IN_QUOTES:
                self.pos = found.start()
                raise PybtexSyntaxError("the braces between the quotation marks do not match", self)
            elif sign == "}" or (sign == '"' and not depth):
                self.pos = found.end()
                return self.text[start : found.start()]
            elif sign != '"':
                return self._lost_end(found.start())
        return self._lost_end(len(self.text))

    def _lost_end(self, position: int) -> str:
        """Say that a value was not closed; reading goes on with what follows it."""
        self.pos = position
        self._runs_on = True
        message = f"{self._value()} is not closed: it runs on"
        message += " to the end of the file" if position == len(self.text) else " into what follows"
        self._note(Finding("CIT-001", self._mark(self._last_seen()), message, _CLOSE_VALUE))
        return ""

    def _value(self) -> str:
        place = f" in “{shortened(self.current_entry_key)}”" if self.current_entry_key else ""
        return f"the value of “{shortened(self.current_field_name or 'preamble')}”{place}"

    def _hash(self) -> bool:
        if self.text[self.pos : self.pos + 1] == ",":
            return False
        self.eat_whitespace()
        return not self.eof() and bool(self.optional([self.HASH]))

    def _comma(self) -> bool:
        if self.text[self.pos : self.pos + 1] == ",":
            self.pos += 1
            return True
        return bool(self.optional([self.COMMA]))

    def _next_command(self) -> bool:
        """Go to the next @; words before it are no entry and would be lost silently."""
        if not self._entry.is_whole:
            # What is left of a broken entry says nothing new.
            resume = _ENTRY.search(self.text, max(self.pos, self.command_start + 1))
            self.pos = resume.start() if resume else len(self.text)
        has_strays = False
        while True:
            self.eat_whitespace()
            if self.eof():
                return False
            if self.text[self.pos] == "@":
                self.pos += 1
                return True
            start = self.pos
            self.pos = min((at for sign in "@%\n" if (at := self.text.find(sign, start)) >= 0), default=self.end_pos)
            if not has_strays:
                self._strays(start)
                has_strays = True

    def _strays(self, start: int) -> None:
        words = shortened(self.text[start : min(self.pos, start + 60)].strip())
        message = f"this stands in no entry: “{words}”"
        hint = "is a brace or the @ of an entry missing? comments begin with %"
        self._note(Finding("CIT-001", self._mark(start), message, hint))

    def _skip_comment(self) -> None:
        """Pass over what stands in the braces of a comment."""
        start, depth = self.pos - 1, 0
        opening = self.text[start]
        for found in re.compile("[{}]" if opening == "{" else "[()]").finditer(self.text, start):
            depth += 1 if found.group() == opening else -1
            if not depth:
                self.pos = found.end()
                return
        message = "the comment is not closed: nothing after it is read"
        self._note(Finding("CIT-001", self._mark(self.command_start), message, "close its braces"))
        self.pos = self.end_pos

    def _complain(self, error: PybtexSyntaxError) -> None:
        if re.match(r"@\s*+comment\b", self.text[self.command_start : self.command_start + 40], re.IGNORECASE):
            end = self.text.find("\n", self.command_start)
            self.pos = end if end >= 0 else self.end_pos
            return
        following = self._next_seen()
        if following > self.command_start and _ENTRY.match(self.text, following):
            self._not_closed("the next one begins")
            return
        if self.current_entry_key and following == self.end_pos:
            self._not_closed("the file ends")
            return
        words = str(error.args[0] if error.args else error)
        hint = "is a comma, a quotation mark or a brace missing on this line or the line above?"
        self._note(Finding("CIT-001", self._mark(self._last_seen()), f"this is not BibTeX: {words}", hint))

    def _not_closed(self, following: str) -> None:
        """Say what is open at the end of an entry: a value that has taken other fields in, else the entry itself."""
        key = shortened(self.current_entry_key or "")
        for one in self._entry.fields:
            swallowed = _SWALLOWED.search(one.value)
            if swallowed:
                message = f"the value of “{shortened(one.name)}” in “{key}” is not closed"
                message += f": it takes in “{shortened(swallowed[1])}”"
                self._note(Finding("CIT-001", one.mark, message, _CLOSE_VALUE))
                return
        message = f"the entry “{key}” is not closed" if key else "a command is not closed"
        message += f": {following}"
        self._note(Finding("CIT-001", self._mark(self._last_seen()), message, "close it with a brace"))

    def _note(self, finding: Finding) -> None:
        # One entry that is off makes pybtex complain several times; the first place is the one to mend.
        if self._entry.is_whole:
            self.findings.append(finding)
        self._entry.is_whole = False

    def _next_seen(self) -> int:
        """The place of the next visible character."""
        position = self.pos
        while position < self.end_pos and self.text[position].isspace():
            position += 1
        return position

    def _last_seen(self) -> int:
        """The place of the last visible character read: where something is missing, not where it was missed."""
        position = self.pos - 1
        while position > 0 and self.text[position].isspace():
            position -= 1
        return max(position, 0)

    def _mark(self, position: int) -> Mark:
        line = bisect_right(self._starts, position)
        return Mark(self._path, line, position - self._starts[line - 1] + 1)


def shortened(words: str) -> str:
    """Return words short enough to be quoted in a message."""
    return words if len(words) <= 40 else words[:39] + "…"
