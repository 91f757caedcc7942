"""What became of every part of the text, as far as the redline says it of another part, or of words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from report.compose.revised.parts import block_ids, parts_of
from report.compose.revised.reading import alone
from report.compose.revised.state import GONE, title_name
from report.model import blocks
from report.model.apparatus import Apparatus
from report.model.brief import Brief
from report.model.redline import Redline
from report.model.revision import BlockFate
from report.model.text import Text, note_calls


def fates_of(redline: Redline, apparatus: Apparatus) -> Iterator[tuple[str, BlockFate]]:
    """Yield all fates: those of a section are those of its blocks, and a note goes with its words and its call.

    A title, a source or another part that need not be there may come or go while what it is of stays.
    """
    brief = redline.printing.edition.brief
    for section in brief.sections:
        fate = redline.fates.get(section.id)
        if fate in ("inserted", "deleted"):
            yield from ((id_, fate) for id_ in block_ids(section.blocks))
    yield from redline.fates.items()
    yield from _of_titles(brief, apparatus, redline.fates)
    yield from _of_front(brief)
    yield from _of_parts(brief.summary, redline.fates)
    for section in brief.sections:
        if redline.fates.get(section.id) not in ("inserted", "deleted"):
            yield from _of_parts(section.blocks, redline.fates)
    for name, texts in parts_of(brief):
        if redline.fates.get(name) == "moved-here":
            yield from ((f"note/{call.id}", "moved-here") for text in texts for call in note_calls(text))
    for note in apparatus.notes.values():
        if revision := alone((note.text,)):
            yield f"note/{note.id}", revision


def _of_front(brief: Brief) -> Iterator[tuple[str, BlockFate]]:
    for name, text in (("brief/subtitle", brief.subtitle), ("brief/standfirst", brief.standfirst)):
        if own := alone((text,)):
            yield name, own


def _of_parts(listed: Iterable[blocks.Block], fates: Mapping[str, BlockFate]) -> Iterator[tuple[str, BlockFate]]:
    """Yield what became of the parts that blocks may have; what became of a whole block became of its parts, too."""
    for block in listed:
        if block.id in fates:
            continue
        if isinstance(block, blocks.Callout):
            yield from _of_parts(block.blocks, fates)
        for name, text in _optional(block):
            if own := alone((text,)):
                yield f"{block.id}/{name}", own


def _optional(block: blocks.Block) -> Iterator[tuple[str, Text]]:
    match block:
        case blocks.Quotation():
            yield "attribution", block.attribution
        case blocks.Recommendations():
            yield "title", block.title
        case blocks.Figure() | blocks.Table() | blocks.Timeline():
            yield from (("source", block.legend.source), ("credit", block.legend.credit))
            if isinstance(block, blocks.Table):
                yield "notes", block.notes


def _of_titles(brief: Brief, apparatus: Apparatus, fates: Mapping[str, BlockFate]) -> Iterator[tuple[str, BlockFate]]:
    for section in brief.sections:
        fate, own = fates.get(section.id), alone((section.title,))
        if fate in GONE or (fate and not own):
            yield title_name(section.id), fate
        elif own:
            yield title_name(section.id), own
    for group in apparatus.bibliography:
        if own := alone((group.title,)):
            yield f"bibliography/{group.id}", own
