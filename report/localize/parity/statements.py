"""Each sentence of a translation says what the one beside it says: as much, all of a series, and its denials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from report.localize.parity.content import CALL, OTHER
from report.localize.parity.pair import Pair
from report.localize.parity.phrases import found
from report.localize.parity.registry import Slip, rule
from report.localize.parity.sentences import strayed
from report.model.locale import Pack

_STRAY = 2.3  # of the 1362 sentences of the shipped editions beside their translations none strays by more than 2.2
_STRAY_OF_TEXTS = 0.25  # how far long texts stray whose usual ratio is known; where it is not, sentences stray more
_COMMAS = ",،、"
_WORD = r"[\w'’\u200c„“”«»-]+"
_WORDS_OF_A_MEMBER = 2
_RUN = re.compile(rf"(?<!\S)({_WORD}(?: {_WORD}){{3,}}?)[.:;!?]?\s+\1(?!\w)")


@rule("LOC-044")
def _length(pair: Pair) -> Iterator[Slip]:
    """A sentence is about as long as its translation."""
    for bead in pair.beads:
        stray = strayed(bead, pair.ratio) if bead.source and bead.translation else 0.0
        if abs(stray) > _STRAY * (pair.stray / _STRAY_OF_TEXTS):
            words, what = clipped(bead.words[1]), "short" if stray < 0 else "long"
            message = f"this is {what} for what it translates: “{words}”"
            yield pair.translation.mark(bead.words[1][:20]), message, f"the source text has “{clipped(bead.words[0])}”"


@rule("LOC-044")
def _denials(pair: Pair) -> Iterator[Slip]:
    """What a sentence denies, its translation denies."""
    asking, answering = _asking(pair.source.pack), _answering(pair.translation.pack)
    if not answering:
        return
    for source, translation in pair.statements:
        denials = [source[start:end] for start, end in found(asking, source)]
        if denials and len(denials) > len(list(found(answering, translation))):
            message = f"“{', '.join(denials)}” of the source text is lost: “{clipped(translation)}”"
            hint = "say what the source text denies; a word that says so goes into negations of the locale pack"
            yield pair.translation.mark(translation[:20].split(CALL)[0].split(OTHER)[0]), message, hint


@rule("LOC-044")
def _series(pair: Pair) -> Iterator[Slip]:
    """Three things in a row stay three."""
    own = _series_of(pair.translation.pack)
    for source, translation in pair.statements:
        had = _plain_series_of(pair.source.pack).search(source)
        if had and not own.search(translation):
            message = f"“{had[0]}” of the source text has fewer members here"
            yield pair.translation.mark(translation[:20].split(CALL)[0]), message, "is one of them lost?"


@rule("LOC-044")
def _repeated(pair: Pair) -> Iterator[Slip]:
    """No words stand twice, one after the other, that do not so in the source text."""
    match = _RUN.search(pair.translation.words)
    if match and not _RUN.search(pair.source.words):
        yield pair.translation.mark(match[1], 2), f"“{clipped(match[1])}” stands here twice", "delete one"


def clipped(words: str) -> str:
    """Return the beginning of words, fit for a message."""
    words = words.replace(CALL, "").replace(OTHER, "…")
    return words if len(words) < 60 else f"{words[:56].rstrip()} …"


def _asking(pack: Pack) -> Sequence[str]:
    return [word for word in pack.vocabulary.negations if not word.endswith("?")]


def _answering(pack: Pack) -> Sequence[str]:
    return [word.removesuffix("?") for word in pack.vocabulary.negations]


@lru_cache(maxsize=16)
def _plain_series_of(pack: Pack) -> re.Pattern[str]:
    """Return the pattern of what is surely a series: single words, or such behind one article; or a whole text."""
    last, comma = re.escape(pack.lists.last.strip()), f"[{_COMMAS}]"
    words = rf"{_WORD}{comma} {_WORD} {last} {_WORD}"
    with_articles = rf"(?i:\b(?P<article>\w+)) {_WORD}{comma} (?i:(?P=article)) {_WORD} {last} {_WORD}"
    return re.compile(rf"{words}|{with_articles}|\A{_WORD}(?:{comma} {_WORD}){{2,}}\Z")


@lru_cache(maxsize=16)
def _series_of(pack: Pack) -> re.Pattern[str]:
    """Return the pattern of what may be a series: members of several words, with a comma or none before the last."""
    last, comma = re.escape(pack.lists.last.strip()), f"[{_COMMAS}]"
    member = rf"{_WORD}(?: {_WORD}){{0,{_WORDS_OF_A_MEMBER - 1}}}"
    return re.compile(rf"{_WORD}{comma} {member}(?: {last} |{comma} (?:{last} )?){_WORD}")
