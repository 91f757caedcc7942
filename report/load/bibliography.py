"""A .bib file to entries: pybtex's scanner reads it, its complaints and its silences become findings.

pybtex (0.26) recovers silently from much that an editor would want to know: a lost brace, a lost key, a field or
key given twice, words between entries. The low-level parser is subclassed here so that every entry and field
keeps its place, and each of these is a finding. See ``shared/engine-notes.md`` section 9 for how it was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person
from pybtex.database.input.bibtex import LowLevelParser, SkipEntry
from pybtex.scanner import PybtexSyntaxError

from report.findings import Checked, Finding, Mark, nearest
from report.load.bibtex import (
    ENTRY_TYPES,
    FIELDS,
    IGNORED_COMMANDS,
    LANGUAGES,
    NAME_FIELDS,
    REQUIRED,
    SUBTYPES,
    Decoded,
    decode,
)
from report.load.files import read_text
from report.model.references import Entry, Name, References

_RUNAWAY = re.compile(r"\n\s*(?:@\w+\s*[{(]|[A-Za-z-]+\s*=\s*[{\"])")
_KEY_HINT = "write it as @book{key, …"
_PAGES = re.compile(r"[\w.]+(?:\s*(?:-{1,2}|–)\s*[\w.]+)?(?:, ?[\w.–-]+)*")
_LINEAGE = re.compile(r"[JS]r\.?|[IVX]+|\d+(?:st|nd|rd|th)")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def load_references(project: Path, path: str, named: Mark) -> Checked[References]:
    """Read a .bib file of the project; ``named`` is where the brief names it. No path means no references."""
    if not path:
        return Checked({})
    text = read_text(project, path, named)
    if text.value is None:
        return Checked({}, text.findings)
    references = read_references(text.value, path)
    return Checked(references.value, text.findings + references.findings)


def read_references(source: str, path: str) -> Checked[References]:
    """Read the text of a .bib file; entries that are unsound are left out and said.

    Takes the file's text and its path for marks; returns entries by key in the order of the file.
    """
    parser = _MarkedParser(source, path)
    written = list(parser.entries())
    findings = list(parser.findings)
    entries: dict[str, Entry] = {}
    for one in written:
        known = {key.casefold(): key for key in entries}
        if one.key.casefold() in known:
            first = entries[known[one.key.casefold()]]
            message = f"the key “{one.key}” is given twice"
            findings.append(Finding("CIT-004", one.mark, message, f"first given at {first.mark}"))
            continue
        checked = _entry(one)
        findings.extend(checked.findings)
        entries[one.key] = checked.value
    return Checked(entries, tuple(findings))


@dataclass(slots=True)
class _WrittenField:
    name: str
    value: str
    mark: Mark


@dataclass(slots=True)
class _WrittenEntry:
    type: str
    key: str
    mark: Mark
    fields: list[_WrittenField]
    is_whole: bool


class _MarkedParser(LowLevelParser):  # type: ignore[misc]  # pybtex has no types
    """pybtex's scanner, keeping the place of every command, key and field."""

    def __init__(self, source: str, path: str) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._starts = [0, *(found.end() for found in re.finditer("\n", source))]
        self._fields: list[_WrittenField] = []
        self._broken = False
        self._field_start = 0
        super().__init__(source, handle_error=self._complain, filename=path)

    def entries(self) -> Iterator[_WrittenEntry]:
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
            yield _WrittenEntry(command[0], command[1][0] or "", self._mark(start), self._fields, not self._broken)

    def parse_entry_fields(self) -> None:
        """Read the fields; an equals sign after the key says that the key was left out, a word that the comma was."""
        self.eat_whitespace()
        following = self.text[self.pos : self.pos + 1]
        if following == "=":
            message = f"the entry has no key: “{self.current_entry_key}” is a field"
            self._note(Finding("CIT-001", self._mark(self.command_start), message, _KEY_HINT))
        elif following not in ",})":
            message = f"a comma is missing after the key “{self.current_entry_key}”"
            self._note(Finding("CIT-001", self._mark(self._last_seen()), message, _KEY_HINT))
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
        self._fields.append(_WrittenField(name.lower(), " ".join(value.split()), mark))

    def _next_command(self) -> bool:
        """Go to the next @; words before it are no entry and would be lost silently."""
        before = self.pos
        found = self.skip_to([self.AT])
        end = self.pos - 1 if found else len(self.text)
        for line in re.finditer(r"[^\n]+", self.text[before:end]):
            words = line.group().strip()
            if words and not words.startswith("%"):
                column = before + line.start() + len(line.group()) - len(line.group().lstrip())
                message = f"this stands in no entry: “{_short(words)}”"
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


