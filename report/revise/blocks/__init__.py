"""Blocks: one of the old text and one of the new woven together, part by part; or one alone, marked whole."""

from __future__ import annotations

from dataclasses import replace

from report.model import blocks
from report.model.blocks import Block
from report.model.locale import Pack
from report.model.revision import ChangedPart
from report.model.text import Text
from report.revise.blocks.legends import LegendWeaver
from report.revise.blocks.lists import ListWeaver
from report.revise.blocks.tables import TableWeaver
from report.revise.blocks.texts import with_texts
from report.revise.journal import Place
from report.revise.weaving import Alone, Weaver

PARTS: dict[type[Block], ChangedPart] = {
    blocks.Paragraph: "paragraph",
    blocks.Heading: "heading",
    blocks.ListBlock: "list",
    blocks.Quotation: "quotation",
    blocks.PullQuote: "pull-quote",
    blocks.Figure: "figure",
    blocks.Table: "table",
    blocks.Timeline: "timeline",
    blocks.Callout: "callout",
    blocks.Recommendations: "recommendations",
}


class BlockWeaver:
    """Weaves blocks of one kind, and marks those that one revision alone has; what they hold is another's business."""

    def __init__(self, weaver: Weaver, pack: Pack) -> None:
        """Bind the weaver of texts, and the pack by which dates are said."""
        self._weaver = weaver
        self._lists, self._tables, self._legends = ListWeaver(weaver, pack), TableWeaver(weaver), LegendWeaver(weaver)

    def woven(self, old: Block, new: Block, place: Place) -> Block:  # noqa: C901, PLR0911 - one for each kind
        """Return two blocks of a kind as one, under the id of the new one; a call-out has the new blocks in it."""
        text = self._weaver.woven
        match (old, new):
            case (blocks.Paragraph(), blocks.Paragraph()):
                return replace(new, text=text(old.text, new.text, place))
            case (blocks.Heading(), blocks.Heading()):
                return replace(new, text=text(old.text, new.text, place))
            case (blocks.PullQuote(), blocks.PullQuote()):
                return replace(new, text=text(old.text, new.text, place))
            case (blocks.Quotation(), blocks.Quotation()):
                words = text(old.text, new.text, place)
                attribution = text(old.attribution, new.attribution, place.as_part("attribution"))
                return replace(new, text=words, attribution=attribution)
            case (blocks.ListBlock(), blocks.ListBlock()):
                return self._lists.woven(old, new, place, new.id)
            case (blocks.Callout(), blocks.Callout()):
                self._lists.thing(f"{new.id}/spans", old.spans, new.spans, place)
                return replace(new, title=text(old.title, new.title, place.as_part("callout-title")))
            case (blocks.Recommendations(), blocks.Recommendations()):
                title = text(old.title, new.title, place.as_part("heading"))
                return replace(new, title=title, items=self._lists.recommendations(old, new, place))
            case (blocks.Figure(), blocks.Figure()):
                self._legends.picture(old, new, place)
                caption = self._legends.caption(old, new, place)
                return replace(new, legend=self._legends.around(old, new, caption, place))
            case (blocks.Timeline(), blocks.Timeline()):
                caption = self._legends.caption(old, new, place)
                entries = self._lists.entries(old, new, place)
                return replace(new, entries=entries, legend=self._legends.around(old, new, caption, place))
            case (blocks.Table(), blocks.Table()):
                caption = self._legends.caption(old, new, place)
                table = self._tables.woven(old, new, place)
                return replace(table, legend=self._legends.around(old, new, caption, place))
        raise AssertionError("blocks of two kinds are two blocks")

    def alone(self, block: Block, side: Alone, number: int, section: str) -> Block:
        """Return a block whose every text is part of a change."""

        def mark(text: Text) -> Text:
            return self._weaver.whole(text, side, number, section)

        return with_texts(block, mark)
