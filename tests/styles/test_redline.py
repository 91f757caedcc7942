"""Redlines: their colours stand out, and none of them is needed to tell what is in, out or set otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.compose.sheet import one_sheet
from report.model.output import SETTINGS, Setting
from tests.styles.test_tokens import TEXT, _contrast, _night, _tokens
from tests.support.editions import SHELF, house

PROJECT = Path(__file__).parents[2]
REDLINE = (PROJECT / "styles/revision/redline.css").read_text(encoding="utf-8")
COLOURS = ("inserted", "deleted", "change")


def _night_of_redlines() -> dict[str, str]:
    sheet = (PROJECT / "styles/tokens/redline.screen.css").read_text(encoding="utf-8")
    night = sheet[sheet.index("dark)") : sheet.index("@media print")]
    return _night() | dict(re.findall(r"--([\w-]+):\s*([^;]+);", night))


@pytest.mark.parametrize("colours", [_tokens("color.css", "redline.css"), _night_of_redlines()], ids=["day", "night"])
def test_changed_words_are_read_as_well_as_others(colours: dict[str, str]) -> None:
    for name in COLOURS:
        for ground in ("paper", "tint"):
            assert _contrast(colours[name], colours[ground]) >= TEXT, (name, ground)


def test_every_colour_of_a_redline_has_a_partner_for_the_press() -> None:
    tokens = _tokens("redline.css")
    assert {f"{name}-cmyk" for name in COLOURS} <= set(tokens)


def test_each_mark_is_told_from_the_others_without_its_colour() -> None:
    looks = dict(re.findall(r"(?m)^(ins|del|\.restyled) \{[^}]*?text-decoration: ([\w -]+);", REDLINE))
    assert looks == {"ins": "underline", "del": "line-through", ".restyled": "underline dotted"}


@pytest.mark.parametrize("medium", SETTINGS)
def test_the_sheet_of_an_edition_has_nothing_of_redlines(medium: Setting) -> None:
    design, pack = house().design, SHELF.pack("en-GB")
    assert "--inserted" not in one_sheet(PROJECT, medium, design, pack)
    assert "--inserted" in one_sheet(PROJECT, medium, design, pack, is_redline=True)