def _entry(written: _WrittenEntry) -> Checked[Entry]:
    findings: list[Finding] = []
    kind = written.type.lower()
    if kind not in ENTRY_TYPES:
        hint = nearest(kind, ENTRY_TYPES) or f"known are {', '.join(sorted(ENTRY_TYPES))}"
        findings.append(Finding("CIT-007", written.mark, f"no entry type “@{written.type}”", hint))
    has_key = not re.search(r"[={}\"#%]", written.key)
    if not has_key:
        message = f"the entry has no key, or “{written.key}” is none"
        findings.append(Finding("CIT-001", written.mark, message, _KEY_HINT))
    names: dict[str, tuple[Name, ...]] = {}
    fields: dict[str, str] = {}
    marks: dict[str, Mark] = {}
    for one in written.fields:
        if one.name in marks:
            message = f"the field “{one.name}” is given twice in “{written.key}”"
            findings.append(Finding("CIT-006", one.mark, message, f"first given at {marks[one.name]}"))
            continue
        marks[one.name] = one.mark
        if one.name not in FIELDS:
            hint = nearest(one.name, FIELDS)
            findings.append(Finding("CIT-007", one.mark, f"no field “{one.name}” is known", hint))
            continue
        wrong = list(_field_findings(one))
        findings.extend(wrong)
        if wrong:
            continue
        if one.name in NAME_FIELDS:
            checked = _names(one)
            findings.extend(checked.findings)
            names[one.name] = checked.value
            continue
        decoded = decode(one.value)
        findings.extend(_not_understood(decoded, one))
        fields[one.name] = decoded.text
    entry = Entry(written.key, kind, names, fields, marks, written.mark)
    if written.is_whole and has_key:
        findings.extend(_lacks(entry))
    return Checked(entry, tuple(findings))


def _field_findings(one: _WrittenField) -> Iterator[Finding]:
    if not one.value:
        yield Finding("CIT-008", one.mark, f"the field “{one.name}” is empty", "fill it in or take it out")
    elif one.name in _FORMS:
        is_sound, what, hint = _FORMS[one.name]
        if not is_sound(one.value):
            near = nearest(one.value, LANGUAGES) if one.name == "langid" else ""
            yield Finding("CIT-008", one.mark, f"“{_short(one.value)}” is {what}", near or hint)


def _is_date(written: str) -> bool:
    """Whether a date is a year, a month or a real day (biblatex manual, 2.3.8; ranges are not printed by any style)."""
    if not _DATE.fullmatch(written):
        return False
    try:
        date(*(int(part) for part in (written + "-01-01").split("-")[:3]))
    except ValueError:
        return False
    return True


def _is_range(written: str) -> bool:
    """Whether pages are pages or ranges; a range goes up, its end may be shortened (127–30)."""
    if not _PAGES.fullmatch(written):
        return False
    ranges = (re.findall(r"\d+", part) for part in written.split(","))
    return all(len(one) != 2 or len(one[1]) < len(one[0]) or int(one[0]) <= int(one[1]) for one in ranges)


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda written: re.fullmatch(pattern, written) is not None


_FORMS: Mapping[str, tuple[Callable[[str], bool], str, str]] = {
    "date": (_is_date, "not a date", "write 2017, 2017-01 or 2017-01-19"),
    "urldate": (_is_date, "not a date", "write 2017, 2017-01 or 2017-01-19"),
    "year": (_matches(r"\d{4}"), "not a year", "write four digits"),
    "pages": (_is_range, "not a page or a range of pages", "write 13 or 13–20"),
    "langid": (LANGUAGES.__contains__, "not a language", "write babel’s name for it, such as english or french"),
    "entrysubtype": (SUBTYPES.__contains__, "no kind of article", f"there are {', '.join(sorted(SUBTYPES))}"),
    "url": (_matches(r"https?://\S+"), "no web address", "it begins with https://"),
}
"""For each field whose form is known: what tells whether a value has it, what it is not, and what to write."""


def _names(one: _WrittenField) -> Checked[tuple[Name, ...]]:
    if one.value.count("{") != one.value.count("}"):
        return Checked((), (Finding("CIT-008", one.mark, f"the braces in “{one.name}” do not match"),))
    names: list[Name] = []
    for written in split_name_list(one.value):
        if written.startswith("{") and written.endswith("}"):
            names.append(Name(decode(written).text))
            continue
        if not _is_one_name(written):
            message = f"“{_short(written)}” is not one name"
            hint = "separate names by “ and ”, write “Family, Given”"
            return Checked(tuple(names), (Finding("CIT-008", one.mark, message, hint),))
        person = Person(written)
        parts = (
            person.last_names,
            person.first_names + person.middle_names,
            person.prelast_names,
            person.lineage_names,
        )
        names.append(Name(*(decode(" ".join(part)).text for part in parts)))
    return Checked(tuple(names), tuple(_not_understood(decode(one.value), one)))


def _is_one_name(written: str) -> bool:
    """Whether a name has no more commas than a name has, and no sign that stands between two."""
    parts = [part.strip() for part in written.split(",")]
    commas_fit = len(parts) < 3 or (len(parts) == 3 and _LINEAGE.fullmatch(parts[1]) is not None)
    return commas_fit and not re.search(r"[;&]", written)


def _not_understood(decoded: Decoded, one: _WrittenField) -> Iterator[Finding]:
    for command in dict.fromkeys(decoded.unknown):
        message = f"“{command}” in “{one.name}” is not understood"
        yield Finding("CIT-009", one.mark, message, "write the character itself")


def _lacks(entry: Entry) -> Iterator[Finding]:
    for alternatives in REQUIRED.get(entry.type, ()):
        if not any(name in entry.marks for name in alternatives):
            message = f"“{entry.key}” is a @{entry.type} and has no {' or '.join(alternatives)}"
            yield Finding("CIT-005", entry.mark, message, f"add {alternatives[0]} = {{…}}")


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39] + "…"
