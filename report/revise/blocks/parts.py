"""What the weavers of all kinds of blocks share: rows of things paired by their likeness, and what is no text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from report.model.text import Text
from report.revise.journal import Place
from report.revise.likeness import aligned, likeness
from report.revise.pieces import printed_words
from report.revise.stretches import what_differs
from report.revise.weaving import Alone, Weaver

T = TypeVar("T")
# Words of the house: what is not so, and what is (templates/parts/change_list.html).
_SETTINGS = {
    "numbered": ("list without numbers", "numbered list"),
    "row-heads": ("rows without headings", "rows with headings"),
    "spans": ("one column wide", "across both columns"),
}


class PartWeaver:
    """Weaves parts of blocks."""

    def __init__(self, weaver: Weaver) -> None:
        """Bind the weaver of texts."""
        self.weaver = weaver

    def row(self, side: Alone, texts: Sequence[Text], place: Place, path: str) -> int:
        """Write down that one of a row of things was put in or taken out, and return the number."""
        self.weaver.journal.fates[path] = side
        said = self.weaver.said(texts, side)
        return self.weaver.journal.change(
            "insertion" if side == "inserted" else "deletion",
            place,
            () if side == "inserted" else said,
            said if side == "inserted" else (),
        )

    def thing(self, path: str, old: str | bool, new: str | bool, place: Place, *, is_said: bool = True) -> None:
        """Keep what is no text and is another; how a block is set is said by the words for what it was and is."""
        journal = self.weaver.journal
        if isinstance(old, str) and isinstance(new, str):
            journal.thing(path, place, old, new, what_differs(old, new))
        elif is_said:
            said = _SETTINGS[path.rpartition("/")[2]]
            journal.thing(path, place.as_part("setting"), old, new, (said[bool(old)], said[bool(new)]))
        elif old != new:
            journal.things[path] = old

    def pairs(
        self, old: Sequence[T], new: Sequence[T], like: Callable[[T, T], float]
    ) -> Iterator[tuple[T | None, T | None]]:
        """Yield things in order: pairs, and between them what was taken out before what was put in."""
        for i, j in self.places(old, new, like):
            yield None if i is None else old[i], None if j is None else new[j]

    def places(
        self, old: Sequence[T], new: Sequence[T], like: Callable[[T, T], float]
    ) -> Iterator[tuple[int | None, int | None]]:
        """Yield the places of things in the same order."""
        ends = ((-1, -1), *aligned(old, new, like), (len(old), len(new)))
        for (i, j), (next_i, next_j) in pairwise(ends):
            if i >= 0:
                yield i, j
            yield from ((at, None) for at in range(i + 1, next_i))
            yield from ((None, at) for at in range(j + 1, next_j))

    def like(self, old: Sequence[Text], new: Sequence[Text]) -> float:
        """Return how much of the words of two things is the same, from 0 to 1."""
        before = [word for text in old for word in printed_words(text, self.weaver.old).split()]
        return likeness(before, [word for text in new for word in printed_words(text, self.weaver.new).split()])


def one_of(old: T | None, new: T | None) -> tuple[T, Alone]:
    """Return what stands, the new one if both do, and which revision has it."""
    if new is not None:
        return new, "inserted"
    assert old is not None, "one of them stands"
    return old, "deleted"
