"""Where pages stand on the sheets of a booklet, and the pages of print files in the order in which they are read.

Of a booklet of *n* pages, folded once and stitched through the fold, sheet *s*, counted from 0 and from outside, has
the pages *n* − 2*s* and 2*s* + 1 on its front and 2*s* + 2 and *n* − 2*s* − 1 on its back, from left to right; where
the binding is on the right, from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from report.model.output import Rectangle
from report.model.text import Direction
from report.preflight.evidence import Evidence, read_once
from report.preflight.file.document import FilePage
from report.preflight.file.drawn import Drawn
from report.preflight.technical.boxes import trim_of


class Place(NamedTuple):
    """Where half a side lies, and which page should stand there."""

    side: FilePage
    is_left: bool
    frame: Rectangle
    sheet: int
    wanted: int


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of a print file: its number, its trim on a page of the file, and what is drawn in it.

    ``sheet`` is that of a booklet, 0 for the outermost one; ``is_left`` tells the half of it. Pages of a press file are
    on no sheet yet.
    """

    number: int
    side: int
    frame: Rectangle
    drawn: tuple[Drawn, ...]
    sheet: int = 0
    is_left: bool = False


def folded(evidence: Evidence) -> Iterator[Place]:
    """Yield the halves of all sides, from left to right."""
    assert evidence.file
    count = 2 * len(evidence.file.pages)
    for number, side in enumerate(evidence.file.pages):
        sheet, is_back = divmod(number, 2)
        left, right = (2 * sheet + 2, count - 2 * sheet - 1) if is_back else (count - 2 * sheet, 2 * sheet + 1)
        if direction_of_pages(evidence) == "rtl":
            left, right = right, left
        trim = trim_of(side)
        fold = (trim.left + trim.right) / 2
        for is_left, wanted in ((True, left), (False, right)):
            frame = Rectangle(trim.left if is_left else fold, trim.bottom, fold if is_left else trim.right, trim.top)
            yield Place(side, is_left, frame, sheet, wanted)


@lru_cache(maxsize=2)
def printed_pages(evidence: Evidence) -> tuple[PrintedPage, ...]:
    """Return the pages of a print file in the order in which they are read; those of a booklet as it is folded."""
    assert evidence.file
    if evidence.medium != "booklet":
        return tuple(PrintedPage(page.number, page.number, trim_of(page), page.drawn) for page in evidence.file.pages)
    found = (
        PrintedPage(
            place.wanted, place.side.number, place.frame, _drawn_in(place), sheet=place.sheet, is_left=place.is_left
        )
        for place in folded(evidence)
    )
    return tuple(sorted(found, key=lambda page: page.number))


def stands_alone(evidence: Evidence) -> bool:
    """Whether a print file must be asked by itself, since what it was made of is not at hand."""
    made_of = {"press": "paged", "booklet": "press"}
    return evidence.medium in made_of and made_of[evidence.medium] not in evidence.siblings


def direction_of_pages(evidence: Evidence) -> Direction:
    """Return in which direction the pages follow each other, as far as anything tells it."""
    if evidence.facts:
        return evidence.facts.direction
    if evidence.copy:
        return evidence.copy.direction
    press = evidence.siblings.get("press")
    if press and read_once(press).catalog.get("ViewerPreferences.Direction") == "R2L":
        return "rtl"
    return "ltr"


def _drawn_in(place: Place) -> tuple[Drawn, ...]:
    """Return what is drawn on half a side: what has its middle there."""
    frame, found = place.frame, []
    for one in place.side.drawn:
        x, y = (one.place.left + one.place.right) / 2, (one.place.bottom + one.place.top) / 2
        if frame.left <= x < frame.right and frame.bottom <= y <= frame.top:
            found.append(one)
    return tuple(found)
