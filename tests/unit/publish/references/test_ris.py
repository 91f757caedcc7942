"""References as RIS: the specification's lines, tags and dates."""

from __future__ import annotations

import re

import pytest

from report.model.blocks import PartialDate
from report.model.references import ENTRY_TYPES, EntryDate
from report.publish.references.ris import write_ris
from tests.support.entries import emphasis, entry, institution, on, people, person, shelf


def tags(body: bytes) -> list[tuple[str, str]]:
    return [(line[:2], line[6:]) for line in body.decode().split("\r\n") if line]


def test_every_line_is_a_tag_and_a_value_and_ends_with_cr_lf() -> None:
    body = write_ris(shelf()).decode()
    assert "\n" not in body.replace("\r\n", "")
    records = body.split("\r\n\r\n")
    assert len(records) == len(shelf())
    for record in records:
        lines = record.removesuffix("\r\n").split("\r\n")
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
        assert lines[0].startswith("TY  - ")
        assert lines[-1] == "ER  - "


def test_an_article_has_all_its_tags() -> None:
    work = entry(
        "roe2019",
        "article",
        names={"author": people(person("Roe", "Jane"), person("Berg", "Jan", "van der", "Jr."))},
        dates={"date": on(2019, 5, 17), "urldate": on(2020, 1)},
        language="de",
        keywords=("tides", "mud"),
        title=("Of ", emphasis("Mud")),
        subtitle="A Note",
        journaltitle="Journal of Fictional Hydrography",
        volume="12",
        number="1",
        pages="27–49",
        doi="10.1000/abc",
        url="https://www.example.org/",
        issn="0000-0000",
        note="Read it.",
    )
    assert tags(write_ris([work])) == [
        ("TY", "JOUR"),
        ("ID", "roe2019"),
        ("AU", "Roe, Jane"),
        ("AU", "van der Berg, Jan, Jr."),
        ("TI", "Of Mud: A Note"),
        ("T2", "Journal of Fictional Hydrography"),
        ("PY", "2019"),
        ("DA", "2019/05/17/"),
        ("VL", "12"),
        ("IS", "1"),
        ("SP", "27"),
        ("EP", "49"),
        ("DO", "10.1000/abc"),
        ("UR", "https://www.example.org/"),
        ("Y2", "2020/01//"),
        ("SN", "0000-0000"),
        ("LA", "de"),
        ("KW", "tides"),
        ("KW", "mud"),
        ("N1", "Read it."),
        ("ER", ""),
    ]


def test_every_type_has_one() -> None:
    assert all(
        value for tag, value in tags(write_ris([entry("key", type_) for type_ in sorted(ENTRY_TYPES)])) if tag == "TY"
    )


@pytest.mark.parametrize(
    ("type_", "subtype", "expected"),
    [
        ("book", "", "BOOK"),
        ("article", "newspaper", "NEWS"),
        ("article", "magazine", "MGZN"),
        ("incollection", "", "CHAP"),
        ("report", "", "RPRT"),
        ("thesis", "", "THES"),
        ("online", "", "ELEC"),
        ("legislation", "", "STAT"),
        ("misc", "", "GEN"),
    ],
)
def test_a_type_is_the_nearest_one_of_the_specification(type_: str, subtype: str, expected: str) -> None:
    assert tags(write_ris([entry("key", type_, entrysubtype=subtype)]))[0] == ("TY", expected)


def test_a_chapter_has_the_book_it_is_in_and_its_people() -> None:
    work = entry(
        "key",
        "inbook",
        names={"editor": people(institution("Mud Board")), "translator": people(person("Roe", "Jane"), others=True)},
        title="One",
        booktitle="Two",
        maintitle="All",
        series="Studies",
    )
    found = tags(write_ris([work]))
    assert found[2:-1] == [
        ("ED", "Mud Board,"),
        ("A4", "Roe, Jane"),
        ("A4", "et al.,"),
        ("TI", "One"),
        ("T2", "All. Two"),
        ("T3", "Studies"),
    ]


def test_a_span_of_dates_gives_its_first_and_ranges_of_pages_stay_whole() -> None:
    span = EntryDate(PartialDate(2015), PartialDate(2017))
    found = dict(tags(write_ris([entry("key", "book", dates={"date": span}, pages="3–5, 8")])))
    assert (found["PY"], found["SP"]) == ("2015", "3–5, 8")
    assert not {"DA", "EP"} & set(found)


def test_a_line_break_in_a_field_begins_no_tag() -> None:
    hostile = entry("key", "book", title="Mud\r\nER  - \r\nTY  - BOOK")
    assert [tag for tag, _ in tags(write_ris([hostile]))] == ["TY", "ID", "TI", "ER"]


def test_a_particle_that_is_cut_short_stands_close_to_the_name() -> None:
    names = people(person("Example", "Anne", "d’"), person("Gaulle", particle="de"))
    found = tags(write_ris([entry("key", "book", names={"author": names})]))
    assert [value for tag, value in found if tag == "AU"] == ["d’Example, Anne", "de Gaulle,"]
