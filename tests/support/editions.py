"""Tiny editions, written in the test that needs them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from report.findings import Mark
from report.locales import Shelf
from report.model.blocks import Block, Legend, Paragraph, PartialDate, Section, Table, Timeline, TimelineEntry
from report.model.brief import Author, Brief, CitationRules, Design, House, Licence, Revision
from report.model.catalog import Progress
from report.model.edition import Edition, HouseWords, Sibling
from report.model.text import Run, Text, Words

SHELF = Shelf.of(None)
MARK = Mark("content/tiny/brief.yaml", 3, 5)
DAY = date(2020, 2, 29)


def words(text: str) -> Text:
    """Plain words."""
    return (Words(text, MARK),)


def paragraph(id_: str, *runs: Run | str) -> Paragraph:
    """A paragraph of runs; a string is plain words."""
    return Paragraph(id_, tuple(Words(run, MARK) if isinstance(run, str) else run for run in runs), MARK)


def legend(caption: str, *, spans: bool) -> Legend:
    """A legend with a caption alone."""
    return Legend(words(caption), (), (), "", spans)


def timeline(id_: str, *, spans: bool) -> Timeline:
    """A timeline of one step."""
    return Timeline(
        id_, (TimelineEntry(PartialDate(2019, 5), words("A step"), MARK),), legend("Steps", spans=spans), MARK
    )


def table(id_: str, *, spans: bool) -> Table:
    """An empty table."""
    return Table(id_, (), (), False, (), legend("Rows", spans=spans), MARK)


def section(id_: str, title: str, *blocks: Block) -> Section:
    """A section; an empty title makes it untitled."""
    return Section(id_, words(title) if title else (), blocks, MARK)


def citation_rules() -> CitationRules:
    """How the house cites that says nothing about it."""
    return CitationRules("house-short-title", ibid=True, reset="never", terms="edition", parts=(), mark=MARK)


def house(faces: dict[str, str] | None = None, tokens: dict[str, str] | None = None) -> House:
    """A house that is plainly a placeholder."""
    return House(
        publisher="Placeholder Press",
        department="Desk of Examples",
        address=("1 Sample Street",),
        contact="desk@example.org",
        series="Sample Brief",
        series_number="ISSN 0000-0000",
        licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "the project's authors"),
        imprint=(),
        design=Design(faces or {"text": "Spectral", "display": "Fira Sans"}, tokens or {}, MARK),
        citations=citation_rules(),
        mark=MARK,
    )


def edition(*sections: Section, summary: Sequence[Block] = (), of_house: House | None = None) -> Edition:
    """An English edition of these sections."""
    revision = Revision("1.0", DAY, words("First published."))
    brief = Brief(
        slug="tiny",
        language="en-GB",
        title=words("A tiny brief"),
        subtitle=(),
        short_title="Tiny",
        number="1/2020",
        date=DAY,
        authors=(Author("Desk of Examples", True),),
        keywords=("tiny",),
        description="A brief for a test.",
        standfirst=(),
        summary=tuple(summary),
        sections=sections,
        revisions=(revision,),
        house=of_house or house(),
        mark=MARK,
    )
    return Edition(
        brief=brief,
        locale="en-GB",
        direction="ltr",
        revision=revision,
        pack=SHELF.pack("en-GB"),
        words=HouseWords({}, lambda number: int(number != 1)),
        siblings=(Sibling("en-GB", "English", "ltr"),),
        progress=Progress(0, 0, 0, 0),
    )
