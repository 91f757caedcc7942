"""The sheets of a booklet, laid into each other and folded, give the pages of the press file in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.support.renderers import Box, by_mupdf, difference, inside_box, page_boxes
from tests.support.shipped import BRIEFS, LOCALES

pytestmark = pytest.mark.slow
Made = Callable[[str, str, str], Path]
RESOLUTION = 40


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_every_half_of_a_sheet_shows_the_page_that_folding_puts_there(made: Made, slug: str, locale: str) -> None:
    press, booklet = made(slug, locale, "press.pdf"), made(slug, locale, "booklet.pdf")
    pages = [trimmed(*one) for one in zip(by_mupdf(press, RESOLUTION), page_boxes(press), strict=True)]
    for side, boxes, (left, right) in zip(
        by_mupdf(booklet, RESOLUTION), page_boxes(booklet), folded(len(pages), is_rtl=locale == "fa"), strict=True
    ):
        sheet = trimmed(side, boxes)
        width = sheet.width // 2
        for half, number in ((sheet.crop((0, 0, width, sheet.height)), left), (trailing(sheet, width), right)):
            apart = [difference(half, page, RESOLUTION) for page in pages]
            assert apart[number - 1] == min(apart) < 0.1, (number, apart)


def test_a_sheet_of_four_pages_is_folded_once() -> None:
    assert list(folded(4, is_rtl=False)) == [(4, 1), (2, 3)]
    assert list(folded(4, is_rtl=True)) == [(1, 4), (3, 2)]


def test_two_sheets_are_laid_into_each_other() -> None:
    assert list(folded(8, is_rtl=False)) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def folded(pages: int, *, is_rtl: bool) -> Iterator[tuple[int, int]]:
    """Yield what stands at the left and at the right of each side, by really folding sheets.

    A pile of sheets is folded in the middle. Leaves are then counted from the front: the first half of them are the
    right halves of the sheets, outermost first, and the others the left halves, innermost first. A leaf has its
    first page on the face that comes first. In a book that is read from the right all is seen in a mirror.
    """
    sheets = pages // 4
    halves = [(sheet, "right") for sheet in range(sheets)] + [(sheet, "left") for sheet in reversed(range(sheets))]
    faces: dict[tuple[int, str, str], int] = {}
    for leaf, (sheet, half) in enumerate(halves):
        # The right half of a sheet shows its front first; the left half, folded behind, its back.
        first, second = ("front", "back") if half == "right" else ("back", "front")
        faces[sheet, half, first] = 2 * leaf + 1
        faces[sheet, half, second] = 2 * leaf + 2
    for sheet in range(sheets):
        # Turned over on its long way, the half that was at the right is at the left.
        sides = [
            (faces[sheet, "left", "front"], faces[sheet, "right", "front"]),
            (faces[sheet, "right", "back"], faces[sheet, "left", "back"]),
        ]
        yield from ((right, left) if is_rtl else (left, right) for left, right in sides)


def trimmed(page: Image.Image, boxes: dict[str, Box]) -> Image.Image:
    """Return what is left of a drawn page when it is cut at its TrimBox."""
    return inside_box(page, boxes["TrimBox"], boxes["MediaBox"])


def trailing(sheet: Image.Image, width: int) -> Image.Image:
    return sheet.crop((sheet.width - width, 0, sheet.width, sheet.height))
