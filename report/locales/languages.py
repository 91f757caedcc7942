"""Languages beside the edition's own: which way their scripts and letters run, and how plain text keeps them apart."""

from __future__ import annotations

import re
import unicodedata

from report.model.text import Direction

# Languages whose usual script runs from right to left (Unicode CLDR, likely subtags), and the scripts that do (ISO
# 15924, letters of the bidirectional classes R and AL). Kurdish (ku) is usually written in Latin letters.
_RIGHT_TO_LEFT = frozenset(
    (
        *("acm", "aeb", "apc", "ar", "arb", "arc", "arq", "ars", "ary", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv"),
        *("fa", "glk", "hbo", "haz", "he", "hno", "iw", "ji", "khw", "ks", "lki", "lrc", "luz", "mzn", "nqo", "pes"),
        *("pnb", "prs", "ps", "sam", "sd", "sdh", "skr", "syc", "syr", "ug", "ur", "ydd", "yi"),
    )
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ("adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "syre", "syrj", "syrn", "thaa", "yezi")
)
# The blocks of scripts from Hebrew to Arabic, and the forms of their letters.
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"


def direction_of(language: str) -> Direction:
    """Return the way a language is written: a script in its tag (``fa-Latn``) counts before the language."""
    primary, *rest = language.lower().split("-")
    script = next((subtag for subtag in rest if len(subtag) == 4 and subtag.isalpha()), "")
    is_right_to_left = script in _RIGHT_TO_LEFT_SCRIPTS if script else primary in _RIGHT_TO_LEFT
    return "rtl" if is_right_to_left else "ltr"


def direction_of_words(words: str) -> Direction | None:
    """Return the way words run by their first letter that has one, as the Unicode bidirectional rules P2 and P3 say."""
    for sign in words:
        kind = unicodedata.bidirectional(sign)
        if kind == "L":
            return "ltr"
        if kind in ("R", "AL"):
            return "rtl"
    return None


def has_letters_from_the_right(words: str) -> bool:
    """Whether a letter, or a figure among such letters, belongs to a script that runs from right to left."""
    return _FROM_THE_RIGHT.search(words) is not None


def isolated(words: str, direction: Direction, around: Direction = "ltr") -> str:
    """Set words that run against what stands around them apart from it, for whatever shows plain text.

    They stand between signs of Unicode that are not seen (U+2066, U+2067 and U+2069, UAX #9, 2.4).

    >>> isolated("text", "ltr")
    'text'
    """
    return words if direction == around else f"{_ISOLATES[direction]}{words}{_END}"
