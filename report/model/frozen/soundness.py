"""Whether what was thawed holds together: what it points at is there, so that nothing after it has to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from report.model.apparatus import Apparatus
from report.model.blocks import Block, Figure, Section, Table, Timeline
from report.model.brief import Brief
from report.model.frozen.shapes import UnsoundError
from report.model.text import CitedNames, CrossReference, NoteCall, Text, flatten


def check_soundness(brief: Brief, apparatus: Apparatus) -> None:
    """Look at every id and at everything that points at one.

    Raises:
        UnsoundError: an id is given twice, a table is no rectangle, or something points at what is not there.
    """
    _check_ids((section.id for section in brief.sections), "sections")
    for section in brief.sections:
        _check_targets(section, apparatus)
    blocks = [*brief.summary, *(block for section in brief.sections for block in section.blocks)]
    _check_ids((block.id for block in blocks), "sections")
    for block in blocks:
        _check_block(block)
    notes = [call.id for text in brief.texts() for call in flatten(text) if isinstance(call, NoteCall)]
    _check_ids(notes, "written")
    if set(notes) != set(apparatus.notes):
        raise UnsoundError("the notes are not those that the text calls", "text", "notes")
    for text in (*brief.texts(), *(note.text for note in apparatus.notes.values())):
        _check_text(text, apparatus)
    for group in apparatus.bibliography:
        for reference in group.references:
            _check_text(reference.text, apparatus)
            if not apparatus.notes.keys() >= set(reference.notes):
                raise UnsoundError(f"“{reference.key}” is cited by a note that is not there", "text", "bibliography")


def _check_ids(ids: Iterable[str], name: str) -> None:
    twice = [id_ for id_, count in Counter(ids).items() if count > 1]
    if twice:
        raise UnsoundError(
            f"the id “{twice[0]}” is given twice", *(("written",) if name == "written" else ("text", name))
        )


def _check_targets(section: Section, apparatus: Apparatus) -> None:
    wanted = [section.id] if section.title else []
    wanted += [block.id for block in section.blocks if isinstance(block, (Figure, Table, Timeline))]
    for id_ in wanted:
        if id_ not in apparatus.targets:
            raise UnsoundError(f"“{id_}” has no number", "text", "targets")


def _check_block(block: Block) -> None:
    if isinstance(block, Table) and any(len(row) != len(block.columns) for row in block.rows):
        raise UnsoundError(f"the table “{block.id}” is no rectangle", "text", "sections")


def _check_text(text: Text, apparatus: Apparatus) -> None:
    for run in flatten(text):
        if isinstance(run, CrossReference) and run.target not in apparatus.targets:
            raise UnsoundError(f"“{run.target}” is referred to and is not there", "text", "targets")
        if isinstance(run, CitedNames) and not apparatus.has_names(run):
            raise UnsoundError(f"the names of “{run.key}” are not there", "text", "names")
