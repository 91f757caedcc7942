"""Likeness: how much of two texts is the same, and which of two rows of things belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
LEAST = 0.35
"""The likeness from which two things in the same row may be one that was revised."""


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how many of the words of two texts are the same, from 0 to 1; two without words are the same.

    >>> likeness("a datum is an agreement".split(), "a datum was an agreement".split())
    0.8
    """
    if not one and not other:
        return 1.0
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other))


def aligned(
    old: Sequence[T], new: Sequence[T], like: Callable[[T, T], float], least: float = LEAST
) -> list[tuple[int, int]]:
    """Return the places of things that belong together, in order: those pairs that are the most like each other in all.

    A pair below ``least`` does not belong together (Needleman and Wunsch 1970, without a price for gaps).
    """
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    scores = [[score if (score := like(one, other)) >= least else 0.0 for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def kept_in_order(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Return which of a row of places stay: the heaviest that are in order. All others were moved.

    >>> sorted(kept_in_order([2, 0, 1], [1, 1, 1]))
    [1, 2]
    """
    best: list[tuple[int, int]] = []  # for each, the weight of the heaviest row that ends with it, and the one before
    for at, place in enumerate(places):
        before = [(best[i][0], i) for i in range(at) if places[i] < place]
        weight, previous = max(before, default=(0, -1), key=lambda one: (one[0], -one[1]))
        best.append((weight + weights[at], previous))
    if not best:
        return set()
    at = max(range(len(best)), key=lambda i: (best[i][0], -i))
    kept = set()
    while at >= 0:
        kept.add(at)
        at = best[at][1]
    return kept
