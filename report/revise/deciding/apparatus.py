"""Notes and bibliography as they are decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from report.model.apparatus import Note, ReferenceGroup
from report.model.brief import Brief
from report.model.text import note_calls
from report.revise.deciding.decision import Decision


def decided_notes(decision: Decision, brief: Brief, notes: Mapping[str, Note]) -> Iterator[tuple[str, Note]]:
    """Yield the notes that the decided text calls, in the order of their calls."""
    own = {(decision.former.notes[id_].id if decision.rejects else id_): id_ for id_ in _of_side(decision, notes)}
    for text in brief.texts():
        for call in note_calls(text):
            note = notes[own[call.id]]
            decided = decision.former.notes[own[call.id]] if decision.rejects else note
            yield call.id, replace(decided, text=decision.text(note.text))


def decided_bibliography(decision: Decision, groups: Sequence[ReferenceGroup]) -> tuple[ReferenceGroup, ...]:
    """Return the parts of the list of references."""
    return tuple(_old_bibliography(decision, groups) if decision.rejects else _new_bibliography(decision, groups))


def _of_side(decision: Decision, notes: Mapping[str, Note]) -> Iterator[str]:
    for id_ in notes:
        if not decision.rejects or id_ in decision.former.notes:
            yield id_


def _new_bibliography(decision: Decision, groups: Sequence[ReferenceGroup]) -> Iterator[ReferenceGroup]:
    for group in groups:
        works = tuple(
            replace(one, text=decision.text(one.text))
            for one in group.references
            if decision.stands(f"reference/{one.key}")
        )
        if works or decision.text(group.title):
            yield replace(group, title=decision.text(group.title), references=works)


def _old_bibliography(decision: Decision, groups: Sequence[ReferenceGroup]) -> Iterator[ReferenceGroup]:
    """Yield the parts of the old list in their order, with the texts that the merged one kept of them."""
    titles = {group.id: group.title for group in groups}
    texts = {one.key: one.text for group in groups for one in group.references}
    for group in decision.former.bibliography:
        works = tuple(replace(one, text=decision.text(texts[one.key])) for one in group.references)
        yield replace(group, title=decision.text(titles[group.id]), references=works)
