"""A printing as it prints, as plain values: what two printings are compared by, marks and seams apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from report.findings import Mark
from report.model.apparatus import Apparatus, ReferenceGroup
from report.model.brief import Brief
from report.model.redline import Printing
from report.model.text import (
    CitedNames,
    CrossReference,
    NoteCall,
    Revised,
    Run,
    Unsettled,
    Words,
    Wrapper,
)

_RUNS = (Words, NoteCall, CrossReference, CitedNames, Wrapper)


def as_printed(printing: Printing) -> dict[str, Any]:
    """Return all that prints of a printing: every text as its characters, each stretch with its looks and links.

    A cross-reference is its words, and so are cited names; a call is the id of its note, and of no language.
    """
    edition, apparatus = printing.edition, printing.apparatus
    return {
        "revision": (edition.revision.version, edition.revision.date),
        "state": edition.state,
        "brief": _brief(edition.brief, apparatus),
        "notes": [_plain(note, apparatus) for note in apparatus.notes.values()],
        "bibliography": [_group(group, apparatus) for group in apparatus.bibliography],
        "targets": {id_: (one.kind, one.number, one.label) for id_, one in sorted(apparatus.targets.items())},
    }


def _brief(brief: Brief, apparatus: Apparatus) -> dict[str, Any]:
    left_out = ("units", "errata", "editions", "house", "mark")
    own = {one.name: _plain(getattr(brief, one.name), apparatus) for one in fields(brief) if one.name not in left_out}
    house = brief.house
    return own | {
        "house": (house.publisher, house.department, house.address, house.contact, house.series, house.series_number),
        "licence": (house.licence.name, house.licence.address, house.licence.holder),
        "words": _plain(house.imprint, apparatus),
    }


def _group(group: ReferenceGroup, apparatus: Apparatus) -> Any:
    return _plain(group, apparatus)


def _plain(value: Any, apparatus: Apparatus) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], _RUNS):
        return _joined(_stretches(value, (), apparatus))
    if isinstance(value, tuple):
        return [_plain(one, apparatus) for one in value]
    if isinstance(value, Mark):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        shown = {one.name: _plain(getattr(value, one.name), apparatus) for one in fields(value)}
        return {"is": type(value).__name__} | {
            name: one for name, one in shown.items() if name not in ("mark", "standing")
        }
    return value


def _joined(stretches: Iterator[tuple[Any, str]]) -> list[tuple[Any, str]]:
    made: list[tuple[Any, str]] = []
    for looks, words in stretches:
        if made and made[-1][0] == looks:
            made[-1] = (looks, made[-1][1] + words)
        elif words:
            made.append((looks, words))
    return made


def _stretches(text: tuple[Run, ...], looks: tuple[Any, ...], apparatus: Apparatus) -> Iterator[tuple[Any, str]]:
    for run in text:
        match run:
            case Words():
                yield looks, run.text
            case CrossReference():
                yield looks, apparatus.targets[run.target].label
            case CitedNames():
                yield from _stretches(apparatus.names_at(run), looks, apparatus)
            case NoteCall():
                yield (*(one for one in looks if one[0] != "Foreign"), "call"), f"[{run.id}]"
            case Unsettled():
                yield from _stretches(run.runs, looks, apparatus)
            case Revised():
                raise AssertionError("nothing in a printing is revised")
            case _ if isinstance(run, Wrapper):
                own = tuple(
                    (one.name, getattr(run, one.name)) for one in fields(run) if one.name not in ("runs", "mark")
                )
                yield from _stretches(run.runs, (*looks, (type(run).__name__, own)), apparatus)
