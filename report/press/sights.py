"""What a printer would send back: pictures too coarse for their size (PRS-004), letters too small (PRS-005)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.findings import Finding, Mark, Spot
from report.model.blocks import Figure
from report.model.brief import PressRules
from report.model.edition import Edition
from report.press.resources import Sight
from report.press.sheets import Sheet

# Points. Smaller letters fill in or break off on the plate.
_LEAST_LETTERS = 5.0
_AS_GOOD = 0.01


def check_sights(
    sights: Sequence[Sight], sheets: Sequence[Sheet], edition: Edition, rules: PressRules
) -> Iterator[Finding]:
    """Yield what is too coarse or too small; of the letters of a page the smallest."""
    for sight in sights:
        if sight.pixels_per_inch is not None and sight.pixels_per_inch < rules.resolution - 0.5:
            width, height = sight.pixels
            message = (
                f"page {sight.page}: a picture of {width} × {height} pixels has {sight.pixels_per_inch:.0f} to the inch"
            )
            factor = rules.resolution / sight.pixels_per_inch
            wanted = f"{_up(width * factor)} × {_up(height * factor)}"
            hint = f"the printer asks for {rules.resolution}: give it {wanted} pixels, or make it a drawing"
            yield Finding("PRS-004", place_of(sight.pixels, edition), message, hint, _spot(sight, sheets))
    for page in range(1, len(sheets) + 1):
        small = [one for one in sights if one.page == page and one.points is not None]
        least = min(small, key=lambda one: one.points or 0.0, default=None)
        if least is not None and least.points is not None and least.points < _LEAST_LETTERS - _AS_GOOD:
            message = f"page {page}: letters are printed in {least.points:.2f} points"
            hint = f"no letter is smaller than {_LEAST_LETTERS:g} points: is it in a drawing that is made smaller?"
            yield Finding("PRS-005", edition.brief.mark, message, hint, _spot(least, sheets))


def place_of(pixels: tuple[int, int] | None, edition: Edition) -> Mark:
    """Return the place of the figure whose picture has so many pixels, or else of the brief."""
    figures = (block for section in edition.brief.sections for block in section.blocks if isinstance(block, Figure))
    sizes = ((round(one.picture.width), round(one.picture.height), one.mark) for one in figures)
    return next((mark for width, height, mark in sizes if (width, height) == pixels), edition.brief.mark)


def _spot(sight: Sight, sheets: Sequence[Sheet]) -> Spot:
    """Return the rectangle on the sheet, whose trim lies within its margin."""
    margin, area = sheets[sight.page - 1].margin, sight.area
    corners = (area.left, area.bottom, area.right, area.top)
    return Spot(sight.page, *(round(value + margin, 2) for value in corners))


def _up(value: float) -> int:
    return -int(-value // 1)
