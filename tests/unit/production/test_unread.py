"""While a file cannot be read, nothing is said that only seems so because of that."""

from __future__ import annotations

import re
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


def test_a_text_that_could_not_be_read_is_not_said_to_be_translated_for_nothing(project: Path) -> None:
    path = project / "content" / SLUG / "sections" / "backdrop.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    paragraph:", "    paragraf:", 1), encoding="utf-8")
    desk = Desk()
    prepare(Order(project, SLUG, "de", ()), desk)
    told = [one.code for one in desk.findings if one.mark.path.startswith(f"content/{SLUG}/")]
    assert "STR-001" in told
    assert "LOC-008" not in told


def test_of_two_blocks_with_one_id_no_translation_is_compared(project: Path) -> None:
    path = project / "content" / SLUG / "sections" / "backdrop.yaml"
    text = path.read_text(encoding="utf-8")
    first, second = re.findall(r"(?m)^  - id: (\S+)\n    paragraph:", text)[:2]
    path.write_text(text.replace(f"id: {second}\n", f"id: {first}\n"), encoding="utf-8")
    codes = _codes(project, "de")
    assert "LNK-001" in codes
    assert [one for one in codes if one.startswith("LOC-03")] == []


def test_a_stale_translation_is_not_told_that_it_lacks_what_only_the_new_text_has(project: Path) -> None:
    brief = project / "content" / SLUG
    path = brief / "sections" / "backdrop.yaml"
    text = path.read_text(encoding="utf-8")
    figure = (
        "  - id: backdrop-new\n    figure: figures/new.svg\n    caption: New\n    alternative: New.\n    credit: New\n"
    )
    at = text.index("  - id: ", text.index("blocks:"))
    paragraph = text.index(">-\n", at) + 3
    said = "      [#backdrop-new] is new.[@new2017]\n"
    path.write_text(f"{text[:paragraph]}{said}{text[paragraph:]}{figure}", encoding="utf-8")
    (brief / "figures").mkdir(exist_ok=True)
    (brief / "figures/new.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    with (brief / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{new2017, author={New, Ann}, title={New}, publisher={Example Press}, date={2017}}\n")
    assert {"LNK-005", "CIT-003"}.isdisjoint(_codes(project, "en-GB"))
    codes = _codes(project, "de")
    assert "LOC-007" in codes
    assert {"LNK-005", "CIT-003"}.isdisjoint(codes)


def test_what_is_wrong_beside_it_is_said_all_the_same(project: Path) -> None:
    (project / "content" / SLUG / "brief.yaml").write_text("", encoding="utf-8")
    section = project / "content" / SLUG / "sections" / "backdrop.yaml"
    section.write_text(section.read_text(encoding="utf-8") + "  - id: Not_An_Id\n    paragraph: x\n", encoding="utf-8")
    errata = project / "content" / SLUG / "errata.yaml"
    errata.write_text(errata.read_text(encoding="utf-8").replace("kind: correction", "kind: withdrawal"), "utf-8")
    assert _codes(project, "en-GB") == ["LOD-002", "REV-024", "STR-006"]


def _codes(project: Path, locale: str) -> list[str]:
    """Return what is noticed in an edition; templates and sheets were left behind and are not asked for."""
    desk = Desk()
    prepare(Order(project, SLUG, locale, ()), desk)
    design = ("CMP", "STY", "LOC-006", "LOC-008")
    return sorted({one.code for one in desk.findings if not one.code.startswith(design)})
