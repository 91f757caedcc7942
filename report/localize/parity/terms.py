"""Terms and names of a translation are those of the glossary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from report.findings import Mark
from report.localize.parity.content import Content
from report.localize.parity.pair import Pair
from report.localize.parity.phrases import found
from report.localize.parity.registry import Slip, rule
from report.localize.parity.usage import of_locale, renderings
from report.model.glossary import Refused, Term

_NOTHING = Refused((), "")
_STOP = re.compile(r"[.!?؟]\W*\s")
_SENTENCE = "."  # stands between the names of two sentences: neighbours are those of one


@rule("LOC-040")
def _rendered(pair: Pair) -> Iterator[Slip]:
    """A term of the source text is called what the glossary calls it."""
    translation = pair.translation
    called = {use.term.name for use in translation.uses}
    for term in (one for one in _terms_in(pair.source) if one.name not in called):
        phrases = renderings(term, translation.pack)
        if phrases and next(found(phrases, translation.words), None) is None:
            names = " or ".join(f"“{phrase}”" for phrase in phrases)
            message = f"“{term.name}” of the source text is not called what the glossary calls it"
            yield translation.unit.mark, message, f"in {translation.pack.tag} it is {names}"


@rule("LOC-042")
def _refused(pair: Pair) -> Iterator[Slip]:
    """A term of the source text is not called what the glossary refuses."""
    translation = pair.translation
    for term in _terms_in(pair.source):
        refused = of_locale(term.refused, translation.pack, _NOTHING)
        for start, end in found(refused.words, translation.words):
            words = translation.words[start:end]
            yield translation.mark(words), f"“{term.name}” is not called “{words}”", refused.why


@rule("LOC-041")
def _exchanged(pair: Pair) -> Iterator[Slip]:
    """A name of which there is one too many does not stand in the place of one of which there is one too few."""
    ours, theirs = _names_in(pair.source), _names_in(pair.translation)
    lost, gained = ours.keys - theirs.keys, theirs.keys - ours.keys
    stand_in = [name for name in gained if name not in ours.keys and any(one not in theirs.keys for one in lost)]
    if lost and gained:
        stand_in += [name for one, name in _replaced(ours.order, theirs.order) if one in lost and name in gained]
    for name in dict.fromkeys(stand_in):
        message = f"“{name}” stands here once more than in the source text, “{'”, “'.join(lost)}” less often"
        yield _place(pair.translation, name), message, "write the name that the source text has"


@rule("LOC-041")
def _changed_places(pair: Pair) -> Iterator[Slip]:
    """Two names do not change places; neighbours may, as the grammar wants it, but two persons do not."""
    ours, theirs = _names_in(pair.source), _names_in(pair.translation)
    strayed = distance(ours.order, theirs.order)
    differing = {name for names in _trimmed(ours.order, theirs.order) for name in names} if strayed else set()
    for one, other in combinations(sorted(differing & ours.keys.keys() & theirs.keys.keys()), 2):
        exchanged = {one: other, other: one}
        gain = strayed - distance(ours.order, [exchanged.get(name, name) for name in theirs.order])
        if gain > 1 or ours.exchange_persons(theirs, one, other):
            message = f"“{one}” and “{other}” stand in each other’s places"
            yield _place(pair.translation, one), message, "write each name where the source text has it"
            return


class _Names(NamedTuple):
    """The names in a text in their order, by sentences; how often each stands there; which are those of persons."""

    order: list[str]
    keys: Counter[str]
    persons: set[str]

    def exchange_persons(self, others: _Names, one: str, other: str) -> bool:
        """Whether two persons, left alone with each other, stand in another order."""
        both = {one, other} & self.persons
        order, own = ([name for name in names.order if name in both] for names in (self, others))
        return len(both) > 1 and sorted(order) == sorted(own) and order != own


def _terms_in(source: Content) -> list[Term]:
    """Return the terms of a source text, once each, in their order."""
    return list({use.term.name: use.term for use in source.uses}.values())


def _names_in(content: Content) -> _Names:
    names = [use for use in content.uses if use.term.kind != "term"]
    order: list[str] = []
    for before, use in zip([None, *names], names, strict=False):
        if before and _STOP.search(content.words, before.end, use.start):
            order.append(_SENTENCE)
        order.append(use.term.name)
    persons = {use.term.name for use in names if use.term.kind == "person"}
    return _Names(order, Counter(use.term.name for use in names), persons)


def distance(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many names are to be put in, taken out, replaced, or exchanged with their neighbours.

    >>> distance("abc", "acb")
    1
    """
    ours, theirs = _trimmed(ours, theirs)
    before: list[int] = []
    last = list(range(len(theirs) + 1))
    for at, one in enumerate(ours, start=1):
        row = [at]
        for place, other in enumerate(theirs, start=1):
            cost = min(last[place] + 1, row[-1] + 1, last[place - 1] + (one != other))
            if at > 1 and place > 1 and (one, ours[at - 2]) == (theirs[place - 2], other):
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _trimmed(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return two rows of names without those at both ends that are the same."""
    while ours and theirs and ours[0] == theirs[0]:
        ours, theirs = ours[1:], theirs[1:]
    while ours and theirs and ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    return ours, theirs


def _replaced(ours: list[str], theirs: list[str]) -> Iterator[tuple[str, str]]:
    """Yield which name stands in the place of which; one at the end may stand for a pronoun and is left out."""
    for what, start, end, other_start, other_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "replace" and end - start == other_end - other_start == 1 and end < len(ours):
            yield ours[start], theirs[other_start]


def _place(content: Content, name: str) -> Mark:
    use = next(one for one in content.uses if one.term.name == name)
    return content.mark(content.words[use.start : use.end])
