"""Glyphs are drawn from the left; what they mean is told in the order in which it is read."""

from __future__ import annotations

import re

import pytest

from report.model.text import Direction
from report.preflight.tags.pieces import from_the_right_end, in_reading_order
from report.preflight.tags.spoken import whole_fold


@pytest.mark.parametrize(
    ("glyphs", "direction", "read"),
    [
        ("tide", "ltr", "tide"),
        ("ناریا", "rtl", "ایران"),
        ("۲۰۱۷–۲۰۱۲ لاس", "rtl", "سال ۲۰۱۲–۲۰۱۷"),
        ("۳٫۵ دودح", "rtl", "حدود ۳٫۵"),
        ("Pier Sea bed", "rtl", "Pier Sea bed"),
        ("و Sea bed ناریا", "rtl", "ایران Sea bed و"),
        (".۱", "rtl", "۱."),
        (".1", "ltr", ".1"),
        ("", "rtl", ""),
    ],
)
def test_a_line_is_read_from_its_side(glyphs: str, direction: Direction, read: str) -> None:
    assert in_reading_order(list(glyphs), direction) == read


def test_letters_of_one_glyph_keep_their_order() -> None:
    assert in_reading_order(["م", "لا", "س"], "rtl") == "سلام"


@pytest.mark.parametrize(
    ("shown", "said", "read"),
    [
        ("March 2017 1", "1 March 2017", "1 March 2017"),
        ("March 2017 1", "March 2017 1", "March 2017 1"),
        ("then on 12 ,)Pier(", "(Pier), then on 12", "Pier then on 12"),
        ("‐tides of Septem 2", "2 tides of", "2 tides of Septem"),  # a part of a divided word is drawn and not said
        ("ber tides", "September tides", "ber tides"),
        ("the sea and the", "the sea and the", "the sea and the"),
        ("tides sea", "pier", "tides sea"),
        ("...", "1 pier", ""),
        ("", "", ""),
    ],
)
def test_words_drawn_at_the_right_end_come_first_if_so_they_are_said(shown: str, said: str, read: str) -> None:
    assert " ".join(re.findall(r"\w+", from_the_right_end(shown, said))) == read


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("می\u200cشود", "می\u200cشود"),
        ("\u200cمی شود\u200c", "می شود"),
        ("Section\u00a0I", "Section I"),
        ("well\u2010known", "well-known"),
        ("2012\u2013\u20602017", "2012\u20132017"),
        ("ﬁt", "fit"),
    ],
)
def test_only_what_says_nothing_is_folded(text: str, folded: str) -> None:
    assert whole_fold(text) == folded
