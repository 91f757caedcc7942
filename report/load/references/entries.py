"""An entry as it was written to an entry: known fields under their names in biblatex, decoded, each in its form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from report.findings import Checked, Finding, Mark, nearest
from report.load.references import forms
from report.load.references.dates import date_hint, read_date, read_month
from report.load.references.latex import decode, is_blank, trimmed
from report.load.references.names import NotNames, institutions_among, read_names
from report.load.references.scanner import KEY_HINT, WrittenEntry, WrittenField, shortened
from report.load.references.vocabulary import (
    DATE_FIELDS,
    FIELD_ALIASES,
    FIELDS,
    IGNORED_FIELDS,
    NAME_FIELDS,
    TYPE_ALIASES,
)
from report.locales.babel import language_tag, nearest_language
from report.model.blocks import PartialDate
from report.model.references import ENTRY_TYPES, PRESS, Entry, EntryDate, Names, Rich, plain

_OPTION = re.compile(r"\s*useprefix\s*(?:=\s*(true|false)\s*)?")
_NAME_LENGTH = 30


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that has taken nothing over yet; ``strangers`` are the fields that it gives and nobody knows.

    ``written_type`` is its type as written. It is whole if its file could be read without complaint.
    """

    entry: Entry
    written_type: str
    strangers: tuple[str, ...]
    is_whole: bool


def read_entry(written: WrittenEntry) -> Checked[Draft]:
    """Read the fields of an entry; what is unsound is left out and said."""
    reader = _EntryReader(written)
    return Checked(reader.draft(), tuple(reader.findings))


