"""The partners in process colour are read out of the sheet as the engine would read it: the last rule counts."""

from __future__ import annotations

import pytest

from report.compose.process_colours import process_colours

PAIR = "--house: #164b4f; --house-cmyk: device-cmyk(.6 0 .2 .75)"


def test_a_colour_is_paired_with_its_partner() -> None:
    assert process_colours(f":root {{ {PAIR}; }}") == (((22, 75, 79), (0.6, 0, 0.2, 0.75)),)


@pytest.mark.parametrize("colour", ["#fff", "#FFFFFF", "rgb(255, 255, 255)", "rgb(100% 100% 100%)", "rgb(255 255 255)"])
def test_colours_are_read_however_they_are_written(colour: str) -> None:
    sheet = f":root {{ --paper: {colour}; --paper-cmyk: device-cmyk(0, 0%, 0, 0) }}"
    assert process_colours(sheet) == (((255, 255, 255), (0, 0, 0, 0)),)


def test_a_house_that_sets_a_colour_alone_loses_the_partner_of_the_old_one() -> None:
    assert process_colours(f":root {{ {PAIR} }} @layer tokens {{ :root {{ --house: #5b1a3a }} }}") == ()


def test_a_house_sets_both_in_any_order() -> None:
    own = ":root { --house-cmyk: device-cmyk(0 1 0 .5); --house: #5b1a3a; }"
    assert process_colours(f":root {{ {PAIR} }} {own}") == (((91, 26, 58), (0, 1, 0, 0.5)),)


def test_a_partner_alone_is_set_anew() -> None:
    assert process_colours(f":root {{ {PAIR} }} :root {{ --house-cmyk: device-cmyk(1 0 0 0) }}")[0][1] == (1, 0, 0, 0)


def test_a_token_that_takes_another_leads_to_its_colour() -> None:
    sheet = ":root { --base: #010203; --ink: var(--base); --ink-cmyk: device-cmyk(0 0 0 1) }"
    assert process_colours(sheet) == (((1, 2, 3), (0, 0, 0, 1)),)


def test_tokens_in_a_circle_and_what_is_no_colour_have_no_partner() -> None:
    sheet = """:root { --a: var(--b); --b: var(--a); --a-cmyk: device-cmyk(0 0 0 1); --c: 3pt; --c-cmyk: 4pt;
        --d: #123456; --d-cmyk: device-cmyk(1 2 x 4); /* --e: #123456; --e-cmyk: device-cmyk(0 0 0 1); */ }"""
    assert process_colours(sheet) == ()


def test_shares_of_ink_that_cannot_be_are_no_partner() -> None:
    sheet = ":root { --a: #123456; --a-cmyk: device-cmyk(2 0 0 0); --b: #654321; --b-cmyk: device-cmyk(0 0 0 200%); }"
    assert process_colours(sheet) == ()
