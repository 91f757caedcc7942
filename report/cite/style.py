"""The house's reference style, ``house-short-title``, on pybtex's template language.

A note has surname, full title, year and locator; the bibliography has everything. The rules are those of the
Chicago Manual of Style (17th edition, chapter 14) unless the manual (``docs/manual.md``, Citations) says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pybtex import richtext
from pybtex.style.template import join, node

from report import locales
from report.findings import Mark
from report.model.blocks import PartialDate
from report.model.references import Entry, Name
from report.model.text import Emphasis, Link, Run, Text, Words

_CONTAINED = frozenset(("article", "incollection", "inbook", "inproceedings"))
_IN_PERIODICALS = frozenset(("article",))
_PAGE_LOCATOR = re.compile(r"\bpp?\.\s*(?=\d)")
_MOST_NAMES = 3


def note_form(entry: Entry, written_locator: str, locale: str, mark: Mark) -> Text:
    """Return an entry as a note prints it: “Andreeva, *Russia and Iran …*, 2007, 13”, without the full stop."""
    template = join(sep=", ")[surnames(), note_title(), year(), place(written_locator)]
    return _runs(template.format_data(_Context(entry, locale)), mark)


def reference_form(entry: Entry, locale: str) -> Text:
    """Return an entry as the bibliography prints it, with all it has, closed by a full stop."""
    if entry.type in _IN_PERIODICALS:
        rest = [sentence(join(sep=", ")[container(), volume(), full_date(), pages()])]
    else:
        described = join(sep=", ")[container(), other_names(), edition_statement(), volume(), pages()]
        rest = [sentence(described), sentence(join(sep=", ")[imprint(), full_date()])]
    template = join(sep=" ")[(sentence(full_names()), listed_title(), *rest, address())]
    return _runs(template.format_data(_Context(entry, locale)), entry.mark)


def locator(written: str) -> str:
    """Return a locator as this style prints it: pages as bare numbers, ranges with an en dash, others as written."""
    return re.sub(r"(?<=\d)\s*-{1,2}\s*(?=\d)", "–", _PAGE_LOCATOR.sub("", written))


def sorting(entry: Entry, locale: str) -> tuple[tuple[str, str], ...]:
    """Return the key by which the bibliography is sorted: names, then title, then date."""
    names = _authors(entry)
    who = " ".join(f"{name.family} {name.given}" for name in names) or _institution(entry)
    words = (who, entry.field("title"), entry.field("date", "year"))
    return tuple(locales.sort_key(word, locale) for word in words)


class _Context(dict[str, Any]):
    """What a template node is given: the entry and the locale."""

    def __init__(self, entry: Entry, locale: str) -> None:
        super().__init__(entry=entry, locale=locale)
        self.entry, self.locale = entry, locale


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def surnames(_children: Sequence[Any], context: _Context) -> str:
    """The names in a note: surnames alone."""
    names = [" ".join(filter(None, (name.particle, name.family))) for name in _authors(context.entry)]
    if len(names) > _MOST_NAMES:
        return f"{names[0]} {locales.term('et-al', context.locale)}"
    return _listed(names, context.locale) or _institution(context.entry)


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def full_names(_children: Sequence[Any], context: _Context) -> str:
    """The names in the bibliography: the first one turned round, all of them in full."""
    names = _authors(context.entry)
    listed = [_turned(name) if index == 0 else _straight(name) for index, name in enumerate(names)]
    words = _listed(listed, context.locale, comma_before_last=True) or _institution(context.entry)
    if names and "author" not in context.entry.names:
        words += ", " + locales.term("editor" if len(names) == 1 else "editors", context.locale)
    return words


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def note_title(_children: Sequence[Any], context: _Context) -> richtext.Tag:
    """The title in a note, with its subtitle after a full stop."""
    return richtext.Tag("em", _title(context.entry, ". "))


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def listed_title(_children: Sequence[Any], context: _Context) -> richtext.Text:
    """The title in the bibliography: in quotation marks if it is contained in something, else leaning."""
    title = _title(context.entry, ": ")
    stop = "" if title.endswith((".", "?", "!")) else "."
    if context.entry.type in _CONTAINED:
        opening, closing, *_ = locales.pack(context.locale).quotation_marks
        return richtext.Text(opening, title, stop, closing)
    return richtext.Text(richtext.Tag("em", title, stop))


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def container(_children: Sequence[Any], context: _Context) -> richtext.Text:
    """What an article or chapter is contained in: a journal or book leans, a news agency does not."""
    entry, locale = context.entry, context.locale
    if entry.type not in _CONTAINED:
        return richtext.Text(entry.field("series"))
    if journal := entry.field("journaltitle", "journal"):
        is_agency = entry.field("entrysubtype") == "news"
        return richtext.Text(journal) if is_agency else richtext.Text(richtext.Tag("em", journal))
    if book := entry.field("booktitle"):
        return richtext.Text(locales.term("in", locale).capitalize(), " ", richtext.Tag("em", book))
    return richtext.Text()


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def other_names(_children: Sequence[Any], context: _Context) -> str:
    """Editors (beside authors) and translators, each with its words."""
    parts = []
    for role, words in (("editor", "edited-by"), ("translator", "translated-by")):
        names = context.entry.names.get(role, ())
        if names and names != _authors(context.entry):
            listed = _listed([_straight(name) for name in names], context.locale)
            parts.append(f"{locales.term(words, context.locale)} {listed}")
    return ", ".join(parts)


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def edition_statement(_children: Sequence[Any], context: _Context) -> str:
    """The edition of a book, as its entry words it."""
    return context.entry.field("edition")


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def volume(_children: Sequence[Any], context: _Context) -> str:
    """Volume and number, with their abbreviations."""
    parts = []
    for name, fields in (("volume", ("volume",)), ("number", ("number", "issue"))):
        if value := context.entry.field(*fields):
            parts.append(f"{locales.term(name, context.locale)} {value}")
    return ", ".join(parts)


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def imprint(_children: Sequence[Any], context: _Context) -> str:
    """Place and publisher: “London: Routledge”; an author that is also the publisher is not said twice."""
    entry = context.entry
    named = entry.field("publisher", "institution", "school", "organization", "howpublished")
    publisher = named if named != _institution(entry) or _authors(entry) else ""
    return ": ".join(filter(None, (entry.field("location", "address"), publisher)))


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def year(_children: Sequence[Any], context: _Context) -> str:
    """The year alone, or the words for none."""
    return context.entry.field("date", "year")[:4] or locales.term("undated", context.locale)


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def full_date(_children: Sequence[Any], context: _Context) -> str:
    """The date as exact as the entry gives it."""
    return _date(context.entry.field("date", "year"), context.locale) or locales.term("undated", context.locale)


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def pages(_children: Sequence[Any], context: _Context) -> str:
    """The pages of a contained work."""
    return locator(context.entry.field("pages"))


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def place(_children: Sequence[Any], _context: _Context, written: str) -> str:
    """The locator of a citation."""
    return locator(written)


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def address(_children: Sequence[Any], context: _Context) -> richtext.Text:
    """DOI or web address, with the day it was read."""
    entry = context.entry
    link = f"https://doi.org/{entry.field('doi')}" if entry.field("doi") else entry.field("url")
    if not link:
        return richtext.Text()
    read = _date(entry.field("urldate"), context.locale)
    accessed = f" ({locales.term('accessed', context.locale)} {read})" if read else ""
    return richtext.Text(richtext.HRef(link, link), accessed, ".")


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def sentence(children: Sequence[Any], context: _Context, part: Any) -> richtext.Text:
    """A part closed with one full stop, if there is any."""
    del children
    text = richtext.Text(part.format_data(context))
    return text.add_period() if text else text


def _title(entry: Entry, separator: str) -> str:
    title, subtitle = entry.field("title"), entry.field("subtitle")
    if not subtitle:
        return title
    return f"{title} {subtitle}" if title.endswith(("?", "!", ".")) else f"{title}{separator}{subtitle}"


def _authors(entry: Entry) -> tuple[Name, ...]:
    return entry.names.get("author") or entry.names.get("editor") or ()


def _institution(entry: Entry) -> str:
    return entry.field("organization", "institution")


def _turned(name: Name) -> str:
    given = " ".join(filter(None, (name.given, name.particle)))
    return ", ".join(filter(None, (name.family, given, name.suffix)))


def _straight(name: Name) -> str:
    return " ".join(filter(None, (name.given, name.particle, name.family, name.suffix)))


def _listed(names: Iterable[str], locale: str, *, comma_before_last: bool = False) -> str:
    *first, last = [*names] or [""]
    if not first:
        return last
    comma = "," if comma_before_last or len(first) > 1 else ""
    return f"{', '.join(first)}{comma} {locales.term('and', locale)} {last}"


def _date(written: str, locale: str) -> str:
    parts = [int(part) for part in written.split("-") if part]
    if len(parts) == len(("year", "month", "day")):
        return locales.long_date(date(*parts), locale)
    return locales.timeline_date(PartialDate(*parts), locale, is_short=False) if parts else ""


def _runs(text: Any, mark: Mark) -> Text:
    """Return pybtex's rich text as runs of ours, every one with the mark of what it was made from."""
    made: list[Run] = []
    for part in getattr(text, "parts", (text,)):
        if isinstance(part, richtext.Tag):
            made.append(Emphasis(_runs(part, mark), mark))
        elif isinstance(part, richtext.HRef):
            made.append(Link(_runs(part, mark), part.url, mark))
        elif isinstance(part, richtext.Text):
            made.extend(_runs(part, mark))
        elif str(part):
            made.append(Words(str(part), mark))
    return tuple(made)
