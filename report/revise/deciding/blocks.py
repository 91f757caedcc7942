"""Sections and blocks as they are decided; what was moved stands at one of its two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from report.model import blocks
from report.model.blocks import Block, Callout, Legend, ListBlock, ListItem, Section
from report.model.redline import Redline
from report.revise.deciding.decision import Decision


class BlockDecision:
    """Takes a decision for sections and blocks."""

    def __init__(self, decision: Decision) -> None:
        """Bind the decision."""
        self._decision = decision
        self._moved = dict(_moved_callouts(decision.redline))

    def sections(self, sections: Sequence[Section]) -> Iterator[Section]:
        """Yield the sections that stand."""
        by_id = {section.id: section for section in sections}
        for section in sections:
            if not self._decision.stands(section.id):
                continue
            # The place that a section was moved from has its title alone; the rest is where it stands now.
            whole = by_id[self._decision.redline.moves.get(section.id, section.id)]
            made = tuple(self.decided(whole.blocks))
            yield replace(
                section, id=self._decision.id_of(section.id), title=self._decision.text(whole.title), blocks=made
            )

    def decided(self, listed: Sequence[Block]) -> Iterator[Block]:
        """Yield the blocks that stand."""
        for block in listed:
            if self._decision.stands(block.id):
                yield self._block(block)

    def _block(self, block: Block) -> Block:  # noqa: PLR0911 - one for each kind of block
        id_ = self._decision.id_of(block.id)
        match block:
            case blocks.Paragraph() | blocks.Heading() | blocks.PullQuote():
                return replace(block, id=id_, text=self._decision.text(block.text))
            case blocks.Quotation():
                return replace(
                    block,
                    id=id_,
                    text=self._decision.text(block.text),
                    attribution=self._decision.text(block.attribution),
                )
            case blocks.ListBlock():
                return replace(self._list(block, block.id), id=id_)
            case blocks.Figure():
                picture = self._decision.thing(f"{block.id}/picture", block.picture)
                return replace(block, id=id_, picture=picture, legend=self._legend(block.legend, block.id))
            case blocks.Timeline():
                entries = tuple(
                    replace(
                        entry,
                        label=self._decision.text(entry.label),
                        date=self._decision.thing(f"{block.id}/{at}/date", entry.date),
                    )
                    for at, entry in enumerate(block.entries, start=1)
                    if self._decision.stands(f"{block.id}/{at}")
                )
                return replace(block, id=id_, entries=entries, legend=self._legend(block.legend, block.id))
            case blocks.Table():
                return self._table(block, id_)
            case blocks.Callout():
                return self._callout(block, id_)
            case blocks.Recommendations():
                items = tuple(
                    replace(item, addressee=self._decision.text(item.addressee), text=self._decision.text(item.text))
                    for at, item in enumerate(block.items, start=1)
                    if self._decision.stands(f"{block.id}/{at}")
                )
                return replace(block, id=id_, title=self._decision.text(block.title), items=items)

    def _callout(self, callout: Callout, id_: str) -> Callout:
        # The place that a call-out was moved from has its title alone; the rest is where it stands now.
        whole = self._moved.get(callout.id, callout)
        made = cast(tuple[blocks.Paragraph | ListBlock, ...], tuple(self.decided(whole.blocks)))
        spans = self._decision.thing(f"{whole.id}/spans", whole.spans)
        return replace(callout, id=id_, title=self._decision.text(whole.title), blocks=made, spans=spans)

    def _list(self, block: ListBlock, path: str) -> ListBlock:
        items = tuple(
            self._item(item, f"{path}/{at}")
            for at, item in enumerate(block.items, start=1)
            if self._decision.stands(f"{path}/{at}")
        )
        return replace(block, items=items, numbered=self._decision.thing(f"{path}/numbered", block.numbered))

    def _item(self, item: ListItem, path: str) -> ListItem:
        below = self._list(item.sublist, path) if item.sublist else None
        return replace(item, text=self._decision.text(item.text), sublist=below if below and below.items else None)

    def _table(self, table: blocks.Table, id_: str) -> blocks.Table:
        places = [at for at, _ in enumerate(table.columns) if self._decision.stands(f"{table.id}/column-{at + 1}")]
        columns = tuple(
            replace(
                table.columns[at],
                title=self._decision.text(table.columns[at].title),
                unit=self._decision.text(table.columns[at].unit),
                numeric=self._decision.thing(f"{table.id}/column-{at + 1}/numeric", table.columns[at].numeric),
            )
            for at in places
        )
        rows = tuple(
            tuple(self._decision.text(row[at]) for at in places)
            for number, row in enumerate(table.rows, start=1)
            if self._decision.stands(f"{table.id}/{number}")
        )
        return replace(
            table,
            id=id_,
            columns=columns,
            rows=rows,
            has_row_heads=self._decision.thing(f"{table.id}/row-heads", table.has_row_heads),
            notes=self._decision.text(table.notes),
            legend=self._legend(table.legend, table.id),
        )

    def _legend(self, legend: Legend, path: str) -> Legend:
        return replace(
            legend,
            caption=self._decision.text(legend.caption),
            source=self._decision.text(legend.source),
            credit=self._decision.text(legend.credit),
            alternative=self._decision.thing(f"{path}/alternative", legend.alternative),
            spans=self._decision.thing(f"{path}/spans", legend.spans),
        )


def _moved_callouts(redline: Redline) -> Iterator[tuple[str, Callout]]:
    """Yield the call-outs that were moved as they stand now, by the ids of the places that they were moved from."""
    brief = redline.printing.edition.brief
    listed = (*brief.summary, *(block for section in brief.sections for block in section.blocks))
    callouts = {block.id: block for block in listed if isinstance(block, Callout)}
    for name, here in redline.moves.items():
        if here in callouts:
            yield name, callouts[here]
