"""Booklets: pages in the order in which they are folded (PRE-062), beside the fold, moved by the paper (PRE-063).

Of a booklet of *n* pages, folded once and stitched through the fold, sheet *s*, counted from 0 and from outside, has
the pages *n* − 2*s* and 2*s* + 1 on its front and 2*s* + 2 and *n* − 2*s* − 1 on its back, from left to right; where
the binding is on the right, from right to left. The sheets within others come to lie further out by the thickness of
the paper for each of those, and are moved so far towards the fold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from report.findings import Finding
from report.model.output import Rectangle
from report.preflight.evidence import Evidence, read_once
from report.preflight.file.document import FilePage
from report.preflight.technical.folding import Place, folded, stands_alone
from report.preflight.technical.impressions import Seen, impression, likeness, moved_by
from report.preflight.technical.telling import POINTS_PER_MM, at_place

_SLACK = 0.02  # points
_FOLIO_SLACK = 0.5  # points: figures have room beside them that others have not
_FEW = 3  # folios: fewer do not tell where most stand
_SAME = 0.5  # of the text: pages of one brief share less
_FOOT = 0.07  # of the height: where folios stand
_AROUND = " \u200e\u200f"  # of direction: marks that may stand beside figures


@dataclass(frozen=True, slots=True)
class Half:
    """Half a side: what is seen on it, which page should stand there and which one does, and how far it is moved.

    ``page`` is that of the press file, None where it is not at hand or none is like it; ``found`` is its number, or the
    folio printed on it, 0 for a page without one. ``is_strange`` tells that what stands here is no page of the press
    file, or nothing, while it has pages and one with something on it belongs here.
    """

    side: FilePage
    is_left: bool
    frame: Rectangle
    sheet: int
    wanted: int
    found: int
    page: FilePage | None
    seen: tuple[Seen, ...]
    across: float
    up: float
    is_strange: bool


def check_imposition(evidence: Evidence) -> Iterator[Finding]:
    """Ask that each half of each side has the page that folding brings into its place."""
    for half in halves(evidence):
        if half.found != half.wanted and (half.found or half.is_strange):
            place = f"sheet {half.sheet + 1}, {'left' if half.is_left else 'right'}"
            what = (
                f"page {half.found} stands"
                if half.found
                else "something else stands"
                if half.seen
                else "nothing stands"
            )
            what = f"{place}: {what} where page {half.wanted} belongs"
            yield at_place(evidence, "PRE-062", (half.side.number, half.frame), what)


def check_creep(evidence: Evidence) -> Iterator[Finding]:
    """Ask that pages stand beside the fold, moved towards it by the paper of the sheets around them."""
    all_halves = halves(evidence)
    paper = _paper(evidence, all_halves)
    if stands_alone(evidence):
        yield from _check_folios(evidence, all_halves, paper)
    for half in all_halves:
        if half.page is None or not half.seen:
            continue
        wanted = half.sheet * paper * (1 if half.is_left else -1) + 0.0
        if abs(half.across - wanted) > _SLACK:
            what = f"page {half.found} is moved by {half.across:+.2f} pt, the paper asks for {wanted:+.2f} pt"
            yield at_place(evidence, "PRE-063", (half.side.number, half.frame), what)
        if abs(half.up) > _SLACK:
            what = f"page {half.found} stands {half.up:+.2f} pt higher than the others"
            yield at_place(evidence, "PRE-063", (half.side.number, half.frame), what)


@lru_cache(maxsize=1)
def halves(evidence: Evidence) -> tuple[Half, ...]:
    """Return the halves of all sides, from left to right."""
    press = evidence.siblings.get("press")
    pages = [(page, impression(page)) for page in read_once(press).pages] if press else []
    return tuple(_half(place, pages) for place in folded(evidence))


def _half(place: Place, pages: Sequence[tuple[FilePage, tuple[Seen, ...]]]) -> Half:
    seen = impression(place.side, place.frame)
    page, number, across, up = None, _folio(seen, place.frame), 0.0, 0.0
    if place.wanted <= len(pages) and likeness(seen, pages[place.wanted - 1][1]) > _SAME:
        page, number = pages[place.wanted - 1][0], place.wanted
    elif pages and seen:
        best, there = max(pages, key=lambda one: likeness(seen, one[1]))
        if likeness(seen, there) > _SAME:
            page, number = best, best.number
    if page is not None:
        across, up = moved_by(seen, pages[page.number - 1][1])
    is_due = place.wanted <= len(pages) and bool(pages[place.wanted - 1][1])
    is_strange = bool(pages) and page is None and (bool(seen) or is_due)
    return Half(*place, number, page, seen, across, up, is_strange)


def _folio(seen: Sequence[Seen], frame: Rectangle) -> int:
    """Return the page number that is printed at the foot, 0 for none; in whatever digits."""
    found = _folio_seen(seen, frame)
    return int(found.text.strip(_AROUND)) if found else 0


def _folio_seen(seen: Sequence[Seen], frame: Rectangle) -> Seen | None:
    height = frame.top - frame.bottom
    for one in seen:
        words = one.text.strip(_AROUND)
        if one.bottom < _FOOT * height and words.isdecimal() and len(words) < 5:
            return one
    return None


def _check_folios(evidence: Evidence, all_halves: Sequence[Half], paper: float) -> Iterator[Finding]:
    """Ask that folios stand as far from the outer edge and from the foot as most do, moved by the paper.

    So much can be told of a page by itself; where the pages it was made of are at hand, all its text tells it.
    """
    found = [(half, one) for half in all_halves if (one := _folio_seen(half.seen, half.frame)) is not None]
    places = [_from_outside(half, one, half.sheet * paper) for half, one in found]
    if len(found) < _FEW:
        return
    across, up = (median(side) for side in zip(*places, strict=True))
    for (half, _), (x, y) in zip(found, places, strict=True):
        if max(abs(x - across), abs(y - up)) > _FOLIO_SLACK:
            number = half.found or half.wanted
            what = f"page {number} stands {x - across:+.2f} pt further in and {y - up:+.2f} pt higher than others"
            yield at_place(evidence, "PRE-063", (half.side.number, half.frame), what)


def _from_outside(half: Half, folio: Seen, creep: float) -> tuple[float, float]:
    """Return how far a folio stands from the outer edge of its page, had the paper no thickness, and from the foot."""
    left, right = sorted((folio.drawn.origin[0], folio.drawn.advance[0]))
    edge = left - half.frame.left if half.is_left else half.frame.right - right
    return edge - creep, folio.bottom


def _paper(evidence: Evidence, all_halves: Sequence[Half]) -> float:
    """Return the thickness of the paper in points: what the house says, else what the second sheet is moved by."""
    if evidence.facts and evidence.facts.press:
        return evidence.facts.press.paper * POINTS_PER_MM
    second = (abs(half.across) for half in all_halves if half.sheet == 1 and half.seen)
    return next(second, 0.0)
