"""Entries made by hand, as the reader of references makes them, without a file."""

from __future__ import annotations

from report.findings import Mark
from report.model.blocks import PartialDate
from report.model.references import Entry, EntryDate, Name, Names, Rich, Styled

MARK = Mark("content/tiny/references.bib", 1, 1)


def person(family: str, given: str = "", particle: str = "", suffix: str = "", *, keeps: bool = False) -> Name:
    return Name(family, given, particle, suffix, keeps_particle=keeps)


def institution(name: str) -> Name:
    return Name(name, is_institution=True)


def people(*names: Name, others: bool = False) -> Names:
    return Names(names, others)


def on(year: int, month: int = 0, day: int = 0) -> EntryDate:
    return EntryDate(PartialDate(year, month, day))


def emphasis(*pieces: str | Styled) -> Styled:
    return Styled("emphasis", pieces)


def entry(
    key: str,
    type_: str,
    *,
    names: dict[str, Names] | None = None,
    dates: dict[str, EntryDate] | None = None,
    language: str = "",
    keywords: tuple[str, ...] = (),
    **fields: str | Rich,
) -> Entry:
    """Return an entry; a field is its words, or its pieces."""
    rich = {name: (value,) if isinstance(value, str) else value for name, value in fields.items()}
    return Entry(key, type_, names or {}, rich, dates or {}, language, keywords, {}, MARK)


def shelf() -> tuple[Entry, ...]:
    """Return a few works with all that is hard to write: looks, names of every kind, spans and doubts of dates."""
    return (
        entry(
            "berg2015",
            "book",
            names={
                "author": people(
                    person("Berg", "Jan", "van der", "Jr.", keeps=True), institution("Tides & Co."), others=True
                ),
                "editor": people(person("Roe", "Rachel", "de", keeps=True)),
                "translator": people(person("García y Vega", "Ana")),
            },
            dates={
                "date": EntryDate(PartialDate(2015), PartialDate(2017)),
                "origdate": EntryDate(PartialDate(1850), is_circa=True),
                "urldate": on(2020, 1, 5),
            },
            language="en",
            keywords=("tides", "gauges"),
            title=("Of ", emphasis("Gauges"), " & Tides: 100% ", Styled("quotation", ("Mud",)), "_1"),
            subtitle="A Book",
            series="Harbour Studies",
            number="5",
            edition="2",
            publisher="Placeholder & Sons",
            location="Harrowmouth",
            pages="27–49",
            doi="10.1000/abc_d",
            url="https://www.example.org/a_b%20c?x=1&y=2#z",
            isbn="000-0",
        ),
        entry(
            "roe2015",
            "article",
            names={"author": people(person("Roe", "Jane"), person("Öztürk", "Ünal"))},
            dates={"date": EntryDate(PartialDate(2015, 3), is_open=True, is_uncertain=True)},
            language="de",
            title="Drei Pegel, drei Meere?",
            subtitle="Ein Versuch",
            journaltitle="Zeitschrift für erfundene Gewässer",
            volume="12",
            number="1",
            pages="3–5, 8",
        ),
        entry(
            "agency2017",
            "article",
            names={"author": people(institution("Harrowmouth News Agency"))},
            dates={"date": on(2017, 1, 19)},
            title="Surge, Again",
            journaltitle="Harbour Wire",
            entrysubtype="news",
        ),
        entry(
            "moradi1398",
            "inbook",
            names={"author": people(person("مرادی", "نیما")), "bookauthor": people(person("Plato"))},
            dates={"date": on(2019)},
            language="fa",
            title="جزر و مد",
            booktitle="Second Volume",
            maintitle="The Whole Work",
            note="Read $x^2$ as it stands -- so -",
        ),
        entry(
            "thesis2007",
            "thesis",
            names={"author": people(person("Sample", "Sam"))},
            dates={"date": on(2007)},
            type="phdthesis",
            title="Mud",
            institution="University of Nowhere",
        ),
        entry(
            "treaty1921",
            "treaty",
            title=("Treaty of ", Styled("quotation", ("Nowhere",))),
            dates={"date": on(1921, 2, 26)},
        ),
    )
