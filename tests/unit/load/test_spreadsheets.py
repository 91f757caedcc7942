"""CSV files are rectangles of cells that know their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.findings import Checked, Mark
from report.load.spreadsheets import read_spreadsheet
from report.model.manuscript import Spreadsheet


def read(root: Path, text: str) -> Checked[Spreadsheet | None]:
    (root / "a.csv").write_text(text, encoding="utf-8")
    return read_spreadsheet(root, "a.csv", Mark("section.yaml"))


def test_cells_are_read_with_their_quotes_resolved(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'Year,Said\n2019,"one, ""two"""\n2020,\n').value
    assert sheet
    assert [[cell.text for cell in row] for row in sheet.rows] == [
        ["Year", "Said"],
        ["2019", 'one, "two"'],
        ["2020", ""],
    ]


def test_a_character_of_a_quoted_cell_is_found_again(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'Year, Said\n2019,"a ""b"" c"\n').value
    assert sheet
    cell = sheet.rows[1][1]
    assert [cell.at(cell.text.index(letter)).column for letter in "abc"] == [7, 11, 15]
    assert sheet.rows[0][1].mark == Mark("a.csv", 1, 7)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a,b\n1\n", 2), ("a,b\n1,2\n1,2,3\n", 3), ('a,b\n"1,2\n', 2), ('a,b\n1,"2"x\n', 2), ("a,b\n\n1,2\n", 2)],
)
def test_what_is_no_rectangle_is_reported_in_its_row(tmp_path: Path, text: str, line: int) -> None:
    (finding,) = read(tmp_path, text).findings
    assert (finding.code, finding.mark.line) == ("LOD-009", line)
