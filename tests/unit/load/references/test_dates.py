"""Dates of entries: EDTF as biblatex reads it (manual 2.3.8)."""

from __future__ import annotations

import pytest

from report.load.references.dates import date_hint, read_date, read_month
from report.model.blocks import PartialDate
from report.model.references import EntryDate

YEAR = PartialDate(2015)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2015", EntryDate(YEAR)),
        ("2017-01", EntryDate(PartialDate(2017, 1))),
        ("2016-02-29", EntryDate(PartialDate(2016, 2, 29))),
        ("2015/2017", EntryDate(YEAR, PartialDate(2017))),
        ("2015-03/2015-05", EntryDate(PartialDate(2015, 3), PartialDate(2015, 5))),
        ("2015-03-30/2015-04", EntryDate(PartialDate(2015, 3, 30), PartialDate(2015, 4))),
        ("2015/2015-06", EntryDate(YEAR, PartialDate(2015, 6))),
        ("2015/", EntryDate(YEAR, is_open=True)),
        ("2015/..", EntryDate(YEAR, is_open=True)),
        ("2015~", EntryDate(YEAR, is_circa=True)),
        ("2015?", EntryDate(YEAR, is_uncertain=True)),
        ("2015%", EntryDate(YEAR, is_circa=True, is_uncertain=True)),
        ("2015~/2017?", EntryDate(YEAR, PartialDate(2017), is_circa=True, is_uncertain=True)),
        ("2015~/", EntryDate(YEAR, is_open=True, is_circa=True)),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(written: str, day: EntryDate) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "", "/", "/2015", "15", "20150", "2015-2", "2015-13", "2015-00", "2015-02-29", "2015-02-00", "2015-06-31",
        "0000", "2017/2015", "2015/2015", "2015-05/2015-05", "2015-05-02/2015-05-01", "2015/01", "2015/2016/2017",
        "2015 ", "May 2015", "17 May 2015", "2015-22", "-2015", "2015-01-01T10:00", "201X", "~2015", "２０１５",
        "2015/x",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(written: str) -> None:
    assert read_date(written) is None


def test_a_season_is_an_issue() -> None:
    assert "issue" in date_hint("2015-21")
    assert "issue" not in date_hint("2015-13")


@pytest.mark.parametrize(
    ("written", "month"), [("jan", 1), ("January", 1), ("Jan.", 1), ("sept", 9), ("07", 7), ("12", 12)]
)
def test_months_are_names_or_numbers(written: str, month: int) -> None:
    assert read_month(written) == month


@pytest.mark.parametrize("written", ["", "0", "13", "mayo", "Januar.y", "jan 5", "j", "ma"])
def test_what_is_no_month_is_refused(written: str) -> None:
    assert read_month(written) == 0
