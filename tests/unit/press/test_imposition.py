"""Booklets: the pages stand so that the folded and stitched sheets are read in their order, from either side."""

from __future__ import annotations

import re

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.model.text import Direction
from report.press.imposition import sides_of
from tests.support.press import MILLIMETRE, TRIM, imposed


def folded(count: int, direction: Direction) -> list[int]:
    """Fold the sheets into each other and turn the leaves, as a reader does; return the pages as they are met.

    Bound on the left, the right half of a front is a recto and the left half of a back its verso; bound on the right,
    the other way round. The first half of the leaves lies before the fold, the second after it.
    """
    sides = sides_of(count, direction)
    fronts, backs = ([side for side in sides if side.is_front is is_front] for is_front in (True, False))
    before: list[int] = []
    after: list[int] = []
    for front, back in zip(fronts, backs, strict=True):
        if direction == "ltr":
            before += [front.right, back.left]
            after = [back.right, front.left, *after]
        else:
            before += [front.left, back.right]
            after = [back.left, front.right, *after]
    return before + after


@given(st.integers(1, 200), st.sampled_from(["ltr", "rtl"]))
def test_the_folded_booklet_is_read_in_order(count: int, direction: Direction) -> None:
    whole = count + -count % 4
    assert folded(count, direction) == list(range(1, whole + 1))


def test_the_order_of_eight_pages_is_the_one_that_printers_know() -> None:
    assert [(side.left, side.right) for side in sides_of(8, "ltr")] == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert [(side.left, side.right) for side in sides_of(8, "rtl")] == [(1, 8), (7, 2), (3, 6), (5, 4)]


def drawn(page: pikepdf.Page) -> list[tuple[int, float, tuple[float, ...]]]:
    """Return of each page on a side its number, how far it is moved to the right, and what it is clipped to."""
    found = re.findall(rb"q ([-\d. ]+) re W n 1 0 0 1 ([-\d.]+) 0 cm /Page(\d+) Do Q", page.Contents[0].read_bytes())
    return [(int(number), float(move), tuple(map(float, clip.split()))) for clip, move, number in found]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_each_page_stands_in_its_place(direction: Direction) -> None:
    sides = sides_of(8, direction)
    for side, page in zip(sides, imposed(8, direction).pages, strict=True):
        left, right = drawn(page)
        assert (left[0], right[0]) == (side.left, side.right)
        for number, _, _ in (left, right):
            assert f"{number} w".encode() in page.Resources.XObject[f"/Page{number}"].read_bytes()


def test_inner_sheets_move_towards_the_spine_by_the_paper_around_them() -> None:
    pages = imposed(12, "ltr", paper=0.2).pages
    for sheet in range(3):
        creep = sheet * 0.2 * MILLIMETRE
        for page in pages[2 * sheet : 2 * sheet + 2]:
            left, right = drawn(page)
            assert left[1] == pytest.approx(creep, abs=0.001)
            assert right[1] == pytest.approx(TRIM[0] - creep, abs=0.001)


def test_no_page_reaches_over_the_spine() -> None:
    for page in imposed(8, "ltr").pages:
        spine = float(page.TrimBox[0]) + TRIM[0]
        (_, _, left), (_, _, right) = drawn(page)
        assert left[0] + left[2] == pytest.approx(spine, abs=0.001)
        assert right[0] == pytest.approx(spine, abs=0.001)


def test_the_sheet_is_two_pages_wide() -> None:
    for page in imposed(4, "ltr").pages:
        left, bottom, right, top = (float(value) for value in page.TrimBox)
        assert (right - left, top - bottom) == pytest.approx((2 * TRIM[0], TRIM[1]), abs=0.001)


def test_blanks_are_left_white() -> None:
    pages = imposed(5, "ltr", multiple=1).pages
    assert len(pages) == 4
    assert [[number for number, _, _ in drawn(page)] for page in pages] == [[1], [2], [3], [4, 5]]


@pytest.mark.parametrize("multiple", [3, 8, 64])
def test_blanks_of_the_press_file_stay_out_of_a_booklet(multiple: int) -> None:
    assert len(imposed(5, "ltr", multiple=multiple).pages) == 4


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_fold_is_marked_at_head_and_foot_outside_the_trim(direction: Direction) -> None:
    booklet = imposed(4, direction)
    page = booklet.pages[0]
    left, bottom, _, top = (float(value) for value in page.TrimBox)
    marks = page.Contents[1].read_bytes().decode("ascii")
    folds = [line for line in marks.splitlines() if line.startswith("0 0 0 1 K [2 2] 0 d")]
    assert len(folds) == 1
    places = [tuple(map(float, place)) for place in re.findall(r"([\d.]+) ([\d.]+) [ml]\b", folds[0])]
    assert {round(x - left, 2) for x, _ in places} == {TRIM[0]}
    assert all(y < bottom or y > top for _, y in places)
    assert len(places) == 4
