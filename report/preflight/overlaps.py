"""Nothing is printed over anything else (PRE-003 for notes, PRE-011)."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining

from report.findings import Finding, Mark
from report.preflight.matter import Matter
from report.preflight.reading import Run

_BAND = 8.0  # points; runs are compared within bands of this height
_SHOWN = 3


def check_overlaps(matter: Matter, mark: Mark) -> Iterator[Finding]:
    """Ask that no two pieces of text on a page cover each other."""
    notes = set(map(id, matter.notes))
    number = matter.page.number
    for one, other in list(_overlapping(matter))[:_SHOWN]:
        if (id(one) in notes) != (id(other) in notes):
            message = f"page {number}: a note overlaps the text, “{_opening(one)}” and “{_opening(other)}”"
            yield Finding("PRE-003", mark, message)
        else:
            message = f"page {number}: “{_opening(one)}” and “{_opening(other)}” are printed over each other"
            yield Finding("PRE-011", mark, message)


def _overlapping(matter: Matter) -> Iterator[tuple[Run, Run]]:
    """Yield the pairs of runs that cover each other, once each, in order."""
    bands: dict[int, list[Run]] = {}
    for run in (*matter.body, *matter.notes, *matter.running):
        if all(map(combining, run.text)):
            continue  # a mark stands over its letter
        first, last = int(run.ink.bottom // _BAND), int(run.ink.top // _BAND)
        for band in range(first, last + 1):
            for other in bands.get(band, ()):
                # A pair may share several bands: the lowest one they share counts.
                if band == max(first, int(other.ink.bottom // _BAND)) and _cover(run, other):
                    yield other, run
            bands.setdefault(band, []).append(run)


def _cover(run: Run, other: Run) -> bool:
    """Whether two runs share more than the overhang of an italic letter or the touch of two tight lines."""
    one, two = run.ink, other.ink
    wide = min(one.right, two.right) - max(one.left, two.left)
    if wide <= 2:
        return False
    high = min(one.top, two.top) - max(one.bottom, two.bottom)
    return high > 0.4 * min(one.top - one.bottom, two.top - two.bottom)


def _opening(run: Run) -> str:
    text = " ".join(run.text.split())
    return text if len(text) <= 30 else f"{text[:29]}…"
