"""The matter of tables: columns, and rows from the content or from a CSV file, made to fit each other."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

from report.findings import Mark
from report.model.blocks import Column
from report.model.manuscript import Manuscript, ScalarNode
from report.model.text import Text, plain
from report.validate.markdown import NoteIds
from report.validate.reader import Reader
from report.validate.values import Row, Values

_NUMBER = re.compile(
    r"(?:[≈~<>≤≥]\s?)?[-+−±]?[0-9](?:[0-9.,:/\u00a0\u2009 ]*[0-9])?(?:[–±][0-9.,]*[0-9])?\s?[%‰]?"
    r"|[–—.…]+|n/a|"
)


class Matter(NamedTuple):
    """Columns and rows that fit."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]


class TableMaker:
    """Makes the matter of tables; what does not fit is said through the reader."""

    def __init__(self, reader: Reader, manuscript: Manuscript) -> None:
        """Take the reader to speak through, and the manuscript for its spreadsheets."""
        self._reader = reader
        self._spreadsheets = manuscript.spreadsheets
        self._is_translated = bool(manuscript.locale)

    def matter(self, values: Values, block_id: str, notes: NoteIds) -> Matter | None:
        """Return columns and rows with their notes numbered, or nothing when they do not fit."""
        columns = tuple(
            Column(column.get("title", ()), column.get("unit", ()), column.get("numeric", default=False))
            for column in values["columns"]
        )
        rows = self._rows_of_sheet(values, columns) if "data" in values.keys else values["rows"]
        if rows is None:
            return None
        if not self._fit(rows, columns, values["columns"][0].mark):
            return None
        for number, row in enumerate(rows, start=1):
            self._expect_numbers(row, columns)
            self._write_down(row, (block_id, "table", "rows", str(number)))
        return Matter(columns, tuple(tuple(notes.number(cell.text) for cell in row.cells) for row in rows))

    def _rows_of_sheet(self, values: Values, columns: tuple[Column, ...]) -> tuple[Row, ...] | None:
        """Read the cells of a CSV file; its head must repeat the titles, so that no column changes places.

        The titles of an edition are translated, those of the file are not.
        """
        sheet = self._spreadsheets.get(values["data"])
        if sheet is None:
            return None
        head, *rows = sheet.rows
        titles = [plain(column.title) for column in columns]
        if not self._is_translated and [cell.text for cell in head] != titles:
            pairs = zip_longest(head, titles, values["columns"])
            cell, title, column = next(pair for pair in pairs if not pair[0] or pair[0].text != pair[1])
            message = f"the table has “{title or ''}” where the head of its file has “{cell.text if cell else ''}”"
            for mark in (cell.mark if cell else head[-1].mark, column.mark if column else values.mark):
                self._reader.slate.note("STR-009", mark, message, "the titles of the columns and the head are equal")
            return None
        return tuple(Row(tuple(self._reader.cell(cell, "cell") for cell in row), row[0].mark) for row in rows)

    def _fit(self, rows: tuple[Row, ...], columns: tuple[Column, ...], head: Mark) -> bool:
        """Whether all rows are as wide as the head; when they agree against it, the head is said to be wrong."""
        widths = {len(row.cells) for row in rows}
        if widths == {len(columns)}:
            return True
        if len(widths) == 1:
            message = f"columns of the table: {len(columns)}; cells in every row: {widths.pop()}"
            self._reader.slate.note("STR-009", head, message, "declare a column for each cell")
            return False
        for row in rows:
            if len(row.cells) != len(columns):
                message = f"cells in this row: {len(row.cells)}; columns of the table: {len(columns)}"
                self._reader.slate.note("STR-009", row.mark, message, 'an empty cell is written ""')
        return False

    def _expect_numbers(self, row: Row, columns: tuple[Column, ...]) -> None:
        for cell, column in zip(row.cells, columns, strict=True):
            words = plain(cell.text)
            if column.numeric and not _NUMBER.fullmatch(words):
                hint = "write a number, a dash for none, or take “numeric” from the column"
                self._reader.slate.note("STR-011", cell.mark, f"“{words}” stands in a column of numbers", hint)

    def _write_down(self, row: Row, way: tuple[str, ...]) -> None:
        """Write the cells with words down as units, below their columns.

        What is a number and no more is set by the locale of an edition.
        """
        for number, cell in enumerate(row.cells, start=1):
            is_number = len(cell.text) < 2 and _NUMBER.fullmatch(plain(cell.text))  # one run: no note hangs on it
            if not is_number and isinstance(cell.node, ScalarNode):
                about = "A cell of a table."
                self._reader.unit((*way, str(number)), cell.node, cell.text, about, before=f"{way[0]}/caption")
