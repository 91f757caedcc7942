"""Tables woven: columns and rows that were put in, taken out or kept, and the cells of those that were kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from report.model.blocks import Column, Table
from report.model.text import Text
from report.revise.blocks.parts import PartWeaver, one_of
from report.revise.journal import Place


class TableWeaver(PartWeaver):
    """Weaves what is within a table; its legend is woven around that."""

    def woven(self, old: Table, new: Table, place: Place) -> Table:
        """Return two tables as one, with the legend of the new one."""
        self.thing(f"{new.id}/row-heads", old.has_row_heads, new.has_row_heads, place)
        columns = list(self.places(old.columns, new.columns, self._like_columns))
        heads, numbers = [], []
        for at, (i, j) in enumerate(columns, start=1):
            head, number = self._column(
                None if i is None else old.columns[i], None if j is None else new.columns[j], place, new.id, at
            )
            heads.append(head)
            numbers.append(number)
        rows: list[tuple[Text, ...]] = []
        for before, after in self.pairs(old.rows, new.rows, self._like_rows(old.has_row_heads and new.has_row_heads)):
            rows.append(self._cells(before, after, columns, numbers, place, f"{new.id}/{len(rows) + 1}"))
        notes = self.weaver.woven(old.notes, new.notes, place.as_part("table-notes"))
        return replace(new, columns=tuple(heads), rows=tuple(rows), notes=notes)

    def _column(self, old: Column | None, new: Column | None, place: Place, id_: str, at: int) -> tuple[Column, int]:
        """Return a column's head, and the number of the change for one that stands in one revision alone."""
        place, path = place.as_part("column"), f"{id_}/column-{at}"
        if old and new:
            self.thing(f"{path}/numeric", old.numeric, new.numeric, place, is_said=False)
            title = self.weaver.woven(old.title, new.title, place)
            return replace(new, title=title, unit=self.weaver.woven(old.unit, new.unit, place)), 0
        column, side = one_of(old, new)
        number = self.row(side, (column.title, column.unit), place, path)
        title, unit = (self.weaver.whole(text, side, number, place.section) for text in (column.title, column.unit))
        return replace(column, title=title, unit=unit), number

    def _cells(  # noqa: PLR0913, PLR0917 - a row of two tables, by columns
        self,
        old: tuple[Text, ...] | None,
        new: tuple[Text, ...] | None,
        columns: Sequence[tuple[int | None, int | None]],
        numbers: Sequence[int],
        place: Place,
        path: str,
    ) -> tuple[Text, ...]:
        if old is None or new is None:
            row, side = one_of(old, new)
            number = self.row(side, row, place.as_part("row"), path)
            own = [pair[0] if side == "deleted" else pair[1] for pair in columns]
            return tuple(() if at is None else self.weaver.whole(row[at], side, number, place.section) for at in own)
        made: list[Text] = []
        for (i, j), number in zip(columns, numbers, strict=True):
            if i is not None and j is not None:
                made.append(self.weaver.woven(old[i], new[j], place.as_part("cell")))
            elif i is not None:
                made.append(self.weaver.whole(old[i], "deleted", number, place.section))
            elif j is not None:
                made.append(self.weaver.whole(new[j], "inserted", number, place.section))
        return tuple(made)

    def _like_columns(self, old: Column, new: Column) -> float:
        return self.like((old.title, old.unit), (new.title, new.unit))

    def _like_rows(self, has_heads: bool) -> Callable[[tuple[Text, ...], tuple[Text, ...]], float]:
        def like(old: tuple[Text, ...], new: tuple[Text, ...]) -> float:
            of_cells = self.like(old, new)
            return (self.like(old[:1], new[:1]) + of_cells) / 2 if has_heads else of_cells

        return like
