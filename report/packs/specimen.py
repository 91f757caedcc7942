"""The specimen of a pack: a line for each thing that the locale writes in its own way."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from report import locales
from report.locales import Pack
from report.locales.calendars import edition_date
from report.locales.numbers import currency, number, percent
from report.locales.typography import applied
from report.model.blocks import PartialDate
from report.model.references import EntryDate

_MEASURE = 100
_DAY = date(2017, 3, 1)
_NAMES = ("Ada Example", "Ben Sample", "Cleo Specimen")
_SORTED = ("sources", "official-documents", "books-and-articles", "press", "archives", "report", "thesis")


@dataclass(frozen=True, slots=True)
class Sample:
    """What is shown, and how the locale writes it."""

    what: str
    written: str


def specimen_of(pack: Pack) -> Mapping[str, tuple[Sample, ...]]:
    """Return the samples of a pack under their headings."""
    return {
        "locale": tuple(_locale(pack)),
        "dates": tuple(_dates(pack)),
        "numbers": tuple(_numbers(pack)),
        "lists and marks": tuple(_lists(pack)),
        "names": tuple(_names(pack)),
        "places in works": tuple(_places(pack)),
        "words of the apparatus": tuple(_terms(pack)),
        "typography": tuple(_typography(pack)),
        "hyphenation": tuple(_hyphenation(pack)),
        "sorting": tuple(_sorting(pack)),
    }


def as_text(specimen: Mapping[str, Iterable[Sample]]) -> str:
    """Return a specimen for reading, with characters that cannot be seen named."""
    lines: list[str] = []
    for heading, samples in specimen.items():
        lines += ["", heading.capitalize()] if lines else [heading.capitalize()]
        for sample in samples:
            start = f"  {sample.what:<32}"
            rest = " " * len(start)
            lines += textwrap.wrap(_shown(sample.written), _MEASURE, initial_indent=start, subsequent_indent=rest) or [
                start.rstrip()
            ]
    return "\n".join(lines) + "\n"


def as_json(specimen: Mapping[str, Iterable[Sample]]) -> str:
    """Return the same for programs: the samples as they are written, under their headings."""
    record = {heading: {one.what: one.written for one in samples} for heading, samples in specimen.items()}
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _shown(written: str) -> str:
    """Return words with what cannot be seen in brackets."""
    names = {"\u00a0": "⍽", "\u2009": "[thin]", "\u202f": "[narrow]", "\u2060": "[joiner]", "\u200e": "[lrm]"}
    names |= {"\u200f": "[rlm]", "\u200c": "[zwnj]"}
    return "".join(names.get(sign, sign) for sign in written)


def _locale(pack: Pack) -> Iterator[Sample]:
    yield Sample("tag", pack.tag)
    if pack.inherits:
        yield Sample("inherits", pack.inherits)
    yield Sample("name", pack.name)
    yield Sample("direction", "from right to left" if pack.direction == "rtl" else "from left to right")
    yield Sample("calendar", pack.calendar)
    yield Sample("page numbers", pack.folios)
    yield Sample("faces before the house’s", ", ".join((*pack.faces.text, *pack.faces.display)) or "none")


def _dates(pack: Pack) -> Iterator[Sample]:
    first, last = PartialDate(2017, 5, 3), PartialDate(2017, 5, 5)
    yield Sample("the edition’s own date", edition_date(_DAY, pack))
    yield Sample("a date in full", locales.long_date(_DAY, pack))
    yield Sample("in a timeline", locales.timeline_date(PartialDate(2014, 9, 23), pack))
    yield Sample("a month in a timeline", locales.timeline_date(PartialDate(2000, 12), pack))
    entries = {
        "a month": EntryDate(PartialDate(2017, 1)),
        "days": EntryDate(first, last),
        "months": EntryDate(PartialDate(2017, 5), PartialDate(2017, 6)),
        "years": EntryDate(PartialDate(1998), PartialDate(2004)),
        "over the end of a month": EntryDate(PartialDate(2017, 5, 30), PartialDate(2017, 6, 2)),
        "from a year on": EntryDate(PartialDate(1998), is_open=True),
        "about a year": EntryDate(PartialDate(1850), is_circa=True),
        "a year in doubt": EntryDate(PartialDate(1850), is_uncertain=True),
    }
    yield from (Sample(what, locales.entry_date(day, pack)) for what, day in entries.items())
    yield Sample("a day of access", locales.access_date(EntryDate(PartialDate(2024, 5, 1)), pack))
    yield Sample("all months", pack.punctuation.comma.join(pack.months.long_alone))


def _numbers(pack: Pack) -> Iterator[Sample]:
    for value in ("1850", "12500", "1234567.8", "-12.5"):
        yield Sample(value, number(Decimal(value), pack))
    yield Sample("12.5 per cent", percent(Decimal("12.5"), pack))
    for code in ("€", "USD"):
        yield Sample(f"1250.50 in {code}", currency(Decimal("1250.50"), code, pack))
    ends = {"first": number(13, pack), "last": number(15, pack)}
    yield Sample("from 13 to 15", pack.numbers.spans.format(**ends))
    ordinals = (locales.ordinal(one, pack) for one in (1, 2, 3, 4, 11, 12, 21, 101))
    yield Sample("ordinals", " ".join(ordinals))


def _lists(pack: Pack) -> Iterator[Sample]:
    for count in (1, 2, 3):
        yield Sample(f"a list of {count}", locales.listed(_NAMES[:count], pack))
    opening, closing, inner_opening, inner_closing = pack.quotation_marks
    yield Sample("a quotation in another", f"{opening}A {inner_opening}b{inner_closing} c{closing}")
    yield Sample("list items", " ".join(locales.list_marker(one, 0, pack, is_numbered=True) for one in (1, 2, 10)))
    yield Sample("bullets", " ".join(locales.list_marker(1, depth, pack, is_numbered=False) for depth in range(3)))
    yield Sample("sections", " ".join(locales.section_number(one, pack) for one in (1, 4, 9)))


def _names(pack: Pack) -> Iterator[Sample]:
    turned = pack.names.turned.format(family="Example", given="Ada")
    second = pack.names.turned.format(family="Sample", given="Ben") if pack.names.turns_all else _NAMES[1]
    yield Sample("two in the bibliography", turned + pack.lists.pair_turned + second)
    yield Sample("others in the bibliography", turned + pack.lists.others + locales.term("et-al", pack))
    yield Sample("with a suffix", pack.names.turned_suffix.format(name=turned, suffix="Jr"))


def _places(pack: Pack) -> Iterator[Sample]:
    dash = pack.punctuation.range
    one, several = (locales.in_digits(figures, pack) for figures in ("13", f"13{dash}15"))
    for kind, words in pack.locators.items():
        yield Sample(kind, f"{words.label.one} {one}; {words.label.many} {several}".replace(" ;", ";").strip())


def _terms(pack: Pack) -> Iterator[Sample]:
    second, day = locales.ordinal(2, pack), locales.long_date(_DAY, pack)
    two = locales.in_digits("2", pack)
    for name in pack.terms:
        words = (
            locales.term(name, pack, is_many=is_many, ordinal=second, date=day, number=two, numbers=two)
            for is_many in (False, True)
        )
        yield Sample(name, "; ".join(dict.fromkeys(words)))


def _typography(pack: Pack) -> Iterator[Sample]:
    for rule in pack.typography:
        for written, _ in rule.examples:
            yield Sample(_shown(written), applied(written, pack))


def _hyphenation(pack: Pack) -> Iterator[Sample]:
    word, before, after = pack.hyphenation.limits
    yield Sample("patterns", pack.hyphenation.language)
    yield Sample("letters", f"{word} in a word, {before} before the hyphen, {after} after it")
    if pack.hyphenation.exceptions:
        yield Sample("exceptions", " ".join(pack.hyphenation.exceptions))


def _sorting(pack: Pack) -> Iterator[Sample]:
    """Show the months and the words of the apparatus in their order: words that every locale has."""
    words = {locales.term(name, pack) for name in _SORTED}
    ordered = sorted({*pack.months.long_alone, *words}, key=lambda one: locales.sort_key(one, pack))
    yield Sample("in their order", pack.punctuation.comma.join(ordered))
