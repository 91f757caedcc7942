"""A code has four homes: a line in the table, a section of the manual, a line in the list, a folder of tests."""

from __future__ import annotations

import os

import pytest

from report.codes import RULES
from tests.support.findings_page import STAGES, anchor, findings_page, heading
from tests.support.manual_page import MANUAL, ROOT

PAGE = ROOT / "docs" / "findings.md"


def test_the_list_of_findings_is_written_from_the_table(pytestconfig: pytest.Config) -> None:
    """``--accept``, or REPORT_ACCEPT=1 in the environment, writes it anew."""
    if pytestconfig.getoption("--accept", default=False) or os.environ.get("REPORT_ACCEPT"):
        PAGE.write_text(findings_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == findings_page()


def test_every_code_belongs_to_a_stage() -> None:
    assert {code[:3] for code in RULES} == set(STAGES)


@pytest.mark.parametrize("code", RULES)
def test_every_code_has_a_section_in_the_manual_with_the_same_sentence(code: str) -> None:
    assert f"\n### {heading(RULES[code])}\n" in MANUAL.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", RULES)
def test_every_code_has_a_folder_of_tests(code: str) -> None:
    folder = ROOT / "tests" / "findings" / code
    assert folder.is_dir()
    assert any(path.is_file() for path in folder.rglob("*"))


def test_no_folder_of_tests_is_left_of_a_code_that_is_gone() -> None:
    folders = {path.name for path in (ROOT / "tests" / "findings").glob("*-*") if path.is_dir()}
    assert folders <= set(RULES)


def test_no_two_rules_have_the_same_anchor() -> None:
    assert len({anchor(heading(rule)) for rule in RULES.values()}) == len(RULES)
