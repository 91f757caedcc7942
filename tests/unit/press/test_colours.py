"""Colours become inks: partners as they are, greys black alone, everything else by the profile, never too much ink."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from report.press.colours import Colours
from tests.support.cases import cases
from tests.support.press import PROFILE

SHARE = st.floats(0, 1)


@cache
def colours(limit: int = 300) -> Colours:
    return Colours([((24, 33, 31), (0.0, 0.0, 0.0, 1.0))], PROFILE.read_bytes(), limit)


def test_a_colour_with_a_partner_takes_its_inks() -> None:
    assert colours().of_rgb((0.094118, 0.129412, 0.121569)) == (0, 0, 0, 1)


@pytest.mark.parametrize("grey", [0.0, 0.2, 0.5, 0.8])
def test_a_grey_is_black_alone(grey: float) -> None:
    cyan, magenta, yellow, black = colours().of_rgb((grey, grey, grey))
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black > 0


def test_white_is_paper_and_black_is_full() -> None:
    assert colours().of_rgb((1, 1, 1)) == (0, 0, 0, 0)
    assert colours().of_rgb((0, 0, 0)) == (0, 0, 0, 1)


def test_the_darker_a_grey_the_more_black() -> None:
    blacks = colours().blacks
    assert list(blacks) == sorted(blacks, reverse=True)


def test_another_colour_goes_through_the_profile() -> None:
    cyan, magenta, yellow, black = colours().of_rgb((0.0, 0.3, 0.8))
    assert cyan > magenta > yellow
    assert cyan > 0.8
    assert black < 0.5


def test_a_colour_of_lab_is_the_one_it_says() -> None:
    red, green = colours().of_lab((50, 70, 40)), colours().of_lab((50, -60, 40))
    assert red[1] > 0.7 > red[0]
    assert green[0] > 0.7 > green[1]


@given(st.tuples(SHARE, SHARE, SHARE, SHARE))
def test_no_ink_goes_over_the_limit(inks: tuple[float, float, float, float]) -> None:
    made = colours(240).of_cmyk(inks)
    assert sum(made) <= 2.4 + 1e-9
    assert all(0 <= ink <= 1 for ink in made)


@given(st.tuples(SHARE, SHARE, SHARE, SHARE).filter(lambda inks: sum(inks) <= 2.4))
def test_inks_within_the_limit_stay(inks: tuple[float, float, float, float]) -> None:
    assert colours(240).of_cmyk(inks) == inks


def test_what_is_too_much_is_taken_out_of_the_grey_and_given_to_the_black() -> None:
    cyan, magenta, yellow, black = colours(240).of_cmyk((0.9, 0.8, 0.7, 0.3))
    assert black > 0.3
    assert cyan > magenta > yellow


@settings(max_examples=cases(20))
@given(st.lists(st.tuples(*[st.integers(0, 255)] * 4), min_size=1, max_size=40))
def test_no_point_of_a_picture_goes_over_the_limit(points: list[tuple[int, int, int, int]]) -> None:
    picture = Image.frombytes("CMYK", (len(points), 1), bytes(value for point in points for value in point))
    made = colours(240).picture_of_cmyk(picture).tobytes()
    totals = [sum(made[at : at + 4]) for at in range(0, len(made), 4)]
    assert max(totals) <= 2.4 * 255


def test_a_picture_without_colour_is_black_alone() -> None:
    picture = Image.frombytes("RGB", (2, 1), bytes((255, 255, 255, 90, 90, 90)))
    made = colours().picture_of_rgb(picture)
    assert made.mode == "L"
    assert made.tobytes()[0] == 255


def test_a_picture_and_a_flat_colour_beside_it_are_alike() -> None:
    picture = Image.frombytes("RGB", (1, 1), bytes((200, 40, 90)))
    flat = colours().of_rgb((200 / 255, 40 / 255, 90 / 255))
    assert [value / 255 for value in colours().picture_of_rgb(picture).tobytes()] == pytest.approx(flat, abs=0.01)
