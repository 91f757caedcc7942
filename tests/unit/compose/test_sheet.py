"""One sheet of many: imports in place, each in its layer; the locale's tokens after them, the house's last."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.compose.sheet import house_tokens, locale_tokens, one_sheet
from report.model.locale import Pack
from tests.support.apparatus import SHELF
from tests.support.editions import house

PROJECT = Path(__file__).resolve().parents[3]


def test_imports_stand_in_their_layers_in_order(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "a.css").write_text("p { color: var(--ink); }\n")
    (tmp_path / "styles" / "screen.css").write_text('@layer tokens, base;\n@import url("a.css") layer(base);\n')
    sheet = one_sheet(tmp_path, "screen", house().design, SHELF.pack("en-GB"))
    assert sheet.startswith("@layer tokens, base;\n@layer base {\np { color: var(--ink); }\n}\n")
    assert "@import" not in sheet


def test_a_house_sets_faces_and_tokens_in_their_layer() -> None:
    design = house({"text": "Vollkorn"}, {"columns": "1"}).design
    assert house_tokens(design) == '@layer tokens {\n:root {\n  --columns: 1;\n  --face-text: "Vollkorn";\n}\n}\n'


def test_a_locale_sets_its_faces_before_the_houses_and_its_scales() -> None:
    tokens = locale_tokens(SHELF.pack("fa"))
    assert '  --faces-text: "Amiri", var(--face-text);\n' in tokens
    assert "  --scale-text: 1.12;\n" in tokens
    assert "  --scale-line: 1.307692308;\n" in tokens
    assert "  --sheet-lines: 41;\n" in tokens
    assert "  --folio-style: persian;\n" in tokens


def test_letters_that_join_are_neither_slanted_nor_tracked_nor_divided() -> None:
    tokens = locale_tokens(SHELF.pack("fa"))
    assert "  --slant: normal;\n" in tokens
    assert "  --tracking-title: 0em;\n" in tokens
    assert "  --hyphenation: manual;\n" in tokens


def test_a_locale_in_the_houses_own_script_leaves_its_faces_and_sizes() -> None:
    assert not {"faces-text", "scale-text", "sheet-lines", "slant"} & tokens_set(SHELF.pack("ru"))


@pytest.mark.parametrize("locale", SHELF.known())
def test_every_token_of_a_locale_is_one_that_the_sheets_take(locale: str) -> None:
    sheets = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "styles").rglob("*.css"))
    assert {name for name in tokens_set(SHELF.pack(locale)) if f"var(--{name}" not in sheets} == set()


def test_a_house_has_the_last_word_on_a_size(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "paged.css").write_text("@layer tokens;\n")
    sheet = one_sheet(tmp_path, "paged", house(tokens={"sheet-lines": "40"}).design, SHELF.pack("fa"))
    assert sheet.index("--sheet-lines: 41") < sheet.index("--sheet-lines: 40")


def tokens_set(pack: Pack) -> set[str]:
    return set(re.findall(r"--([\w-]+):", locale_tokens(pack)))
