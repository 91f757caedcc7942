"""Calls, notes and entries of the bibliography lead to each other (PRE-013)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from report.findings import Finding, Mark
from report.model.output import Copy
from report.preflight.notes import label_of

_HINT = "a template must set the link, and its address must be the id of what it leads to"


@dataclass(frozen=True, slots=True)
class Ways:
    """Which links were read back, by the ids of notes and entries.

    ``paired`` are the notes whose call leads to them and that lead back to it; ``to_entries`` holds the entries that
    each note leads to, ``to_notes`` the notes that each entry leads to.
    """

    paired: frozenset[str]
    to_entries: Mapping[str, frozenset[str]]
    to_notes: Mapping[str, frozenset[str]]


def check_ways(copy: Copy, ways: Ways, mark: Mark) -> Iterator[Finding]:
    """Ask for every link between calls, notes and entries that the copy tells of; each missing one is an error."""
    marks = {passage.anchor: Mark.parse(passage.place) for passage in (*copy.body, *copy.notes)}
    labels = {note.anchor: label_of(note) for note in copy.notes}

    def missing(anchor: str, message: str) -> Finding:
        return Finding("PRE-013", marks.get(anchor, mark), message, _HINT)

    for way in copy.from_notes:
        note = f"note {labels.get(way.anchor, way.anchor)}"
        if way.anchor not in ways.paired:
            yield missing(way.anchor, f"{note} and its call do not lead to each other")
        for entry in way.targets:
            if entry not in ways.to_entries.get(way.anchor, ()):
                yield missing(way.anchor, f"{note} does not lead to “{entry}” in the bibliography")
    for way in copy.from_entries:
        for target in way.targets:
            if target not in ways.to_notes.get(way.anchor, ()):
                note = f"note {labels.get(target, target)}"
                yield missing(way.anchor, f"“{way.anchor}” in the bibliography does not lead to {note}")
