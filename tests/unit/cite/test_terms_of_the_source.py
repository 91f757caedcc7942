"""The switch that takes the words of a citation from the language of its source (GOST R 7.0.100)."""

from __future__ import annotations

from report.cite import cite
from report.model.apparatus import Apparatus
from report.model.text import Foreign, Text
from tests.support.apparatus import SHELF, edition_of, marked, rules, style_named, works_of

WORKS = works_of(
    "@article{mud, author = {Doe, Ida and Roe, Ina}, title = {Of Mud}, journaltitle = {Tides}, volume = 3,"
    " date = 2001, langid = {american}}"
)


def apparatus(locale: str, written: str = "A.[@mud, p. 3]") -> Apparatus:
    edition = edition_of([written], locale, rules("chicago-notes", {"terms": "source"}))
    return cite(edition, WORKS, style_named("chicago-notes"), SHELF).value


def test_a_citation_in_the_words_of_another_language_is_marked_whole() -> None:
    made = apparatus("fa")
    (note,) = made.notes.values()
    texts: tuple[Text, ...] = (note.text, made.bibliography[0].references[0].text)
    for text in texts:
        assert isinstance(text[0], Foreign)
        assert (text[0].language, text[0].direction) == ("en-US", "ltr")


def test_note_and_bibliography_place_stops_alike() -> None:
    made = apparatus("de")
    (note,) = made.notes.values()
    assert "“Of Mud,”" in marked(note.text)
    assert "“Of Mud.”" in marked(made.bibliography[0].references[0].text)


def test_names_in_the_text_are_in_its_own_language() -> None:
    assert marked(apparatus("de", "Laut @mud ist es so.").names["mud", False]) == "Doe und Roe"
