"""Words of a text as the list of changes quotes them: with their emphasis and languages, without what lives in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from report.findings import Mark
from report.model.apparatus import Apparatus
from report.model.locale import Pack
from report.model.text import (
    CitedNames,
    CrossReference,
    Emphasis,
    Foreign,
    Run,
    SmallCaps,
    Strong,
    Text,
    Words,
    Wrapper,
    plain,
)

_LONGEST = 120  # signs: so much of a text is quoted whole
_HEAD, _TAIL = 70, 40
_SHORT_NOTE = 12  # signs: what is so short in brackets is quoted with the words around it
_GAP = " … "
# The engine would part a bracket from words that are set apart from the text around them.
_OPENING, _JOINER = ("[", "("), "\u2060"
_NOWHERE = Mark("")


def quoted(text: Text, apparatus: Apparatus) -> Text:
    """Return a text to be quoted: links no links; of a long one neither the middle nor the words of its notes."""
    whole = tuple(_bare(text, apparatus))
    if len(plain(whole)) > _LONGEST:
        whole = tuple(_with_short_notes(whole))
    words = plain(whole)
    if len(words) <= _LONGEST:
        return whole
    head, tail = words[:_HEAD].rsplit(" ", 1)[0].rstrip(), words[-_TAIL:].split(" ", 1)[-1].lstrip()
    beginning, end = _cut(whole, 0, len(head)), _cut(whole, len(words) - len(tail), len(words))
    return _with_gap(beginning, end)


def in_quotation_marks(text: Text, pack: Pack) -> Text:
    """Return words in the quotation marks of the language; marks among them become those of a quotation within one.

    Words of other languages keep their own.
    """
    opening, closing, inner_opening, inner_closing = pack.quotation_marks
    within = _with_marks(text, {opening: inner_opening, closing: inner_closing})
    return (Words(opening, _NOWHERE), *within, Words(closing, _NOWHERE)) if text else ()


def _with_marks(text: Text, inner: Mapping[str, str]) -> Iterator[Run]:
    """Yield runs with other quotation marks; in some languages a mark is a sign and a space."""
    outer = re.compile("|".join(map(re.escape, inner)))
    for run in text:
        if isinstance(run, Words):
            yield replace(run, text=outer.sub(lambda found: inner[found[0]], run.text))
        elif isinstance(run, Wrapper) and not isinstance(run, Foreign):
            yield replace(run, runs=tuple(_with_marks(run.runs, inner)))
        else:
            yield run


def _with_gap(beginning: Text, end: Text) -> Text:
    """Join the ends of a text; in words of one other language the gap is a part of them and runs in their direction."""
    match beginning, end:
        case (*before, Foreign() as left), (Foreign() as right, *after):
            if (left.language, left.direction) == (right.language, right.direction):
                return (*before, replace(left, runs=_with_gap(left.runs, right.runs)), *after)
    return (*beginning, Words(_GAP, _NOWHERE), *end)


def _with_short_notes(text: Text) -> Iterator[Run]:
    """Yield a text with its notes, in brackets, left out but for these: of two brackets never one alone is quoted."""
    words, opened, kept = plain(text), list[int](), 0
    for at, sign in enumerate(words):
        if sign == "[":
            opened.append(at + 1)
        elif sign == "]" and opened:
            start = opened.pop()
            if not opened and at - start > _SHORT_NOTE:
                yield from (*_cut(text, kept, start), Words("…", _NOWHERE))
                kept = at
    yield from _cut(text, kept, len(words))


def _cut(text: Text, start: int, end: int) -> Text:
    """Return the words of a text from one place to another, in their looks and languages."""
    made: list[Run] = []
    at = 0
    for run in text:
        words = plain((run,))
        first, last = max(0, start - at), end - at
        at += len(words)
        if first >= len(words) or last <= 0:
            continue
        if isinstance(run, Wrapper):
            made.append(replace(run, runs=_cut(run.runs, first, last)))
        elif isinstance(run, Words):
            made.append(replace(run, text=words[first:last]))
    return tuple(made)


def _bare(text: Text, apparatus: Apparatus) -> list[Run]:
    made: list[Run] = []
    for run in text:
        match run:
            case Words():
                made.append(replace(run, text=f"{run.text}{_JOINER}") if run.text.endswith(_OPENING) else run)
            case Emphasis() | Strong() | SmallCaps() | Foreign():
                made.append(replace(run, runs=tuple(_bare(run.runs, apparatus))))
            case CrossReference():
                made.append(Words(apparatus.targets[run.target].label, run.mark))
            case CitedNames():
                made += _bare(apparatus.names_at(run), apparatus)
            case _ if isinstance(run, Wrapper):
                made += _bare(run.runs, apparatus)
    return made
