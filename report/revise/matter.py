"""What stands around the text, woven: the masthead and the title page before it, the imprint after it.

Most of it is no text: names, dates, an address. What it was is kept beside the merged text (``Former.things``), and
every change has its number in the order in which these print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report import locales
from report.locales.languages import direction_of_words
from report.model.brief import Author, Brief, House, Revision
from report.model.edition import Edition
from report.model.redline import Thing
from report.model.text import Foreign, Text
from report.revise.arranging import in_new_order
from report.revise.journal import Place
from report.revise.pieces import NOWHERE, in_words
from report.revise.stretches import what_differs
from report.revise.weaving import Alone, Weaver


class MatterWeaver:
    """Weaves masthead, title page and imprint; what is said of them is in the words of the new edition."""

    def __init__(self, weaver: Weaver, edition: Edition) -> None:
        """Bind the weaver of texts to the new edition."""
        self._weaver, self._journal = weaver, weaver.journal
        self._pack, self._direction = edition.pack, edition.direction

    def title_page(self, old: Brief, new: Brief) -> Brief:
        """Return the new brief with masthead and title page woven."""
        place = Place("title", "title", "", new.mark)
        self._masthead(old, new, replace(place, anchor="masthead"))
        title = self._weaver.woven(old.title, new.title, place)
        subtitle = self._weaver.woven(old.subtitle, new.subtitle, place.as_part("subtitle"))
        self._authors(old.authors, new.authors, place.as_part("authors"))
        self._thing("brief/short-title", place.as_part("short-title"), old.short_title, new.short_title)
        described = old.description, new.description
        parts = what_differs(*described)
        self._journal.thing("brief/description", place.as_part("description"), *described, parts)
        keywords = self._in_a_row(old.keywords), self._in_a_row(new.keywords)
        self._thing("brief/keywords", place.as_part("keywords"), old.keywords, new.keywords, keywords)
        first = replace(place, part="standfirst", anchor="standfirst")
        standfirst = self._weaver.woven(old.standfirst, new.standfirst, first)
        return replace(new, title=title, subtitle=subtitle, standfirst=standfirst)

    def imprint(self, old: Brief, new: Brief) -> Brief:
        """Return the new brief with the imprint woven, column by column: who publishes, the history, the rights."""
        place = Place("imprint", "imprint", "", new.house.mark)
        self._publisher(old.house, new.house, place)
        revisions = tuple(self._history(old.revisions, new.revisions, place))
        self._rights(old.house, new.house, place)
        house = replace(new.house, imprint=self._weaver.woven(old.house.imprint, new.house.imprint, place))
        return replace(new, revisions=revisions, house=house)

    def _masthead(self, old: Brief, new: Brief, place: Place) -> None:
        of_house = replace(place, part="series", mark=new.house.mark)
        self._thing("house/series", of_house, old.house.series, new.house.series)
        numbers = locales.in_digits(old.number, self._pack), locales.in_digits(new.number, self._pack)
        self._thing("brief/number", place.as_part("number"), old.number, new.number, numbers)
        self._thing("brief/date", place.as_part("date"), old.date, new.date, self._days(old, new))

    def _authors(self, old: tuple[Author, ...], new: tuple[Author, ...], place: Place) -> None:
        """Write down that others wrote it; that an author is an institution does not print, and is no change."""
        names = self._in_a_row([one.name for one in old]), self._in_a_row([one.name for one in new])
        if names[0] != names[1]:
            self._thing("brief/authors", place, old, new, names)
        elif old != new:
            self._journal.things["brief/authors"] = old

    def _publisher(self, old: House, new: House, place: Place) -> None:
        self._thing("house/publisher", place, old.publisher, new.publisher)
        self._thing("house/department", place, old.department, new.department)
        lines = " / ".join(old.address), " / ".join(new.address)
        self._thing("house/address", place, old.address, new.address, lines)
        self._thing("house/contact", place, old.contact, new.contact)

    def _rights(self, old: House, new: House, place: Place) -> None:
        self._thing("house/licence/holder", place, old.licence.holder, new.licence.holder)
        self._thing("house/licence/name", place, old.licence.name, new.licence.name)
        self._thing("house/licence/address", place, old.licence.address, new.licence.address)
        self._thing("house/series_number", place, old.series_number, new.series_number)

    def _history(self, old: Sequence[Revision], new: Sequence[Revision], place: Place) -> Iterator[Revision]:
        before, after = {one.version: one for one in old}, {one.version: one for one in new}
        for version in in_new_order(list(before), list(after)):
            yield self._revision(before.get(version), after.get(version), place.as_part("revision"))

    def _revision(self, old: Revision | None, new: Revision | None, place: Place) -> Revision:
        one = new or old
        assert one, "one revision has it"
        path = f"revision/{one.version}"
        if old and new:
            self._thing(f"{path}/date", place, old.date, new.date, self._days(old, new))
            return replace(new, note=self._weaver.woven(old.note, new.note, place))
        side: Alone = "inserted" if new else "deleted"
        self._journal.fates[path] = side
        label = f"{locales.in_digits(one.version, self._pack)} {locales.edition_date(one.date, self._pack)}"
        said = self._weaver.said((in_words(label), one.note), side)
        number = self._journal.replaced(place, () if new else said, said if new else ())
        return replace(one, note=self._weaver.whole(one.note, side, number, ""))

    def _thing(self, path: str, place: Place, old: Thing, new: Thing, said: tuple[str, str] | None = None) -> None:
        """Write down what is no text if it is another; what is words is said by itself."""
        then, now = said or (str(old), str(new))
        self._journal.thing(path, place, old, new, (self._apart(then), self._apart(now)))

    def _apart(self, words: str) -> Text:
        """Return words as a text; those that run against the edition's script stand apart from it, as they print."""
        direction = direction_of_words(words)
        if direction is None or direction == self._direction:
            return in_words(words)
        return (Foreign(in_words(words), "", direction, NOWHERE),)

    def _in_a_row(self, names: Sequence[str]) -> str:
        return self._pack.punctuation.comma.join(names)

    def _days(self, old: Brief | Revision, new: Brief | Revision) -> tuple[str, str]:
        return locales.edition_date(old.date, self._pack), locales.edition_date(new.date, self._pack)
