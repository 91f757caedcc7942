"""What must stand in a translation as in its source text: citations, notes, links, and words set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator
from typing import TypeVar

from report.findings import Mark
from report.localize.parity.content import Span
from report.localize.parity.pair import Pair
from report.localize.parity.registry import Slip, rule
from report.model.text import CitedWork

T = TypeVar("T", bound=Hashable)


@rule("LOC-030")
def _works(pair: Pair) -> Iterator[Slip]:
    """The same works are cited, at the same places, with and without words around them."""
    loose = _loose(pair)
    source = [(_cited(work, loose), work.mark) for work in pair.source.works]
    translation = [(_cited(work, loose), work.mark) for work in pair.translation.works]
    yield from _differing(source, translation, pair, "the citation {}", _written)


@rule("LOC-036")
def _order_of_works(pair: Pair) -> Iterator[Slip]:
    """Citations may change places only when the sentences do; a person must look."""
    loose = _loose(pair)
    source = [_cited(work, loose) for work in pair.source.works]
    translation = [_cited(work, loose) for work in pair.translation.works]
    if source != translation and Counter(source) == Counter(translation):
        first = next(n for n, (one, other) in enumerate(zip(source, translation, strict=True)) if one != other)
        what = f"{_written(translation[first])} stands where the source text cites {_written(source[first])}"
        yield pair.translation.works[first].mark, what, "a citation stays with the statement that it supports"


@rule("LOC-036")
def _order_of_references(pair: Pair) -> Iterator[Slip]:
    """Cross-references and links may change places only when the sentences do."""
    for had, has in (
        (pair.source.references, pair.translation.references),
        (pair.source.links, pair.translation.links),
    ):
        order, own = ([leads for leads, _ in one] for one in (had, has))
        if order != own and Counter(order) == Counter(own):
            first = next(n for n, (one, other) in enumerate(zip(order, own, strict=True)) if one != other)
            what = f"what leads to {own[first]} stands where the source text has what leads to {order[first]}"
            yield has[first][1], what, "are the two exchanged?"


@rule("LOC-030")
def _cited_names(pair: Pair) -> Iterator[Slip]:
    """The same works are named in the text itself."""
    source = [(name.key, name.mark) for name in pair.source.names]
    translation = [(name.key, name.mark) for name in pair.translation.names]
    yield from _differing(source, translation, pair, "@{} in the text itself")


@rule("LOC-031")
def _notes(pair: Pair) -> Iterator[Slip]:
    """As many notes are called, and as many of them have words."""
    source, translation = pair.source, pair.translation
    if source.calls != translation.calls:
        message = f"the source text calls {_counted(source.calls, 'note')}, the translation {translation.calls}"
        yield translation.mark("^["), message, "each note of the source text is translated, and none is added"
    elif len(source.notes) != len(translation.notes):
        message = f"{len(source.notes)} notes or citations have words in the source text, {len(translation.notes)} here"
        yield translation.mark("^["), message, "translate the words of a note and of a citation"


@rule("LOC-032")
def _links(pair: Pair) -> Iterator[Slip]:
    """Links lead to the same addresses."""
    yield from _differing(pair.source.links, pair.translation.links, pair, "the link to {}")


@rule("LOC-032")
def _references(pair: Pair) -> Iterator[Slip]:
    """Cross-references lead to the same places."""
    yield from _differing(pair.source.references, pair.translation.references, pair, "the cross-reference [#{}]")


@rule("LOC-033")
def _foreign_words(pair: Pair) -> Iterator[Slip]:
    """Foreign words are the same, in the same language; those in the language of the translation are at home in it."""
    home = pair.translation.pack.tag.split("-")[0]
    source = [_foreign(one) for one in pair.source.foreign if one.kind.split("-")[0] != home]
    translation = [_foreign(one) for one in pair.translation.foreign]
    yield from _differing(source, translation, pair, "the foreign words {}", lambda one: f"“{one[1]}” ({one[0]})")


@rule("LOC-033")
def _emphasis(pair: Pair) -> Iterator[Slip]:
    """As many words are emphasised, strong and in small capitals."""
    source = [(one.kind, one.mark) for one in pair.source.emphasis]
    translation = [(one.kind, one.mark) for one in pair.translation.emphasis]
    yield from _differing(source, translation, pair, "{}", _KINDS.__getitem__)


_KINDS = {"emphasis": "*emphasis*", "strong": "**strong words**", "smallcaps": "[SMALL CAPITALS]{.smallcaps}"}

_Cited = tuple[str, tuple[tuple[str, str], ...], bool, bool, bool]


def _loose(pair: Pair) -> frozenset[tuple[str, str]]:
    """Return the places that the source text names in words of its own, each by its key and its figures.

    Such words, “{cl. 2}”, print as they are written. So they are translated, and may become words that a pack knows.
    """
    named = ((work.key, part) for work in pair.source.works for part in work.locator if not part.kind)
    return frozenset((key, _figures(part.numbers)) for key, part in named)


def _figures(numbers: str) -> str:
    return " ".join(str(int(one)) for one in re.findall(r"\d+", numbers))


def _cited(work: CitedWork, loose: Container[tuple[str, str]]) -> _Cited:
    places = ((part.kind, part.numbers, _figures(part.numbers)) for part in work.locator)
    locator = tuple(
        ("", figures) if (work.key, figures) in loose else (kind, numbers) for kind, numbers, figures in places
    )
    return work.key, locator, bool(work.prefix), bool(work.suffix), work.without_names


def _written(cited: _Cited) -> str:
    key, locator, has_prefix, has_suffix, without_names = cited
    places = "".join(f", {kind} {numbers}" if kind else f", {{… {numbers}".rstrip() + "}" for kind, numbers in locator)
    before, after = "words before it, " * has_prefix, ", words after it" * has_suffix
    return f"[{before}{'-' * without_names}@{key}{places}{after}]"


def _foreign(span: Span) -> tuple[tuple[str, str], Mark]:
    return (span.kind, " ".join(span.words.split())), span.mark


def _differing(
    source: Iterable[tuple[T, Mark]],
    translation: Iterable[tuple[T, Mark]],
    pair: Pair,
    what: str,
    written: object = str,
) -> Iterator[Slip]:
    """Yield what one of two texts has more often than the other."""
    assert callable(written)
    places = list(translation)
    had, has = Counter(value for value, _ in source), Counter(value for value, _ in places)
    for value in had - has:
        yield pair.translation.unit.mark, f"{what.format(written(value))} is lost", "the source text has it"
    for value in has - had:
        place = [mark for one, mark in places if one == value][had[value]]
        yield place, f"{what.format(written(value))} is not in the source text", "write what the source text has"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)
