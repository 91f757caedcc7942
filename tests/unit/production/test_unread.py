"""While a file cannot be read, nothing is said that only seems so because of that."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from report.desk import Desk
from report.order import Order
from report.production import prepare
from tests.support.projects import ROOT

SLUG = "iran-russia-nexus"  # it has frozen texts, errata, citations and three translations


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


Change = Callable[[str], str]


@pytest.mark.parametrize("locale", ["en-GB", "de"])
@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("brief.yaml", lambda text: text.replace("subtitle:", "subtitle: : ["), "LOD-002"),
        ("brief.yaml", lambda _: "", "LOD-002"),
        ("brief.yaml", lambda text: text.replace("date: 2017-04-20", "date: 2017-04-31"), "STR-004"),
        ("brief.yaml", lambda text: text.replace('version: "1.1"', "version: 1.1"), "STR-003"),
        ("brief.yaml", lambda text: text.replace("sections:", "section:"), "STR-001"),
        ("references.bib", lambda text: text + "\ufeff", "LOD-007"),
    ],
)
def test_the_mistake_is_said_and_nothing_else(project: Path, name: str, change: Change, code: str, locale: str) -> None:
    path = project / "content" / SLUG / name
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert _codes(project, locale) == [code]


def test_a_bibliography_that_is_not_there_is_missed_once(project: Path) -> None:
    (project / "content" / SLUG / "references.bib").unlink()
    assert _codes(project, "de") == ["LOD-001"]


def test_a_text_in_an_unknown_language_is_not_held_against_the_rules_of_english(project: Path) -> None:
    path = project / "content" / SLUG / "sections" / "backdrop.yaml"
    title = "title: From 10-20 to 1914 - 1918 -- "
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", title), encoding="utf-8")
    assert {"PRO-012", "PRO-013"} <= {*_codes(project, "en-GB")}
    (project / "content" / SLUG / "brief.yaml").write_text("", encoding="utf-8")
    assert _codes(project, "en-GB") == ["LOD-002"]


def test_what_is_wrong_beside_it_is_said_all_the_same(project: Path) -> None:
    (project / "content" / SLUG / "brief.yaml").write_text("", encoding="utf-8")
    section = project / "content" / SLUG / "sections" / "backdrop.yaml"
    section.write_text(section.read_text(encoding="utf-8") + "  - id: Not_An_Id\n    paragraph: x\n", encoding="utf-8")
    errata = project / "content" / SLUG / "errata.yaml"
    errata.write_text(errata.read_text(encoding="utf-8").replace("kind: correction", "kind: withdrawal"), "utf-8")
    assert _codes(project, "en-GB") == ["LOD-002", "REV-024", "REV-026", "STR-006"]


def _codes(project: Path, locale: str) -> list[str]:
    """Return what is noticed in an edition; templates and sheets were left behind and are not asked for."""
    desk = Desk()
    prepare(Order(project, SLUG, locale, ()), desk)
    design = ("CMP", "STY", "LOC-006", "LOC-008")
    return sorted({one.code for one in desk.findings if not one.code.startswith(design)})
