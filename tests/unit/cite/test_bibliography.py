"""The bibliography: who is listed, in which order, in which part."""

from __future__ import annotations

import pytest

from report.cite import cite
from report.cite.bibliography import sorting
from report.findings import Mark
from report.model.apparatus import Apparatus
from report.model.brief import BibliographyPart, CitationRules
from report.model.references import Entry
from report.model.text import Text, plain
from tests.support.apparatus import SHELF, edition_of, style_named
from tests.support.entries import entry, institution, on, people, person

MARK = Mark("content/house.yaml", 20, 1)
WORKS = {
    one.key: one
    for one in (
        entry("act", "legislation", title="The Quay Act", dates={"date": on(1871)}),
        entry(
            "book",
            "book",
            title="Tides",
            names={"author": people(person("Doe", "Ida"))},
            publisher="Press",
            dates={"date": on(2001)},
        ),
        entry(
            "memo",
            "misc",
            title="A Memorandum",
            names={"author": people(institution("Harbour Board"))},
            keywords=("official",),
        ),
    )
}


def part(id_: str, types: tuple[str, ...] = (), keywords: tuple[str, ...] = (), title: Text = ()) -> BibliographyPart:
    return BibliographyPart(id_, title, frozenset(types), frozenset(keywords), MARK)


def apparatus(*parts: BibliographyPart, locale: str = "en-GB", cited: str = "[@act; @book; @memo]") -> Apparatus:
    rules = CitationRules("house-short-title", ibid=True, reset="never", terms="edition", parts=parts, mark=MARK)
    return cite(edition_of([f"A claim.{cited}"], locale, rules), WORKS, style_named("house-short-title"), SHELF).value


def grouped(made: Apparatus) -> list[tuple[str, list[str]]]:
    return [(plain(group.title), [reference.key for reference in group.references]) for group in made.bibliography]


def test_an_undivided_bibliography_is_one_part_without_a_title() -> None:
    assert grouped(apparatus()) == [("", ["book", "memo", "act"])]


def test_parts_take_entries_by_type_and_by_keyword_and_one_takes_the_rest() -> None:
    official = part("official-documents", types=("legislation",), keywords=("official",))
    assert grouped(apparatus(part("sources"), official)) == [
        ("Sources", ["book"]),
        ("Official documents", ["memo", "act"]),
    ]


def test_a_part_without_entries_is_not_printed() -> None:
    assert grouped(apparatus(part("press", types=("article",)), part("sources"))) == [
        ("Sources", ["book", "memo", "act"])
    ]


def test_an_entry_belongs_to_the_first_part_that_claims_it() -> None:
    by_keyword, by_type = part("archives", keywords=("official",)), part("press", types=("misc",))
    assert grouped(apparatus(by_keyword, by_type, part("sources")))[0] == ("Archives", ["memo"])


@pytest.mark.parametrize(("locale", "title"), [("de", "Amtliche Dokumente"), ("ru", "Официальные документы")])
def test_a_part_is_named_in_the_language_of_the_edition(locale: str, title: str) -> None:
    official = part("official-documents", types=("legislation",))
    assert grouped(apparatus(official, part("sources"), locale=locale))[0][0] == title


def test_only_what_is_cited_is_listed_with_the_notes_that_cite_it() -> None:
    made = apparatus(cited="[@book] Another.[@act] A third.[@book]")
    (group,) = made.bibliography
    notes = {reference.key: [made.notes[id_].number for id_ in reference.notes] for reference in group.references}
    assert notes == {"book": [1, 3], "act": [2]}


def in_order(*entries: Entry, locale: str = "en-GB") -> list[str]:
    return [one.key for one in sorted(entries, key=lambda one: sorting(one, SHELF.pack(locale), SHELF))]


def book(
    key: str, family: str, given: str = "Ada", particle: str = "", *, keeps: bool = False, title: str = "T"
) -> Entry:
    author = people(person(family, given, particle, keeps=keeps))
    return entry(key, "book", title=title, names={"author": author}, dates={"date": on(2001)})


def test_a_particle_counts_only_where_the_name_keeps_it() -> None:
    gogh, vale = book("gogh", "Gogh", particle="van"), book("vale", "Vale")
    assert in_order(vale, gogh) == ["gogh", "vale"]
    assert in_order(book("gogh", "Gogh", particle="van", keeps=True), vale) == ["vale", "gogh"]


def test_a_shorter_surname_goes_first() -> None:
    assert in_order(book("sanda", "Sanda", "Ada"), book("sand", "Sand", "Zoe")) == ["sand", "sanda"]


def test_the_article_a_title_begins_with_does_not_count() -> None:
    the = entry("fog", "booklet", title="The Fog", dates={"date": on(1888)})
    assert in_order(book("gale", "Gale"), the, book("eddy", "Eddy")) == ["eddy", "fog", "gale"]


def test_one_author_goes_before_the_same_with_another() -> None:
    both = entry("both", "book", title="A", names={"author": people(person("Doe", "Ida"), person("Amble", "Bo"))})
    assert in_order(both, book("alone", "Doe", "Ida", title="Z")) == ["alone", "both"]


def test_works_of_one_author_stand_by_title_then_by_date() -> None:
    first = entry("first", "book", title="Ebb", names={"author": people(person("Doe"))}, dates={"date": on(1999)})
    later = entry("later", "book", title="Ebb", names={"author": people(person("Doe"))}, dates={"date": on(2003)})
    assert in_order(later, first, book("flow", "Doe", "", title="Flow")) == ["first", "later", "flow"]


@pytest.mark.parametrize(
    ("locale", "order"),
    [
        ("en-GB", ["latin", "cyrillic", "persian"]),
        ("ru", ["cyrillic", "latin", "persian"]),
        ("fa", ["persian", "latin", "cyrillic"]),
    ],
)
def test_the_own_script_of_the_edition_goes_first(locale: str, order: list[str]) -> None:
    works = book("latin", "Zest"), book("cyrillic", "Абрамова"), book("persian", "آبان")
    assert in_order(*works, locale=locale) == order


def test_an_entry_may_say_how_it_is_sorted() -> None:
    third = entry("third", "booklet", title="3 Quays", sorttitle="Three Quays")
    assert in_order(third, book("sand", "Sand"), book("vale", "Vale")) == ["sand", "third", "vale"]
