"""Slips of translators, made on purpose: each takes a text, its translation and a locale, and spoils one thing."""

from __future__ import annotations

import re
from collections.abc import Callable

Slip = Callable[[str, str, str], str]

_DENIALS = {"de": (" nicht ", " "), "ru": (" не ", " "), "fa": (" نمی\u200c", " می\u200c")}
_AND = {"de": "und", "ru": "и", "fa": "و"}
_UNITS = {
    "de": (("Millimeter", "Zentimeter"), ("Minuten", "Sekunden"), ("Prozent", "Promille")),
    "ru": (("миллиметра", "сантиметра"), ("минуты", "секунды"), ("процент", "промилле ")),
    "fa": (("میلی\u200cمتر", "سانتی\u200cمتر"), ("دقیقه", "ثانیه"), ("درصد", "در هزار")),
}
_NAMES = {"de": ("Moskau", "Wien"), "ru": ("Москва", "Вена"), "fa": ("مسکو", "وین")}


def _denial_lost(source: str, words: str, tag: str) -> str:
    """Leave out the one denial of a text."""
    denials = re.findall(r"\b(?:not|no|never|neither|nor|nothing|without|cannot)\b", source)
    before, after = _DENIALS[tag]
    return words.replace(before, after) if len(denials) == 1 and words.count(before) == 1 else words


def _member_lost(source: str, words: str, tag: str) -> str:
    """Leave out the second of three members."""
    if not re.search(r"\w+, \w+ and \w+", source):
        return words
    return re.sub(rf"(?<=\w)[,،] [\w\u200c]+ (?={_AND[tag]} )", " ", words, count=1)


def _doubt_left(_: str, words: str, tag: str) -> str:
    """Leave a doubt behind the third word."""
    return re.sub(r"^((?:[^\W\d_]+ ){3})(?=[^\W\d_])", "\\1(؟) " if tag == "fa" else "\\1(?) ", words, count=1)


def _choice_left(_: str, words: str, _tag: str) -> str:
    """Leave two words to choose from."""
    return re.sub(r"^((?:[^\W\d_]+ ){2})([^\W\d_]+) (?=[^\W\d_])", r"\1\2/\2 ", words, count=1)


def _unit_changed(source: str, words: str, tag: str) -> str:
    """Write another unit."""
    for unit, other in _UNITS[tag]:
        if words.count(unit) == 1 and re.search(r"\b(?:millimetre|minute|per cent)", source):
            return words.replace(unit, other)
    return words


def _fixed_space_lost(_: str, words: str, _tag: str) -> str:
    """Write a plain space between a number and its unit."""
    return re.sub(r"(?<=[\d۰-۹])\\ ", " ", words, count=1)


def _quotation_open(_: str, words: str, _tag: str) -> str:
    """Leave out a closing quotation mark."""
    return re.sub(r"([„«][^“»]+)[“»]", r"\1", words, count=1)


def _stop_lost(_: str, words: str, _tag: str) -> str:
    """Leave out the last stop."""
    return words.removesuffix(".")


def _name_replaced(source: str, words: str, tag: str) -> str:
    """Write Vienna for Moscow."""
    one, other = _NAMES[tag]
    return words.replace(one, other, 1) if "Vienna" not in source and "Moscow" in source else words


def _words_left(source: str, words: str, _tag: str) -> str:
    """Leave the beginning of the source text as it is."""
    start = re.match(r"(?:[A-Za-z]+ ){5}", source)
    return start[0] + words if start else words


def _date_malformed(_: str, words: str, tag: str) -> str:
    """Leave out the point behind a day, where one stands there."""
    return re.sub(r"(?<=\d)\. (?=(?:Juli|September|August|Januar) \d)", " ", words, count=1) if tag == "de" else words


def _clause_lost(_: str, words: str, _tag: str) -> str:
    """End a text of one sentence behind its first clause."""
    clauses = re.split(r"[,،]", words)
    return f"{clauses[0]}." if len(clauses) > 2 and words.count(".") == 1 and "[" not in words else words


SLIPS: tuple[Slip, ...] = (
    *(_denial_lost, _member_lost, _doubt_left, _choice_left, _unit_changed, _fixed_space_lost, _quotation_open),
    *(_stop_lost, _name_replaced, _words_left, _date_malformed, _clause_lost),
)
