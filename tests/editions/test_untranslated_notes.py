"""A text that is not translated prints in its own language; the note it calls speaks that of the edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.cli import main
from tests.support.manual_page import write_project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def untranslated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief with a German and a Persian edition of which nothing is translated; its first paragraph cites a work."""
    folder = write_project(tmp_path_factory.mktemp("notes") / "project", has_design=True)
    brief = folder / "content/tides/brief.yaml"
    brief.write_text(f"{brief.read_text(encoding='utf-8')}editions:\n  - locale: de\n  - locale: fa\n", "utf-8")
    return folder


@pytest.mark.parametrize("locale", ["de", "fa"])
def test_a_brief_is_built_before_anything_of_it_is_translated(untranslated: Path, locale: str) -> None:
    order = ["build", "tides", "--locale", locale, "--medium", "paged", "--project", str(untranslated)]
    assert main(order) == 0, "preflight finds every word in its language"
