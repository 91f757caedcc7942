"""What an entry takes over from the one that its ``crossref`` names (biblatex manual, 2.4.1 and appendix B)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from report.findings import Checked, Finding, nearest
from report.model.references import Entry

T = TypeVar("T")

_BOOKS = frozenset(("inbook", "bookinbook", "suppbook"))
_PARTS = frozenset(("incollection", "suppcollection"))
# The work's own titles become those of what it is part of, and its short and sorting titles are its own.
_AS_MAIN = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_AS_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_AS_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle", "titleaddon": "journaltitleaddon"}
_RENAMED: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "mvbook": dict.fromkeys(("book", *_BOOKS), _AS_MAIN),
    "mvcollection": dict.fromkeys(("collection", *_PARTS), _AS_MAIN),
    "mvproceedings": dict.fromkeys(("proceedings", "inproceedings"), _AS_MAIN),
    "book": dict.fromkeys(_BOOKS, _AS_BOOK),
    "collection": dict.fromkeys(_PARTS, _AS_BOOK),
    "proceedings": {"inproceedings": _AS_BOOK},
    "periodical": {"article": _AS_JOURNAL},
}
"""By the type of the parent and of the child: fields of the parent that have another name in the child."""
_KEPT = frozenset(("crossref", "entrysubtype", "sortkey"))
_KEPT_BESIDE_TITLES = frozenset(("shorttitle", "sorttitle"))


def inherit(entries: Mapping[str, Entry]) -> Checked[Mapping[str, Entry]]:
    """Return the entries with what their parents give them; parents may stand anywhere and have parents.

    A parent that is not there, and entries that lead to each other in a circle, are findings.
    """
    findings: list[Finding] = []
    whole: dict[str, Entry] = {}
    for key in entries:
        for child in reversed(list(_unread_line(key, entries, whole, findings))):
            parent = whole.get(child.plain("crossref"))
            whole[child.key] = _heir(child, parent) if parent else child
    return Checked({key: whole[key] for key in entries}, tuple(findings))


def _unread_line(
    key: str, entries: Mapping[str, Entry], whole: Mapping[str, Entry], findings: list[Finding]
) -> Iterator[Entry]:
    """Yield an entry, its parent, and so on up to one that is whole, has no parent, or comes round again."""
    seen: set[str] = set()
    while key not in whole:
        entry = entries[key]
        seen.add(key)
        yield entry
        parent = entry.plain("crossref")
        if not parent:
            return
        mark = entry.marks["crossref"]
        if parent not in entries:
            hint = nearest(parent, entries, besides=entry.key)
            findings.append(Finding("CIT-011", mark, f"“{entry.key}” refers to “{parent}”, which has no entry", hint))
            return
        if parent in seen:
            message = f"“{entry.key}” and “{parent}” take over from each other in a circle"
            findings.append(Finding("CIT-011", mark, message, "take one crossref out"))
            return
        key = parent


def _heir(child: Entry, parent: Entry) -> Entry:
    names = {source: source for source in parent.names}
    marks = _renamed(parent.marks, child, parent)
    if parent.type in ("book", "mvbook") and child.type in _BOOKS and "author" in names:
        names["bookauthor"] = "author"
    people = {role: parent.names[source] for role, source in names.items()}
    places = {role: parent.marks[source] for role, source in names.items() if source in parent.marks}
    return replace(
        child,
        names={**people, **child.names},
        fields={**_renamed(parent.fields, child, parent), **child.fields},
        dates={**parent.dates, **child.dates},
        language=child.language or parent.language,
        marks={**marks, **places, **child.marks},
    )


def _renamed(given: Mapping[str, T], child: Entry, parent: Entry) -> dict[str, T]:
    """Return what a parent gives, under the names that it has in the child."""
    renamed = _RENAMED.get(parent.type, {}).get(child.type, {})
    kept = _KEPT | _KEPT_BESIDE_TITLES if renamed else _KEPT
    return {renamed.get(name, name): value for name, value in given.items() if name not in kept}
