"""The bibliography: what the notes cite, in the order of the locale, in the parts of the house."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from report import locales
from report.cite.elements import leading_article
from report.cite.forms import CitationSetter
from report.cite.names import leading, surname
from report.cite.runs import set_atoms
from report.locales import Pack, Shelf
from report.model.apparatus import Note, Reference, ReferenceGroup
from report.model.brief import BibliographyPart
from report.model.references import Entry, Name, References
from report.model.text import Text, Words


def list_references(entries: References, notes: Sequence[Note], setter: CitationSetter) -> tuple[ReferenceGroup, ...]:
    """List the cited entries; each belongs to the first part that claims it by keyword or type, else to the rest."""
    calls: dict[str, list[str]] = {}
    for note in notes:
        for key in dict.fromkeys(mention.key for mention in note.mentions):
            calls.setdefault(key, []).append(note.id)
    cited = sorted((entries[key] for key in calls), key=lambda entry: sorting(entry, setter.edition, setter.shelf))
    if not setter.rules.parts:
        return (ReferenceGroup("", (), tuple(_reference(entry, calls, setter) for entry in cited)),) if cited else ()
    members: dict[str, list[Reference]] = {part.id: [] for part in setter.rules.parts}
    for entry in cited:
        members[_part_of(entry, setter.rules.parts).id].append(_reference(entry, calls, setter))
    return tuple(
        ReferenceGroup(part.id, _title(part, setter.edition), tuple(members[part.id]))
        for part in setter.rules.parts
        if members[part.id]
    )


def sorting(entry: Entry, edition: Pack, shelf: Shelf) -> tuple[object, ...]:
    """Return the key by which an entry is sorted: names, then title, then date (CMOS 17, 14.65 and 14.71).

    Particles count after the given name unless the entry keeps them; the article that a title begins with does not
    count. ``sortname``, ``sorttitle``, ``sortyear`` and ``sortkey`` of the entry go before what they stand for.
    """
    language = entry.language or edition.tag
    title = entry.plain("sorttitle")
    if not title:
        title = f"{entry.plain('title')} {entry.plain('subtitle')}".rstrip()
        title = title[len(leading_article(title, language, shelf)) :]
    people = leading(entry)[1].people
    names = entry.plain("sortname") or ", ".join(_sorted_name(name, language, shelf) for name in people) or title
    day = entry.dates.get("date")
    year = entry.plain("sortyear") or (f"{day.first.year:05}" if day else "")
    words = (entry.plain("sortkey"), names, title, year)
    first = locales.sort_key(words[0] or names, edition)
    return (first, *(locales.sort_key(word, edition) for word in words[1:]), entry.key)


def _sorted_name(name: Name, language: str, shelf: Shelf) -> str:
    if name.is_institution:
        return name.family[len(leading_article(name.family, language, shelf)) :]
    family = surname(name) if name.keeps_particle else name.family
    particle = "" if name.keeps_particle else name.particle
    # A comma ends what is compared first: “Sand, Anna” goes before “Sanda, Ada” (CMOS 17, 16.60).
    return ", ".join(filter(None, (family, " ".join(filter(None, (name.given, particle))), name.suffix)))


def _reference(entry: Entry, calls: Mapping[str, Sequence[str]], setter: CitationSetter) -> Reference:
    text = set_atoms(setter.reference(entry), entry.mark)
    return Reference(entry.key, text, tuple(calls[entry.key]), setter.pack_of_listed(entry).direction, entry.mark)


def _part_of(entry: Entry, parts: Sequence[BibliographyPart]) -> BibliographyPart:
    claims = (part for part in parts if entry.type in part.types or part.keywords.intersection(entry.keywords))
    rest = (part for part in parts if not part.types and not part.keywords)
    return next(chain(claims, rest))


def _title(part: BibliographyPart, edition: Pack) -> Text:
    return part.title or (Words(locales.term(part.id, edition), part.mark),)
