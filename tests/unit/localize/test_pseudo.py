"""Pseudo-locales: the source's words accented and longer, and the same mirrored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from report import locales
from report.locales.typography import Piece
from report.localize import pseudo
from report.localize.finishing import finished
from report.localize.pseudo import AccentedWords, accented, accented_pack, accented_pieces
from report.model.edition import Edition
from report.model.text import plain
from report.typeset.fonts import choose_faces
from tests.support.editions import SHELF, edition, house, paragraph, section

SENTENCE = "Three gauges measure the tide at the invented harbour, and no two of them agree (2012–2017)."


def pseudo_edition(tag: str) -> Edition:
    pack = SHELF.pack(tag)
    source = edition(section("one", "A title", paragraph("p", SENTENCE)))
    return finished(replace(source, locale=tag, pack=pack, direction=pack.direction), SHELF.pack("en-GB"))


def test_a_text_grows_by_a_third_and_keeps_its_figures() -> None:
    words = accented(SENTENCE)
    assert 1.3 <= len(words) / len(SENTENCE) <= 1.4
    assert words.endswith("(2012–2017).")


def test_marks_stand_at_the_ends_of_a_text_and_not_of_its_runs() -> None:
    made = accented_pieces((Piece("the "), Piece("détente", is_fixed=True), Piece(" of 2014")))
    assert (made[0][0], made[1], made[2][-1]) == ("«", "détente", "»")
    assert "".join(made).count("«") == 1
    assert accented_pieces((Piece("see "), Piece("\ufffc", is_fixed=True), Piece(".")))[2] == ".»"
    assert accented_pieces((Piece("1,850"),)) == ("1,850",)


def test_places_in_words_of_templates_and_terms_are_kept() -> None:
    assert accented("%(count)s notes") == "%(count)s ñöōţéš"
    words = AccentedWords()
    assert "%(licence)s" in words["Text under %(licence)s."][0]
    assert words.get("Summary") == (f"«{accented('Summary')}»",)


def test_terms_months_and_labels_are_accented_and_writers_words_are_understood() -> None:
    pack = accented_pack(SHELF.pack("en-XA"))
    assert locales.term("figure", pack, number="2").endswith("\u00a02")
    assert locales.term("figure", pack, number="2") != locales.term("figure", SHELF.pack("en-XA"), number="2")
    assert pack.months.long[0] == accented("January")
    assert pack.locators["chapter"].one == SHELF.pack("en-GB").locators["chapter"].one


def test_a_mirrored_edition_has_the_same_words_from_right_to_left() -> None:
    accented_, mirrored = pseudo_edition("en-XA"), pseudo_edition("ar-XB")
    assert mirrored.brief == accented_.brief
    assert mirrored.pack.terms == accented_.pack.terms
    assert (accented_.direction, mirrored.direction) == ("ltr", "rtl")
    assert mirrored.pack.digits == "0123456789"
    assert mirrored.pack.faces == accented_.pack.faces


def test_an_edition_of_people_is_not_accented() -> None:
    made = pseudo_edition("en-GB")
    assert plain(made.brief.title) == "A tiny brief"


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_the_faces_of_the_house_have_every_letter_of_a_pseudo_locale(tag: str) -> None:
    letters = {*pseudo._ACCENTED, *pseudo._AGAIN.values(), pseudo._OPENING, pseudo._CLOSING}
    for face in choose_faces(house().design, SHELF.pack(tag)).value:
        assert letters - set(map(chr, TTFont(face.path).getBestCmap())) == set(), face.family
