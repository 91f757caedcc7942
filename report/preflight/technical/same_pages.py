"""The pages of all media are the same (PRE-064): print is made of what readers get, a booklet of what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence, read_once
from report.preflight.technical.booklets import halves
from report.preflight.technical.counts import is_blank
from report.preflight.technical.impressions import Difference, Seen, differences, impression
from report.preflight.technical.telling import at_place, called, on_page

_CODE = "PRE-064"


def check_same_pages(evidence: Evidence) -> Iterator[Finding]:
    """Compare the pages with those that they were made of, as far as these are at hand."""
    if evidence.medium == "press" and "paged" in evidence.siblings:
        yield from _press(evidence)
    if evidence.medium == "booklet" and "press" in evidence.siblings:
        yield from _booklet(evidence)


def _press(evidence: Evidence) -> Iterator[Finding]:
    assert evidence.file
    written = [page for page in evidence.file.pages if not is_blank(page)]
    for page, there in zip(written, read_once(evidence.siblings["paged"]).pages, strict=False):
        for one in differences(impression(page), impression(there)):
            where = f"on page {there.number} for readers"
            yield _told(evidence, page.number, one, where) or on_page(
                evidence, _CODE, page, f"it lacks what is {where}"
            )


def _booklet(evidence: Evidence) -> Iterator[Finding]:
    for half in halves(evidence):
        if half.page is None:
            continue
        for one in differences(half.seen, impression(half.page), half.across):
            where = f"on page {half.page.number} of the press file"
            found = _told(evidence, half.side.number, one, where)
            yield found or on_page(evidence, _CODE, half.side, f"it lacks what is {where}")


def _told(evidence: Evidence, number: int, one: Difference, where: str) -> Finding | None:
    """Say what is otherwise, at its place in this file."""
    place = one.here or one.there
    if place is None:
        return None
    if one.here is None:
        what = f"{called(place.drawn)} is missing, which stands {where}"
    elif one.there is None:
        what = f"{called(place.drawn)} stands here, and not {where}"
    elif one.here.text != one.there.text or one.here.drawn.kind != one.there.drawn.kind:
        what = f"{called(one.here.drawn)} stands here where {called(one.there.drawn)} stands {where}"
    elif one.here.drawn.face != one.there.drawn.face:
        what = f"{called(one.here.drawn)} is set in {one.here.drawn.face}, and in {one.there.drawn.face} {where}"
    else:
        what = f"{called(one.here.drawn)} stands {_away(one.here, one.there)} from its place {where}"
    return at_place(evidence, _CODE, (number, place.drawn.place), what)


def _away(one: Seen, two: Seen) -> str:
    if abs(one.drawn.size - two.drawn.size) > abs(one.left - two.left) + abs(one.bottom - two.bottom):
        return f"in {one.drawn.size:.2f} instead of {two.drawn.size:.2f} pt, away"
    return f"{one.left - two.left:+.2f} and {one.bottom - two.bottom:+.2f} pt"
