"""Telling works apart that short forms would confuse: by the given name, then by the whole title, then by the year."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from report.cite.elements import short_title
from report.cite.names import leading, surname
from report.cite.setting import Distinctions, TitleLength
from report.locales import Shelf
from report.model.references import Entry, Name, plain
from report.model.style import NameManner


def distinguish(entries: Sequence[Entry], manner: NameManner, edition: str, shelf: Shelf) -> Distinctions:
    """Return what must be added to the short forms of the cited works (CMOS 17, 14.32 and 14.33).

    ``manner`` says how many names a short form shows: works are told apart by what is seen.

    People are told apart by their given names if their surnames are the same; two works of the same people with the
    same short title by the whole title, and if that is the same by the year.
    """
    given_names = _sharing_a_surname(name for entry in entries for name in leading(entry)[1].people)
    titles: dict[str, TitleLength] = {}
    short = ((_people(entry, manner, given_names), plain(short_title(entry, edition, shelf))) for entry in entries)
    for alike in _alike(short):
        for index in alike:
            titles[entries[index].key] = "full"
    whole = ((_people(entry, manner, given_names), entry.plain("title"), entry.plain("subtitle")) for entry in entries)
    for alike in _alike(whole):
        for index in alike:
            titles[entries[index].key] = "dated"
    return Distinctions(given_names, titles)


def _sharing_a_surname(names: Iterable[Name]) -> frozenset[Name]:
    by_surname: dict[str, set[Name]] = defaultdict(set)
    for name in names:
        if not name.is_institution:
            by_surname[_folded(surname(name))].add(name)
    return frozenset(name for people in by_surname.values() if len(people) > 1 for name in people if name.given)


def _people(entry: Entry, manner: NameManner, given_names: frozenset[Name]) -> tuple[str, ...]:
    people = leading(entry)[1].people
    people = people[: manner.shown] if len(people) > manner.most else people
    return tuple(f"{name.given} {surname(name)}" if name in given_names else surname(name) for name in people)


def _alike(descriptions: Iterable[tuple[object, ...]]) -> list[list[int]]:
    """Return the places of descriptions that are equal but for case and accents, those of each in a list."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, description in enumerate(descriptions):
        places[_folded(repr(description))].append(index)
    return [found for found in places.values() if len(found) > 1]


def _folded(words: str) -> str:
    return unicodedata.normalize("NFC", words).casefold()
