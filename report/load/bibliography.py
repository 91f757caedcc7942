"""A .bib file to entries: what a type needs is there, every field is known, names and dates can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person

from report.findings import Checked, Finding, Mark, nearest
from report.load.bibtex import (
    ENTRY_TYPES,
    FIELDS,
    LANGUAGES,
    NAME_FIELDS,
    REQUIRED,
    SUBTYPES,
    Decoded,
    decode,
)
from report.load.bibtex_scanner import KEY_HINT, MarkedScanner, WrittenEntry, WrittenField, shortened
from report.load.files import read_text
from report.model.references import Entry, Name, References

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
    scanner = MarkedScanner(source, path)
    written = list(scanner.entries())
    findings = list(scanner.findings)
    entries: dict[str, Entry] = {}
    known: dict[str, Entry] = {}  # by key without regard to case, as BibTeX has it
    for one in written:
        first = known.get(one.key.casefold())
        if first:
            message = f"the key “{one.key}” is given twice"
            findings.append(Finding("CIT-004", one.mark, message, f"first given at {first.mark}"))
            continue
        checked = _entry(one)
        findings.extend(checked.findings)
        entries[one.key] = known[one.key.casefold()] = checked.value
    return Checked(entries, tuple(findings))


def _entry(written: WrittenEntry) -> Checked[Entry]:
    findings: list[Finding] = []
    kind = written.type.lower()
    if kind not in ENTRY_TYPES:
        hint = nearest(kind, ENTRY_TYPES) or f"known are {', '.join(sorted(ENTRY_TYPES))}"
        findings.append(Finding("CIT-007", written.mark, f"no entry type “@{written.type}”", hint))
    has_key = not re.search(r"[={}\"#%]", written.key)
    if not has_key:
        message = f"the entry has no key, or “{written.key}” is none"
        findings.append(Finding("CIT-001", written.mark, message, KEY_HINT))
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


def _field_findings(one: WrittenField) -> Iterator[Finding]:
    if not one.value:
        yield Finding("CIT-008", one.mark, f"the field “{one.name}” is empty", "fill it in or take it out")
    elif one.name in _FORMS:
        is_sound, what, hint = _FORMS[one.name]
        if not is_sound(one.value):
            near = nearest(one.value, LANGUAGES) if one.name == "langid" else ""
            yield Finding("CIT-008", one.mark, f"“{shortened(one.value)}” is {what}", near or hint)


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


def _names(one: WrittenField) -> Checked[tuple[Name, ...]]:
    if one.value.count("{") != one.value.count("}"):
        return Checked((), (Finding("CIT-008", one.mark, f"the braces in “{one.name}” do not match"),))
    names: list[Name] = []
    for written in split_name_list(one.value):
        if written.startswith("{") and written.endswith("}"):
            names.append(Name(decode(written).text))
            continue
        if not _is_one_name(written):
            message = f"“{shortened(written)}” is not one name"
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


def _not_understood(decoded: Decoded, one: WrittenField) -> Iterator[Finding]:
    for command in dict.fromkeys(decoded.unknown):
        message = f"“{command}” in “{one.name}” is not understood"
        yield Finding("CIT-009", one.mark, message, "write the character itself")


def _lacks(entry: Entry) -> Iterator[Finding]:
    for alternatives in REQUIRED.get(entry.type, ()):
        if not any(name in entry.marks for name in alternatives):
            message = f"“{entry.key}” is a @{entry.type} and has no {' or '.join(alternatives)}"
            yield Finding("CIT-005", entry.mark, message, f"add {alternatives[0]} = {{…}}")
