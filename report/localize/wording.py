"""Rewording: every printed word of a brief passed through a change, with its runs, links and notes kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from report.locales.typography import Piece, applied_to
from report.model import blocks
from report.model.brief import Author, Brief, House
from report.model.locale import Pack
from report.model.text import Citation, Foreign, Link, NoteCall, Run, Text, Words, Wrapper, plain

Change = Callable[[Sequence[Piece]], Sequence[str]]
"""A change of a text: it is given its pieces, and returns the words of each."""

# What stands for a run whose words come later: a cross-reference, cited names, the call of a note.
UNWORDED = "\ufffc"
_ADDRESSES = ("http://", "https://", "mailto:", "doi:", "www.")


def reworded(brief: Brief, change: Change) -> Brief:
    """Return a brief, and its house, with every printed word changed.

    Ids, addresses, contacts, numbers of the series and the name of the licence stay; so do words in another language
    than the text, and those of a link that are its address. A text is changed whole, so that a rule can see what stands
    beside a run.
    """
    return _Rewording(change).brief(brief)


def finely_spaced(brief: Brief, pack: Pack) -> Brief:
    """Return a brief with the spaces and signs of the locale it is in."""
    if not pack.typography:
        return brief
    return reworded(brief, lambda pieces: applied_to(pieces, pack))


class _Rewording:
    """Changes the words of texts, of blocks, of a brief."""

    def __init__(self, change: Change) -> None:
        self._change = change

    def brief(self, brief: Brief) -> Brief:
        return replace(
            brief,
            title=self._text(brief.title),
            subtitle=self._text(brief.subtitle),
            short_title=self._plain(brief.short_title),
            authors=tuple(Author(self._plain(author.name), author.corporate) for author in brief.authors),
            keywords=tuple(map(self._plain, brief.keywords)),
            description=self._plain(brief.description),
            standfirst=self._text(brief.standfirst),
            summary=tuple(map(self._block, brief.summary)),
            sections=tuple(
                replace(section, title=self._text(section.title), blocks=tuple(map(self._block, section.blocks)))
                for section in brief.sections
            ),
            revisions=tuple(replace(one, note=self._text(one.note)) for one in brief.revisions),
            errata=tuple(
                replace(one, text=self._text(one.text), before=self._text(one.before), after=self._text(one.after))
                for one in brief.errata
            ),
            house=self._house(brief.house),
        )

    def _house(self, house: House) -> House:
        parts = tuple(replace(part, title=self._text(part.title)) for part in house.citations.parts)
        return replace(
            house,
            publisher=self._plain(house.publisher),
            department=self._plain(house.department),
            address=tuple(map(self._plain, house.address)),
            series=self._plain(house.series),
            licence=replace(house.licence, holder=self._plain(house.licence.holder)),
            imprint=self._text(house.imprint),
            citations=replace(house.citations, parts=parts),
        )

    def _plain(self, words: str) -> str:
        return self._change((Piece(words),))[0] if words else words

    def _text(self, text: Text) -> Text:
        if not text:
            return text
        pieces = tuple(_pieces(text, is_fixed=False))
        words = iter(self._change(pieces))
        return tuple(self._run(run, words) for run in text)

    def _run(self, run: Run, words: Iterator[str]) -> Run:
        """Return a run with its words, taken in the order of the pieces; notes are texts of their own."""
        if isinstance(run, Wrapper):
            return replace(run, runs=tuple(self._run(inner, words) for inner in run.runs))
        changed = next(words)
        match run:
            case Words():
                return replace(run, text=changed)
            case NoteCall():
                return replace(run, note=self._text(run.note))
            case Citation():
                cited = (
                    replace(work, prefix=self._text(work.prefix), suffix=self._text(work.suffix)) for work in run.works
                )
                return replace(run, works=tuple(cited))
            case _:
                return run

    def _legend(self, legend: blocks.Legend) -> blocks.Legend:
        return replace(
            legend,
            caption=self._text(legend.caption),
            source=self._text(legend.source),
            credit=self._text(legend.credit),
            alternative=self._plain(legend.alternative),
        )

    def _block(self, block: blocks.Block) -> blocks.Block:  # noqa: PLR0911 - one for each kind of block
        match block:
            case blocks.Paragraph() | blocks.ListBlock():
                return self._matter(block)
            case blocks.Heading() | blocks.PullQuote():
                return replace(block, text=self._text(block.text))
            case blocks.Quotation():
                return replace(block, text=self._text(block.text), attribution=self._text(block.attribution))
            case blocks.Figure():
                drawn = replace(block.picture, wording=tuple(map(self._plain, block.picture.wording)))
                return replace(block, picture=drawn, legend=self._legend(block.legend))
            case blocks.Timeline():
                entries = tuple(replace(entry, label=self._text(entry.label)) for entry in block.entries)
                return replace(block, entries=entries, legend=self._legend(block.legend))
            case blocks.Table():
                return self._table(block)
            case blocks.Callout():
                return replace(block, title=self._text(block.title), blocks=tuple(map(self._matter, block.blocks)))
            case blocks.Recommendations():
                items = tuple(
                    replace(item, addressee=self._text(item.addressee), text=self._text(item.text))
                    for item in block.items
                )
                return replace(block, title=self._text(block.title), items=items)

    def _table(self, table: blocks.Table) -> blocks.Table:
        return replace(
            table,
            columns=tuple(
                replace(column, title=self._text(column.title), unit=self._text(column.unit))
                for column in table.columns
            ),
            rows=tuple(tuple(map(self._text, row)) for row in table.rows),
            notes=self._text(table.notes),
            legend=self._legend(table.legend),
        )

    def _matter(self, block: blocks.Paragraph | blocks.ListBlock) -> blocks.Paragraph | blocks.ListBlock:
        """Return what a call-out may hold."""
        return self._list(block) if isinstance(block, blocks.ListBlock) else replace(block, text=self._text(block.text))

    def _list(self, block: blocks.ListBlock) -> blocks.ListBlock:
        return replace(block, items=tuple(map(self._item, block.items)))

    def _item(self, item: blocks.ListItem) -> blocks.ListItem:
        return replace(item, text=self._text(item.text), sublist=self._list(item.sublist) if item.sublist else None)


def _pieces(text: Text, *, is_fixed: bool) -> Iterator[Piece]:
    """Yield the pieces of a text, one for each run without children."""
    for run in text:
        if isinstance(run, Words):
            yield Piece(run.text, is_fixed)
        elif isinstance(run, Wrapper):
            yield from _pieces(run.runs, is_fixed=is_fixed or isinstance(run, Foreign) or _shows_address(run))
        else:
            yield Piece(UNWORDED, is_fixed=True)


def _shows_address(run: Run) -> bool:
    """Whether the words of a link are its address."""
    if not isinstance(run, Link):
        return False
    words = plain(run.runs)
    return words.startswith(_ADDRESSES) or words in run.address
