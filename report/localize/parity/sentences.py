"""Sentences of a text and of its translation laid side by side, to see whether one has no partner.

After Gale and Church, “A Program for Aligning Sentences in Bilingual Corpora” (1993): what belongs together is
of like length. Here the names, terms and numbers in them count, too. Translators join and divide sentences; what
has nothing beside it was lost, or added.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from report.localize.parity.content import CALL, OTHER, Content

_END = re.compile(rf"[.!?…؟]+[”’»“›)\]]*[{CALL}]*(?=\s+\S)")
_ABBREVIATED = re.compile(r"(?:^|[\s(„“«\u00a0])(?:[^\W\d_]|\d{1,2}|[^\W\d_]{2,3})\.$")

# Measured on the shipped editions: of 958 sentences left out one at a time 922 are missed, and none in whole texts.
_VARIANCE = 4.0  # of the length of a translated sentence, for each character of its source
_ANCHOR = 2.5  # what a name or number without its partner costs
_PRIORS = {(1, 1): 0.0, (2, 1): 3.4, (1, 2): 3.4, (2, 2): 6.8, (3, 1): 6.8, (1, 3): 6.8, (1, 0): 4.0, (0, 1): 4.0}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, and the names, terms and numbers in it."""

    words: str
    anchors: Counter[str]


class Bead(NamedTuple):
    """Sentences of a text, and those of its translation that say the same; one of both may be empty."""

    source: tuple[Sentence, ...]
    translation: tuple[Sentence, ...]

    @property
    def words(self) -> tuple[str, str]:
        """The words of both."""
        ours, theirs = (" ".join(one.words for one in sentences) for sentences in self)
        return ours, theirs


def sentences_of(content: Content) -> list[Sentence]:
    """Return the sentences of a text without its notes; an abbreviation or ordinal ends none."""
    body = content.words.partition("\n")[0]
    ends = [match.end() for match in _END.finditer(body) if _ends(body, match)]
    made = []
    for start, end in zip([0, *ends], [*ends, len(body)], strict=True):
        words = body[start:end].strip()
        if words.strip(CALL + OTHER + " "):
            anchors = Counter(use.term.name for use in content.uses if start <= use.start < end)
            anchors.update(
                f"{one.value}" for one in content.figures if start <= one.offset < end and "loose" not in one.manner
            )
            made.append(Sentence(words, anchors))
    return made


def side_by_side(source: Content, translation: Content, ratio: float) -> tuple[Bead, ...]:
    """Return the sentences of a text beside those that translate them: as a rule one beside one.

    ``ratio`` is how much longer a translation usually is than its source text.
    """
    ours, theirs = sentences_of(source), sentences_of(translation)
    beads = _beads(ours, theirs, ratio)
    return tuple(Bead(tuple(ours[at] for at in one), tuple(theirs[at] for at in other)) for one, other in beads)


def strayed(bead: Bead, ratio: float) -> float:
    """Return how much longer a translation is than its source text lets expect, by the usual strays of its length."""
    ours, theirs = (sum(len(one.words) for one in sentences) for sentences in bead)
    return _strayed(ours * ratio, theirs)


def _strayed(expected: float, length: float) -> float:
    return (length - expected) / math.sqrt(max((expected + length) / 2, 1) * _VARIANCE)


def _beads(source: Sequence[Sentence], translation: Sequence[Sentence], ratio: float) -> list[tuple[range, range]]:
    """Return which sentences belong together, at the least cost."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for end in ((one, other) for one in range(len(source) + 1) for other in range(len(translation) + 1)):
        way: tuple[float, tuple[int, int]] | None = best.get(end)
        for (ours, theirs), prior in _PRIORS.items():
            start = end[0] - ours, end[1] - theirs
            if start in best and (way is None or best[start][0] + prior < way[0]):
                most = math.inf if way is None else way[0] - best[start][0] - prior
                cost = _cost(source[start[0] : end[0]], translation[start[1] : end[1]], ratio, most)
                if cost < most:
                    way = best[start][0] + prior + cost, start
        if way:
            best[end] = way
    end, beads = (len(source), len(translation)), []
    while end != (0, 0):
        start = best[end][1]
        beads.append((range(start[0], end[0]), range(start[1], end[1])))
        end = start
    return beads[::-1]


def _cost(ours: Sequence[Sentence], theirs: Sequence[Sentence], ratio: float, most: float) -> float:
    """How unlikely it is that these say the same: by their lengths, and by the names and numbers in them.

    What costs more than ``most`` by its lengths alone is not looked at further.
    """
    if not ours or not theirs:
        return 0.0
    long = sum(len(one.words) for one in ours) * ratio
    short = sum(len(one.words) for one in theirs)
    cost = _unlikeliness(round(abs(_strayed(long, short)), 2))
    if cost >= most:
        return cost
    surplus: dict[str, int] = {}
    for sign, sentences in ((1, ours), (-1, theirs)):
        for one in sentences:
            for anchor, count in one.anchors.items():
                surplus[anchor] = surplus.get(anchor, 0) + sign * count
    return cost + _ANCHOR * sum(map(abs, surplus.values()))


@lru_cache(maxsize=2048)
def _unlikeliness(distance: float) -> float:
    """Minus the logarithm of the chance that a length lies so far from what was to be expected."""
    return -math.log(max(math.erfc(distance / math.sqrt(2)), 1e-12))


def _ends(body: str, match: re.Match[str]) -> bool:
    following = body[match.end() :].lstrip(" \u00a0„“«‹(‚‘[")[:1]
    if following.islower():
        return False
    return not (match[0] == "." and _ABBREVIATED.search(body[: match.start() + 1]) and not _is_word(body, match))


def _is_word(body: str, match: re.Match[str]) -> bool:
    """Whether the short word before a stop is a word, and the stop its sentence's: what follows has a capital."""
    word = re.search(r"([^\W\d_]{2,3})\.$", body[: match.start() + 1])
    following = body[match.end() :].lstrip()[:1]
    return word is not None and (following.isupper() or following.lower() == following.upper())
