"""Links: ids are unique, cross-references arrive, addresses are such as a reader can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.findings import Finding, nearest
from report.model.brief import Brief
from report.model.text import Citation, CrossReference, Link, NoteCall, Run, Text, Wrapper
from report.validate.values import Anchor

_REACHABLE = frozenset(("section", "figure", "table", "timeline"))
_ADDRESS = re.compile(
    r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?([/?#]\S*)?"
    r"|mailto:[^\s@]+@[a-z0-9-]+(\.[a-z0-9-]+)+|doi:10\.[0-9]+/\S+",
    re.IGNORECASE,
)


def check_links(brief: Brief, anchors: Sequence[Anchor], unread: frozenset[str]) -> Iterator[Finding]:
    """Look at every id and at everything that points somewhere.

    ``anchors`` are all ids given, those of unsound blocks too; ``unread`` are ids in unreadable files.
    """
    yield from _doubles(anchors)
    runs = [run for text in _texts(brief) for run in _runs(text)]
    references = [run for run in runs if isinstance(run, CrossReference)]
    yield from _lost(references, brief, anchors, unread)
    yield from _unmentioned(references, anchors)
    for run in runs:
        if isinstance(run, Link) and not _ADDRESS.fullmatch(run.address):
            hint = "begin with https://, http://, mailto: or doi:"
            yield Finding("LNK-004", run.mark, f"“{run.address}” is no address a reader can follow", hint)


def _texts(brief: Brief) -> Iterator[Text]:
    yield from brief.texts()
    yield brief.house.imprint
    for revision in brief.revisions:
        yield revision.note
    for erratum in brief.errata:
        yield from (erratum.before, erratum.after, erratum.text)


def _runs(text: Text) -> Iterator[Run]:
    """Yield every run, those inside others, inside notes and beside cited works too."""
    for run in text:
        yield run
        if isinstance(run, Wrapper):
            yield from _runs(run.runs)
        elif isinstance(run, NoteCall):
            yield from _runs(run.note)
        elif isinstance(run, Citation):
            for work in run.works:
                yield from _runs(work.prefix)
                yield from _runs(work.suffix)


def _doubles(anchors: Sequence[Anchor]) -> Iterator[Finding]:
    first: dict[str, Anchor] = {}
    for anchor in anchors:
        if anchor.id in first:
            hint = f"it is first given at {first[anchor.id].mark}"
            yield Finding("LNK-001", anchor.mark, f"the id “{anchor.id}” is given twice", hint)
        first.setdefault(anchor.id, anchor)


def _lost(
    references: Sequence[CrossReference], brief: Brief, anchors: Sequence[Anchor], unread: frozenset[str]
) -> Iterator[Finding]:
    records = {anchor.id: anchor.record for anchor in anchors}
    untitled = {section.id for section in brief.sections if not section.title}
    reachable = {name for name, record in records.items() if record in _REACHABLE} - untitled
    for reference in references:
        target = reference.target
        if target in reachable or target in unread:
            continue
        if target in untitled:
            message = f"the section “{target}” has no title and so no number to point at"
        elif target in records:
            message = f"“{target}” is not a section, figure, table or timeline"
        else:
            message = f"there is no “{target}” to point at"
        yield Finding("LNK-002", reference.mark, message, nearest(target, reachable))


def _unmentioned(references: Sequence[CrossReference], anchors: Sequence[Anchor]) -> Iterator[Finding]:
    mentioned = {reference.target for reference in references}
    for anchor in anchors:
        if anchor.record in _REACHABLE - {"section"} and anchor.id not in mentioned:
            hint = f"write “see [#{anchor.id}]” where it belongs"
            yield Finding("LNK-005", anchor.mark, f"the text does not mention this {anchor.record}", hint)
