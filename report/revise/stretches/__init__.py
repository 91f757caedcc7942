"""Stretches: what stayed, went and came between two texts, cut as an editor would mark them.

The longest rows of words in common are found with ``difflib``; what it leaves is made readable by five rules:

- Two replacements with no more words between them than either has are one: a date is changed once, not twice.
- Where more than half of the words of a sentence changed, and in three places or more, it is replaced as one.
- What was put in or taken out is moved, where it can be, to begin where a sentence or a word begins.
- Signs beside a change that changed their look alone go with it: the stop after *ibid.* is no change of its own.
- A note that is called in both texts keeps its call, and no replacement runs across it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from report.revise.stretches.joining import by_sentence, joined, with_signs
from report.revise.stretches.saying import figured, what_differs
from report.revise.stretches.sliding import slid
from report.revise.stretches.stretch import Stretch, without_seams
from report.revise.tokens import Token

__all__ = ["Stretch", "figured", "stretches_of", "what_differs"]

_LAID_OUT = 1 << 24  # pairs of tokens that are laid side by side; longer texts are replaced as one


def stretches_of(old: Sequence[Token], new: Sequence[Token]) -> tuple[Stretch, ...]:
    """Return two texts as stretches: all of the old ones in order are the old text, all of the new ones the new."""
    found = without_seams(_found(tuple(old), tuple(new)))
    return tuple(slid(by_sentence(joined(without_seams(with_signs(found))))))


def _found(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Stretch]:
    """Yield what stayed and what did not. Spaces are everywhere: words are matched, and spaces follow them."""
    if [token.key for token in old] == [token.key for token in new]:
        yield from (Stretch(old, new, is_same=True),) if old else ()
        return
    i = j = 0
    for next_i, next_j in (*_matched(old, new), (len(old), len(new))):
        yield from _between(old[i:next_i], new[j:next_j])
        yield Stretch(old[next_i : next_i + 1], new[next_j : next_j + 1], is_same=True)
        i, j = next_i + 1, next_j + 1


def _matched(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the places of tokens that stayed, but for spaces."""
    before = [at for at, token in enumerate(old) if not token.is_space]
    after = [at for at, token in enumerate(new) if not token.is_space]
    if len(before) * len(after) > _LAID_OUT:
        return
    keys = [old[at].key for at in before], [new[at].key for at in after]
    for block in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield before[block.a + step], after[block.b + step]


def _between(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Stretch]:
    """Yield what stands between two words that stayed: spaces at either end of it stayed as well."""
    first = 1 if old and new and old[0].is_space and new[0].is_space else 0
    yield Stretch(old[:first], new[:first], is_same=True)
    old, new = old[first:], new[first:]
    last = 1 if old and new and old[-1].is_space and new[-1].is_space else 0
    yield Stretch(old[: len(old) - last], new[: len(new) - last], is_same=False)
    yield Stretch(old[len(old) - last :], new[len(new) - last :], is_same=True)
