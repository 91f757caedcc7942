"""Strands: the words of a text as they print, for the prose rules, with the way back to the file.

Notes are strands of their own. Where a note is called, the strand of the text holds ``CALL``; where printed
words come from elsewhere or are in another language, it holds ``OTHER``, which counts as a word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from report.findings import Mark
from report.model.manuscript import ScalarNode

CALL = "\ufffc"
OTHER = "\ufffd"

Manner = Literal["running", "fragment", "note", "plain"]


@dataclass(frozen=True, slots=True)
class Strand:
    """Printed words; ``offsets`` pairs offsets in the words with offsets in the scalar they come from."""

    words: str
    manner: Manner
    node: ScalarNode
    offsets: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> Mark:
        """Return the place in the file of a character of the words."""
        found = bisect_right(self.offsets, offset, key=lambda pair: pair[0]) - 1
        words, scalar = self.offsets[max(found, 0)]
        return self.node.at(scalar + offset - words)


def plain_strand(node: ScalarNode) -> Strand:
    """Return the strand of a scalar without markup."""
    return Strand(node.text, "plain", node, ((0, 0),))


class StrandBuilder:
    """Puts a strand together, piece by piece."""

    def __init__(self, node: ScalarNode, manner: Manner) -> None:
        """Begin an empty strand of a scalar."""
        self._node = node
        self._manner: Manner = manner
        self._pieces: list[str] = []
        self._offsets: list[tuple[int, int]] = []
        self._length = 0

    @property
    def begins_sentence(self) -> bool:
        """Whether what is added next begins a sentence."""
        end = "".join(self._pieces)[-12:]
        return not self._length or re.search(rf"[.!?…؟][”’»“‘›)]*[{CALL}]*\s+$", end) is not None

    def add(self, words: str, offset: int) -> None:
        """Add words that stand at an offset of the scalar."""
        self._offsets.append((self._length, offset))
        self._pieces.append(words)
        self._length += len(words)

    def strand(self, manner: Manner | None = None) -> Strand:
        """Return what was put together, in another manner if one is given."""
        offsets = tuple(self._offsets) or ((0, 0),)
        return Strand("".join(self._pieces), manner or self._manner, self._node, offsets)
