"""The dates of editions in the calendars of their readers."""

from __future__ import annotations

from datetime import date

import pytest

from report import locales
from report.locales.calendars import solar_hijri

SHELF = locales.Shelf.of(None)
DAY = date(2017, 3, 1)


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("en-GB", "1\u00a0March 2017"),
        ("de", "1.\u00a0März 2017"),
        ("ru", "1\u00a0марта 2017"),
        ("fa", "۱۱\u00a0اسفند ۱۳۹۵ (۱\u00a0مارس ۲۰۱۷)"),
    ],
)
def test_the_date_of_an_edition_is_in_the_calendar_of_its_readers(tag: str, printed: str) -> None:
    assert locales.edition_date(DAY, SHELF.pack(tag)) == printed


@pytest.mark.parametrize(
    ("day", "hijri"),
    [
        (date(2017, 3, 20), (1395, 12, 30)),
        (date(2017, 3, 21), (1396, 1, 1)),
        (date(2018, 3, 20), (1396, 12, 29)),
        (date(2025, 3, 20), (1403, 12, 30)),
        (date(1921, 3, 21), (1300, 1, 1)),
    ],
)
def test_the_year_begins_with_spring_and_leap_years_have_a_last_day_more(
    day: date, hijri: tuple[int, int, int]
) -> None:
    assert solar_hijri(day) == hijri
