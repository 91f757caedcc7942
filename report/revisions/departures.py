"""Departures: the places where a text is no longer as it was frozen, in reading order.

Whether there is any is asked by every build, so what prints is compared as plain data, part by part; what exactly has
changed is for a redline to show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from report.findings import Mark
from report.model.frozen import history_of, text_of
from report.model.redline import Printing

_FRONT = {
    "title": "title",
    "subtitle": "subtitle",
    "short-title": "short title",
    "number": "number in the series",
    "date": "date",
    "authors": "authors",
    "keywords": "keywords",
    "description": "description",
    "standfirst": "standfirst",
}


class Departure(NamedTuple):
    """Something that is no longer as it was: where it stands now, and what it is."""

    mark: Mark
    what: str


def departures(now: Printing, then: Printing) -> tuple[Departure, ...]:
    """Return where a text departs from the one that was frozen; later revisions in its history are no departure."""
    after, before = text_of(now), text_of(then)
    count = len(then.edition.brief.revisions)
    has_same_history = history_of(now.edition.brief.revisions[:count]) == history_of(then.edition.brief.revisions)
    if after == before and has_same_history:
        return ()
    return tuple(_departures(now, after, before, has_same_history=has_same_history))


def _departures(
    now: Printing, after: Mapping[str, Any], before: Mapping[str, Any], *, has_same_history: bool
) -> Iterator[Departure]:
    brief = now.edition.brief
    marks = _marks(now)
    for key, words in _FRONT.items():
        if after[key] != before[key]:
            yield Departure(brief.mark, f"the {words}")
    pairs = (_blocks(after), _blocks(before))
    yield from _by_id(*pairs, marks, brief.mark, "")
    yield from _by_id(_notes(after), _notes(before), marks, brief.mark, "the note ")
    yield from _by_id(_references(after), _references(before), marks, brief.mark, "the reference ")
    if after["bibliography"] != before["bibliography"] and _references(after) == _references(before):
        yield Departure(brief.mark, "the order of the bibliography")
    if [*pairs[0]] != [*pairs[1]] and pairs[0].keys() == pairs[1].keys():
        yield Departure(brief.mark, "the order of sections and blocks")
    if after["targets"] != before["targets"]:
        yield Departure(brief.mark, "the numbers of sections, figures and tables")
    if after["names"] != before["names"]:
        yield Departure(brief.mark, "the names of cited authors")
    if not has_same_history:
        yield Departure(brief.mark, "the date or the note of a revision")


def _by_id(
    after: Mapping[str, Any], before: Mapping[str, Any], marks: Mapping[str, Mark], otherwise: Mark, kind: str
) -> Iterator[Departure]:
    """Yield what changed, what is new and what is gone, by ids."""
    for id_, data in after.items():
        if id_ not in before:
            yield Departure(marks.get(id_, otherwise), f"{kind}“{id_}”, which is new")
        elif data != before[id_]:
            yield Departure(marks.get(id_, otherwise), f"{kind}“{id_}”")
    for id_ in before:
        if id_ not in after:
            yield Departure(otherwise, f"{kind}“{id_}”, which is gone")


def _blocks(text: Mapping[str, Any]) -> dict[str, Any]:
    """Return the sections' titles and all blocks by their ids, in reading order."""
    found = {block["id"]: block for block in text["summary"]}
    for section in text["sections"]:
        found[section["id"]] = section.get("title")
        found |= {block["id"]: block for block in section["blocks"]}
    return found


def _references(text: Mapping[str, Any]) -> dict[str, Any]:
    return {one["key"]: one for group in text["bibliography"] for one in group["references"]}


def _notes(text: Mapping[str, Any]) -> dict[str, Any]:
    return {one["id"]: one for one in text["notes"]}


def _marks(printing: Printing) -> Mapping[str, Mark]:
    """Return the places of sections, blocks, notes and references by their ids."""
    brief, apparatus = printing.edition.brief, printing.apparatus
    marks = {one.key: one.mark for group in apparatus.bibliography for one in group.references}
    marks |= {note.id: note.mark for note in apparatus.notes.values()}
    marks |= {section.id: section.mark for section in brief.sections}
    blocks = (*brief.summary, *(block for section in brief.sections for block in section.blocks))
    return marks | {block.id: block.mark for block in blocks}
