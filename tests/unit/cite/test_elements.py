"""What single elements of a reference print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.cite import cite
from report.model.references import Entry, References
from report.model.style import Element, Group
from tests.support.apparatus import SHELF, bibliography_of, edition_of, marked, notes_of, rules, style_named
from tests.support.entries import entry, institution, on, people, person

AUTHOR = {"author": people(person("Doe", "Ida"))}
DATE = {"date": on(2001)}


def reference(work: Entry, locale: str = "en-GB", style: str = "house-short-title") -> str:
    edition = edition_of([f"A claim.[@{work.key}]"], locale, rules(style))
    return bibliography_of(cite(edition, {work.key: work}, style_named(style), SHELF).value)[0]


def notes(text: str, *works: Entry, locale: str = "en-GB") -> list[str]:
    entries: References = {work.key: work for work in works}
    return notes_of(cite(edition_of([text], locale, rules()), entries, style_named("house-short-title"), SHELF).value)


def book(**fields: str) -> Entry:
    return entry("book", "book", names=AUTHOR, dates=DATE, title="Tides", publisher="Press", **fields)


@pytest.mark.parametrize(
    ("field", "written", "printed"),
    [
        ("volume", "3", "Vol. 3."),
        ("volume", "III", "Vol. III."),
        ("volume", "iv–vi", "Vols iv–vi."),
        ("volume", "Vol. 3", "Vol. 3."),
        ("volume", "Supplement", "Supplement."),
        ("edition", "2", "2nd edn."),
        ("edition", "second revised", "Second revised."),
        ("edition", "9" * 5000, "9" * 5000 + "."),
        ("number", "7", ""),
    ],
)
def test_a_number_has_its_word_unless_it_brings_one(field: str, written: str, printed: str) -> None:
    work = book(**{field: written})
    assert reference(work) == " ".join(filter(None, ["Doe, Ida. *Tides*.", printed, "Press, 2001."]))


def test_the_digits_of_a_sign_stay_with_its_letters() -> None:
    work = entry("r", "report", names=AUTHOR, dates=DATE, title="Mud", number="TR-13", institution="Board")
    assert "TR-13" in reference(work, "fa")
    assert "۱۳" in reference(
        entry("r", "report", names=AUTHOR, dates=DATE, title="گل", number="13", institution="B"), "fa"
    )


def test_an_acronym_stands_in_notes_and_the_whole_name_in_the_bibliography() -> None:
    names = {"author": people(institution("United Harbours")), "shortauthor": people(institution("UH"))}
    work = entry("uh", "report", names=names, dates=DATE, title="Levels", institution="Board")
    assert notes("A claim.[@uh]", work) == ["UH, *Levels*, 2001."]
    assert reference(work).startswith("United Harbours. *Levels*.")


def test_a_work_that_names_nobody_is_called_by_its_title_in_the_text() -> None:
    act = entry("act", "legislation", title="The Quay Act", dates={"date": on(1871)})
    edition = edition_of(["As @act [art. 4] has it, so it is."], "en-GB", rules())
    apparatus = cite(edition, {"act": act}, style_named("house-short-title"), SHELF).value
    assert marked(apparatus.names["act", False]) == "*Quay Act*"


def test_the_signs_of_an_old_doi_do_not_end_its_address() -> None:
    work = entry("a", "article", names=AUTHOR, dates=DATE, title="Mud", journaltitle="Silt", doi="10.1000/a#b<c>")
    edition = edition_of(["A claim.[@a]"], "en-GB", rules())
    text = repr(cite(edition, {"a": work}, style_named("house-short-title"), SHELF).value.bibliography)
    assert "address='https://doi.org/10.1000/a%23b%3Cc%3E'" in text
    assert "10.1000/a#b<c>" in text


def test_a_particle_takes_a_capital_only_at_the_head_of_a_sentence() -> None:
    work = entry(
        "a", "book", names={"author": people(person("Roe", "Ida", "de"))}, dates=DATE, title="T", publisher="P"
    )
    edition = edition_of(["@a says so. But @a denies it. @a again."], "en-GB", rules())
    names = cite(edition, {"a": work}, style_named("house-short-title"), SHELF).value.names
    assert {begins: marked(text) for (_, begins), text in names.items()} == {True: "De Roe", False: "de Roe"}


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("^[See [@book, p. 3]]", "See Doe, *Tides*, 2001, 3."),
        ("^[[@book, p. 3]; so it is.]", "Doe, *Tides*, 2001, 3; so it is."),
        ("[@book, p. 3, “a remark.”]", "Doe, *Tides*, 2001, 3, “a remark.”"),
        ("[@book, p. 3, see [#one]]", "Doe, *Tides*, 2001, 3, see ."),
    ],
)
def test_a_note_ends_with_one_stop(note: str, printed: str) -> None:
    work = book()
    edition = edition_of([f"A claim.{note}"], "en-GB", rules())
    (made,) = cite(edition, {"book": work}, style_named("house-short-title"), SHELF).value.notes.values()
    words = marked(tuple(run for run in made.text if type(run).__name__ != "CrossReference"))
    assert words.replace("\u00a0", " ") == printed


def test_ibid_takes_a_capital_after_a_sentence_of_the_writers_but_not_after_an_abbreviation() -> None:
    text = "A claim.[@book] Another.^[Who denied it? [@book].] More.^[Cf. [@book].]"
    assert notes(text, book()) == ["Doe, *Tides*, 2001.", "Who denied it? *Ibid*.", "Cf. *ibid*."]


def test_works_that_look_alike_behind_et_al_are_told_apart() -> None:
    def work(key: str, last: str, year: int) -> Entry:
        crowd = people(*(person(name) for name in ("Ash", "Birch", "Cedar", last)))
        return entry(key, "book", names={"author": crowd}, dates={"date": on(year)}, title="T", publisher="P")

    edition = edition_of(["A claim.[@a] Another.[@b] And.[@a]"], "en-US", rules("chicago-shortened-notes"))
    works = {"a": work("a", "Dock", 1999), "b": work("b", "Elm", 2003)}
    printed = notes_of(cite(edition, works, style_named("chicago-shortened-notes"), SHELF).value)
    assert printed == ["Ash et al., *T* (1999).", "Ash et al., *T* (2003).", "Ash et al., *T* (1999)."]


def test_a_work_that_names_nobody_is_told_by_its_title_in_a_form_without_one() -> None:
    style = style_named("house-short-title")
    names_only = replace(style.first, templates={"default": Group("words", (Element("names"), Element("year")))})
    act = entry("act", "legislation", title="The Quay Act", dates={"date": on(1871)})
    edition = edition_of(["A claim.[@act]"], "en-GB", rules())
    printed = notes_of(cite(edition, {"act": act}, replace(style, first=names_only), SHELF).value)
    assert printed == ["*Quay Act* 1871."]


def test_one_volume_of_several_does_not_say_how_many_there_are() -> None:
    assert "vols" not in reference(book(volume="2", volumes="4"))
    assert "4 vols" in reference(book(volumes="4"))


def test_the_number_of_a_law_is_printed() -> None:
    act = entry("act", "legislation", title="Quay Act", number="c. 11", dates={"date": on(1871)})
    assert reference(act) == "*Quay Act*, c. 11. 1871."
