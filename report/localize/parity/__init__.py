"""Parity: whether the translations of an edition say what their source texts say.

The rules look at one text and its translation at a time, and are listed in the registry; what can only be seen of
all of them together, how long translations usually are and which are alike, is found here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from statistics import median

from report.findings import Finding
from report.localize.parity import fullness, leftovers, matter, numbers, signs, statements, terms
from report.localize.parity.content import Content, content_of
from report.localize.parity.memory import Memory
from report.localize.parity.pair import Pair
from report.localize.parity.registry import PARITY_RULES
from report.localize.parity.sentences import side_by_side
from report.localize.parity.templates import check_words, pairs_of_words
from report.localize.parity.usage import Phrases
from report.model.catalog import Unit
from report.model.glossary import Glossary
from report.model.locale import Pack

__all__ = ["Memory", "check_parity", "check_words", "pairs_of_words"]

_RULED = (matter, numbers, terms, fullness, statements, leftovers, signs)  # importing a module enters its rules

_LONG, _ENOUGH = 100, 8  # characters of a text whose length says something; how many of them are needed
# Measured on the shipped editions: long texts stray by 0.23 from the usual ratio. Where it is not known, by more.
_STRAY, _STRAY_UNKNOWN = 0.25, 0.5


def check_parity(
    pairs: Iterable[tuple[Unit, Unit]], pack: Pack, source_pack: Pack, glossary: Glossary, memory: Memory | None = None
) -> Iterator[Finding]:
    """Compare source texts with their translations; texts that are stale or not translated are not among the pairs.

    What the memory has of a pair was found with the same packs and glossary.
    """
    listed, memory = tuple(pairs), memory or Memory()
    ours, theirs = Phrases(glossary, None), Phrases(glossary, pack)

    @cache
    def taken(source: Unit, unit: Unit) -> tuple[Content, Content]:
        return content_of(source, source_pack, ours), content_of(unit, pack, theirs)

    words = memory.words_of(listed, taken)
    ratio, stray = _usual_ratio(words)

    def look(source: Unit, unit: Unit) -> Iterator[Finding]:
        return _compared(*taken(source, unit), ratio, stray)

    for source, unit in listed:
        yield from memory.findings_of(source, unit, (ratio, stray), look)
    yield from _alike(listed, words)


def _compared(source: Content, translation: Content, ratio: float, stray: float) -> Iterator[Finding]:
    """Yield where a translation breaks a rule."""
    pair = Pair(source, translation, side_by_side(source, translation, ratio), ratio, stray)
    for code, look in PARITY_RULES:
        for mark, message, hint in look(pair):
            yield Finding(code, mark, message, hint)


def _usual_ratio(words: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return how much longer a translation is than its source text, in the middle of all, and how far one may stray."""
    ratios = [
        math.log(len(translation) / len(source))
        for source, translation in words
        if len(source) >= _LONG and translation
    ]
    return (math.exp(median(ratios)), _STRAY) if len(ratios) >= _ENOUGH else (1.0, _STRAY_UNKNOWN)


def _alike(pairs: Sequence[tuple[Unit, Unit]], words: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """Yield the translations that are the same although their source texts differ: one is that of another text."""
    first: dict[str, tuple[Unit, str]] = {}
    for (source, unit), (ours, theirs) in zip(pairs, words, strict=True):
        folded = " ".join(theirs.casefold().split())
        known, known_words = first.setdefault(folded, (source, ours)) if folded else (source, ours)
        if known_words.casefold().strip(" .:;") != ours.casefold().strip(" .:;"):
            message = f"this is the translation of another text, too: “{known.source[:50]}”"
            yield Finding("LOC-048", unit.mark, message, "is one of them that of the other?")
