"""The boxes of pages: nested, exact, the same on all pages (PRE-042; ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from report.findings import Finding
from report.model.output import Rectangle
from report.preflight.evidence import Evidence
from report.preflight.file.document import FilePage
from report.preflight.file.drawn import Drawn
from report.preflight.file.matrix import shared
from report.preflight.technical.telling import POINTS_PER_MM, millimetres, on_page

_CODE = "PRE-042"
_SLIVER = 0.01  # points: what a clip leaves of its neighbour by rounding


def check_boxes(evidence: Evidence) -> Iterator[Finding]:
    """Ask that every page has its boxes, as far apart as the profile says, and the size of the sheet."""
    assert evidence.file
    wanted = trim_size(evidence)
    pages = evidence.file.pages
    for page in pages:
        for what in (
            *_turned(page),
            *_nesting(evidence, page),
            *_distances(evidence, page),
            *_size(evidence, page, wanted),
        ):
            yield on_page(evidence, _CODE, page, what)
    counted = Counter(named for page in pages for named in _boxes(page)).most_common()
    usual = {name: box for (name, box), _ in reversed(counted)}
    for page in pages:
        for name, own in _boxes(page):
            if _differ(own, usual[name], evidence.limits.tolerance):
                yield on_page(evidence, _CODE, page, f"its {name} is {_said(own)}, that of others {_said(usual[name])}")


def trim_size(evidence: Evidence) -> tuple[float, float] | None:
    """Return the size that the trim of a page or sheet must have, in points, as far as it is known."""
    size = evidence.facts.trim if evidence.facts else None
    if evidence.pages:
        size = (evidence.pages[0].width, evidence.pages[0].height)
    if size is None or evidence.medium != "booklet":
        return size
    return (2 * size[0], size[1])


def trim_of(page: FilePage) -> Rectangle:
    """Return the trim of a page in points from the lower left corner of its MediaBox."""
    return _on_page(page.trim or page.crop or page.media, page)


def bleed_of(page: FilePage) -> Rectangle:
    """Return the bleed of a page in points from the lower left corner of its MediaBox."""
    return _on_page(page.bleed or page.trim or page.crop or page.media, page)


def visible(drawn: Drawn) -> tuple[Rectangle, ...]:
    """Return the places of what can be seen of something drawn: its pieces, as far as they are not clipped away."""
    clip, place = drawn.clip, drawn.place
    if clip is None or (
        clip.left <= place.left and place.right <= clip.right and clip.bottom <= place.bottom and place.top <= clip.top
    ):
        return drawn.places
    pairs = ((one, shared(clip, one)) for one in drawn.places)
    return tuple(seen for one, seen in pairs if _has_room(seen) or not _has_room(one))


def is_on_page(drawn: Drawn, page: FilePage) -> bool:
    """Whether something of what is drawn can be seen on the page as it is cut: marks stand around it."""
    trim = trim_of(page)
    return any(meet(place, trim) for place in visible(drawn))


def meet(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share more than an edge."""
    return one.left < other.right and other.left < one.right and one.bottom < other.top and other.bottom < one.top


def _has_room(place: Rectangle) -> bool:
    return min(place.right - place.left, place.top - place.bottom) > _SLIVER


def _on_page(box: Rectangle, page: FilePage) -> Rectangle:
    across, up = page.media.left, page.media.bottom
    return Rectangle(box.left - across, box.bottom - up, box.right - across, box.top - up)


def _turned(page: FilePage) -> Iterator[str]:
    if page.rotation:
        yield f"it is turned by {page.rotation} degrees"
    if page.unit != 1:
        yield f"its unit is {page.unit:g} points instead of one"


def _nesting(evidence: Evidence, page: FilePage) -> Iterator[str]:
    """Yield boxes that are missing where there is a bleed, and those that are not within the next larger one."""
    if page.media.right <= page.media.left or page.media.top <= page.media.bottom:
        yield "its MediaBox is empty"
        return
    if evidence.limits.intent == "GTS_PDFX" and page.trim is None:
        yield "it has no TrimBox"
    if evidence.limits.bleed and page.bleed is None:
        yield "it has no BleedBox"
    if page.trim and page.art:
        yield "it has an ArtBox beside its TrimBox (ISO 15930-7, 6.11)"
    slack = evidence.limits.tolerance
    boxes = [("MediaBox", page.media), ("BleedBox", page.bleed), ("TrimBox", page.trim)]
    present = [(name, box) for name, box in boxes if box]
    for (outer_name, outer), (name, box) in pairwise(present):
        if not _holds(outer, box, slack):
            yield f"its {name} {_said(box)} is not within its {outer_name} {_said(outer)}"
    if page.crop and _differ(page.crop, page.media, slack):
        yield f"its CropBox {_said(page.crop)} hides a part of its MediaBox {_said(page.media)}"


def _distances(evidence: Evidence, page: FilePage) -> Iterator[str]:
    """Yield what is wrong with the distances from the trim to the bleed, and to the edge of the sheet."""
    trim, slack = page.trim, evidence.limits.tolerance
    if trim is None:
        return
    wanted = evidence.limits.bleed * POINTS_PER_MM
    found = _margins(page.bleed or trim, trim)
    wrong = [one for one in found if abs(one - wanted) > slack]
    if wrong and (page.bleed or not wanted):
        yield f"its bleed is {millimetres(wrong[0])}, not {evidence.limits.bleed:.2f} mm"
    room = evidence.limits.marks_room * POINTS_PER_MM
    margins = _margins(page.media, trim)
    if min(margins) < room - slack:
        yield f"around its trim are {millimetres(min(margins))} for marks, not {evidence.limits.marks_room:.2f} mm"
    if not room and not wanted and max(map(abs, margins)) > slack:
        yield f"its TrimBox {_said(trim)} is not its MediaBox {_said(page.media)}"


def _size(evidence: Evidence, page: FilePage, wanted: tuple[float, float] | None) -> Iterator[str]:
    if wanted is None:
        return
    trim = trim_of(page)
    width, height = trim.right - trim.left, trim.top - trim.bottom
    slack = evidence.limits.tolerance
    if abs(width - wanted[0]) > slack or abs(height - wanted[1]) > slack:
        yield f"its trim is {width:.2f} × {height:.2f} pt, the sheet is {wanted[0]:.2f} × {wanted[1]:.2f} pt"


def _boxes(page: FilePage) -> Iterator[tuple[str, Rectangle | None]]:
    yield "MediaBox", page.media
    yield "CropBox", page.crop
    yield "BleedBox", page.bleed
    yield "TrimBox", page.trim


def _differ(one: Rectangle | None, other: Rectangle | None, slack: float) -> bool:
    if one is None or other is None:
        return one is not other
    return any(abs(a - b) > slack for a, b in zip(_sides(one), _sides(other), strict=True))


def _holds(outer: Rectangle, inner: Rectangle, slack: float) -> bool:
    return min(_margins(outer, inner)) >= -slack


def _margins(outer: Rectangle, inner: Rectangle) -> tuple[float, float, float, float]:
    """Return how far a box reaches over another on the left, at the foot, on the right and at the head."""
    return (inner.left - outer.left, inner.bottom - outer.bottom, outer.right - inner.right, outer.top - inner.top)


def _sides(box: Rectangle) -> tuple[float, float, float, float]:
    return (box.left, box.bottom, box.right, box.top)


def _said(box: Rectangle | None) -> str:
    return f"[{' '.join(f'{one:.2f}' for one in _sides(box))}]" if box else "missing"
