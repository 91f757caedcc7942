"""Sorting as the readers of a locale expect: own script first, letters before accents, accents before case.

A key has four levels, and a later one is asked only where those before it are equal (the method of Unicode Technical
Standard 10, sections 1.1 and 7): letters; accents and variants of letters; case, small before capital; the words
themselves, so that the order is total and no order of the file shows through. What each letter is, is data:
:mod:`report.locales.letters`, and the pack of the locale.

Figures stand before letters and count by value: “9th”, “10th” (Library of Congress Filing Rules, 1980). A comma ends
the name that is compared first (CMOS 17, 16.59): “Sand, Anna” stands before “Sanda, Ada”. Other punctuation counts for
nothing, hyphens among it; a dash is a space. Particles and leading articles are the caller's.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from report.locales.letters import LETTERS, VARIANTS
from report.model.locale import Alphabets, Pack

# Primary weights, in their order. Scripts have a block each; within it a letter that no alphabet names stands last.
_COMMA, _SPACE, _FIGURE, _SCRIPTS, _BLOCK, _OTHER = "\u0002", "\u0003", "\u0010", 0x1000, 0x400, "\U0010fffd"
# A letter on the second level; an accent is a sign above it, so that a bare letter stands first.
_BARE = "\u0001"
_SMALL, _CAPITAL = "0", "1"

_SPACES = re.compile(r"[\u2012-\u2015\s]+")
_COMMAS = re.compile(r"\s*[,،]\s*")
_FIGURES = re.compile(r"(\d+)")

_Weight = tuple[str, str, str]


def sort_key(words: str, pack: Pack) -> tuple[str, str, str, str]:
    """Return a key that sorts words as readers of the locale expect."""
    return _order_of(pack).key(words)


@lru_cache(maxsize=16)
def _order_of(pack: Pack) -> _Order:
    return _Order(pack.collation)


class _Order:
    """The order of one locale; the weight of a character it has met it remembers."""

    def __init__(self, written: Alphabets) -> None:
        alphabets = {**LETTERS, **written.letters}
        self._spaces = _SPACE if written.spaces == "first" else ""
        self._scripts = (*written.scripts, *(script for script in alphabets if script not in written.scripts))
        self._letters = {
            letter: chr(_start(self._scripts, script) + place)
            for script, alphabet in alphabets.items()
            for place, letter in enumerate(unicodedata.normalize("NFC", alphabet).split())
        }
        self._weights: dict[str, _Weight] = {}

    def key(self, words: str) -> tuple[str, str, str, str]:
        """Return the key of words."""
        known = self._weights
        weights: list[_Weight] = []
        plain = _COMMAS.sub(",", _SPACES.sub(" ", unicodedata.normalize("NFC", words)).strip()).strip(",")
        for place, part in enumerate(_FIGURES.split(plain)):
            if place % 2:
                weights.append(_figures(part))
                continue
            for sign in part:
                if sign not in known:
                    known[sign] = self._weight(sign)
                weights.append(known[sign])
        letters, accents, cases = zip(*weights, strict=True) if weights else ((), (), ())
        return "".join(letters), "".join(accents), "".join(cases), words

    def _weight(self, sign: str) -> _Weight:
        """Return what a character counts on the three levels; one that stands for several counts as they do."""
        if sign == " ":
            return self._spaces, "", ""
        if sign == ",":
            return _COMMA, "", ""
        small = sign.lower()
        case = _SMALL if small == sign else _CAPITAL
        if small in self._letters:
            return self._letters[small], _BARE, case
        if small in VARIANTS:
            base = VARIANTS[small]
            letters = "".join(self._weight(letter)[0] for letter in base)
            return letters, _BARE + small + _BARE * (len(base) - 1), case * len(base)
        apart = unicodedata.normalize("NFKD", small)
        if apart != sign and (apart != small or len(small) > 1):
            weights = [self._weight(one) for one in apart]
            letters, accents, cases = ("".join(weight[level] for weight in weights) for level in range(3))
            return letters, accents, case * len(cases)
        return self._lone_weight(small, case)

    def _lone_weight(self, small: str, case: str) -> _Weight:
        """Return the weight of a character that no alphabet names and that nothing can be taken from."""
        category = unicodedata.category(small)
        if category == "Nd":
            return _figures(small)
        if category.startswith("M"):
            return "", small, ""
        if not category.startswith("L") or category == "Lm":
            return "", "", ""
        script = unicodedata.name(small, "").split(" ")[0].lower()
        first = chr(_start(self._scripts, script) + _BLOCK - 1) if script in self._scripts else _OTHER
        return first + small, _BARE, case


def _start(scripts: tuple[str, ...], script: str) -> int:
    """Return where the block of a script begins."""
    return _SCRIPTS + scripts.index(script) * _BLOCK


def _figures(written: str) -> _Weight:
    """Return the weight of figures, whatever their script: how many they are, then which."""
    value = "".join(str(unicodedata.decimal(one)) for one in written).lstrip("0")
    return _FIGURE + chr(len(value) + 1) + value, "", ""
