"""The known word that a misspelt one was meant to be, found in time among thousands.

How alike two words are is difflib's ratio: twice the letters of their common blocks by the letters of both. It is
dear, so words are first ranked by the letters and the pairs of letters that they share, which is cheap, and only the
best are compared. Imports nothing else of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

_ALIKE = 0.6
_COMPARED = 24
_LONGEST = 200  # longer words are no names, and comparing two takes the square of their length
_LETTERS, _PAIRS = 61, 509  # primes: letters of one script, and their pairs, seldom fall together


class _Shelf(NamedTuple):
    """Known words in small letters, sorted; beside them their lengths, their traits, and how each is written."""

    words: tuple[str, ...]
    lengths: tuple[int, ...]
    traits: tuple[int, ...]
    written: tuple[str, ...]


def closest(word: str, known: Iterable[str], *, besides: str = "") -> str:
    """Return the known word most like another, without regard to capitals, or an empty text if none is.

    ``besides`` is a known word that is not meant. Among equals the last of the alphabet is taken, so the answer is
    the same on every machine.
    """
    folded = word.casefold()
    if not folded or len(folded) > _LONGEST:
        return ""
    shelf = _shelf(tuple(known))
    traits, length = _traits(folded), len(folded)
    shares = [
        (traits & other).bit_count() / (length + others)
        for other, others in zip(shelf.traits, shelf.lengths, strict=True)
    ]
    best, best_ratio = "", _ALIKE
    matcher = SequenceMatcher(b=folded)
    for place in nlargest(_COMPARED, range(len(shares)), key=shares.__getitem__):
        name = shelf.words[place]
        if len(name) > _LONGEST or shelf.written[place] == besides:
            continue
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() < best_ratio or matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if (ratio, name) > (best_ratio, best):
            best, best_ratio = name, ratio
    return shelf.written[shelf.words.index(best)] if best else ""


@lru_cache(maxsize=32)
def _shelf(known: tuple[str, ...]) -> _Shelf:
    """Return known words as they are looked up; of those that differ in capitals alone, the first is written."""
    folded = {name.casefold(): name for name in sorted(set(known), reverse=True)}
    words = tuple(sorted(folded))
    return _Shelf(words, tuple(map(len, words)), tuple(map(_traits, words)), tuple(folded[word] for word in words))


@lru_cache(maxsize=1 << 14)
def _traits(word: str) -> int:
    """Return a bit for each letter of a word, counting them, and one for each pair of letters."""
    counts: dict[int, int] = {}
    traits = 0
    for sign in word[:_LONGEST]:
        letter = ord(sign) % _LETTERS
        counts[letter] = counts.get(letter, -1) + 1
        traits |= 1 << (_PAIRS + counts[letter] * _LETTERS + letter)
    for one, other in pairwise(word[:_LONGEST]):
        traits |= 1 << ((ord(one) * 31 + ord(other)) % _PAIRS)
    return traits
