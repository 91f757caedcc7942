"""Tables fit their heads, and columns of numbers hold numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import production
from tests.support.findings import findings_of, lay_over_plain

TABLE = """\
id: matter
title: The matter
blocks:
  - id: matter-words
    paragraph: See [#matter-table].
  - id: matter-table
    table:
      columns:
        - title: Year
        - title: Height
          numeric: true
      data: heights.csv
    caption: Heights
    source: Example Institute
"""


def said(tmp_path: Path, sheet: str, section: str = TABLE) -> list[tuple[str, str, int]]:
    brief = tmp_path / "overlay" / "content" / "plain"
    (brief / "sections").mkdir(parents=True)
    (brief / "sections" / "matter.yaml").write_text(section, encoding="utf-8")
    (brief / "heights.csv").write_text(sheet, encoding="utf-8")
    found = findings_of(lay_over_plain(tmp_path / "overlay", tmp_path / "project"))
    return [(finding.code, Path(finding.mark.path).name, finding.mark.line) for finding in found]


def test_titles_and_head_that_differ_are_said_at_both(tmp_path: Path) -> None:
    expected = [("STR-009", "heights.csv", 1), ("STR-009", "matter.yaml", 10)]
    assert said(tmp_path, "Year,Hight\n2019,412\n") == expected


def test_columns_that_change_places_are_noticed(tmp_path: Path) -> None:
    assert {code for code, _, _ in said(tmp_path, "Height,Year\n412,2019\n")} == {"STR-009"}


def test_markdown_in_a_cell_is_read_at_its_place(tmp_path: Path) -> None:
    assert said(tmp_path, 'Year,Height\n2019,412\n"*2020",415\n') == [("PRO-001", "heights.csv", 3)]


@pytest.mark.parametrize(
    "cell", ["412", "–", "−3.5", '"1,850"', "12 %", "≈ 40", "n/a", "", "3–5", "412^[An estimate.]"]
)
def test_numbers_and_what_stands_for_none(tmp_path: Path, cell: str) -> None:
    assert said(tmp_path, f"Year,Height\n2019,{cell}\n") == []


@pytest.mark.parametrize("cell", ["4l2", "high", "4.1.", "12 m"])
def test_what_is_no_number_in_a_column_of_numbers(tmp_path: Path, cell: str) -> None:
    assert said(tmp_path, f"Year,Height\n2019,{cell}\n") == [("STR-011", "heights.csv", 2)]


def test_rows_that_agree_against_the_head_are_said_at_the_head(tmp_path: Path) -> None:
    rows = "rows:\n        - [a, b, c]\n        - [d, e, f]"
    assert said(tmp_path, "a\n", TABLE.replace("data: heights.csv", rows)) == [("STR-009", "matter.yaml", 9)]


@pytest.mark.parametrize("is_in_the_content", [True, False])
def test_the_cells_of_a_table_are_translated_below_its_columns(tmp_path: Path, is_in_the_content: bool) -> None:
    rows = "rows:\n        - [spring, '412']\n        - [autumn, '380']"
    section = TABLE.replace("data: heights.csv", rows) if is_in_the_content else TABLE
    section += "  - id: matter-after\n    paragraph: This comes after it.\n"
    assert said(tmp_path, "Year,Height\nspring,412\nautumn,380\n", section) == []
    units = production.read(tmp_path / "project", "plain").brief.value.units
    assert [one.context for one in units if one.context.startswith("matter-")] == [
        "matter-words/paragraph",
        "matter-table/table/columns/1/title",
        "matter-table/table/columns/2/title",
        "matter-table/table/rows/1/1",
        "matter-table/table/rows/2/1",
        "matter-table/caption",
        "matter-table/source",
        "matter-after/paragraph",
    ]
