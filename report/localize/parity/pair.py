"""A text beside its translation: what the rules of parity look at."""

from __future__ import annotations

from dataclasses import dataclass

from report.localize.parity.content import Content
from report.localize.parity.sentences import Bead


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation, taken apart, and their sentences side by side.

    ``ratio`` is how much longer translations of the catalog usually are than their source texts, and ``stray`` how far
    a long one may be from that (as a logarithm).
    """

    source: Content
    translation: Content
    beads: tuple[Bead, ...]
    ratio: float
    stray: float

    @property
    def statements(self) -> tuple[tuple[str, str], ...]:
        """The words of sentences beside those of their translation, notes among them where there are as many."""
        sentences = tuple(bead.words for bead in self.beads)
        ours, theirs = (content.words.split("\n")[1:] for content in (self.source, self.translation))
        return (*sentences, *(zip(ours, theirs, strict=True) if len(ours) == len(theirs) else ()))
