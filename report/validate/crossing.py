"""Templates and sheets know each other: classes and data attributes are written by the one and read by the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report.findings import Finding, nearest
from report.validate.source import Source

# What report/compose/filters/text.py writes into the text, and what report/typeset and report/preflight read from it.
WRITTEN_BY_PROGRAM = frozenset({"small-caps", "link", "last-word"})
READ_BY_PROGRAM = frozenset(
    {"data-matter", "data-grid", "data-stands", "data-tag", "data-leads", "data-call-leads", "data-marker-leads"}
    | {"data-bar", "data-beside", "data-called", "data-numbered", "data-page", "data-place", "data-refers"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A class or data attribute where a file names it; ``at`` is the offset."""

    text: str
    source: Source
    at: int


@dataclass(frozen=True, slots=True)
class Names:
    """The classes and data attributes that a set of files names."""

    classes: tuple[Name, ...] = ()
    data: tuple[Name, ...] = ()


def check_crossing(written: Names, read: Names) -> Iterator[Finding]:
    """Yield what sheets name and no template writes, and what templates write and no sheet names."""
    classes = {name.text for name in written.classes} | WRITTEN_BY_PROGRAM
    data = {name.text for name in written.data}
    styled = {name.text for name in read.classes}
    used = {name.text for name in read.data} | READ_BY_PROGRAM
    yield from _missing("STY-011", "no template has the class", read.classes, classes)
    yield from _missing("STY-011", "no template writes the attribute", read.data, data)
    yield from _missing("CMP-006", "no sheet styles the class", written.classes, styled | WRITTEN_BY_PROGRAM)
    yield from _missing("CMP-006", "nothing reads the attribute", written.data, used)


def _missing(code: str, message: str, names: Iterable[Name], known: Iterable[str]) -> Iterator[Finding]:
    there = frozenset(known)
    for name in names:
        if name.text not in there:
            yield Finding(code, name.source.mark(name.at), f"{message} “{name.text}”", nearest(name.text, there))
