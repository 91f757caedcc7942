"""Whether the bibliography says all that an entry says: what a style leaves out is told, never lost in silence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from report.findings import Finding
from report.model.apparatus import Reference, ReferenceGroup
from report.model.references import Entry, References, plain
from report.model.text import Link, Text, Words, Wrapper

# What helps to sort, shorten, translate or find an entry, and is not for readers to see; and what is said by the form
# of the reference rather than in words.
_SILENT_FIELDS = frozenset(
    (
        "authortype", "crossref", "doi", "entrysubtype", "isbn", "issn", "language", "options", "origlanguage",
        "pagetotal", "shortjournal", "shortseries", "shorttitle", "sortkey", "sorttitle", "sortyear", "url",
    )
)  # fmt: skip
_SILENT_ROLES = frozenset(("shortauthor", "shorteditor", "sortname"))
_DATES = ("date", "origdate", "eventdate")
# Kinds of theses and reports are printed in the words of the language.
_NAMED_KINDS = frozenset(("phdthesis", "mathesis", "candthesis", "techreport", "resreport"))
_WORD = re.compile(r"\d+|[^\W\d_]+")


def check_completeness(entries: References, bibliography: tuple[ReferenceGroup, ...]) -> Iterator[Finding]:
    """Say which fields of the listed entries are printed in no part of their reference."""
    for group in bibliography:
        for reference in group.references:
            entry = entries[reference.key]
            for name in _unprinted(entry, reference):
                message = f"“{name}” of “{entry.key}” is printed nowhere"
                hint = "the citation style has no place for it here: move it to a field that is printed, or take it out"
                yield Finding("CIT-014", entry.marks.get(name, entry.mark), message, hint)


def _unprinted(entry: Entry, reference: Reference) -> Iterator[str]:
    printed = _folded("".join(_read_out(reference.text)))
    for name, pieces in entry.fields.items():
        is_silent = name in _SILENT_FIELDS or (name == "type" and plain(pieces) in _NAMED_KINDS)
        is_silent = is_silent or (name == "pubstate" and "date" not in entry.dates)  # printed in the date's place
        is_silent = is_silent or (name == "volumes" and "volume" in entry.fields)  # one of them is meant
        if not is_silent and not _stands_in(plain(pieces), printed):
            yield name
    for role, names in entry.names.items():
        if role not in _SILENT_ROLES and names.people and not _stands_in(names.people[0].family, printed):
            yield role
    for name in _DATES:
        if name in entry.dates and not _stands_in(str(entry.dates[name].first.year), printed):
            yield name


def _stands_in(written: str, printed: str) -> bool:
    words = _folded(written)
    return not words.strip() or words in printed


def _read_out(text: Text) -> Iterator[str]:
    """Yield the words that readers see; the figures of an address say nothing of a volume or a year."""
    for run in text:
        if isinstance(run, Words):
            yield run.text
        elif isinstance(run, Wrapper) and not isinstance(run, Link):
            yield from _read_out(run.runs)


def _folded(words: str) -> str:
    """Return the words and numbers of a text, each between spaces, figures of any script as ASCII's."""
    if not words.isascii():
        figures = (str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in words)
        words = unicodedata.normalize("NFKC", "".join(figures))
    return f" {' '.join(_WORD.findall(words.casefold()))} "
