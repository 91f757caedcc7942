"""Dates as a locale writes them: in full, in a timeline, of an entry, and the day on which an address was read."""

from __future__ import annotations

from datetime import date

from report.locales.figures import in_digits
from report.model.blocks import PartialDate
from report.model.locale import Pack
from report.model.references import EntryDate


def long_date(day: date, pack: Pack) -> str:
    """Return a date in full: “1 March 2017”."""
    return timeline_date(PartialDate(day.year, day.month, day.day), pack, is_short=False)


def timeline_date(day: PartialDate, pack: Pack, *, is_short: bool = True) -> str:
    """Return a date as exact as it is known: “23 May 2014”, “Dec 2000”, “2017”."""
    year = in_digits(str(day.year), pack)
    if not day.month:
        return year
    pattern, month = _pattern_and_month(day, pack, is_short=is_short)
    return pattern.format(day=in_digits(str(day.day), pack), month=month, year=year)


def entry_date(day: EntryDate, pack: Pack, *, year_alone: bool = False) -> str:
    """Return the date of an entry, spans and doubts included: “19 January 2017”, “1998–2004”, “c. 1850”."""
    patterns = pack.dates
    first, last = day.first, day.last
    if year_alone:
        first, last = PartialDate(first.year), PartialDate(last.year) if last else None
    written = _span(first, last, pack) if last and last != first else timeline_date(first, pack, is_short=False)
    if day.is_open:
        written = patterns.open_span.format(first=written)
    if day.is_circa:
        written = patterns.circa.format(date=written)
    return patterns.uncertain.format(date=written) if day.is_uncertain else written


def access_date(day: EntryDate, pack: Pack) -> str:
    """Return the day on which an address was read, where it is known to the day; else as any other date.

    Some languages write it in figures: “дата обращения: 01.05.2024” (GOST R 7.0.5-2008).
    """
    first = day.first
    if not first.day:
        return entry_date(day, pack)
    _, month = _pattern_and_month(first, pack, is_short=False)
    figures = {"day": str(first.day), "day-in-two": f"{first.day:02}", "month-in-two": f"{first.month:02}"}
    places = {name: in_digits(written, pack) for name, written in (*figures.items(), ("year", str(first.year)))}
    return pack.dates.access.format_map({**places, "month": month})


def _pattern_and_month(day: PartialDate, pack: Pack, *, is_short: bool) -> tuple[str, str]:
    """Return the pattern of a date with a month, and the month in the form that the pattern takes."""
    dates, months = pack.dates, pack.months
    if day.day:
        return dates.day, (months.short if is_short else months.long)[day.month - 1]
    return dates.month, (months.short_alone if is_short else months.long_alone)[day.month - 1]


def _span(first: PartialDate, last: PartialDate, pack: Pack) -> str:
    """Return a span; what its two ends share is said once: “3–5 May 2017”, “May–June 2017”."""
    dates, months = pack.dates, pack.months
    year = in_digits(str(first.year), pack)
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        start, end = (in_digits(str(one.day), pack) for one in (first, last))
        return dates.days.format(first=start, last=end, month=months.long[first.month - 1], year=year)
    if first.month and last.month and not first.day and not last.day and first.year == last.year:
        start, end = months.long_alone[first.month - 1], months.long_alone[last.month - 1]
        return dates.months.format(first=start, last=end, year=year)
    return dates.span.format(
        first=timeline_date(first, pack, is_short=False), last=timeline_date(last, pack, is_short=False)
    )
