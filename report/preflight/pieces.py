"""Pieces of a line: what the engine drew at several strokes because a font lifts letters or sets marks apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import bidirectional

from report.model.output import Rectangle
from report.preflight.reading import Run

_MARKS = "\u200e\u200f"  # of direction: they part runs for those who extract text, and are no letters
_BACK = 4  # so many pieces back the one is looked for that a piece belongs to


def pieces_together(runs: Sequence[Run]) -> list[Run]:
    """Return runs, those of right-to-left letters put together where they stand on one line and touch."""
    together: list[Run] = []
    for run in runs:
        piece, kept = run, len(together)
        for at in reversed(range(max(len(together) - _BACK, 0), len(together))):
            if _belong_together(together[at], piece):
                piece, kept = _joined(together.pop(at), piece), at
        together.insert(kept, piece)
    return together


def _belong_together(run: Run, following: Run) -> bool:
    """Whether two runs drawn one after the other are one piece: they share a line, and touch or cover each other."""
    if not (_is_joined(run.text) and _is_joined(following.text)):
        return False
    height = min(run.head - run.foot, following.head - following.foot)
    shared = min(run.head, following.head) - max(run.foot, following.foot)
    gap = max(run.ink.left - following.ink.right, following.ink.left - run.ink.right)
    return shared > 0.6 * height and gap < 0.1 * height


def _is_joined(text: str) -> bool:
    """Whether there are letters from the right or marks in a text; figures, calls of notes among them, do not join."""
    return any(bidirectional(sign) in ("R", "AL", "NSM") and sign not in _MARKS for sign in text)


def _joined(run: Run, following: Run) -> Run:
    one, two = run.ink, following.ink
    ink = Rectangle(
        min(one.left, two.left), min(one.bottom, two.bottom), max(one.right, two.right), max(one.top, two.top)
    )
    right, left = (run, following) if one.right >= two.right else (following, run)
    space = " " if run.after == " " else ""
    return replace(run, text=f"{right.text}{space}{left.text}", ink=ink, after=following.after)
