"""MuPDF finds the boxes of what goes to the press where a printer needs them, to a hundredth of a point."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.renderers import Box, page_boxes
from tests.support.shipped import BRIEFS, LOCALES

pytestmark = pytest.mark.slow
Made = Callable[[str, str, str], Path]
MILLIMETRE = 72 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
A3_ACROSS = (420 * MILLIMETRE, 297 * MILLIMETRE)
BLEED = 3 * MILLIMETRE
NEAR = 0.01


@pytest.mark.parametrize(("ending", "size"), [("press.pdf", A4), ("booklet.pdf", A3_ACROSS)])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_the_bleed_is_three_millimetres_and_the_marks_stand_outside_it(
    made: Made, slug: str, locale: str, ending: str, size: tuple[float, float]
) -> None:
    for boxes in page_boxes(made(slug, locale, ending)):
        trim, bleed, media = boxes["TrimBox"], boxes["BleedBox"], boxes["MediaBox"]
        assert trim.size == pytest.approx(size, abs=NEAR)
        assert sides(bleed) == pytest.approx(sides(trim.grown(BLEED)), abs=NEAR)
        assert inside(bleed.grown(3 * MILLIMETRE), media)


@pytest.mark.parametrize("ending", ["pdf", "press.pdf", "booklet.pdf"])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_all_pages_of_a_file_have_the_same_boxes(made: Made, slug: str, locale: str, ending: str) -> None:
    first, *others = page_boxes(made(slug, locale, ending))
    assert others
    assert all(boxes == first for boxes in others)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_readers_see_the_trimmed_page(made: Made, slug: str, locale: str) -> None:
    for boxes in page_boxes(made(slug, locale, "pdf")):
        for box in boxes.values():
            assert sides(box) == pytest.approx((0, 0, *A4), abs=NEAR)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_the_pages_fill_whole_sheets(made: Made, slug: str, locale: str) -> None:
    pages = len(page_boxes(made(slug, locale, "press.pdf")))
    assert pages % 4 == 0
    assert len(page_boxes(made(slug, locale, "booklet.pdf"))) == pages / 2
    assert 0 <= pages - len(page_boxes(made(slug, locale, "pdf"))) < 4


def sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.bottom, box.right, box.top


def inside(inner: Box, outer: Box) -> bool:
    return (
        outer.left <= inner.left + NEAR
        and outer.bottom <= inner.bottom + NEAR
        and inner.right <= outer.right + NEAR
        and inner.top <= outer.top + NEAR
    )
