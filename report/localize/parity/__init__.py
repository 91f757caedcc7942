"""Parity: whether the translations of an edition say what their source texts say.

The rules look at one text and its translation at a time, and are listed in the registry; what can only be seen of
all of them together, how long translations usually are and which are alike, is found here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from report.findings import Finding
from report.localize.parity import fullness, leftovers, matter, numbers, signs, statements, terms
from report.localize.parity.content import Content, content_of
from report.localize.parity.pair import Pair
from report.localize.parity.registry import PARITY_RULES
from report.localize.parity.sentences import side_by_side
from report.localize.parity.templates import check_words, pairs_of_words
from report.localize.parity.usage import Phrases
from report.model.catalog import Unit
from report.model.glossary import Glossary
from report.model.locale import Pack

__all__ = ["check_parity", "check_words", "pairs_of_words"]

_RULED = (matter, numbers, terms, fullness, statements, leftovers, signs)  # importing a module enters its rules

_LONG, _ENOUGH = 100, 8  # characters of a text whose length says something; how many of them are needed
# Measured on the shipped editions: long texts stray by 0.23 from the usual ratio. Where it is not known, by more.
_STRAY, _STRAY_UNKNOWN = 0.25, 0.5


def check_parity(
    pairs: Iterable[tuple[Unit, Unit]], pack: Pack, source_pack: Pack, glossary: Glossary
) -> Iterator[Finding]:
    """Compare source texts with their translations; texts that are stale or not translated are not among the pairs."""
    ours, theirs = Phrases(glossary, None), Phrases(glossary, pack)
    contents = [(content_of(source, source_pack, ours), content_of(unit, pack, theirs)) for source, unit in pairs]
    ratio, stray = _usual_ratio(contents)
    for source, translation in contents:
        pair = Pair(source, translation, side_by_side(source, translation, ratio), ratio, stray)
        for code, look in PARITY_RULES:
            for mark, message, hint in look(pair):
                yield Finding(code, mark, message, hint)
    yield from _alike(contents)


def _usual_ratio(contents: Sequence[tuple[Content, Content]]) -> tuple[float, float]:
    """Return how much longer a translation is than its source text, in the middle of all, and how far one may stray."""
    ratios = [
        math.log(len(translation.words) / len(source.words))
        for source, translation in contents
        if len(source.words) >= _LONG and translation.words
    ]
    return (math.exp(median(ratios)), _STRAY) if len(ratios) >= _ENOUGH else (1.0, _STRAY_UNKNOWN)


def _alike(contents: Sequence[tuple[Content, Content]]) -> Iterator[Finding]:
    """Yield the translations that are the same although their source texts differ: one is that of another text."""
    first: dict[str, Content] = {}
    for source, translation in contents:
        words = " ".join(translation.words.casefold().split())
        known = first.setdefault(words, source) if words else source
        if known.words.casefold().strip(" .:;") != source.words.casefold().strip(" .:;"):
            message = f"this is the translation of another text, too: “{known.unit.source[:50]}”"
            yield Finding("LOC-048", translation.unit.mark, message, "is one of them that of the other?")
