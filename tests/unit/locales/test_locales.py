"""How British English writes dates, numbers and lists, and sorts."""

from __future__ import annotations

from datetime import date

import pytest

from report import locales
from report.errors import ReportError
from report.model.blocks import PartialDate


def test_a_date_in_full() -> None:
    assert locales.long_date(date(2017, 3, 1), "en-GB") == "1\u00a0March 2017"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (PartialDate(2014, 5, 23), "23\u00a0May 2014"),
        (PartialDate(2000, 12), "Dec 2000"),
        (PartialDate(2017), "2017"),
    ],
)
def test_a_date_of_a_timeline_is_as_exact_as_it_is_known(day: PartialDate, written: str) -> None:
    assert locales.timeline_date(day, "en-GB") == written


@pytest.mark.parametrize(("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL")])
def test_sections_have_roman_numbers(number: int, written: str) -> None:
    assert locales.section_number(number, "en-GB") == written


def test_list_markers_follow_kind_and_depth() -> None:
    assert locales.list_marker(3, 0, "en-GB", is_numbered=True) == "3."
    assert len({locales.list_marker(1, depth, "en-GB", is_numbered=False) for depth in range(3)}) == 3


def test_sorting_ignores_case_accents_and_punctuation_first() -> None:
    names = ["Zwart", "de la Cruz", "Étienne", "Ebert", "O’Neil", "Oneida"]
    in_order = ["de la Cruz", "Ebert", "Étienne", "Oneida", "O’Neil", "Zwart"]
    assert sorted(names, key=lambda name: locales.sort_key(name, "en-GB")) == in_order


def test_an_unknown_locale_is_said_plainly() -> None:
    with pytest.raises(ReportError, match="no locale pack “tlh”"):
        locales.pack("tlh")
