"""Every text of a block changed alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from report.model import blocks
from report.model.blocks import Block, Legend, ListBlock, Table
from report.model.text import Text


def with_texts(block: Block, change: Callable[[Text], Text]) -> Block:  # noqa: PLR0911 - one for each kind of block
    """Return a block with its every text changed, in reading order; the blocks in a call-out stay as they are."""
    match block:
        case blocks.Paragraph() | blocks.Heading() | blocks.PullQuote():
            return replace(block, text=change(block.text))
        case blocks.Quotation():
            return replace(block, text=change(block.text), attribution=change(block.attribution))
        case blocks.ListBlock():
            return _list_with_texts(block, change)
        case blocks.Figure():
            return replace(block, legend=_legend_with_texts(block.legend, change))
        case blocks.Timeline():
            caption = change(block.legend.caption)
            entries = tuple(replace(entry, label=change(entry.label)) for entry in block.entries)
            return replace(block, entries=entries, legend=_rest_with_texts(block.legend, caption, change))
        case blocks.Table():
            return _table_with_texts(block, change)
        case blocks.Callout():
            return replace(block, title=change(block.title))
        case blocks.Recommendations():
            title = change(block.title)
            items = tuple(
                replace(item, addressee=change(item.addressee), text=change(item.text)) for item in block.items
            )
            return replace(block, title=title, items=items)


def _list_with_texts(block: ListBlock, change: Callable[[Text], Text]) -> ListBlock:
    items = []
    for item in block.items:
        text = change(item.text)
        items.append(replace(item, text=text, sublist=_list_with_texts(item.sublist, change) if item.sublist else None))
    return replace(block, items=tuple(items))


def _table_with_texts(table: Table, change: Callable[[Text], Text]) -> Table:
    caption = change(table.legend.caption)
    columns = tuple(replace(column, title=change(column.title), unit=change(column.unit)) for column in table.columns)
    rows = tuple(tuple(change(cell) for cell in row) for row in table.rows)
    notes = change(table.notes)
    legend = _rest_with_texts(table.legend, caption, change)
    return replace(table, columns=columns, rows=rows, notes=notes, legend=legend)


def _legend_with_texts(legend: Legend, change: Callable[[Text], Text]) -> Legend:
    return _rest_with_texts(legend, change(legend.caption), change)


def _rest_with_texts(legend: Legend, caption: Text, change: Callable[[Text], Text]) -> Legend:
    source = change(legend.source)
    return replace(legend, caption=caption, source=source, credit=change(legend.credit))
