"""Micro-typography: the spaces and signs of a locale, put right by the rules of its pack, in their order.

A text is changed whole, so that a rule sees what stands beside a run: :mod:`report.locales.rules` says what a rule is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from report.errors import ReportError
from report.locales.rules import LONGEST, Rule, made_ready, signs_found
from report.model.locale import Pack, Replacement

_GROWTH = 8  # how many times longer a text may become; the rules of the packs that come with the program stay below 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that is set in one way; one that is fixed is read by rules, as a neighbour, and not changed."""

    words: str
    is_fixed: bool = False


def applied(words: str, pack: Pack) -> str:
    """Return words with the spaces and signs of a locale."""
    return applied_to((Piece(words),), pack)[0]


def applied_to(pieces: Sequence[Piece], pack: Pack) -> tuple[str, ...]:
    """Return the words of the pieces of a text, each with the spaces and signs of a locale; rules see across pieces.

    Raises:
        ReportError: each rule lengthens what the one before has set, without bounds.
    """
    try:
        return _applied(_rules(pack), pieces)
    except ValueError as error:
        raise ReportError(f"the typography of the locale pack “{pack.tag}” cannot be used: {error}") from error


def try_together(rules: Sequence[Replacement], digits: str) -> None:
    """Try sound rules of a locale, one after the other, on the signs that they find.

    Raises:
        ValueError: each lengthens what the one before has set, without bounds.
    """
    signs = dict.fromkeys(sign for rule in rules for sign in signs_found(rule))
    _applied([made_ready(rule, digits) for rule in rules], [Piece(" ".join(("a", *signs, "1")))])


def _applied(rules: Iterable[Rule], pieces: Sequence[Piece]) -> tuple[str, ...]:
    words = [piece.words for piece in pieces]
    longest = LONGEST + _GROWTH * sum(map(len, words))
    for rule in rules:
        if edits := list(rule.edits("".join(words))):
            _change(words, pieces, edits)
            if sum(map(len, words)) > longest:
                raise ValueError(f"its rules make a text more than {_GROWTH} times as long, each what another has set")
    return tuple(words)


@lru_cache(maxsize=64)
def _rules(pack: Pack) -> tuple[Rule, ...]:
    return tuple(made_ready(rule, pack.digits) for rule in pack.typography)


def _change(words: list[str], pieces: Sequence[Piece], edits: Sequence[tuple[int, int, str]]) -> None:
    """Make changes in the pieces they fall into; what would change a fixed one is left."""
    starts = [0, *accumulate(map(len, words))]
    for start, end, new in reversed(edits):
        first = _piece_at(starts, start if start < end else start - 1)
        last = max(first, _piece_at(starts, end - 1))
        if any(piece.is_fixed for piece in pieces[first : last + 1]):
            continue
        head, tail = words[first][: start - starts[first]], words[last][end - starts[last] :]
        if first == last:
            words[first] = head + new + tail
        else:
            words[first], words[last] = head + new, tail
            words[first + 1 : last] = [""] * (last - first - 1)


def _piece_at(starts: Sequence[int], place: int) -> int:
    """Return the piece that a character stands in."""
    return min(max(bisect_right(starts, place) - 1, 0), len(starts) - 2)
