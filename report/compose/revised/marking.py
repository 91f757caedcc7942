"""The whole of a redline made ready: its text, its fates and labels, and its list of changes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from report.compose.quoting import in_quotation_marks, quoted
from report.compose.revised.fates import fates_of
from report.compose.revised.labels import labels_of
from report.compose.revised.numbers import Numbers
from report.compose.revised.parts import block_ids, changed
from report.compose.revised.state import Listed, Marked, change_anchor
from report.model.anchors import entry_id
from report.model.apparatus import Apparatus
from report.model.brief import Brief
from report.model.locale import Pack
from report.model.redline import Redline
from report.model.revision import Change
from report.model.text import Run, Text, Words, map_runs

_PRINTED = frozenset(
    {"brief/number", "brief/authors", "house/licence/name", "house/licence/holder"}
    | {f"house/{name}" for name in ("series", "publisher", "department", "address", "contact", "series_number")}
)
_FIGURES_OF_NOTE = re.compile("( \\[\u2060?)(?=[\u0660-\u0669\u06f0-\u06f9])")
_BEGINNING = "brief"  # the id of the text as a whole: where a change is looked for that shows nowhere


def marked(redline: Redline) -> Marked:
    """Make a redline ready: see the module. Its edition says what it is, and nothing that is said of a version."""
    edition = replace(redline.printing.edition, since=redline.since.version, queries=(), successor=None)
    apparatus = replace(redline.printing.apparatus, notices=())
    printing = replace(redline.printing, edition=edition, apparatus=apparatus)
    redline = replace(redline, changes=tuple(_with_quotations(one, edition.pack) for one in redline.changes))
    labels = dict(labels_of(redline))
    of_things = {number for path, number in redline.numbers.items() if _prints(path)}
    numbers = Numbers({label.number for label in labels.values()} | of_things)
    printing = changed(printing, numbers.placed)
    brief, apparatus = printing.edition.brief, printing.apparatus
    redline = replace(redline, printing=printing, fates=dict(fates_of(redline, apparatus)))
    ids = set(_ids(brief, apparatus, labels))
    listed = (_listed(one, apparatus, numbers.seen, ids) for one in redline.changes)
    changes = tuple(_from_right(one) if edition.direction == "rtl" else one for one in listed)
    return Marked(redline, labels, changes)


def _prints(path: str) -> bool:
    """Whether what is no text prints as it is, so that the number of a change can be set where it stands."""
    return path in _PRINTED or path.endswith("/date")


def _ids(brief: Brief, apparatus: Apparatus, labels: Container[str]) -> Iterator[str]:
    """Yield the ids of the page that a change may name; a section has one by its title, or by the label before it."""
    yield from ("summary", "bibliography", "imprint")
    for section in brief.sections:
        if section.title or section.id in labels:
            yield f"s-{section.id}"
        yield from (f"b-{id_}" for id_ in block_ids(section.blocks))
    yield from (f"b-{id_}" for id_ in block_ids(brief.summary))
    yield from (f"note-{id_}" for id_ in apparatus.notes)
    yield from (entry_id(one.key) for group in apparatus.bibliography for one in group.references)


def _with_quotations(change: Change, pack: Pack) -> Change:
    """Put in quotation marks what is said of a move: the sections, and what it stands beside now."""
    if change.kind != "move":
        return change
    beside = change.beside and replace(change.beside, words=in_quotation_marks(change.beside.words, pack))
    before, after = (in_quotation_marks(text, pack) for text in (change.before, change.after))
    return replace(change, before=before, after=after, beside=beside)


def _from_right(listed: Listed) -> Listed:
    """Keep figures that a quoted note begins with from running on with Latin words before it (UAX 9, rule W7)."""

    def apart(run: Run) -> Text:
        return (replace(run, text=_FIGURES_OF_NOTE.sub("\\1\u200f", run.text)) if isinstance(run, Words) else run,)

    change = listed.change
    before, after = (map_runs(text, apart) for text in (change.before, change.after))
    return replace(listed, change=replace(change, before=before, after=after))


def _listed(change: Change, apparatus: Apparatus, numbered: set[int], ids: set[str]) -> Listed:
    """Quote a change, and say where it is: at its number, else at what it names, else in the text as a whole."""
    if change.number in numbered:
        place = change_anchor(change.number)
    else:
        place = change.anchor if change.anchor in ids else _BEGINNING
    short = replace(change, before=quoted(change.before, apparatus), after=quoted(change.after, apparatus))
    return Listed(short, place)
