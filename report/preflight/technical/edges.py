"""The edges of printed pages: what reaches them goes on into the bleed (PRE-060), marks stand outside (PRE-061)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from report.findings import Finding
from report.model.output import Rectangle
from report.preflight.evidence import Evidence
from report.preflight.file.drawn import Drawn
from report.preflight.technical.boxes import bleed_of, meet, trim_of, visible
from report.preflight.technical.folding import PrintedPage, printed_pages
from report.preflight.technical.inks import is_paper
from report.preflight.technical.telling import POINTS_PER_MM, at_place, called, millimetres, on_page

_SLACK = 0.05  # points
_SAFE = 2.0  # millimetres: what is nearer to the edge may be cut
_TINT = 5.0  # points: smaller things around a page are its marks, and letters that say which page it is
_SIDES = ("left", "lower", "right", "upper")


def check_bleed(evidence: Evidence) -> Iterator[Finding]:
    """Ask that tints and pictures that reach the trim reach the bleed, and that no text is cut."""
    assert evidence.file
    for page in evidence.file.pages:
        trim, bleed = trim_of(page), bleed_of(page)
        for one in page.drawn:
            if is_paper(one):
                continue
            for place in visible(one):
                if meet(place, trim):
                    for what in _over_edges(one, _reaches(place, trim, bleed)):
                        yield at_place(evidence, "PRE-060", (page.number, place), what)
    for printed in printed_pages(evidence):
        yield from _near_edges(evidence, printed)


def check_marks(evidence: Evidence) -> Iterator[Finding]:
    """Ask for marks at every corner of the trim and at the fold, and that nothing else stands around the page."""
    assert evidence.file
    if not evidence.limits.marks_room:
        return
    for page in evidence.file.pages:
        trim, bleed = trim_of(page), bleed_of(page)
        seen = [(one, place) for one in page.drawn if not is_paper(one) for place in visible(one)]
        outside = [(one, place) for one, place in seen if not meet(place, trim)]
        for one, place in outside:
            if meet(_inner(place), bleed):
                what = f"{called(one)} stands in the bleed, and is no part of the page"
                yield at_place(evidence, "PRE-061", (page.number, place), what)
        marks = [place for one, place in outside if one.kind in ("stroke", "fill")]
        lacking = [*_cuts_lacking(marks, trim, bleed), *(_folds_lacking(evidence, marks, trim, bleed))]
        if lacking:
            yield on_page(evidence, "PRE-061", page, f"there is no mark {', nor one '.join(lacking)}")
    yield from _lost_tints(evidence)


def _near_edges(evidence: Evidence, page: PrintedPage) -> Iterator[Finding]:
    """Yield text so near to the edge that a knife may cut it, or the fold hide it; over the edge it is cut anyhow."""
    trim = page.frame
    for one in page.drawn:
        if one.kind == "text" and one.text.strip() and meet(one.place, trim):
            room = min(one.place.left - trim.left, trim.right - one.place.right, trim.top - one.place.top)
            room = min(room, one.place.bottom - trim.bottom)
            if -_SLACK <= room < _SAFE * POINTS_PER_MM:
                what = f"{called(one)} stands {millimetres(max(room, 0.0))} from the edge of the page"
                hint = f"knives are not exact: keep {_SAFE:g} mm"
                yield at_place(evidence, "PRE-060", (page.side, one.place), what, hint)


def _lost_tints(evidence: Evidence) -> Iterator[Finding]:
    """Ask that what stands around most pages stands around all: strips of colour are measured on every sheet."""
    assert evidence.file
    around = []
    for page in evidence.file.pages:
        bleed = bleed_of(page)
        places = (one.place for one in page.drawn if one.kind == "fill" and not meet(one.place, bleed))
        around.append((page, {_rounded(place) for place in places if _is_tint(place)}))
    counted = Counter(place for _, tints in around for place in tints)
    usual = {place for place, times in counted.items() if 2 * times >= len(around)}
    for page, tints in around:
        lacking = len(usual - tints)
        if lacking:
            what = f"{lacking} of the tints around it are missing that stand around the others"
            yield on_page(evidence, "PRE-061", page, what)


def _is_tint(place: Rectangle) -> bool:
    return min(place.right - place.left, place.top - place.bottom) > _TINT


def _rounded(place: Rectangle) -> tuple[int, ...]:
    return tuple(round(one) for one in (place.left, place.bottom, place.right, place.top))


def _over_edges(one: Drawn, reaches: Iterable[tuple[float, float, float]]) -> Iterator[str]:
    for side, (edge, outer, reach) in zip(_SIDES, reaches, strict=True):
        if one.kind == "text" and reach > edge + _SLACK:
            yield f"{called(one)} goes over the {side} edge of the page and is cut"
        elif one.kind in ("fill", "image", "shading") and edge - _SLACK <= reach < outer - _SLACK:
            yield f"{called(one)} reaches the {side} edge of the page and ends before the bleed does"


def _cuts_lacking(marks: Sequence[Rectangle], trim: Rectangle, bleed: Rectangle) -> Iterator[str]:
    """Yield where a cut mark is missing: each edge of the trim is marked beyond both ends of it."""
    for side, across in (("left", trim.left), ("right", trim.right)):
        yield from (f"for the {side} edge {end}" for end in _ends_lacking(marks, across, bleed))
    for side, height in (("lower", trim.bottom), ("upper", trim.top)):
        there = [one for one in marks if not _is_upright(one) and abs((one.bottom + one.top) / 2 - height) < _SLACK]
        if not any(one.right <= bleed.left for one in there):
            yield f"for the {side} edge on the left"
        if not any(one.left >= bleed.right for one in there):
            yield f"for the {side} edge on the right"


def _folds_lacking(evidence: Evidence, marks: Sequence[Rectangle], trim: Rectangle, bleed: Rectangle) -> Iterator[str]:
    if evidence.medium == "booklet":
        yield from (f"for the fold {end}" for end in _ends_lacking(marks, (trim.left + trim.right) / 2, bleed))


def _ends_lacking(marks: Sequence[Rectangle], across: float, bleed: Rectangle) -> Iterator[str]:
    """Yield the ends of an upright line, beyond head and foot, that have no mark."""
    there = [one for one in marks if _is_upright(one) and abs((one.left + one.right) / 2 - across) < _SLACK]
    if not any(one.top <= bleed.bottom for one in there):
        yield "at the foot"
    if not any(one.bottom >= bleed.top for one in there):
        yield "at the head"


def _reaches(place: Rectangle, trim: Rectangle, bleed: Rectangle) -> tuple[tuple[float, float, float], ...]:
    """Return for each side where trim and bleed end and how far something reaches, outwards."""
    return (
        (-trim.left, -bleed.left, -place.left),
        (-trim.bottom, -bleed.bottom, -place.bottom),
        (trim.right, bleed.right, place.right),
        (trim.top, bleed.top, place.top),
    )


def _inner(place: Rectangle) -> Rectangle:
    """Return a rectangle without its outermost edge, which may touch another."""
    return Rectangle(place.left + _SLACK, place.bottom + _SLACK, place.right - _SLACK, place.top - _SLACK)


def _is_upright(place: Rectangle) -> bool:
    return place.top - place.bottom > place.right - place.left
