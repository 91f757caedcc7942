"""What every locale pack that comes with the program must hold."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from report import locales
from report.errors import ReportError
from report.locales import Shelf
from report.locales.files import PACKS, whole, written_packs
from report.locales.shelf import shelf_of
from report.locales.typography import applied
from report.validate.schema import schemas

SHELF = Shelf.of(None)
TAGS = ("ar-XB", "de", "de-AT", "en-GB", "en-US", "en-XA", "fa", "ru")
LANGUAGES = tuple(tag for tag in TAGS if SHELF.pack(tag).pseudo == "none")
# What reaches the page as words of the language.
WORDS = ("name", "own-months", "months", "terms", "locators")
# Reasons are for editors, and what is found or forbidden is what is not written.
NOT_PRINTED = ("typography", "forbidden", "differs", "digits")
LOOSE_HALF_SPACE = re.compile(r"(?<![^\W\d_])\u200c|\u200c(?![^\W\d_])")
ARABIC_LOOK_ALIKES = "\u0643\u064a\u0649\u0629\u06c0"


def leaves(written: Any, *way: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(written, dict):
        for name, value in written.items():
            yield from leaves(value, *way, name)
    elif isinstance(written, list):
        for value in written:
            yield from leaves(value, *way)
    elif isinstance(written, str):
        yield way, written


def texts(tag: str) -> list[tuple[tuple[str, ...], str]]:
    return list(leaves(whole(tag, written_packs(PACKS), {})[1]))


def test_the_locales_that_the_program_knows() -> None:
    assert SHELF.known() == TAGS
    assert SHELF.findings == ()


@pytest.mark.parametrize("tag", TAGS)
def test_the_words_of_a_pack_are_composed_and_have_no_stray_spaces(tag: str) -> None:
    for way, text in texts(tag):
        if way[0] not in NOT_PRINTED:
            assert text == unicodedata.normalize("NFC", text), way
            assert "  " not in text, way
        if way[0] in WORDS:
            assert text == text.strip(), way


def test_persian_words_are_written_with_persian_letters_and_real_half_spaces() -> None:
    for way, text in texts("fa"):
        if way[0] not in NOT_PRINTED and way[0] != "ordinals":
            assert not set(text) & set(ARABIC_LOOK_ALIKES), way
            assert not any("0" <= sign <= "9" or "\u0660" <= sign <= "\u0669" for sign in text), way
            assert not LOOSE_HALF_SPACE.search(text.replace("*", "ی")), way  # a stem goes on


@pytest.mark.parametrize(("tag", "script"), [("ru", "CYRILLIC"), ("fa", "ARABIC")])
def test_the_words_of_a_pack_are_in_its_script(tag: str, script: str) -> None:
    for way, text in texts(tag):
        if way[0] in WORDS and way[:2] != ("locators", "entry"):
            bare = "".join(literal for literal, *_ in string.Formatter().parse(text))
            assert all(unicodedata.name(sign).startswith(script) for sign in bare if sign.isalpha()), text


@pytest.mark.parametrize("tag", TAGS)
def test_a_term_of_a_pack_can_be_had_for_one_and_for_several(tag: str) -> None:
    values = dict.fromkeys(("ordinal", "date", "number", "numbers"), "7")
    for name in SHELF.pack(tag).terms:
        for is_many in (False, True):
            assert "{" not in locales.term(name, SHELF.pack(tag), is_many=is_many, **values), name


@pytest.mark.parametrize("tag", TAGS)
def test_the_calendar_of_a_pack_has_its_months(tag: str) -> None:
    pack = SHELF.pack(tag)
    assert len(pack.own_months) == (0 if pack.calendar == "gregorian" else 12)


@pytest.mark.parametrize("tag", TAGS)
def test_every_example_of_typography_prints_as_it_says(tag: str) -> None:
    pack = SHELF.pack(tag)
    for rule in pack.typography:
        for written, printed in rule.examples:
            assert applied(written, pack) == printed, rule.find


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_forbidden_is_not_what_is_written_for_it(tag: str) -> None:
    pack = SHELF.pack(tag)
    for sign, instead in pack.forbidden.items():
        assert not set(instead) & set(pack.forbidden), sign


def test_no_word_names_two_kinds_of_places() -> None:
    words = SHELF.locator_words()
    for tag in TAGS:
        for kind, locator in SHELF.pack(tag).locators.items():
            for word in (*locator.one, *locator.many):
                assert words[word.casefold()][0] == kind


@pytest.mark.parametrize(
    ("word", "kind", "is_many"),
    [
        ("p.", "page", False),
        ("pp.", "page", True),
        ("s.", "page", None),
        ("с.", "page", None),
        ("ص", "page", False),
        ("صص.", "page", True),
        ("§", "legal-section", False),
        ("§§", "legal-section", True),
        ("kap.", "chapter", None),
        ("гл.", "chapter", None),
        ("فصل", "chapter", False),
        ("art.", "article", None),
        ("т.", "volume", None),
        ("тт.", "volume", True),
    ],
)
def test_words_of_all_languages_name_places(word: str, kind: str, is_many: bool | None) -> None:
    assert SHELF.locator_words()[word] == (kind, is_many)


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en", "en-GB"),
        ("en-AU", "en-GB"),
        ("en-US", "en-US"),
        ("de-AT", "de-AT"),
        ("de-CH", "de"),
        ("fa-IR", "fa"),
        ("fa-Latn", ""),
        ("fr", ""),
        ("", ""),
        ("und", ""),
        ("ar", ""),
        ("ar-XB", ""),
    ],
)
def test_a_language_takes_the_pack_that_fits_best(language: str, tag: str) -> None:
    pack = SHELF.pack_of_language(language)
    assert (pack.tag if pack else "") == tag


def test_american_english_differs_from_british_and_shares_the_rest() -> None:
    american, british = SHELF.pack("en-US"), SHELF.pack("en-GB")
    assert american.lists.last == ", and "
    assert british.lists.last == " and "
    assert american.lists.between == british.lists.between
    assert american.locators["page"] == british.locators["page"]


def test_austrian_german_has_its_own_january_and_shares_the_rest() -> None:
    austrian, german = SHELF.pack("de-AT"), SHELF.pack("de")
    assert (austrian.months.long[0], german.months.long[0]) == ("Jänner", "Januar")
    assert austrian.months.long[1:] == german.months.long[1:]
    assert austrian.terms["ibid"] == german.terms["ibid"]


def test_the_mirrored_pseudo_locale_has_the_words_of_the_accented_one() -> None:
    accented, mirrored = SHELF.pack("en-XA"), SHELF.pack("ar-XB")
    assert (accented.direction, mirrored.direction) == ("ltr", "rtl")
    assert (mirrored.terms, mirrored.digits, mirrored.type) == (accented.terms, accented.digits, accented.type)


def test_an_unknown_locale_is_said_plainly() -> None:
    with pytest.raises(ReportError, match="no locale pack “tlh”"):
        SHELF.pack("tlh")


def test_an_unknown_term_is_said_plainly() -> None:
    with pytest.raises(ReportError, match="has no term “greeting”"):
        locales.term("greeting", SHELF.pack("de"))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("direction: ltr", "a locale pack lacks “name”, “pseudo”"),
        ("inherits: en-GB\nsections: roman", "“roman” does not fit “sections”"),
        ("inherits: tlh", "which is no pack"),
        ("inherits: xx", "which inherits it"),
        ("- a list", "no mapping of keys"),
        ("", "no mapping of keys"),
        ("a: [", "cannot be read"),
    ],
)
def test_a_broken_pack_of_the_program_stops_it(tmp_path: Path, source: str, said: str) -> None:
    for tag, written in (("en-GB", (PACKS / "en-GB" / "pack.yaml").read_text(encoding="utf-8")), ("xx", source)):
        (tmp_path / tag).mkdir()
        (tmp_path / tag / "pack.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(ReportError, match="the locale pack “xx”") as raised:
        shelf_of(tmp_path)
    assert said in str(raised.value)


@pytest.mark.parametrize("tag", TAGS)
def test_a_pack_is_as_its_schema_says(tag: str) -> None:
    validator = jsonschema.Draft7Validator(schemas()["pack"])
    written = yaml.safe_load((PACKS / tag / "pack.yaml").read_text(encoding="utf-8"))
    assert [error.message for error in validator.iter_errors(written)] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("section", "decimal"),
        ("sections", "roman"),
        ("digits", "12"),
        ("type", {"size": 9}),
        ("forbidden", {"ab": "a"}),
    ],
)
def test_a_broken_pack_is_not_as_its_schema_says(name: str, value: Any) -> None:
    assert list(jsonschema.Draft7Validator(schemas()["pack"]).iter_errors({name: value}))
