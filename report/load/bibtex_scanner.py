"""The scanner of .bib files: pybtex's, keeping the place of every entry and field, and saying what it passes over.

pybtex (0.26) recovers silently from much that an editor would want to know: a lost brace, a lost key, words between
entries. Each of these is a finding here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pybtex.database.input.bibtex import LowLevelParser, SkipEntry
from pybtex.scanner import PybtexSyntaxError

from report.findings import Finding, Mark
from report.load.bibtex import IGNORED_COMMANDS

KEY_HINT = "write it as @book{key, …"
_RUNAWAY = re.compile(r"\n\s*(?:@\w+\s*[{(]|[A-Za-z-]+\s*=\s*[{\"])")


@dataclass(slots=True)
class WrittenField:
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
    is_whole: bool


class MarkedScanner(LowLevelParser):  # type: ignore[misc]  # pybtex has no types
    """pybtex's scanner, keeping the place of every command, key and field."""

    def __init__(self, source: str, path: str) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._starts = [0, *(found.end() for found in re.finditer("\n", source))]
        self._fields: list[WrittenField] = []
        self._broken = False
        self._field_start = 0
        super().__init__(source, handle_error=self._complain, filename=path)

    def entries(self) -> Iterator[WrittenEntry]:
        """Yield the entries; what stands between them and is no comment is a finding."""
        while self._next_command():
            start = self.pos - 1
            self.command_start = start
            self._fields, self._broken = [], False
            try:
                command = tuple(self.parse_command())
            except (PybtexSyntaxError, SkipEntry) as trouble:
                if isinstance(trouble, PybtexSyntaxError):
                    self._complain(trouble)
                continue
            if command[0].lower() in IGNORED_COMMANDS:
                continue
            yield WrittenEntry(command[0], command[1][0] or "", self._mark(start), self._fields, not self._broken)

    def parse_entry_fields(self) -> None:
        """Read the fields; an equals sign after the key says that the key was left out, a word that the comma was."""
        self.eat_whitespace()
        following = self.text[self.pos : self.pos + 1]
        if following == "=":
            message = f"the entry has no key: “{self.current_entry_key}” is a field"
            self._note(Finding("CIT-001", self._mark(self.command_start), message, KEY_HINT))
        elif following not in ",})":
            message = f"a comma is missing after the key “{self.current_entry_key}”"
            self._note(Finding("CIT-001", self._mark(self._last_seen()), message, KEY_HINT))
        super().parse_entry_fields()

    def parse_field(self) -> None:
        """Read one field, keeping its place."""
        self.eat_whitespace()
        self._field_start = self.pos
        mark = self._mark(self.pos)
        super().parse_field()
        name = self.current_field_name
        if name is None:
            return
        value = "".join(self.current_value)
        if self._runs_away():
            return
        self._fields.append(WrittenField(name.lower(), " ".join(value.split()), mark))

    def _next_command(self) -> bool:
        """Go to the next @; words before it are no entry and would be lost silently."""
        before = self.pos
        found = self.skip_to([self.AT])
        end = self.pos - 1 if found else len(self.text)
        for line in re.finditer(r"[^\n]+", self.text[before:end]):
            words = line.group().strip()
            if words and not words.startswith("%"):
                column = before + line.start() + len(line.group()) - len(line.group().lstrip())
                message = f"this stands in no entry: “{shortened(words)}”"
                hint = "is a brace or the @ of an entry missing? comments begin with %"
                self._note(Finding("CIT-001", self._mark(column), message, hint))
                break
        return bool(found)

    def _runs_away(self) -> bool:
        """Notice a value that was not closed and has swallowed what follows, or all up to the end of the file."""
        start = self._field_start
        runaway = _RUNAWAY.search(self.text, start, self.pos)
        if runaway:
            place = self._mark(start + len(self.text[start : runaway.start()].rstrip()) - 1)
            message = f"the value of “{self.current_field_name}” is not closed: it runs on into the next field"
            self._note(Finding("CIT-001", place, message, "close it with a brace before the comma"))
        return bool(runaway)

    def _complain(self, error: PybtexSyntaxError) -> None:
        if self.current_field_name and self._runs_away():
            return
        if (self.current_field_name or "").startswith("@"):
            self.pos = self._field_start
            message = f"the entry “{self.current_entry_key}” is not closed: the next one begins"
            self._note(Finding("CIT-001", self._mark(self._last_seen()), message, "close it with a brace"))
            return
        words = str(error.args[0] if error.args else error)
        words = re.sub(r"^syntax error in line \d+: ", "", words)
        hint = "is a comma, a quotation mark or a brace missing on this line or the line above?"
        self._note(Finding("CIT-001", self._mark(self._last_seen()), f"this is not BibTeX: {words}", hint))

    def _note(self, finding: Finding) -> None:
        # One entry that is off makes pybtex complain several times; the first place is the one to mend.
        if not self._broken:
            self.findings.append(finding)
        self._broken = True

    def _last_seen(self) -> int:
        """The place of the last visible character read: where something is missing, not where it was missed."""
        return max(len(self.text[: self.pos].rstrip()) - 1, 0)

    def _mark(self, position: int) -> Mark:
        low, high = 0, len(self._starts)
        while high - low > 1:
            middle = (low + high) // 2
            if self._starts[middle] <= position:
                low = middle
            else:
                high = middle
        return Mark(self._path, low + 1, position - self._starts[low] + 1)


def shortened(words: str) -> str:
    """Return words short enough to be quoted in a message."""
    return words if len(words) <= 40 else words[:39] + "…"
