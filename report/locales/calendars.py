"""Calendars other than the Gregorian: the date of an edition in the calendar of its readers."""

from __future__ import annotations

from datetime import date

from report.locales.dates import long_date
from report.locales.figures import in_digits
from report.model.locale import Pack


def edition_date(day: date, pack: Pack) -> str:
    """Return the date of an edition, in the calendar of the locale and, if that is another, in the Gregorian.

    “1 March 2017”; in Persian “۱۱ اسفند ۱۳۹۵ (۱ مارس ۲۰۱۷)”.
    """
    gregorian = long_date(day, pack)
    return pack.dates.edition.format(own=own_date(day, pack), gregorian=gregorian)


def own_date(day: date, pack: Pack) -> str:
    """Return a date in the calendar of the locale: “۱۱ اسفند ۱۳۹۵”."""
    if pack.calendar == "gregorian":
        return long_date(day, pack)
    year, month, day_of_month = solar_hijri(day)
    written = {"day": str(day_of_month), "year": str(year)}
    places = {name: in_digits(figures, pack) for name, figures in written.items()}
    return pack.dates.day.format_map({**places, "month": pack.own_months[month - 1]})


def solar_hijri(day: date) -> tuple[int, int, int]:
    """Return year, month and day of a date in the Solar Hijri calendar of Iran: 2017-03-01 is 1395-12-11."""
    from persiantools.jdatetime import JalaliDate  # noqa: PLC0415 - in Persian editions alone

    found = JalaliDate(day)  # type: ignore[no-untyped-call] # it says it is typed, and is half
    return found.year, found.month, found.day
