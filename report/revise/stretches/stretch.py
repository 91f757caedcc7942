"""A stretch: tokens that are the same in both texts, or that stand in place of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from report.revise.tokens import Token, words_in


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of both texts that are the same, or that stand in place of each other."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    is_same: bool

    @property
    def size(self) -> int:
        """The words of the longer side."""
        return max(words_in(self.old), words_in(self.new))

    @property
    def replaces(self) -> bool:
        """Whether something stands in place of something else."""
        return bool(self.old and self.new) and not self.is_same


def without_seams(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Join what stayed with what stayed beside it, and changes likewise; nothing is no stretch."""
    made: list[Stretch] = []
    for part in stretches:
        if made and part.is_same == made[-1].is_same:
            made[-1] = Stretch(made[-1].old + part.old, made[-1].new + part.new, part.is_same)
        elif part.old or part.new:
            made.append(part)
    return made
