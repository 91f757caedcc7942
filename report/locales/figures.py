"""Figures as a locale writes them: digits, ordinals, numbers of sections, marks before list items."""

from __future__ import annotations

import re

from report.model.locale import Pack
from report.model.revision import VERSION_FORM

_ASCII = "0123456789"
_FROM_THE_LEFT = "\u200e"


def in_digits(written: str, pack: Pack) -> str:
    """Return a text with its ASCII digits in those of the locale."""
    digits = pack.digits
    return written if digits == _ASCII else written.translate(str.maketrans(_ASCII, digits))


def version_name(version: str, pack: Pack) -> str:
    """Return the number of a version in the digits of the locale; the name of a commit stays as it is.

    Letters and digits are mixed in that: it runs from the left, also among words that run from the right.
    """
    if re.fullmatch(VERSION_FORM, version):
        return in_digits(version, pack)
    return f"{_FROM_THE_LEFT}{version}{_FROM_THE_LEFT}" if pack.direction == "rtl" else version


def ordinal(number: int, pack: Pack) -> str:
    """Return a number as an ordinal: “2nd”; the longest ending that the pack lists for its digits is taken."""
    endings = pack.ordinals
    written = str(number)
    ending = max((one for one in endings if written.endswith(one)), key=len, default="")
    return in_digits(written, pack) + endings.get(ending, "")


def section_number(number: int, pack: Pack) -> str:
    """Return the number of a section as the locale prints it: “IV”."""
    return _roman(number) if pack.section_numbers == "upper-roman" else in_digits(str(number), pack)


def list_marker(number: int, depth: int, pack: Pack, *, is_numbered: bool) -> str:
    """Return the mark before a list item: “3.”, or the bullet of a depth (from 0)."""
    if is_numbered:
        return pack.number_marker.format(number=in_digits(str(number), pack))
    return pack.bullets[min(depth, len(pack.bullets) - 1)]


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
