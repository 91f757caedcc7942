"""CSV files: rows of cells, each with its place, parted by commas as RFC 4180 has it, one line a row."""

from __future__ import annotations

import re
from pathlib import Path

from report.findings import Checked, Finding, Mark
from report.load.files import read_text
from report.model.manuscript import ScalarNode, Spreadsheet, Stretch

_CELL = re.compile(r' *(?:"((?:[^"]|"")*)"|([^",]*?)) *(?=,|$)')


def read_spreadsheet(root: Path, path: str, named: Mark) -> Checked[Spreadsheet | None]:
    """Read a CSV file; ``named`` is the place that names it."""
    read = read_text(root, path, named)
    if read.value is None:
        return Checked(None, read.findings)
    rows: list[tuple[ScalarNode, ...]] = []
    findings: list[Finding] = []
    for number, line in enumerate(read.value.removesuffix("\n").split("\n"), 1):
        row = _row(line, path, number)
        findings.extend(row.findings)
        if row.findings or not rows or len(row.value) == len(rows[0]):
            rows.append(row.value)
            continue
        message = f"cells in this row: {len(row.value)}; in the head: {len(rows[0])}"
        hint = "a cell that holds a comma stands in double quotes"
        findings.append(Finding("LOD-009", Mark(path, number), message, hint))
    return Checked(None if findings else Spreadsheet(tuple(rows), Mark(path)), tuple(findings))


def _row(line: str, path: str, number: int) -> Checked[tuple[ScalarNode, ...]]:
    cells: list[ScalarNode] = []
    position = 0
    while match := _CELL.match(line, position):
        cells.append(_cell(match, path, number))
        position = match.end() + 1
        if match.end() == len(line):
            return Checked(tuple(cells))
    message = "a quoted cell is not closed, or text stands beside its quotes"
    finding = Finding("LOD-009", Mark(path, number, position + 1), message, "double a quote inside a quoted cell")
    return Checked(tuple(cells), (finding,))


def _cell(match: re.Match[str], path: str, number: int) -> ScalarNode:
    written = match[2] if match[1] is None else match[1]
    start = match.start(1) if match[2] is None else match.start(2)
    stretches = [Stretch(0, number, start + 1)]
    offset, read = 0, 0
    for piece in written.split('""')[:-1]:
        offset, read = offset + len(piece) + 1, read + len(piece) + 2
        stretches.append(Stretch(offset, number, start + read + 1))
    return ScalarNode(written.replace('""', '"'), "text", Mark(path, number, start + 1), tuple(stretches))
