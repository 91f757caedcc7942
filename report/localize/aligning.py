"""Two lists of texts laid side by side: which of the old ones each of the new ones is, where words are the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

_COUNTED = re.compile("[0-9]{1,9}")


class Placed(NamedTuple):
    """A text and the context it stands in."""

    context: str
    source: str


def align(new: Sequence[Placed], old: Sequence[Placed]) -> dict[int, int]:
    """Return which places of two lists, each in reading order, belong together: their words are the same.

    Words that stand once in either list say which is which. Words that stand several times follow their neighbours,
    first those of the same row or list, so that each “none” of a table stays with its row; what is still left is
    paired by its context, by its part of the block (the column of a table), then as it comes.
    """
    alignment = _Alignment(new, old)
    alignment.single_words()
    alignment.neighbours(lambda one, other: _parent(one) == _parent(other))
    alignment.neighbours(lambda _one, _other: True)
    for key in (_itself, _part, _words):
        alignment.by(key)
    return alignment.pairs


def in_reading_order(context: str) -> list[tuple[int, str]]:
    """Return what contexts of a block are sorted by: its parts by name, what is counted by number."""
    return [(int(step), "") if _COUNTED.fullmatch(step) else (-1, step) for step in context.split("/")]


class _Alignment:
    """Pairs of places as they are found, from the new list to the old one."""

    def __init__(self, new: Sequence[Placed], old: Sequence[Placed]) -> None:
        self._new, self._old = new, old
        self._taken: set[int] = set()
        self.pairs: dict[int, int] = {}

    def single_words(self) -> None:
        """Pair words that are left once in either list."""
        left, waiting = self._left(), self._waiting()
        counts = Counter(self._new[at].source for at in left)
        places = {self._old[place].source: place for place in waiting}
        held = Counter(self._old[place].source for place in waiting)
        single = [at for at in left if counts[self._new[at].source] == held[self._new[at].source] == 1]
        self._take((at, places[self._new[at].source]) for at in single)

    def neighbours(self, are_close: Callable[[Placed, Placed], bool]) -> None:
        """Pair the same words before and after what is paired, and so on from there."""
        reached = sorted(self.pairs.items())
        for at, place in reached:
            for step in (1, -1):
                next_at, next_place = at + step, place + step
                if not (
                    self._is_left(next_at, next_place) and self._new[next_at].source == self._old[next_place].source
                ):
                    continue
                if are_close(self._new[at], self._new[next_at]) and are_close(self._old[place], self._old[next_place]):
                    self._take([(next_at, next_place)])
                    reached.append((next_at, next_place))

    def by(self, key: Callable[[Placed], tuple[str, ...]]) -> None:
        """Pair what has the same key, as it comes."""
        places = defaultdict(list)
        for place in reversed(self._waiting()):
            places[key(self._old[place])].append(place)
        self._take((at, found.pop()) for at in self._left() if (found := places[key(self._new[at])]))

    def _take(self, pairs: Iterable[tuple[int, int]]) -> None:
        for at, place in pairs:
            self.pairs[at] = place
            self._taken.add(place)

    def _left(self) -> list[int]:
        return [at for at in range(len(self._new)) if at not in self.pairs]

    def _waiting(self) -> list[int]:
        return [place for place in range(len(self._old)) if place not in self._taken]

    def _is_left(self, at: int, place: int) -> bool:
        is_there = 0 <= at < len(self._new) and 0 <= place < len(self._old)
        return is_there and at not in self.pairs and place not in self._taken


def _parent(text: Placed) -> str:
    """Return the way to the row or list that a text stands in."""
    return text.context.rpartition("/")[0]


def _itself(text: Placed) -> tuple[str, ...]:
    return text


def _part(text: Placed) -> tuple[str, ...]:
    """Return the words with the part of the block: its way without numbers, but for the last (``table/rows/#/6``)."""
    way = text.context.partition("/")[2]
    return text.source, re.sub(r"(?<![^/])[0-9]+(?=/)", "#", way)


def _words(text: Placed) -> tuple[str, ...]:
    return (text.source,)