class _EntryReader:
    def __init__(self, written: WrittenEntry) -> None:
        self.findings: list[Finding] = []
        self._written = written
        self._names: dict[str, Names] = {}
        self._fields: dict[str, Rich] = {}
        self._dates: dict[str, EntryDate] = {}
        self._marks: dict[str, Mark] = {}
        self._strangers: list[str] = []
        self._language = ""
        self._keywords: tuple[str, ...] = ()
        self._values: dict[str, WrittenField] = {}

    def draft(self) -> Draft:
        written = self._written
        kind, implied = self._type()
        is_whole = written.is_whole and self._has_key()
        self._sort_out()
        self._keeps_particle = self._options()
        for name, one in self._values.items():
            self._read(name, one)
        self._year_and_month()
        if implied and "type" not in self._fields:
            self._fields["type"] = (implied,)
        entry = Entry(
            written.key,
            kind,
            self._names,
            self._fields,
            self._dates,
            self._language,
            self._keywords,
            self._marks,
            written.mark,
        )
        return Draft(entry, written.type.lower(), tuple(self._strangers), is_whole)

    def _note(self, code: str, one: WrittenField, message: str, hint: str = "") -> None:
        self.findings.append(Finding(code, one.mark, message, hint))

    def _type(self) -> tuple[str, str]:
        written = self._written.type.lower()
        if written in ENTRY_TYPES:
            return written, ""
        if written in TYPE_ALIASES:
            return TYPE_ALIASES[written]
        hint = _nearest_type(written[:_NAME_LENGTH])
        self.findings.append(
            Finding("CIT-007", self._written.mark, f"no entry type “@{shortened(self._written.type)}”", hint)
        )
        return written, ""

    def _has_key(self) -> bool:
        key = self._written.key
        if not re.search(r"[={}\"#%\\]", key):
            return True
        message = f"the entry has no key, or “{shortened(key)}” is none"
        self.findings.append(Finding("CIT-001", self._written.mark, message, KEY_HINT))
        return False

    def _sort_out(self) -> None:
        """Take each field under its name in biblatex; what is unknown, empty or given twice is said."""
        for one in self._written.fields:
            name = FIELD_ALIASES.get(one.name, one.name)
            first = self._values.get(name)
            if one.name not in FIELDS:
                self._strangers.append(one.name[:_NAME_LENGTH])
                message = f"no field “{shortened(one.name)}” is known"
                self._note("CIT-007", one, message, _nearest_field(one.name[:_NAME_LENGTH]))
            elif first and (first.name == one.name or first.value != one.value):
                other = "" if first.name == one.name else f", here as “{one.name}”"
                message = f"the field “{first.name}” is given twice in “{self._written.key}”{other}"
                self._note("CIT-006", one, message, f"first given at {first.mark}")
            elif not first:
                self._values[name] = one
                if name not in ("year", "month"):
                    self._marks[name] = one.mark
                if not one.value and name not in IGNORED_FIELDS:
                    self._empty(one)

    def _empty(self, one: WrittenField) -> None:
        self._note("CIT-008", one, f"the field “{one.name}” is empty", "fill it in or take it out")

    def _options(self) -> bool:
        """Whether the options ask for the particle to be kept; it is the only option that is known."""
        one = self._values.get("options")
        found = _OPTION.fullmatch(one.value) if one else None
        if one and one.value and not found:
            self._note("CIT-008", one, f"“{shortened(one.value)}” is no option", "there is useprefix=true")
        return found is not None and found[1] != "false"

    def _read(self, name: str, one: WrittenField) -> None:
        if not one.value or name in IGNORED_FIELDS or name in ("year", "month", "options"):
            return
        if name in NAME_FIELDS:
            self._read_names(name, one)
        elif name in DATE_FIELDS:
            self._read_date(name, one)
        elif name in _FORMS:
            read, what, hint = _FORMS[name]
            value = read(one.value)
            if value:
                self._fields[name] = (value,)
            else:
                said = hint if isinstance(hint, str) else hint(one.value)
                self._note("CIT-008", one, f"“{shortened(one.value)}” is {what}", said)
        elif name == "langid":
            self._language = language_tag(one.value)
            if not self._language:
                self._note("CIT-008", one, f"“{shortened(one.value)}” is not a language", nearest_language(one.value))
        elif name == "keywords":
            words = (plain(self._rich(part.strip(), one)) for part in one.value.split(","))
            self._keywords = tuple(word for word in words if word)
        else:
            self._read_text(name, one)

    def _read_text(self, name: str, one: WrittenField) -> None:
        pieces = self._rich(one.value, one)
        words = plain(pieces)
        if is_blank(words):
            self._empty(one)
        elif forms.is_wordy_number(name, words):
            message = f"“{shortened(words)}” is not the number of {'an edition' if name == 'edition' else 'a volume'}"
            self._note("CIT-008", one, message, f"write the number alone, as {name} = {{2}}; the style adds the word")
        else:
            self._fields[name] = pieces

    def _rich(self, value: str, one: WrittenField) -> Rich:
        """Decode a text without the blanks at its ends; LaTeX that is not understood is said once for each command."""
        decoded = decode(value)
        for command in dict.fromkeys(decoded.unknown):
            message = f"“{shortened(command)}” in “{one.name}” is not understood"
            self._note("CIT-009", one, message, "write the character itself")
        if decoded.has_lost_brace:
            message = f"the braces in “{one.name}” do not match"
            self._note("CIT-009", one, message, "a brace that is to be printed is written \\{ or \\}")
        for address in decoded.addresses:
            message = f"“{shortened(address)}” is no address that a reader can follow"
            self._note("CIT-008", one, message, "it begins with https://, mailto: or doi:")
        if not decoded.addresses and forms.has_active_address(value):
            self._note("CIT-008", one, f"the field “{one.name}” holds an address that runs a program", "take it out")
        return trimmed(decoded.pieces)

    def _read_names(self, name: str, one: WrittenField) -> None:
        self._rich(one.value, one)
        try:
            self._names[name] = read_names(one.value, keeps_particle=self._keeps_particle)
        except NotNames as trouble:
            self._note("CIT-008", one, *trouble.args)
            return
        for suspect in institutions_among(one.value, self._named_institutions()):
            message = f"“{shortened(suspect)}” is written like a person and looks like an institution"
            self._note("CIT-015", one, message, f"put its whole name in double braces: {one.name} = {{{{…}}}}")

    def _named_institutions(self) -> frozenset[str]:
        fields = ("institution", "organization", "publisher", "school")
        return frozenset(self._values[name].value.strip("{}") for name in fields if name in self._values)

    def _read_date(self, name: str, one: WrittenField) -> None:
        is_plain = name == "urldate"
        day = read_date(one.value)
        if day and not (is_plain and day != EntryDate(day.first)):
            self._dates[name] = day
        else:
            hint = date_hint(one.value, is_plain=is_plain)
            self._note("CIT-008", one, f"“{shortened(one.value)}” is not a date", hint)

    def _year_and_month(self) -> None:
        """Take BibTeX's year and month for the date; beside a date they may only repeat it."""
        year, month = self._values.get("year"), self._values.get("month")
        if year and year.value:
            day = read_date(year.value)
            if not day or day.first.month or (day.last and day.last.month):
                self._note("CIT-008", year, f"“{shortened(year.value)}” is not a year", "write four digits")
            else:
                self._put_year(year, day, self._month(month))
            self._marks.setdefault("date", year.mark)
        elif year:
            self._marks.setdefault("date", year.mark)
        elif month and month.value and "date" not in self._marks:
            self._note("CIT-008", month, "there is a month and no year", "write date = {2017-01}")
        elif month and month.value:
            self._month(month)

    def _put_year(self, one: WrittenField, day: EntryDate, month: int) -> None:
        given = self._dates.get("date")
        if given and given.first.year != day.first.year:
            message = f"the date is given twice in “{self._written.key}”, here as “{one.name}”"
            self._note("CIT-006", one, message, f"first given at {self._marks['date']}")
        if not given and "date" not in self._marks:
            is_single = not day.last and not day.is_open
            self._dates["date"] = replace(day, first=PartialDate(day.first.year, month)) if is_single else day

    def _month(self, one: WrittenField | None) -> int:
        if one is None or not one.value:
            return 0
        month = read_month(one.value)
        if not month:
            self._note("CIT-008", one, f"“{shortened(one.value)}” is not a month", "write date = {2017-01-19}")
        return month


_FORMS: Mapping[str, tuple[Callable[[str], str], str, str | Callable[[str], str]]] = {
    "crossref": (forms.read_key, "no key of an entry", "write the key of one entry"),
    "doi": (forms.read_doi, "no DOI", "it begins with 10. and has a slash"),
    "entrysubtype": (forms.read_subtype, "no kind of article", f"there are {', '.join(sorted(PRESS))}"),
    "eprint": (forms.read_identifier, "no identifier", "write it without blanks and braces"),
    "pages": (forms.read_pages, "not a page or a range of pages", "write 13, or 13–20 with the lower number first"),
    "url": (forms.read_url, "no web address", forms.url_hint),
}
"""For each field that has a form: what reads it, what it is not, and what to write."""


@cache
def _nearest_type(word: str) -> str:
    return nearest(word, ENTRY_TYPES | frozenset(TYPE_ALIASES)) or f"known are {', '.join(sorted(ENTRY_TYPES))}"


@cache
def _nearest_field(word: str) -> str:
    return nearest(word, FIELDS)
