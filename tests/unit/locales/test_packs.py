"""What every locale pack must hold, and how one that does not is answered."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from report import locales
from report.errors import ReportError
from report.locales import packs

PACKS = Path(packs.__file__).parent
TAGS = ("de", "en-GB", "en-US", "fa", "ru")
# Where a pack says in its own way which values there are.
FREE = ("ordinals", "collation.letters")
LOOSE_HALF_SPACE = re.compile(r"(?<![^\W\d_])\u200c|\u200c(?![^\W\d_])")
ARABIC_LOOK_ALIKES = "\u0643\u064a\u0649\u0629\u06c0"


def leaves(written: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(written, dict) and path not in FREE:
        for name, value in written.items():
            yield from leaves(value, f"{path}.{name}".lstrip("."))
    else:
        yield path, written


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from (name, *strings(one))
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def places(pattern: Any) -> set[str]:
    texts = strings(pattern)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def written(tag: str) -> dict[str, Any]:
    return dict(leaves(yaml.safe_load((PACKS / tag / "pack.yaml").read_text(encoding="utf-8"))))


def test_the_five_locales_have_packs() -> None:
    assert locales.known_locales() == TAGS


@pytest.mark.parametrize("tag", TAGS)
def test_a_pack_has_the_keys_of_british_english_and_no_others(tag: str) -> None:
    own, needed = written(tag), written("en-GB")
    if "inherits" in own:
        assert own.keys() - {"inherits"} <= needed.keys()
    else:
        assert own.keys() == needed.keys()


@pytest.mark.parametrize("tag", TAGS)
def test_a_pack_fills_the_same_places_as_british_english(tag: str) -> None:
    needed = written("en-GB")
    for path, value in written(tag).items():
        if path == "dates.access":
            assert places(value) <= {"day", "month", "year", "day-in-two", "month-in-two"}
        elif path not in ("inherits", *FREE):
            assert places(value) == places(needed[path]), path


@pytest.mark.parametrize("tag", TAGS)
def test_the_words_of_a_pack_are_composed_and_have_no_stray_spaces(tag: str) -> None:
    for path, value in written(tag).items():
        for text in strings(value):
            assert text == unicodedata.normalize("NFC", text), path
            assert "  " not in text, path
            if path.startswith(("terms", "locators", "months")):
                assert text == text.strip(), path


def test_persian_words_are_written_with_persian_letters_and_real_half_spaces() -> None:
    for path, value in written("fa").items():
        for text in strings(value):
            assert not set(text) & set(ARABIC_LOOK_ALIKES), path
            assert not any("0" <= sign <= "9" or "\u0660" <= sign <= "\u0669" for sign in text), path
            assert not LOOSE_HALF_SPACE.search(text), path


@pytest.mark.parametrize(("tag", "script"), [("ru", "CYRILLIC"), ("fa", "ARABIC")])
def test_the_words_of_a_pack_are_in_its_script(tag: str, script: str) -> None:
    words = [
        text
        for path, value in written(tag).items()
        if path.startswith(("terms", "months", "locators")) and not path.startswith("locators.entry")
        for text in strings(value)
    ]
    for text in words:
        bare = "".join(literal for literal, *_ in string.Formatter().parse(text))
        assert all(unicodedata.name(sign).startswith(script) for sign in bare if sign.isalpha()), text


@pytest.mark.parametrize("tag", TAGS)
def test_every_kind_of_place_has_a_word_for_one_and_for_several(tag: str) -> None:
    for kind, words in locales.pack(tag).locators.items():
        assert words.one, kind
        assert words.many, kind


@pytest.mark.parametrize("tag", TAGS)
def test_a_term_of_a_pack_can_be_had_for_one_and_for_several(tag: str) -> None:
    values = dict.fromkeys(("ordinal", "date", "number", "numbers"), "7")
    for name in locales.pack(tag).terms:
        for is_many in (False, True):
            assert "{" not in locales.term(name, tag, is_many=is_many, **values), name


def test_no_word_names_two_kinds_of_places() -> None:
    words = locales.locator_words()
    for tag in TAGS:
        for kind, locator in locales.pack(tag).locators.items():
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
    assert locales.locator_words()[word] == (kind, is_many)


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en", "en-GB"),
        ("en-AU", "en-GB"),
        ("en-US", "en-US"),
        ("de-AT", "de"),
        ("fa-IR", "fa"),
        ("fa-Latn", ""),
        ("fr", ""),
        ("", ""),
        ("und", ""),
    ],
)
def test_a_language_takes_the_pack_that_fits_best(language: str, tag: str) -> None:
    assert locales.pack_of_language(language) == tag


def test_american_english_differs_from_british_and_shares_the_rest() -> None:
    american, british = locales.pack("en-US"), locales.pack("en-GB")
    assert american.lists.last == ", and "
    assert british.lists.last == " and "
    assert american.lists.between == british.lists.between
    assert american.locators["page"] == british.locators["page"]


def test_an_unknown_locale_is_said_plainly() -> None:
    with pytest.raises(ReportError, match="no locale pack “tlh”"):
        locales.pack("tlh")


def test_an_unknown_term_is_said_plainly() -> None:
    with pytest.raises(ReportError, match="has no term “greeting”"):
        locales.term("greeting", "de")


@pytest.fixture
def house_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packs of one's own, with British English in it."""
    monkeypatch.setattr(packs, "_PACKS", tmp_path)
    (tmp_path / "en-GB").mkdir()
    british = (PACKS / "en-GB" / "pack.yaml").read_text(encoding="utf-8")
    (tmp_path / "en-GB" / "pack.yaml").write_text(british, encoding="utf-8")
    _forget()
    yield tmp_path
    _forget()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("direction: ltr", "lacks “quotation-marks”"),
        ("inherits: en-GB\nsections: roman", "“roman” is none of upper-roman, decimal"),
        ("inherits: en-GB\nmonths: {long: [Snow, Thaw]}", "there are 2 of “Snow, Thaw”, not 12"),
        ("inherits: en-GB\ndigits: '012'", "not 10"),
        ("inherits: en-GB\ndates: {era: BC}", "era"),
        ("inherits: en-GB\nlists: [and]", "not built as en-GB is"),
        ("inherits: en-GB\nterms: {in: [in]}", "not built as en-GB is"),
        ("inherits: en-GB\ncollation: {spaces: last}", "“first” or “ignored”, not “last”"),
        ("inherits: tlh", "which is no pack"),
        ("inherits: xx", "which inherits it"),
        ("- a list", "not built as en-GB is"),
        ("", "not built as en-GB is"),
        ("a: [", "cannot be read"),
    ],
)
def test_a_pack_that_is_none_is_said_plainly(house_packs: Path, source: str, said: str) -> None:
    (house_packs / "xx").mkdir()
    (house_packs / "xx" / "pack.yaml").write_text(source, encoding="utf-8")
    with pytest.raises(ReportError, match="the locale pack “xx”") as raised:
        locales.pack("xx")
    assert said in str(raised.value)


def test_a_pack_may_inherit_all_but_one_word(house_packs: Path) -> None:
    (house_packs / "en-NZ").mkdir()
    (house_packs / "en-NZ" / "pack.yaml").write_text(
        'inherits: en-GB\nterms: {accessed: "read on {date}"}',
        encoding="utf-8",
    )
    assert locales.term("accessed", "en-NZ", date="Monday") == "read on Monday"
    assert locales.term("ibid", "en-NZ") == "Ibid."


def test_a_word_that_two_packs_give_to_different_places_is_said_plainly(house_packs: Path) -> None:
    (house_packs / "xx").mkdir()
    (house_packs / "xx" / "pack.yaml").write_text('inherits: en-GB\nlocators: {line: {one: ["P."]}}', encoding="utf-8")
    with pytest.raises(ReportError, match="names “P\\.” a line; it is a page elsewhere"):
        locales.locator_words()


def _forget() -> None:
    packs.known_locales.cache_clear()
    packs.pack.cache_clear()
    locales.locator_words.cache_clear()
