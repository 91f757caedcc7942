"""A pack begun from the Unicode CLDR is one at once, and says what is still to be translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import locales
from report.errors import UsageError, WriteError
from report.load.marked import read_yaml
from report.load.packs import load_packs
from report.locales import Shelf
from report.locales.house import plain
from report.packs.cldr import cldr_of
from report.packs.draft import begin_pack


def begun(project: Path, tag: str) -> str:
    return begin_pack(project, tag, Shelf.of(load_packs(project))).read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", ["eo", "fr", "es", "pl", "el", "uk", "ar", "he", "hi", "th", "ja", "sr-Latn", "pt-BR"])
def test_a_pack_begun_is_sound_at_once(tmp_path: Path, tag: str) -> None:
    begun(tmp_path, tag)
    shelf = Shelf.of(load_packs(tmp_path))
    assert shelf.findings == ()
    assert shelf.pack(tag).inherits == "en-GB"


def test_a_new_language_has_what_the_cldr_knows(tmp_path: Path) -> None:
    begun(tmp_path, "fr")
    pack = Shelf.of(load_packs(tmp_path)).pack("fr")
    assert pack.name == "français"
    assert pack.months.long[7] == "août"
    assert pack.dates.day == "{day}\u00a0{month} {year}"
    assert pack.quotation_marks == ("«", "»", "«", "»")
    assert (pack.numbers.decimal, pack.numbers.group, pack.numbers.minus) == (",", "\u202f", "−")
    assert pack.numbers.percent.replace("\u202f", "\u00a0") == "{number}\u00a0%"
    assert pack.numbers.currency == "{number}\u00a0{currency}"
    assert pack.lists.last == " et "
    assert pack.hyphenation.language == "fr"


def test_a_language_from_the_right_takes_no_tracking_and_is_sorted_by_its_own_script(tmp_path: Path) -> None:
    begun(tmp_path, "ar")
    pack = Shelf.of(load_packs(tmp_path)).pack("ar")
    assert (pack.direction, pack.type.tracking, pack.type.italic) == ("rtl", False, False)
    assert pack.collation.scripts[0] == "arabic"


def test_digits_and_page_numbers_of_another_script_go_together(tmp_path: Path) -> None:
    begun(tmp_path, "mr")
    pack = Shelf.of(load_packs(tmp_path)).pack("mr")
    assert (pack.digits, pack.folios) == ("०१२३४५६७८९", "devanagari")


def test_a_locale_of_a_known_language_holds_only_what_differs(tmp_path: Path) -> None:
    written = plain(read_yaml(begun(tmp_path, "de-CH"), "pack.yaml", escapes=True).value)  # type: ignore[arg-type]
    assert written["inherits"] == "de"
    assert set(written) == {"inherits", "name", "numbers"}
    assert locales.term("ibid", Shelf.of(load_packs(tmp_path)).pack("de-CH")) == "Ebd."


def test_the_words_to_translate_stand_in_comments(tmp_path: Path) -> None:
    lines = begun(tmp_path, "eo").splitlines()
    assert '#   ibid: "Ibid."' in lines
    uncommented = "\n".join(line.removeprefix("# ") for line in lines if not line.startswith(("# English", "# yaml")))
    written = read_yaml(uncommented.split("differs:")[1].split("\n", 1)[1], "pack.yaml", escapes=True)
    assert written.findings == ()
    assert set(plain(written.value)) == {"ordinals", "terms", "locators"}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("de", "the pack “de” comes with the program"),
        ("tlh", "the Unicode CLDR does not know “tlh”"),
        ("Esperanto", "“Esperanto” is no locale tag"),
        ("../eo", "“../eo” is no locale tag"),
        ("", "“” is no locale tag"),
        ("EO", "“EO” is no locale tag"),
    ],
)
def test_what_cannot_be_begun_is_said(tmp_path: Path, tag: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        begun(tmp_path, tag)
    assert said in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_a_pack_that_is_there_is_not_begun_again(tmp_path: Path) -> None:
    first = begun(tmp_path, "eo")
    with pytest.raises(UsageError, match="is there already"):
        begun(tmp_path, "eo")
    assert (tmp_path / "content" / "locales" / "eo" / "pack.yaml").read_text(encoding="utf-8") == first


def test_a_pack_is_not_begun_outside_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project" / "content").mkdir(parents=True)
    (tmp_path / "project" / "content" / "locales").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteError, match="leads out of the project"):
        begun(tmp_path / "project", "eo")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_no_locale_takes_the_words_of_one_that_was_asked_for_before() -> None:
    assert cldr_of("he")["months"]["long-alone"][8] == "ספטמבר"
    assert cldr_of("de")["months"]["long-alone"][8] == "September"
