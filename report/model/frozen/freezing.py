"""An edition with its apparatus as plain data: what a revision says, in reading order.

The keys are ``format``, ``brief``, ``locale``, ``language``; ``revision`` and ``history``, the revisions before it;
``progress``; ``text``, which alone is compared; ``written``, the notes as written, by the ids of their calls; and
``units``, each text as written in the language of the edition, by its context.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from report.findings import Mark
from report.model.brief import Brief, Revision
from report.model.catalog import Unit
from report.model.frozen.blocks import ABOUT, PROGRESS, Name, shapes_of
from report.model.frozen.runs import Runs, as_runs
from report.model.redline import Printing
from report.model.text import note_calls

FORMAT = 1
_INVISIBLE = re.compile("[\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd-\uffff]")


def as_data(printing: Printing) -> dict[str, Any]:
    """Return an edition with its apparatus as plain data, at the revision that the edition is at.

    Raises:
        TypeError: it is a redline, which is never frozen.
    """
    edition, brief = printing.edition, printing.edition.brief
    history = [one for one in brief.revisions if one.version != edition.revision.version]
    return {
        "format": FORMAT,
        "brief": brief.slug,
        "locale": edition.locale,
        "language": brief.language,
        "revision": _SHAPES.revision.write(edition.revision),
        "history": history_of(history),
        "progress": PROGRESS.write(edition.progress),
        "text": text_of(printing),
        "written": {call.id: as_runs(call.note) for runs in brief.texts() for call in note_calls(runs)},
        "units": {unit.context: unit.source for unit in units_of_text(brief)},
    }


def units_of_text(brief: Brief) -> tuple[Unit, ...]:
    """Return the texts as written of a revision, without what was said of another after that went out."""
    said = {f"{erratum.id}/{part}" for erratum in brief.errata for part in ("before", "after", "text")}
    return tuple(unit for unit in brief.units if unit.context not in said)


def text_of(printing: Printing) -> dict[str, Any]:
    """Return what an edition prints of a revision, as plain data: two are the same text when this is equal."""
    brief, apparatus = printing.edition.brief, printing.apparatus
    return {
        "title": as_runs(brief.title),
        "subtitle": as_runs(brief.subtitle),
        **{key: shape.write(getattr(brief, name)) for name, (key, shape) in ABOUT.items()},
        "standfirst": as_runs(brief.standfirst),
        "summary": _SHAPES.blocks.write(brief.summary),
        "sections": _SHAPES.sections.write(brief.sections),
        "notes": [_SHAPES.note.write(note) for note in apparatus.notes.values()],
        "bibliography": _SHAPES.bibliography.write(apparatus.bibliography),
        "targets": [_SHAPES.target.write(target) for target in apparatus.targets.values()],
        "names": [_SHAPES.name.write(Name(*key, names)) for key, names in apparatus.names.items()],
    }


def history_of(revisions: Iterable[Revision]) -> list[dict[str, Any]]:
    """Return revisions with their dates and notes as plain data."""
    return [_SHAPES.revision.write(one) for one in revisions]


def as_json(data: Mapping[str, Any]) -> bytes:
    """Return frozen text as it is written: in its order, a value a line, ended by a line feed.

    Characters that nobody sees stand as escapes: no text file of a project holds them as they are.
    """
    written = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
    return (_INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n").encode("utf-8")


_SHAPES = shapes_of(Runs(Mark(""), {}), Mark(""))
