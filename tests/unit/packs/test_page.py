"""The page on locale packs: its worked example is a pack that is kept as a test, and it tells of every key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from report.locales.kinds import Record
from report.locales.shape import SHAPE
from tests.support.findings import ROOT, findings_of

PAGE = (ROOT / "docs" / "locale-packs.md").read_text(encoding="utf-8")
PROJECT = ROOT / "tests" / "briefs" / "esperanto"


def holds(whole: Any, part: Any) -> bool:
    if isinstance(part, Mapping):
        return all(name in whole and holds(whole[name], value) for name, value in part.items())
    return bool(whole == part)


def test_the_worked_example_is_part_of_the_pack_that_is_tested() -> None:
    pack = yaml.safe_load((PROJECT / "content/locales/eo/pack.yaml").read_text(encoding="utf-8"))
    steps = PAGE.split("## Adding a locale, by example")[1].split("## What a pack")[0]
    examples = re.findall(r"```yaml\n(.*?)```", steps, re.DOTALL)
    assert len(examples) >= 6
    for example in examples:
        assert holds(pack, yaml.safe_load(example)), example


def test_a_brief_in_a_locale_made_of_data_alone_is_sound() -> None:
    assert findings_of(PROJECT) == []


def test_the_page_tells_of_every_key() -> None:
    told = set(re.findall(r"`([a-z-]+)`", PAGE))
    for name, field in SHAPE.fields.items():
        assert name in told
        if isinstance(field.kind, Record) and name not in ("terms", "locators"):
            assert set(field.kind.fields) <= told, name
