"""One door for everything a language writes in its own way: dates, numbers, lists, quotation, sorting, direction.

Each locale is a pack of data, ``report/locales/<tag>/pack.yaml``. A pack that ``inherits`` another holds only what
differs from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from report.errors import ReportError
from report.locales.packs import (
    DatePatterns,
    Inflected,
    ListWords,
    LocatorWords,
    Months,
    NamePatterns,
    Pack,
    Punctuation,
    known_locales,
    pack,
    pack_of_language,
)
from report.model.blocks import PartialDate
from report.model.references import EntryDate

__all__ = [
    "DatePatterns",
    "Inflected",
    "ListWords",
    "LocatorWords",
    "Months",
    "NamePatterns",
    "Pack",
    "Punctuation",
    "access_date",
    "articles_of",
    "entry_date",
    "in_digits",
    "known_locales",
    "list_marker",
    "locator_words",
    "long_date",
    "ordinal",
    "pack",
    "pack_of_language",
    "section_number",
    "sort_key",
    "term",
    "timeline_date",
]

_ASCII = "0123456789"


@cache
def locator_words() -> Mapping[str, tuple[str, bool | None]]:
    """Return the words by which any locale names a place in a work, in small letters, with the kind of the place.

    Beside the kind stands whether the word is for several (``True``), for one (``False``) or for either (``None``);
    a word that is for one in one language and for several in another is for either.

    Raises:
        ReportError: two packs give a word to different kinds of places.
    """
    words: dict[str, tuple[str, bool | None]] = {}
    for tag in known_locales():
        for kind, locator in pack(tag).locators.items():
            for is_many, forms in ((False, locator.one), (True, locator.many)):
                for form in forms:
                    word = form.casefold()
                    known, number = words.get(word, (kind, is_many))
                    if known != kind:
                        raise ReportError(f"the locale pack “{tag}” names “{form}” a {kind}; it is a {known} elsewhere")
                    words[word] = (kind, number if number == is_many else None)
    return words


def articles_of(language: str) -> frozenset[str]:
    """Return the articles, in small letters, that a title of a language may begin with; none if no pack fits it."""
    tag = pack_of_language(language)
    return pack(tag).articles if tag else frozenset()


def long_date(day: date, tag: str) -> str:
    """Return a date in full: “1 March 2017”."""
    return timeline_date(PartialDate(day.year, day.month, day.day), tag, is_short=False)


def timeline_date(day: PartialDate, tag: str, *, is_short: bool = True) -> str:
    """Return a date as exact as it is known: “23 May 2014”, “Dec 2000”, “2017”."""
    year = in_digits(str(day.year), tag)
    if not day.month:
        return year
    pattern, month = _pattern_and_month(day, tag, is_short=is_short)
    return pattern.format(day=in_digits(str(day.day), tag), month=month, year=year)


def entry_date(day: EntryDate, tag: str, *, year_alone: bool = False) -> str:
    """Return the date of an entry, spans and doubts included: “19 January 2017”, “1998–2004”, “c. 1850”."""
    patterns = pack(tag).dates
    first, last = day.first, day.last
    if year_alone:
        first, last = PartialDate(first.year), PartialDate(last.year) if last else None
    written = _span(first, last, tag) if last and last != first else timeline_date(first, tag, is_short=False)
    if day.is_open:
        written = patterns.open_span.format(first=written)
    if day.is_circa:
        written = patterns.circa.format(date=written)
    return patterns.uncertain.format(date=written) if day.is_uncertain else written


def access_date(day: EntryDate, tag: str) -> str:
    """Return the day on which an address was read, where it is known to the day; else as any other date.

    Some languages write it in figures: “дата обращения: 01.05.2024” (GOST R 7.0.5-2008).
    """
    first = day.first
    if not first.day:
        return entry_date(day, tag)
    _, month = _pattern_and_month(first, tag, is_short=False)
    figures = {"day": str(first.day), "day-in-two": f"{first.day:02}", "month-in-two": f"{first.month:02}"}
    places = {name: in_digits(written, tag) for name, written in (*figures.items(), ("year", str(first.year)))}
    return pack(tag).dates.access.format_map({**places, "month": month})


def in_digits(written: str, tag: str) -> str:
    """Return a text with its ASCII digits in those of the locale."""
    digits = pack(tag).digits
    return written if digits == _ASCII else written.translate(str.maketrans(_ASCII, digits))


def ordinal(number: int, tag: str) -> str:
    """Return a number as an ordinal: “2nd”; the longest ending that the pack lists for its digits is taken."""
    endings = pack(tag).ordinals
    written = str(number)
    ending = max((one for one in endings if written.endswith(one)), key=len, default="")
    return in_digits(written, tag) + endings.get(ending, "")


def section_number(number: int, tag: str) -> str:
    """Return the number of a section as the locale prints it: “IV”."""
    return _roman(number) if pack(tag).section_numbers == "upper-roman" else in_digits(str(number), tag)


def list_marker(number: int, depth: int, tag: str, *, is_numbered: bool) -> str:
    """Return the mark before a list item: “3.”, or the bullet of a depth (from 0)."""
    locale = pack(tag)
    if is_numbered:
        return locale.number_marker.format(number=in_digits(str(number), tag))
    return locale.bullets[min(depth, len(locale.bullets) - 1)]


def term(name: str, tag: str, *, is_many: bool = False, **values: str) -> str:
    """Return a word of the apparatus, for one or for several, its named places filled.

    Raises:
        ReportError: the pack has no such term.
    """
    words = pack(tag).terms.get(name)
    if words is None:
        raise ReportError(f"the locale pack “{tag}” has no term “{name}”")
    if isinstance(words, Inflected):
        words = words.many if is_many else words.one
    return words.format(**values) if values else words


def sort_key(words: str, tag: str) -> tuple[str, ...]:
    """Return a key that sorts as readers of the locale expect; see :mod:`report.locales.collation`."""
    return pack(tag).collation.key(words)


def _pattern_and_month(day: PartialDate, tag: str, *, is_short: bool) -> tuple[str, str]:
    """Return the pattern of a date with a month, and the month in the form that the pattern takes."""
    dates, months = pack(tag).dates, pack(tag).months
    if day.day:
        return dates.day, (months.short if is_short else months.long)[day.month - 1]
    return dates.month, (months.short_alone if is_short else months.long_alone)[day.month - 1]


def _span(first: PartialDate, last: PartialDate, tag: str) -> str:
    """Return a span; what its two ends share is said once: “3–5 May 2017”, “May–June 2017”."""
    dates, months = pack(tag).dates, pack(tag).months
    year = in_digits(str(first.year), tag)
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        start, end = (in_digits(str(one.day), tag) for one in (first, last))
        return dates.days.format(first=start, last=end, month=months.long[first.month - 1], year=year)
    if first.month and last.month and not first.day and not last.day and first.year == last.year:
        start, end = months.long_alone[first.month - 1], months.long_alone[last.month - 1]
        return dates.months.format(first=start, last=end, year=year)
    return dates.span.format(
        first=timeline_date(first, tag, is_short=False), last=timeline_date(last, tag, is_short=False)
    )


def _roman(number: int) -> str:
    """Return a number from 1 to 3999 in capital Roman numerals.

    >>> _roman(1994)
    'MCMXCIV'
    """
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    written = []
    for value, sign in zip(values, signs, strict=True):
        count, number = divmod(number, value)
        written.append(sign * count)
    return "".join(written)
