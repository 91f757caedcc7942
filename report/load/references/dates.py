"""Dates in entries: a day, month or year, spans and doubts, as biblatex reads them (manual 2.3.8: EDTF, level 1)."""

from __future__ import annotations

import re
from datetime import date

from report.model.blocks import PartialDate
from report.model.references import EntryDate

_ONE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_SEASON = re.compile(r"[0-9]{4}-2[1-4](?:/.*)?")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

_DATE_HINT = "write 2017, 2017-01 or 2017-01-19; a span is 2015/2017, about 1850 is 1850~"
_PLAIN_DATE_HINT = "write 2017, 2017-01 or 2017-01-19"
_SEASON_HINT = "write the year, and issue = {Spring}"


def read_date(written: str) -> EntryDate | None:
    """Return the date that a field gives, or nothing if it gives none.

    ``~`` says *about*, ``?`` *perhaps*, ``%`` both, after the date or either end of a span; ``2015/`` has no end yet.
    """
    start, slash, end = written.partition("/")
    first = _one(start)
    last = _one(end) if end not in ("", "..") else None
    is_open = bool(slash) and last is None
    if not first or (is_open and end not in ("", "..")) or (last and not _goes_forward(first[0], last[0])):
        return None
    doubts = first[1] + (last[1] if last else "")
    is_circa, is_uncertain = bool(re.search("[~%]", doubts)), bool(re.search("[?%]", doubts))
    return EntryDate(first[0], last[0] if last else None, is_open, is_circa, is_uncertain)


def date_hint(written: str, *, is_plain: bool = False) -> str:
    """Return what to write instead of something that is no date; ``is_plain`` if the field takes no spans."""
    if _SEASON.fullmatch(written):
        return _SEASON_HINT
    return _PLAIN_DATE_HINT if is_plain else _DATE_HINT


def read_month(written: str) -> int:
    """Return the number of a month: ``1``, ``01``, ``January``, ``Jan.`` or the macro ``jan``; 0 if it is none."""
    if re.fullmatch("0?[1-9]|1[0-2]", written):
        return int(written)
    name = written.casefold().rstrip(".")
    months = (number for number, month in enumerate(_MONTHS, 1) if len(name) >= 3 and month.startswith(name))
    return next(months, 0)


def _one(written: str) -> tuple[PartialDate, str] | None:
    found = _ONE.fullmatch(written)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.group(1, 2, 3))
    try:
        date(year, month if found[2] else 1, day if found[3] else 1)
    except ValueError:
        return None
    return PartialDate(year, month, day), found[4]


def _goes_forward(first: PartialDate, last: PartialDate) -> bool:
    """Whether a span ends after it begins; where one end is vaguer than the other, the vaguer decides."""
    for before, after in ((first.year, last.year), (first.month, last.month), (first.day, last.day)):
        if not before or not after:
            return bool(before or after)  # equal so far: 2015/2015-06 may be meant, 2015/2015 is no span
        if before != after:
            return before < after
    return False
