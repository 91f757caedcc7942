"""`report locale check`: specimen and findings of the packs that come with the program, and of a house's own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from report.cli import main
from report.errors import UsageError
from report.findings import Finding
from report.locales import Shelf
from report.packs.checking import check_pack
from report.packs.draft import begin_pack
from report.packs.letters import letters_of
from tests.support.findings import ROOT

ESPERANTO = ROOT / "tests" / "briefs" / "esperanto"
TAGS = Shelf.of(None).known()


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A project with the Esperanto pack."""
    return Path(shutil.copytree(ESPERANTO, tmp_path / "house"))


def change(project: Path, was: str, now: str) -> None:
    path = project / "content" / "locales" / "eo" / "pack.yaml"
    source = path.read_text(encoding="utf-8")
    assert source.count(was) == 1, was
    path.write_text(source.replace(was, now), encoding="utf-8")


def found(project: Path, tag: str = "eo") -> list[Finding]:
    return list(check_pack(project, tag, "text").findings)


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_is_to_be_mended_in_a_pack_of_the_program(tag: str) -> None:
    assert found(ROOT, tag) == []


def test_nothing_is_to_be_mended_in_a_locale_made_of_data_alone() -> None:
    assert found(ESPERANTO) == []


@pytest.mark.parametrize(
    ("was", "now", "message", "line"),
    [
        ("  ibid: Samloke\n", "", "still English under “terms”: ibid", 54),
        ('ordinals: {"": "-\\u2060a"}\n', "", "still English under “ordinals”: all of it", 1),
        (
            'set: "p.{no-break}{digits}"',
            'set: "p.{thin}{digits}"',
            "“vidu p. 13” should print as “vidu p.\\u00a013”, and prints as “vidu p.\\u2009\\u206013”",
            48,
        ),
        ('decimal: ","', 'decimal: "."', "“numbers.decimal” is “.”; the Unicode CLDR has “,”", 22),
        (
            '{what: numbers.minus, why: "The',
            '{what: numbers.minos, why: "The',
            "“numbers.minos” is no key of a pack",
            0,
        ),
        ('language: "eo"', 'language: "tlh"', "there are no patterns for “tlh”", 42),
        ('name: "Esperanto"', 'name: "Ꙛ"', "none of Fira Sans, Spectral has Ꙛ", 1),
    ],
)
def test_what_is_to_be_mended_is_said_at_its_place(house: Path, was: str, now: str, message: str, line: int) -> None:
    change(house, was, now)
    said = found(house)
    assert {finding.code for finding in said} == {"LOC-020"}
    assert message in [finding.message for finding in said]
    assert all(finding.mark.path == "content/locales/eo/pack.yaml" for finding in said)
    if line:
        assert line in [finding.mark.line for finding in said]


def test_a_pack_begun_lacks_only_its_words(tmp_path: Path) -> None:
    shutil.copytree(ESPERANTO, tmp_path / "house", ignore=shutil.ignore_patterns("locales"))
    begin_pack(tmp_path / "house", "eo", Shelf.of(None))
    messages = [finding.message for finding in found(tmp_path / "house")]
    assert [message.split(":")[0] for message in messages] == [
        "still English under “ordinals”",
        "still English under “terms”",
        "still English under “locators”",
    ]


def test_a_locale_of_the_same_language_has_nothing_to_translate(tmp_path: Path) -> None:
    shutil.copytree(ESPERANTO, tmp_path / "house", ignore=shutil.ignore_patterns("locales"))
    begin_pack(tmp_path / "house", "de-CH", Shelf.of(None))
    assert found(tmp_path / "house", "de-CH") == []


def test_the_specimen_shows_what_the_locale_writes_in_its_own_way() -> None:
    specimen = check_pack(ROOT, "fa", "text").value
    for written in ("۱۱⍽اسفند ۱۳۹۵ (۱⍽مارس ۲۰۱۷)", "۱٬۸۵۰", "«A ‹b› c»", "همان", "from right to left"):
        assert written in specimen
    assert "\u00a0" not in specimen
    assert "\u2060" not in specimen


def test_the_specimen_is_json_for_programs() -> None:
    specimen = json.loads(check_pack(ROOT, "de-AT", "json").value)
    assert specimen["dates"]["a month"] == "Jänner 2017"
    assert specimen["locale"]["inherits"] == "de"
    assert specimen["numbers"]["12500"] == "12.500"


def test_the_specimen_is_the_same_every_time() -> None:
    assert check_pack(ROOT, "ru", "json") == check_pack(ROOT, "ru", "json")


def test_a_pack_that_there_is_not_is_said() -> None:
    with pytest.raises(UsageError, match="did you mean “de”"):
        check_pack(ROOT, "dee", "text")


def test_the_command_answers_with_its_status(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["locale", "check", "eo", "--project", str(house)]) == 0
    change(house, "  ibid: Samloke\n", "")
    assert main(["locale", "check", "eo", "--project", str(house)]) == 1
    said = capsys.readouterr()
    assert "Samloke" in said.out
    assert "LOC-020" in said.err
    assert main(["locale", "check", "tlh", "--project", str(house)]) == 2
    assert main(["locale", "new", "ia", "--project", str(house)]) == 0


def test_the_letters_of_a_language_are_known() -> None:
    assert set("ĉĝĥĵŝŭ") <= letters_of("eo")
    assert set("äöüß") <= letters_of("de-AT")
    assert set("پچژگ") <= letters_of("fa")
    assert letters_of("tlh") == frozenset()


def test_a_build_needs_no_babel() -> None:
    asked = "import sys, report.cli, report.production; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_of_a_pack_that_cannot_be_read_nothing_else_is_said(house: Path) -> None:
    (house / "content" / "locales" / "eo" / "pack.yaml").write_text("name: [\n", encoding="utf-8")
    assert [finding.code for finding in found(house)] == ["LOD-002"]
