"""One door for everything a language writes in its own way: dates, numbers, list markers, sorting, direction.

Each locale is a pack of data, ``report/locales/<tag>/pack.yaml``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from report.errors import ReportError
from report.model.blocks import PartialDate
from report.model.edition import Direction

_PACKS = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pack:
    """The data of one locale; ``terms`` are the words of the apparatus."""

    tag: str
    direction: Direction
    long_months: tuple[str, ...]
    short_months: tuple[str, ...]
    day_pattern: str
    month_pattern: str
    section_numbers: Literal["upper-roman", "decimal"]
    number_marker: str
    bullets: tuple[str, ...]
    quotation_marks: tuple[str, str, str, str]
    terms: Mapping[str, str]


def known_locales() -> tuple[str, ...]:
    """Return the tags of all packs, sorted."""
    return tuple(sorted(path.parent.name for path in _PACKS.glob("*/pack.yaml")))


@cache
def pack(tag: str) -> Pack:
    """Return the pack of a locale.

    Raises:
        ReportError: there is no pack for this tag.
    """
    if tag not in known_locales():
        raise ReportError(f"no locale pack “{tag}”; there are {', '.join(known_locales())}")
    source = (_PACKS / tag / "pack.yaml").read_text(encoding="utf-8")
    written: dict[str, Any] = yaml.safe_load(source)
    opening, closing, inner_opening, inner_closing = written["quotation-marks"]
    return Pack(
        tag=tag,
        direction=written["direction"],
        long_months=tuple(written["months"]["long"]),
        short_months=tuple(written["months"]["short"]),
        day_pattern=written["dates"]["day"],
        month_pattern=written["dates"]["month"],
        section_numbers=written["sections"],
        number_marker=written["list-markers"]["numbered"],
        bullets=tuple(written["list-markers"]["bullets"]),
        quotation_marks=(opening, closing, inner_opening, inner_closing),
        terms=written["terms"],
    )


def long_date(day: date, tag: str) -> str:
    """Return a date in full: “1 March 2017”."""
    return timeline_date(PartialDate(day.year, day.month, day.day), tag, is_short=False)


def timeline_date(day: PartialDate, tag: str, *, is_short: bool = True) -> str:
    """Return a date as exact as it is known: “23 May 2014”, “Dec 2000”, “2017”."""
    locale = pack(tag)
    if not day.month:
        return str(day.year)
    months = locale.short_months if is_short else locale.long_months
    month = months[day.month - 1]
    if not day.day:
        return locale.month_pattern.format(month=month, year=day.year)
    return locale.day_pattern.format(day=day.day, month=month, year=day.year)


def section_number(number: int, tag: str) -> str:
    """Return the number of a section as the locale prints it: “IV”."""
    return _roman(number) if pack(tag).section_numbers == "upper-roman" else str(number)


def list_marker(number: int, depth: int, tag: str, *, is_numbered: bool) -> str:
    """Return the mark before a list item: “3.”, or the bullet of a depth (from 0)."""
    locale = pack(tag)
    if is_numbered:
        return locale.number_marker.format(number=number)
    return locale.bullets[min(depth, len(locale.bullets) - 1)]


def term(name: str, tag: str, **values: str) -> str:
    """Return a word of the apparatus, its named places filled."""
    words = pack(tag).terms[name]
    return words % values if values else words


def sort_key(words: str, tag: str) -> tuple[str, str]:
    """Return a key that sorts as readers of the locale expect: letters first, accents and case only to part equals."""
    pack(tag)
    letters = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(sign for sign in letters if sign.isalnum() or sign == " ")
    return bare, words


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
