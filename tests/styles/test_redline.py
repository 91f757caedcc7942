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


def test_one_text_alone_is_shown_in_masthead_and_imprint_too() -> None:
    """Both stand outside of the text: what is chosen there is asked of the whole page."""
    sheet = (PROJECT / "styles/revision/redline.screen.css").read_text(encoding="utf-8")
    rules = re.findall(r"(?m)^(\S*:has\([^)]*:checked[^)]*\))", sheet)
    assert rules
    assert {rule.partition(":has")[0] for rule in rules} == {":root"}


@pytest.mark.parametrize(
    ("fate", "look"), [("deleted", "line-through"), ("moved-away", "line-through"), ("inserted", "underline")]
)
def test_the_dates_of_a_timeline_that_came_or_went_as_a_whole_show_it(fate: str, look: str) -> None:
    """The whole timeline has the fate then, and its steps have none of their own."""
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", REDLINE)
    looks = [body for selectors, body in rules if f'[data-fate="{fate}"] .timeline-date' in selectors]
    assert looks
    assert all(f"text-decoration: {look}" in body for body in looks)
