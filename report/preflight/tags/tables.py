"""Tables have heads with a scope, rows of one length, and their caption (PRE-027): ISO 14289-1, 7.5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.structure import Element
from report.preflight.tags.nesting import spot_of_element

_SCOPES = ("Column", "Row", "Both")


def ask_tables(evidence: Evidence) -> Iterator[Finding]:
    """Ask that every table can be read cell by cell with its heads."""
    file = evidence.file
    if file is None or file.tree is None:
        return
    tables = [one for one in file.tree.elements() if one.role == "Table"]
    for table in tables:
        spot = spot_of_element(file, table)
        where = f"page {spot.page}: " if spot else ""
        for fault in _faults(table, has_caption=evidence.copy is not None):
            yield Finding("PRE-027", evidence.mark, f"{where}a table {fault}", spot=spot)
    if evidence.copy is not None and len(tables) != len(evidence.copy.heads):
        message = f"the copy has {len(evidence.copy.heads)} tables, tagged as such are {len(tables)}"
        yield Finding("PRE-027", evidence.mark, message)


def _faults(table: Element, *, has_caption: bool) -> Iterator[str]:
    captions = [number for number, one in enumerate(table.elements) if one.role == "Caption"]
    if has_caption and captions != [0]:
        yield "does not begin with its caption" if captions else "has no caption"
    rows = [one for one in table.within() if one.role == "TR"]
    cells = [one for row in rows for one in row.elements]
    if not any(one.role == "TH" for one in cells):
        yield "has no heads (TH)"
    without = sum(one.role == "TH" and one.attributes.get("Scope") not in _SCOPES for one in cells)
    if without:
        yield f"has heads (TH) without a scope: {without} of them"
    elsewhere = sum(
        one.attributes.get("Scope") == _other(row) for row in rows for one in row.elements if one.role == "TH"
    )
    if elsewhere:
        yield f"has heads (TH) with the scope of another place: {elsewhere} of them"
    lengths = _lengths(rows)
    if len(set(lengths)) > 1:
        yield f"has rows of {' and '.join(map(str, sorted(set(lengths))))} cells"
    if rows and any(one.role == "TD" for one in rows[0].elements) and _has_head(table):
        yield "has cells (TD) among the heads of its columns"
    ids = {one.id for one in cells if one.role == "TH" and one.id}
    lost = {name for one in cells for name in _names(one.attributes.get("Headers")) if name not in ids}
    if lost:
        yield f"has cells whose head is not there: “{min(lost)}”"
    astray = sum(1 for _ in _astray(rows))
    if astray:
        yield f"has cells that name a head which is not theirs: {astray} of them"


def _other(row: Element) -> str:
    """Return the scope that no head in a row has: one beside cells heads its row, one among heads its column."""
    return "Column" if any(one.role == "TD" for one in row.elements) else "Row"


def _astray(rows: Sequence[Element]) -> Iterator[Element]:
    """Yield the cells that name a head which is in their table, but neither in their row nor in their column."""
    places = list(_places(rows))
    heads = {cell.id: (row, columns) for cell, row, columns in places if cell.role == "TH" and cell.id}
    for cell, row, columns in places:
        named = [heads[name] for name in _names(cell.attributes.get("Headers")) if name in heads]
        if any(other != row and columns.isdisjoint(others) for other, others in named):
            yield cell


def _places(rows: Sequence[Element]) -> Iterator[tuple[Element, int, frozenset[int]]]:
    """Yield each cell with its row and the columns it takes; cells may reach into rows below them."""
    reaching: dict[int, int] = {}
    for number, row in enumerate(rows):
        taken = {column for column, last in reaching.items() if last >= number}
        at = 0
        for cell in row.elements:
            while at in taken:
                at += 1
            columns, deep = _span(cell, "ColSpan"), _span(cell, "RowSpan")
            reaching.update(dict.fromkeys(range(at, at + columns), number + deep - 1))
            yield cell, number, frozenset(range(at, at + columns))
            at += columns


def _has_head(table: Element) -> bool:
    return any(one.role == "THead" for one in table.elements)


def _lengths(rows: list[Element]) -> list[int]:
    """Return how many columns each row takes, with cells that reach into it from above."""
    reaching: list[int] = []
    lengths: list[int] = []
    for row in rows:
        taken = sum(left > 0 for left in reaching)
        reaching = [left - 1 for left in reaching if left > 1]
        for cell in row.elements:
            columns, deep = _span(cell, "ColSpan"), _span(cell, "RowSpan")
            taken += columns
            reaching += [deep - 1] * columns if deep > 1 else []
        lengths.append(taken)
    return lengths


def _span(cell: Element, name: str) -> int:
    value: Any = cell.attributes.get(name, 1)
    return min(value, 1000) if isinstance(value, int) and value > 0 else 1


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
