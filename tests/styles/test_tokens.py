"""Tokens: every one is used, text and marks stand out from their ground, each colour has a partner for the press."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "styles"
SHEETS = {path: path.read_text(encoding="utf-8") for path in sorted(STYLES.rglob("*.css"))}
_SET = re.compile(r"(?<![\w(-])--([\w-]+)\s*:\s*([^;]+);")
_USED = re.compile(r"var\(--([\w-]+)")
_NEEDED = re.compile(r"var\(--([\w-]+)\)")

TEXT, MARK = 7.0, 4.5


def _tokens(*names: str) -> dict[str, str]:
    return {token: value for name in names for token, value in _SET.findall(SHEETS[STYLES / "tokens" / name])}


def _night() -> dict[str, str]:
    sheet = SHEETS[STYLES / "tokens/color.screen.css"]
    night = sheet[sheet.index("dark)") : sheet.index("@media print")]
    return _tokens("color.css") | dict(_SET.findall(night))


def _luminance(color: str) -> float:
    levels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (level / 12.92 if level <= 0.03928 else ((level + 0.055) / 1.055) ** 2.4 for level in levels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("entry", ["paged.css", "screen.css"])
def test_every_token_of_an_entry_sheet_is_set(entry: str) -> None:
    parts = [STYLES / name for name in re.findall(r'url\("([^"]+)"\)', SHEETS[STYLES / entry])]
    known = {token for part in parts for token, _ in _SET.findall(SHEETS[part])}
    assert {token for part in parts for token in _NEEDED.findall(SHEETS[part])} <= known


def test_every_token_is_used() -> None:
    used = {token for sheet in SHEETS.values() for token in _USED.findall(sheet)}
    known = {
        token for path, sheet in SHEETS.items() if path.parent.name == "tokens" for token, _ in _SET.findall(sheet)
    }
    assert {token for token in known - used if not token.endswith("-cmyk")} == set()


def test_every_sheet_is_imported() -> None:
    imported = {
        STYLES / name
        for entry in ("paged.css", "screen.css")
        for name in re.findall(r'url\("([^"]+)"\)', SHEETS[STYLES / entry])
    }
    assert {path for path in SHEETS if path.parent != STYLES} == imported


@pytest.mark.parametrize("colors", [_tokens("color.css"), _night()], ids=["day", "night"])
def test_text_stands_out_from_paper_and_tint(colors: dict[str, str]) -> None:
    for ink in ("ink", "ink-quiet", "house"):
        for ground in ("paper", "tint"):
            assert _contrast(colors[ink], colors[ground]) >= TEXT, (ink, ground)
    assert _contrast(colors["accent"], colors["paper"]) >= TEXT


@pytest.mark.parametrize("colors", [_tokens("color.css"), _night()], ids=["day", "night"])
def test_marks_stand_out_from_the_tint(colors: dict[str, str]) -> None:
    assert _contrast(colors["accent"], colors["tint"]) >= MARK


def test_every_colour_has_a_partner_for_the_press() -> None:
    colors = _tokens("color.css")
    assert {f"{name}-cmyk" for name in colors if not name.endswith("-cmyk")} == {
        name for name in colors if name.endswith("-cmyk")
    }


def test_the_flow_is_logical() -> None:
    physical = re.compile(
        r"(?:margin|padding|border)-(?:left|right|top|bottom)|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
    )
    found = {
        path.name: physical.findall(re.sub(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", sheet))
        for path, sheet in SHEETS.items()
    }
    assert {name: hits for name, hits in found.items() if hits} == {}
