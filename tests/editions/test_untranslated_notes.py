"""A text that is not translated prints in its own language; what the program words in it, in that of the edition."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.cli import main
from tests.support.manual_page import write_project
from tests.support.structure import tagged

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


@pytest.mark.parametrize(("locale", "label"), [("de", "Tabelle\u00a01"), ("fa", "جدول\u00a0۱")])
def test_the_label_of_a_cross_reference_is_tagged_with_the_language_it_is_in(
    untranslated: Path, locale: str, label: str
) -> None:
    order = ["build", "tides", "--locale", locale, "--medium", "paged", "--medium", "screen"]
    assert main([*order, "--project", str(untranslated)]) == 0
    made = untranslated / "dist" / "tides" / locale / f"tides.{locale}"
    document = tagged(made.with_suffix(f".{locale}.pdf").read_bytes()).document
    (around,) = [one for one in document.all("P") if "On an ordinary" in one.text]
    assert [one.language for one in around.all("Link")] == [locale, locale]
    assert "en-GB" in {one.language for one in around.walk()}
    page = made.with_suffix(f".{locale}.html").read_text(encoding="utf-8")
    leading = f'<a class="cross-reference" href="#b-gauges-sheet">{label}</a>'
    assert re.search(f'<(span|bdi) lang="{locale}"[^>]*>{re.escape(leading)}</', page)
