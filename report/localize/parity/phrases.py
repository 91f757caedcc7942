"""Phrases: words of packs and glossaries as patterns, ``*`` standing for any beginning or ending of a word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

# Half-spaces and the signs above and below Arabic letters belong to words, as letters do.
LETTER = "[^\\W\\d_]|[\u200c\u0300-\u036f\u0640\u064b-\u0655\u0670]"
_SIGN = "[\\w\u200c\u0300-\u036f\u0640\u064b-\u0655\u0670]"
_KEY = 3  # letters by which a phrase is looked up
_WORD_BEGINS = re.compile(f"(?<!{_SIGN})[^\\W_]")

_SPACE = "[\\s\u00a0\u2009\u202f]+"

# Short vowels and lengthening strokes are written or left out at will, as are the dots of the Russian ё.
_FOLDED = str.maketrans("ёЁ’", "еЕ'", "".join(map(chr, (*range(0x64B, 0x653), 0x640))))


def folded(words: str) -> str:
    """Return words as phrases are compared with them.

    >>> folded("всё")
    'все'
    """
    return words.translate(_FOLDED)


@lru_cache(maxsize=4096)
def pattern(phrase: str) -> re.Pattern[str]:
    """Return the pattern of a phrase; its letters fit capitals too, its capitals only themselves.

    >>> bool(pattern("nuclear deal*").search("Nuclear dealings"))
    True
    >>> bool(pattern("May").search("it may"))
    False
    """
    words = _SPACE.join(_word(word) for word in folded(phrase).split())
    first, last = phrase.strip()[:1], phrase.strip()[-1:]
    before = f"(?<!{_SIGN})" if first.isalnum() or first == "*" else ""
    after = f"(?!{_SIGN})" if last.isalnum() else ""
    return re.compile(before + words + after)


class Listed(Generic[T]):
    """Phrases with what they stand for, to be found in one reading of a text."""

    def __init__(self, listed: Iterable[tuple[str, T]]) -> None:
        self._by_beginning: defaultdict[str, list[tuple[re.Pattern[str], T]]] = defaultdict(list)
        self._within: list[tuple[str, re.Pattern[str], T]] = []
        for phrase, value in listed:
            key = _key(phrase)
            if key:
                self._by_beginning[key].append((pattern(phrase), value))
            else:
                stem = folded(phrase.split()[0].strip("*")).casefold()
                self._within.append((stem, pattern(phrase), value))

    def found(self, words: str) -> Iterator[tuple[int, int, T]]:
        """Yield where phrases stand in folded words, and what they stand for; those that overlap, too."""
        known, plain = self._by_beginning, words.casefold()
        for begins in _WORD_BEGINS.finditer(words) if known else ():
            at = begins.start()
            key = words[at : at + _KEY].casefold()
            for end in range(1, len(key) + 1):
                for looked, value in known.get(key[:end], ()):
                    match = looked.match(words, at)
                    if match:
                        yield at, match.end(), value
        for stem, looked, value in self._within:
            if stem in plain:
                yield from ((*match.span(), value) for match in looked.finditer(words))


def found(phrases: Iterable[str], words: str) -> Iterator[tuple[int, int]]:
    """Yield where any of the phrases stands in folded words, first to last; of two that overlap the longer one."""
    spans = sorted(_listed(tuple(phrases)).found(words), key=lambda span: (span[0] - span[1], span[0]))
    taken: list[tuple[int, int]] = []
    for start, end, _ in spans:
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end))
    yield from sorted(taken)


@lru_cache(maxsize=1024)
def _listed(phrases: tuple[str, ...]) -> Listed[None]:
    return Listed((phrase, None) for phrase in phrases)


def _key(phrase: str) -> str:
    """Return the letters that a phrase begins with, nothing if any letters may stand before them."""
    letters = re.match(r"[^\W_]*", folded(phrase).casefold())
    return letters[0][:_KEY] if letters else ""


def _word(word: str) -> str:
    letters = "".join(_letter(sign) for sign in word.strip("*"))
    return f"{_SIGN}*" * word.startswith("*") + letters + f"{_SIGN}*" * word.endswith("*")


def _letter(sign: str) -> str:
    if sign in "-–—":
        return "\u2060?[-‐‑–—]\u2060?"
    if sign.islower() and sign.upper() != sign and len(sign.upper()) == 1:
        return f"[{sign}{sign.upper()}]"
    return re.escape(sign)
