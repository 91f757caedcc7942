"""One door for everything a language writes in its own way: dates, numbers, lists, quotation, sorting, direction.

Each locale is a pack of data, ``report/locales/<tag>/pack.yaml``, over which a house may lay its own,
``content/locales/<tag>/pack.yaml``; the packs of one project stand on its :class:`Shelf`. A pack that ``inherits``
another holds only what differs from it.
"""

from __future__ import annotations

from report.locales.calendars import edition_date
from report.locales.collation import sort_key
from report.locales.dates import access_date, entry_date, long_date, timeline_date
from report.locales.figures import in_digits, list_marker, ordinal, section_number, version_name
from report.locales.lists import listed
from report.locales.numbers import currency, number, percent, renumbered
from report.locales.shelf import Shelf
from report.locales.terms import term
from report.model.locale import Pack

__all__ = [
    "Pack",
    "Shelf",
    "access_date",
    "currency",
    "edition_date",
    "entry_date",
    "in_digits",
    "list_marker",
    "listed",
    "long_date",
    "number",
    "ordinal",
    "percent",
    "renumbered",
    "section_number",
    "sort_key",
    "term",
    "timeline_date",
    "version_name",
]
