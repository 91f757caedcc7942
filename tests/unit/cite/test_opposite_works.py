"""Works whose script runs against the edition's: whole in the words of their source, where a pack says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.cite import cite
from report.model.apparatus import Apparatus, Reference
from report.model.edition import Sibling
from report.model.text import Foreign
from tests.support.apparatus import SHELF, edition_of, marked, rules, style_named, works_of

WORKS = works_of(
    "@misc{mud, author = {Doe, Ida and Roe, Ina}, title = {Of Mud}, howpublished = {Leaflet}, date = {2001-03},"
    " langid = {english}}\n"
    "@misc{vase, author = {Roe, Ina}, title = {De la vase}, date = 2002, langid = {french}}\n"
    "@misc{silt, author = {Roe, Ina}, title = {Silt}, date = 2003}\n"
    "@misc{gel, author = {نمونه, آدا}, title = {دفتر گل}, date = 2004, langid = {persian}}\n"
    "@misc{teen, author = {{مثال}}, title = {كتاب الطين}, date = 2005, langid = {arabic}}\n"
)


def apparatus(locale: str, written: str, terms: str = "edition") -> Apparatus:
    edition = edition_of([written], locale, rules("house-short-title", {"terms": terms}))
    return cite(edition, WORKS, style_named("house-short-title"), SHELF).value


def listed(key: str, locale: str = "fa") -> Reference:
    [reference] = apparatus(locale, f"A.[@{key}]").bibliography[0].references
    return reference


def test_it_stands_whole_in_the_words_figures_and_marks_of_its_language() -> None:
    made = listed("mud")
    assert made.direction == "ltr"
    [whole] = made.text
    assert isinstance(whole, Foreign)
    assert (whole.language, whole.direction) == ("en-GB", "ltr")
    assert marked(whole.runs) == "Doe, Ida, and Ina Roe. *Of Mud.* Leaflet. March 2001."


def test_a_work_in_the_script_of_the_edition_keeps_the_words_of_the_edition() -> None:
    for key in ("gel", "teen"):
        made = listed(key)
        assert made.direction == "rtl"
        assert marked(made.text).endswith(("۲۰۰۴.", "۲۰۰۵."))


@pytest.mark.parametrize("key", ["mud", "gel"])
@pytest.mark.parametrize("locale", ["de", "ru"])
def test_where_the_pack_does_not_say_so_all_works_run_as_the_edition(locale: str, key: str) -> None:
    assert listed(key, locale).direction == "ltr"


def bibliography_of(key: str, original: str) -> Reference:
    """The entry in the Persian edition of a brief written in a language."""
    edition = edition_of([f"A.[@{key}]"], "fa", rules("house-short-title"))
    first = Sibling(original, original, SHELF.pack(original).direction)
    written = replace(edition, siblings=(first, edition.own))
    return cite(written, WORKS, style_named("house-short-title"), SHELF).value.bibliography[0].references[0]


@pytest.mark.parametrize("key", ["vase", "silt"])
def test_a_language_without_a_pack_takes_the_words_of_the_original(key: str) -> None:
    made = bibliography_of(key, "de")
    assert made.direction == "ltr"
    assert isinstance(made.text[0], Foreign)
    assert made.text[0].language == "de"


@pytest.mark.parametrize("key", ["vase", "silt"])
def test_without_an_original_that_runs_so_the_words_of_the_edition_stand(key: str) -> None:
    assert bibliography_of(key, "fa").direction == "rtl"


def test_notes_stay_in_the_language_of_the_edition() -> None:
    [note] = apparatus("fa", "A.[@mud, p. 3]").notes.values()
    assert marked(note.text).endswith("۲۰۰۱، ص.\u00a0۳.")


@pytest.mark.parametrize(("locale", "printed"), [("fa", "همان."), ("de", "*Ebd.*")])
def test_ibid_does_not_turn_bold_where_letters_are_not_slanted(locale: str, printed: str) -> None:
    _, again = apparatus(locale, "A.[@mud] B.[@mud]").notes.values()
    assert marked(again.text) == printed
