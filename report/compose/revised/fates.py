"""What became of every part of the text, as far as the redline says it of another part, or of words alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from report.compose.revised.parts import block_ids, mapped, parts_of
from report.compose.revised.reading import alone
from report.compose.revised.state import GONE, title_name
from report.model.apparatus import Apparatus
from report.model.blocks import Section
from report.model.brief import Brief
from report.model.redline import Redline
from report.model.revision import BlockFate
from report.model.text import NoteCall, Text, Wrapper, note_calls


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


def called_once(brief: Brief, fates: Mapping[str, BlockFate]) -> Brief:
    """Leave out calls of notes that were taken out of a block which moved: they stand where it was."""
    parts = parts_of(brief)
    away = {
        call.id
        for name, texts in parts
        if fates.get(name) == "moved-away"
        for text in texts
        for call in note_calls(text)
    }

    def without(text: Text) -> Text:
        kept = (run for run in text if not (isinstance(run, NoteCall) and run.id in away))
        return tuple(replace(run, runs=without(run.runs)) if isinstance(run, Wrapper) else run for run in kept)

    def of_section(section: Section) -> Section:
        blocks = (mapped(one, without) if fates.get(one.id) == "moved-here" else one for one in section.blocks)
        return replace(section, blocks=tuple(blocks))

    summary = (mapped(one, without) if fates.get(one.id) == "moved-here" else one for one in brief.summary)
    return replace(brief, summary=tuple(summary), sections=tuple(map(of_section, brief.sections))) if away else brief
