"""What became of every part of the text, as far as the redline says it of another part, or of words alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report.compose.revised.parts import block_ids, parts_of
from report.compose.revised.reading import alone
from report.compose.revised.state import GONE, title_name
from report.model.apparatus import Apparatus
from report.model.brief import Brief
from report.model.redline import Redline
from report.model.revision import BlockFate
from report.model.text import note_calls


def fates_of(redline: Redline, apparatus: Apparatus) -> Iterator[tuple[str, BlockFate]]:
    """Yield all fates: those of a section are those of its blocks, and a note goes with its words and its call.

    A title may come or go while what it is of stays.
    """
    brief = redline.printing.edition.brief
    for section in brief.sections:
        fate = redline.fates.get(section.id)
        if fate in ("inserted", "deleted"):
            yield from ((id_, fate) for id_ in block_ids(section.blocks))
    yield from redline.fates.items()
    yield from _of_titles(brief, apparatus, redline.fates)
    for name, texts in parts_of(brief):
        if redline.fates.get(name) == "moved-here":
            yield from ((f"note/{call.id}", "moved-here") for text in texts for call in note_calls(text))
    for note in apparatus.notes.values():
        if revision := alone((note.text,)):
            yield f"note/{note.id}", revision


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
