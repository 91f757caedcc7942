"""Works that seem to be listed twice: a habit of reference managers, and a split list of notes for readers."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator

from report.findings import Finding
from report.model.references import Entry, Name

# Works of one person, title and year that differ in one of these are several: volumes, columns, chapters.
_TELLING = ("subtitle", "volume", "number", "issue", "part", "edition", "chapter", "pages", "version", "doi")
_PARTS = re.compile(r"[.\s-]+")


def duplicates(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Yield a finding for each entry that is probably one that stands before it.

    The same DOI is enough, or the same title, year and first name, unless another field tells them apart; of a given
    name its initial will do.
    Takes entries as they are in the file: what a crossref gives stands in several.
    """
    seen: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        found = ""
        for trait in _traits(entry):
            others = seen.setdefault(trait, [])
            first = next((one for one in others[:8] if trait[0] == "doi" or not _are_told_apart(entry, one)), None)
            if first and not found:
                found = first.key
                message = f"“{entry.key}” seems to be the same work as “{first.key}”"
                yield Finding("CIT-010", entry.mark, message, f"cite “{first.key}”, which stands at {first.mark}")
            others.append(entry)


def _traits(entry: Entry) -> Iterator[tuple[str, ...]]:
    doi = entry.plain("doi").casefold()
    if doi:
        yield "doi", doi
    title = _bare(entry.plain("title"))
    first = _first_name(entry)
    day = entry.dates.get("date")
    if title and first and day:
        yield "title", title, str(day.first.year), first.family.casefold()


def _are_told_apart(one: Entry, other: Entry) -> bool:
    if any(one.fields[name] != other.fields[name] for name in _TELLING if name in one.fields and name in other.fields):
        return True
    names = _first_name(one), _first_name(other)
    if names[0] and names[1] and _differ(names[0].given, names[1].given):
        return True
    first, second = (entry.dates["date"].first for entry in (one, other))
    days = ((first.month, second.month), (first.day, second.day))
    return any(before != after for before, after in days if before and after)


def _first_name(entry: Entry) -> Name | None:
    people = next((entry.names[role].people for role in ("author", "editor") if role in entry.names), ())
    return people[0] if people else None


def _differ(given: str, other: str) -> bool:
    """Whether two given names are not of one person: “J.” and “J. R.” may be Jane, Mary is another."""
    pairs = zip(_PARTS.split(given.casefold()), _PARTS.split(other.casefold()), strict=False)
    return any(
        not (one == another if min(len(one), len(another)) > 1 else one[:1] == another[:1])
        for one, another in pairs
        if one and another
    )


def _bare(title: str) -> str:
    """Return the letters and digits of a title, in small letters."""
    return "".join(sign for sign in title.casefold() if sign.isalnum())
