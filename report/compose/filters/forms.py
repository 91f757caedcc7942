"""What a locale writes in its own way: numbers, dates, lists, and names that run against its script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup, escape

from report import locales
from report.locales.languages import direction_of_words
from report.model.blocks import PartialDate, TimelineEntry
from report.model.edition import Edition


class Forms:
    """Writes what is no text in the forms of an edition's locale."""

    def __init__(self, edition: Edition) -> None:
        """Bind the locale of an edition and its direction."""
        self._pack, self._direction = edition.pack, edition.direction

    def apart(self, words: str) -> Markup:
        """Set words that may run against the edition's script apart from it: addresses, names, numbers of series.

        Words without a direction of their own, such as numbers, stay where they are, and so do words already set.
        """
        if isinstance(words, Markup):
            return words
        direction = direction_of_words(words)
        if direction is None or direction == self._direction:
            return escape(words)
        return Markup('<bdi dir="{}">{}</bdi>').format(direction, words)

    def in_digits(self, written: str | int) -> str:
        """Return a number as written in the digits of the edition."""
        return locales.in_digits(str(written), self._pack)

    def version_name(self, version: str) -> str:
        """Return the number of a version in the digits of the edition; the name of a commit stays as it is."""
        return locales.version_name(version, self._pack)

    def listed(self, names: Sequence[str]) -> Markup:
        """Set names as a list in the words of the locale: “Spectral and Fira Sans”."""
        return Markup("") + locales.listed([self.apart(name) for name in names], self._pack)

    def with_commas(self, names: Iterable[str]) -> Markup:
        """Set names one after the other, with the comma of the locale between them."""
        return escape(self._pack.punctuation.comma).join(map(self.apart, names))

    def edition_date(self, day: date) -> str:
        """Return a date of the edition itself, in the calendar of its readers."""
        return locales.edition_date(day, self._pack)

    def timeline_date(self, day: PartialDate) -> str:
        """Return a date of a timeline, as exact as it is known."""
        return locales.timeline_date(day, self._pack)

    def iso_date(self, day: date | PartialDate) -> str:
        """Return a date as machines read it: “2017-03-01”, “2000-12”, “2017”."""
        if isinstance(day, date):
            return day.isoformat()
        parts = (f"{day.year:04}", f"{day.month:02}" if day.month else "", f"{day.day:02}" if day.day else "")
        return "-".join(part for part in parts if part)

    def list_marker(self, number: int, depth: int, is_numbered: bool) -> str:
        """Return the marker of a list item, printed by the sheet from an attribute."""
        return locales.list_marker(number, depth, self._pack, is_numbered=is_numbered)

    def upcoming(self, entry: TimelineEntry, day: date) -> bool:
        """Whether an entry of a timeline lies after a day."""
        return entry.date > PartialDate(day.year, day.month, day.day)
