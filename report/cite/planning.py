"""The plan of the notes: which works a note mentions for the first time, again, or as the note before it did.

The rules of *ibid.* are those of the Chicago Manual of Style (17th edition, 14.34): it stands for the one work cited
in the note right before; never after a note that cites several, or none, and never among several itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.model.apparatus import Mention, Position
from report.model.brief import CitationRules
from report.model.text import CitedWork


@dataclass(frozen=True, slots=True)
class CitingNote:
    """What planning needs of a note: the works it cites in order, and the section that calls it."""

    works: tuple[CitedWork, ...]
    section: str


def plan_notes(notes: Sequence[CitingNote], rules: CitationRules) -> list[tuple[Mention, ...]]:
    """Say for each work of each note how the note mentions it.

    With ``reset: section`` every section begins anew: its first mention of a work is a first one, and *ibid.* does
    not look back into the section before.
    """
    plans: list[tuple[Mention, ...]] = []
    seen: set[str] = set()
    before = CitingNote((), "")
    for note in notes:
        if rules.reset == "section" and note.section != before.section:
            seen, before = set(), CitingNote((), note.section)
        mentions = []
        for work in note.works:
            position: Position = "later" if work.key in seen else "first"
            if rules.ibid and len(note.works) == len(before.works) == 1:
                position = _ibid(work, before.works[0]) or position
            mentions.append(Mention(work.key, position))
            seen.add(work.key)
        plans.append(tuple(mentions))
        before = note
    return plans


def _ibid(work: CitedWork, before: CitedWork) -> Position | None:
    """Return which *ibid.* a work takes after the only one of the note before; a whole work after a place is none."""
    if work.key != before.key:
        return None
    if work.locator == before.locator:
        return "ibid"
    return "ibid-elsewhere" if work.locator else None
