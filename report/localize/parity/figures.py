"""Numbers as a text says them: figures in the digits and signs of its locale, roman numerals, number words, months."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from report.localize.parity.phrases import LETTER, folded
from report.model.locale import Pack

Manner = Literal["figure", "word", "loose", "month", "loose month"]
"""Figures and months are counted; a word must be answered; a loose one answers others and asks for no answer."""

_DATE = r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?![\d.])|(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
_ROMAN = re.compile(r"(?=[IVXL]{1,7}$)L?X{0,3}(?:IX|IV|V?I{0,3})|(?=[IVXL]{1,7}$)XL(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_BESIDE_FIGURE = re.compile(r"\d\.?\s\w|\w\s\d")  # “May 2017” is no verb
_LOOSE_BELOW = 3  # “one” and “two” are words of grammar too
_SCALES_FROM = 1000
_SPACES = "\u00a0\u2009\u202f"
_ARABIC_SIGNS = "٫٬"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or a month, that a text says: its value, how it is said, and the words that say it."""

    value: Decimal
    manner: Manner
    written: str
    offset: int


def figures_in(words: str, pack: Pack) -> list[Figure]:
    """Return the numbers and months of a text in their order; “3 million” is one number."""
    lexicon = _lexicon(pack)
    said: list[Figure] = []
    for match in lexicon.tokens.finditer(_in_latin_digits(words)):
        written = words[match.start() : match.end()]
        if match["word"]:
            said.extend(_word(written, match.start(), lexicon, said, words))
        else:
            said.extend(_number(match, words, pack, said))
    return said


def _number(match: re.Match[str], words: str, pack: Pack, said: list[Figure]) -> Iterator[Figure]:
    at, written = match.start(), words[slice(*match.span())]
    if match["iso"] or match["day"]:
        year, month, day = match["iso"].split("-") if match["iso"] else (match["year"], match["month"], match["day"])
        if 0 < int(month) <= 12:  # else these are numbers of something
            yield Figure(Decimal(int(day)), "figure", written, at)
            yield Figure(Decimal(int(month)), "month", written, at)
            yield Figure(Decimal(int(year)), "figure", written, at)
            return
        for part in (day, month, year):
            yield Figure(Decimal(part), "figure", written, at)
        return
    value = _value(match["number"], pack)
    last = said[-1] if said else None
    if match["range"] and last and last.offset + len(last.written) == match.start("range"):
        value = _completed(value, last)
    minus = -1 if match["minus"] else 1
    yield Figure(value * minus, "figure", words[slice(*match.span("number"))], match.start("number"))


def _completed(value: Decimal, first: Figure) -> Decimal:
    """Return the last year of a span that is written with two digits: 2012–17."""
    is_cut = first.manner == "figure" and first.value >= 1000 and value < 100
    return value + first.value // 100 * 100 if is_cut else value


def _value(number: str, pack: Pack) -> Decimal:
    decimal = pack.numbers.decimal
    groups = f"{_SPACES}{pack.numbers.group}{_ARABIC_SIGNS[1]}"
    plain = "".join(sign for sign in number if sign not in groups or sign == decimal)
    return Decimal(plain.replace(decimal, ".").replace(_ARABIC_SIGNS[0], "."))


def _word(written: str, at: int, lexicon: _Lexicon, said: list[Figure], words: str) -> Iterator[Figure]:
    month = lexicon.months.get(written)
    if month:
        is_loose = month[1] and not _BESIDE_FIGURE.search(words[max(at - 4, 0) : at + len(written) + 4])
        yield Figure(Decimal(month[0]), "loose month" if is_loose else "month", written, at)
        return
    number = lexicon.numbers.get(written)
    if number:
        value, is_loose = Decimal(number[0]), number[1] or number[0] < _LOOSE_BELOW
        last = said[-1] if said else None
        if last and value >= _SCALES_FROM and last.manner in ("figure", "word", "loose") and last.value < value:
            between = words[last.offset + len(last.written) : at]
            if not between.strip(f" {_SPACES}."):
                said.pop()
                manner: Manner = "figure" if last.manner == "figure" else "word"
                yield Figure(last.value * value, manner, words[last.offset : at + len(written)], last.offset)
                return
        yield Figure(value, "loose" if is_loose else "word", written, at)
    elif _ROMAN.fullmatch(written) and written != "I":
        yield Figure(Decimal(_roman(written)), "word" if len(written) > 1 else "loose", written, at)


def _roman(written: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in written]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _in_latin_digits(words: str) -> str:
    """Return words with digits of any script as ASCII ones, sign for sign."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in words)


class _Words:
    """Words with what they stand for, and whether loosely; the longest stem that fits is taken."""

    def __init__(self, listed: Iterator[tuple[int, str]]) -> None:
        self._whole: dict[str, tuple[int, bool, bool]] = {}
        self._stems: dict[str, tuple[int, bool, bool]] = {}
        self._known: dict[str, tuple[int, bool] | None] = {}
        for value, entry in listed:
            word = folded(entry.removesuffix("?"))
            found = (value, entry.endswith("?"), word[:1].isupper())
            (self._stems if word.endswith("*") else self._whole)[word.removesuffix("*").casefold()] = found

    def get(self, word: str) -> tuple[int, bool] | None:
        """Return the value of a word and whether it is loose, if the word is listed."""
        if word not in self._known:
            plain = folded(word)
            found = self._longest(plain.casefold())
            self._known[word] = found[:2] if found and (not found[2] or plain[:1].isupper()) else None
        return self._known[word]

    def _longest(self, key: str) -> tuple[int, bool, bool] | None:
        stems = (self._stems[key[:end]] for end in range(len(key), 0, -1) if key[:end] in self._stems)
        return self._whole.get(key) or next(stems, None)


@dataclass(frozen=True, slots=True, eq=False)
class _Lexicon:
    tokens: re.Pattern[str]
    numbers: _Words
    months: _Words


@lru_cache(maxsize=16)
def _lexicon(pack: Pack) -> _Lexicon:
    signs = re.escape(pack.numbers.group + _SPACES + _ARABIC_SIGNS[1])
    decimals = re.escape(pack.numbers.decimal + _ARABIC_SIGNS[0])
    number = rf"\d{{1,3}}(?:[{signs}]\d{{3}})+(?!\d)(?:[{decimals}]\d+)?|\d+(?:[{decimals}]\d+)?"
    minus, dash = r"(?<![\w\u2060])(?P<minus>[-−]\u2060?)", r"(?P<range>[–-]\u2060?)"
    tokens = re.compile(rf"{_DATE}|(?:{minus}|{dash})?(?P<number>{number})|(?P<word>(?:{LETTER})+)")
    vocabulary = pack.vocabulary
    return _Lexicon(
        tokens,
        _Words((value, word) for value, words in vocabulary.numbers.items() for word in words),
        _Words((month, word) for month, words in enumerate(vocabulary.months, start=1) for word in words),
    )
