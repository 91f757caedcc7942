"""The errata of a brief: its tree to what is said of published versions, earliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.findings import Finding, Mark, nearest
from report.model.brief import Brief, Revision
from report.model.manuscript import Node
from report.model.revision import Erratum, ErratumKind, in_order_of_versions, withdraws
from report.model.text import Citation, note_calls
from report.validate.markdown import NoteIds
from report.validate.reader import Reader
from report.validate.shapes import ERRATA
from report.validate.values import Anchor, Values

# The keys that a kind has no use for, and why.
_USELESS: dict[ErratumKind, tuple[tuple[str, str], ...]] = {
    "correction": (),
    "erratum": (("by", "a mistake that a version mends is a correction"),),
    "new-version": (("before", "say what changed in the text"), ("after", "say what changed in the text")),
    "withdrawal": (("before", "say in the text why it is taken back"), ("after", "say in the text why")),
}


def read_errata(reader: Reader, node: Node | None) -> tuple[Values, ...]:
    """Read the tree; without one there are none."""
    if node is None:
        return ()
    given: tuple[Values, ...] = reader.record(node, ERRATA, node.mark).get("errata", ())
    return given


def errata_of(given: Sequence[Values], revisions: Sequence[Revision]) -> tuple[Erratum, ...]:
    """Return the errata, earliest first; a correction that names no version is mended by the next one listed."""
    return tuple(sorted((_erratum(one, revisions) for one in given), key=lambda one: one.date))


def check_errata(
    brief: Brief, given: Sequence[Values], anchors: Sequence[Anchor], unread: frozenset[str]
) -> Iterator[Finding]:
    """Look at every erratum: versions, days, the blocks it is about, and the keys that go with its kind.

    ``anchors`` are all ids given in the brief; ``unread`` are ids in files that could not be read. While the revisions
    of the brief could not be read, nothing is said of versions.
    """
    listed = {revision.version: revision for revision in brief.revisions}
    blocks = {anchor.id for anchor in anchors if anchor.record != "erratum"}
    taken: list[Erratum] = []
    for values in given:
        erratum = _erratum(values, brief.revisions)
        if brief.has_history:
            yield from _versions(erratum, values, listed)
            yield from _lacking(erratum, values)
        yield from _useless(erratum, values)
        yield from _notes(erratum)
        for target, mark in zip(erratum.targets, _marks(values, "target"), strict=False):
            if target not in blocks | unread:
                message = f"“{erratum.id}” is about “{target}”, which is no block of the brief"
                hint = nearest(target, blocks) or "take the line out where the block is gone"
                yield Finding("REV-022", mark, message, hint)
        if any(withdraws(one, erratum.version) for one in taken) and erratum.kind == "withdrawal":
            message = f"version {erratum.version} is withdrawn already"
            hint = f"it is taken back by “{taken[0].id}”; say more in its text"
            yield Finding("REV-024", values.starts["version"], message, hint)
        taken.extend([erratum] if erratum.kind == "withdrawal" else [])


def _erratum(values: Values, revisions: Sequence[Revision]) -> Erratum:
    kind, version = values["kind"], values["version"]
    following = _next(version, revisions) if kind == "correction" else ""
    return Erratum(
        id=values["id"],
        kind=kind,
        version=version,
        date=values["date"],
        targets=values.get("target", ()),
        text=NoteIds(values["id"]).number(values["text"]),
        mark=values.mark,
        by=values.get("by", following),
        before=values.get("before", ()),
        after=values.get("after", ()),
    )


def _next(version: str, revisions: Sequence[Revision]) -> str:
    """Return the version that is listed after one, empty if none is."""
    own = in_order_of_versions(version)
    return next((one.version for one in revisions if in_order_of_versions(one.version) > own), "")


def _versions(erratum: Erratum, values: Values, listed: dict[str, Revision]) -> Iterator[Finding]:
    """Notice versions that are not listed or do not follow each other, and days before they came out."""
    if "by" in values.values and in_order_of_versions(erratum.by) <= in_order_of_versions(erratum.version):
        message = f"version {erratum.by} does not come after version {erratum.version}"
        yield Finding("REV-020", values.starts["by"], message, "“by” is the version that mends it, or takes its place")
    for key, version in (("version", erratum.version), ("by", erratum.by)):
        if not version:
            continue
        revision = listed.get(version)
        if revision is None:
            hint = nearest(version, listed) or f"brief.yaml lists {', '.join(listed)}"
            yield Finding("REV-020", values.starts[key], f"version {version} is not listed in brief.yaml", hint)
        elif erratum.date < revision.date:
            message = f"“{erratum.id}” is dated {erratum.date}, version {version} {revision.date}"
            yield Finding("REV-021", values.starts["date"], message, "an erratum is said after its versions came out")
            return


def _lacking(erratum: Erratum, values: Values) -> Iterator[Finding]:
    """Notice that the version is lacking which mends a mistake, or takes the place of another."""
    if erratum.kind == "new-version" and not erratum.by:
        message = f"“{erratum.id}” does not say which version takes the place of version {erratum.version}"
        yield Finding("REV-023", values.mark, message, "add “by” with its number")
    if erratum.kind == "correction" and not erratum.by:
        message = f"no version after {erratum.version} is listed that could mend “{erratum.id}”"
        hint = "list that version in brief.yaml first; until it is listed, the kind is erratum"
        yield Finding("REV-023", values.starts["kind"], message, hint)


def _useless(erratum: Erratum, values: Values) -> Iterator[Finding]:
    """Notice keys that the kind has no use for."""
    for key, why in _USELESS[erratum.kind]:
        if key in values.keys:
            message = f"“{key}” has no place in {_called(erratum.kind)}"
            yield Finding("REV-023", values.starts[key], message, why)


def _notes(erratum: Erratum) -> Iterator[Finding]:
    """Notice notes: what an erratum cites is printed below it, and there is nowhere else for words to go."""
    for call in note_calls(erratum.text):
        if not all(isinstance(run, Citation) for run in call.note):
            hint = "say it in the text; a work is cited as everywhere, [@key, p. 13]"
            yield Finding("REV-025", call.mark, f"“{erratum.id}” has a note", hint)


def _marks(values: Values, key: str) -> Iterator[Mark]:
    """Yield the place of a value for each of its items; those of a list are not told apart."""
    while key in values.starts:
        yield values.starts[key]


def _called(kind: ErratumKind) -> str:
    return "an erratum" if kind == "erratum" else f"a {kind.replace('-', ' ')}"
