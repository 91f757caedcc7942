"""Tables: their captions in place, and the headers of every cell (ISO 32000-1, 14.8.5.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pydyf

from report.typeset.corrections.structure.nodes import Node

_CAPTIONED = ("Table", "L")


def place_captions(tree: Node) -> None:
    """Put the caption of a figure into the table or list that it is about, as the first in it.

    The caption of a picture follows the picture: within a Figure, whose alternative text stands for all that is in it,
    nobody would hear it. What held a table or list alone besides is dissolved.
    """
    for node in list(tree.descendants()):
        if node.tag != "Div":
            continue
        captions = [kid for kid in node.nodes if kid.tag == "Caption"]
        owners = [kid for kid in node.nodes if kid.tag in _CAPTIONED]
        if len(captions) == len(owners) == 1:
            node.kids.remove(captions[0])
            owners[0].kids.insert(0, captions[0])
    for node in tree.descendants():
        node.kids = [_undivided(kid) if isinstance(kid, Node) else kid for kid in node.kids]


def complete_tables(tree: Node) -> None:
    """Name the headers of every table, and tell each cell which of them are its own."""
    tables = (node for node in tree.descendants() if node.tag == "Table")
    for number, table in enumerate(tables, start=1):
        _complete(table, f"table-{number}")


def _undivided(node: Node) -> Node:
    only = node.nodes[0] if node.tag == "Div" and len(node.kids) == 1 and node.nodes else None
    return only if only and only.tag in _CAPTIONED else node


def _complete(table: Node, name: str) -> None:
    cells = list(_cells(table))
    of_columns: defaultdict[int, list[pydyf.String]] = defaultdict(list)
    of_rows: defaultdict[int, list[pydyf.String]] = defaultdict(list)
    for cell, row, column in cells:
        if cell.tag == "TH":
            cell.id = f"{name}-{row + 1}-{column + 1}"
            heads, first, size = (
                (of_rows, row, cell.span[1])
                if cell.attributes["Table"]["Scope"] == "/Row"
                else (of_columns, column, cell.span[0])
            )
            for place in range(first, first + size):
                heads[place].append(pydyf.String(cell.id))
    for cell, row, column in cells:
        if cell.tag == "TD":
            rows, columns = range(row, row + cell.span[1]), range(column, column + cell.span[0])
            headers = [head for place in rows for head in of_rows[place]]
            headers += [head for place in columns for head in of_columns[place]]
            if headers:
                cell.attributes["Table"]["Headers"] = pydyf.Array(headers)


def _cells(table: Node) -> Iterator[tuple[Node, int, int]]:
    """Yield every cell with its row and its column, counted from 0."""
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(node for node in table.descendants() if node.tag == "TR"):
        column = 0
        for cell in line.nodes:
            while (row, column) in taken:
                column += 1
            yield cell, row, column
            columns, rows = cell.span
            taken |= {(row + down, column + right) for down in range(rows) for right in range(columns)}
            column += columns
