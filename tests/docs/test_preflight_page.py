"""The page on preflight lists every question in its own words, and says of which media it is asked."""

from __future__ import annotations

import re

import pytest

from report.findings import Mark
from report.load.packs import load_packs
from report.load.preflight import load_preflight
from report.locales import Shelf
from report.model.preflight import PRINTED_MEDIA, Profile
from report.preflight.questions import QUESTIONS
from report.validate.preflight import read_preflight
from tests.support.findings import ROOT

PAGE = ROOT / "docs" / "preflight.md"
HEAD = "| question | asked of | what is asked |\n| --- | --- | --- |\n"


def profiles() -> dict[str, Profile]:
    shelf = Shelf.of(load_packs(ROOT))
    read = {name: read_preflight(name, load_preflight(None, name, Mark("x")).value, shelf) for name in PRINTED_MEDIA}
    return {name: one.value for name, one in read.items() if one.value}


def rows() -> str:
    made = profiles()
    lines = []
    for name, question in QUESTIONS.items():
        media = ", ".join(medium for medium, profile in made.items() if name in profile.questions)
        words = re.sub(r"\s+", " ", (question.__doc__ or "").partition("\n\n")[0]).strip().removeprefix("Ask ")
        lines.append(f"| `{name}` | {media} | {words} |\n")
    return "".join(lines)


def test_every_question_is_listed_as_it_is_asked(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, after = page.partition(HEAD)
    listed = after[: after.index("\n\n") + 1] if after.startswith("|") else ""
    if request.config.getoption("--accept"):
        PAGE.write_text(before + HEAD + rows() + after.removeprefix(listed), encoding="utf-8")
        return
    assert listed == rows(), "if this is right: pytest --accept tests/docs/test_preflight_page.py"
