"""How much of a page its notes need: the search for the smallest reserve that holds them.

A page is looked at with some reserve kept free at its foot. The calls that then stand on it say
what its notes need. A larger reserve pushes calls to the next page, so the need falls as the
reserve rises, and the smallest reserve that is at least the need is the one wanted. It is found
between the largest reserve that failed and the smallest that did, to within one line.

Nothing here knows the engine: a :class:`Look` is numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_MOST_LOOKS = 16
_ROUNDING = 0.01

# Reserves closer together than a line give the same page.
_STEP = 1.25


@dataclass(frozen=True, slots=True)
class Call:
    """A note call on a page: the reserve that would push it off, and the height of its note."""

    pushed_at: float
    note: float


@dataclass(frozen=True, slots=True)
class Look:
    """A page laid out above a reserve, and what its notes would have needed.

    ``collides`` says that what had to stand on the page reaches into the reserve.
    """

    reserve: float
    need: float
    collides: bool
    line: float
    guess: float

    @property
    def is_short(self) -> bool:
        """Whether the notes of this page need more than the reserve."""
        return self.need > self.reserve + _ROUNDING

    @property
    def fits(self) -> bool:
        """Whether the notes of this page find room below its text."""
        return not self.need or not (self.is_short or self.collides)


class NoReserve(Exception):
    """No reserve holds the notes of the first lines of a page."""


def next_reserve(looks: Sequence[Look], height: float) -> float | None:
    """Say with which reserve to lay the page out next, or ``None`` to keep the last layout."""
    last = looks[-1]
    failed = max((look.reserve for look in looks if look.is_short), default=0.0)
    fitting = [look for look in looks if look.fits]
    if not fitting:
        return _rise(looks, failed, height)
    best = min(fitting, key=lambda look: look.reserve)
    slack = best.reserve - best.need
    if slack < best.line or best.reserve - failed < best.line * _STEP or len(looks) >= _MOST_LOOKS:
        # Only the layout made last is whole: boxes shared with earlier ones have moved since.
        return None if best.reserve == last.reserve else best.reserve
    if not best.need and all(look.reserve for look in looks):
        return 0.0
    return _fall(best, failed)


def guess_reserve(calls: Sequence[Call], rule: float, more_than: float, line: float) -> float:
    """Guess the smallest reserve that holds the notes of the calls it leaves on the page.

    ``rule`` is what the notes need besides their own heights: the rule above them, its margins.
    A candidate keeps the calls that are pushed off last and pushes off all others, with half a line
    to spare, since columns end with whole lines.
    """
    if not calls:
        return 0.0
    by_place = sorted(calls, key=lambda call: -call.pushed_at)
    best = by_place[0].pushed_at + line / 2
    need = rule
    for index, call in enumerate(by_place):
        need += call.note
        first_pushed = by_place[index + 1].pushed_at + line / 2 if index + 1 < len(by_place) else 0.0
        reserve = max(need, first_pushed)
        if more_than < reserve <= call.pushed_at:
            best = min(best, reserve)
    return best


def _rise(looks: Sequence[Look], failed: float, height: float) -> float:
    """Where to look when no reserve has held the notes yet."""
    last = looks[-1]
    ceiling = min((look.reserve for look in looks if not look.is_short), default=height)
    if len(looks) >= _MOST_LOOKS or ceiling - failed < last.line:
        raise NoReserve
    if len(looks) <= 2 and failed < last.guess < ceiling:
        return last.guess
    # All notes that stand on the page now find room in their own height.
    if failed < last.need < ceiling - last.line:
        return last.need
    return (failed + ceiling) / 2


def _fall(best: Look, failed: float) -> float:
    """Where to look between a reserve that failed and one that holds the notes with room to spare."""
    if best.reserve - best.need > 4 * best.line:
        return max(best.need, (best.reserve + failed) / 2)
    return best.reserve - best.line
