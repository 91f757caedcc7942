"""The copy of what stands around the text: the masthead and the authors before it, the imprint after it.

In a redline what is another now, though it is no text, is written in both its states, at each place where it prints.
"""

from __future__ import annotations

from collections.abc import Iterator

from report import locales
from report.compose.passages import Writer
from report.compose.states import listed_version, statement
from report.model.brief import Brief
from report.model.edition import Edition
from report.model.output import Passage


def masthead(brief: Brief, writer: Writer) -> Passage:
    """Return the passage of the masthead: series, number and date."""
    day = writer.thing("brief/date", brief.date, writer.day)
    return Passage("masthead", f"{_issue(brief, writer)} {day}", str(brief.mark))


def byline(edition: Edition, writer: Writer) -> Passage:
    """Return the passage of the authors."""
    brief, comma = edition.brief, edition.pack.punctuation.comma
    authors = writer.thing("brief/authors", brief.authors, lambda listed: comma.join(one.name for one in listed))
    return Passage("title", authors, str(brief.mark))


def imprint(edition: Edition, writer: Writer) -> Iterator[Passage]:
    """Yield the passages of the imprint, column by column."""
    house, brief, word = edition.brief.house, edition.brief, edition.words.word
    mark = str(house.mark)
    yield Passage("imprint", word("Imprint"), mark, "heading")
    for name in ("publisher", "department"):
        yield Passage("imprint", writer.thing(f"house/{name}", getattr(house, name), str), mark)
    yield Passage("imprint", writer.thing("house/address", house.address, " ".join), mark)
    yield Passage("imprint", writer.thing("house/contact", house.contact, str), mark)
    yield Passage("imprint", word("This edition"), mark, "heading")
    yield from (Passage("imprint", line, mark) for line in _state(edition, writer))
    for revision in brief.revisions:
        day = writer.thing(f"revision/{revision.version}/date", revision.date, writer.day)
        label = f"{listed_version(edition, revision)} {day}"
        yield writer.passage("imprint", revision.note, brief.mark, "item", label=label)
    year = writer.thing("brief/date", brief.date, lambda day: writer.digits(str(day.year)))
    holder = writer.thing("house/licence/holder", house.licence.holder, str)
    licence = writer.thing("house/licence/name", house.licence.name, str)
    yield Passage("imprint", word("Rights"), mark, "heading")
    yield Passage("imprint", word("© %(year)s %(holder)s.", year=year, holder=holder), mark)
    yield Passage("imprint", word("Text under %(licence)s.", licence=licence), mark)
    registered = writer.thing("house/series_number", house.series_number, str)
    yield Passage("imprint", f"{_issue(brief, writer)}{edition.pack.punctuation.comma}{registered}", mark)
    yield writer.passage("imprint", house.imprint, house.mark)
    if writer.families:
        faces = locales.listed(writer.families, edition.pack)
        yield Passage("imprint", word("Set in %(faces)s.", faces=faces), mark)


def _state(edition: Edition, writer: Writer) -> Iterator[str]:
    """Which edition this is, and whether it is up to date with the one it was translated from."""
    words, outdated = edition.words, edition.progress.unsettled
    if len(edition.siblings) > 1:
        yield edition.own.name
    yield statement(edition)
    if edition.original:
        yield words.word("Original edition: %(language)s", language=edition.original.name)
    if outdated:
        yield words.words_for(
            "%(count)s passage of this edition is not up to date with the source text; it is marked.",
            "%(count)s passages of this edition are not up to date with the source text; they are marked.",
            outdated,
            count=writer.digits(str(outdated)),
        )


def _issue(brief: Brief, writer: Writer) -> str:
    """The series and the number in it, which stand in the masthead and in the imprint."""
    series = writer.thing("house/series", brief.house.series, str)
    return f"{series} {writer.thing('brief/number', brief.number, writer.digits)}"
