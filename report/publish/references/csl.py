"""References as CSL-JSON, for programs that set citations by the Citation Style Language.

The rule is the schema of CSL 1.0.2 (``csl-data.json``) and its specification, appendices III and IV.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from report.model.blocks import PartialDate
from report.model.references import PRESS, Entry, EntryDate, Look, Name, Names, Rich, Styled
from report.publish.references.fields import KINDS_IN_WORDS, Table, Words, first, given, with_subtitle, words_of

_TYPES = {
    "article": "article-journal",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "dataset": "dataset",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "jurisdiction": "legal_case",
    "legal": "regulation",
    "legislation": "legislation",
    "manual": "book",
    "misc": "document",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "thesis": "thesis",
    "treaty": "treaty",
    "unpublished": "manuscript",
    "video": "motion_picture",
}
_ARTICLES = dict.fromkeys(PRESS, "article-newspaper") | {"magazine": "article-magazine"}
_ROLES = (
    ("author", "author"),
    ("bookauthor", "container-author"),
    ("editor", "editor"),
    ("translator", "translator"),
)
_CONTRIBUTORS = ("commentator", "annotator", "introduction", "foreword", "afterword")
_DATES = (("date", "issued"), ("eventdate", "event-date"), ("origdate", "original-date"), ("urldate", "accessed"))
_FIELDS: Table = (
    ("edition", ("edition",)),
    ("version", ("version",)),
    ("volume", ("volume",)),
    ("number-of-volumes", ("volumes",)),
    ("part-number", ("part",)),
    ("chapter-number", ("chapter",)),
    ("number-of-pages", ("pagetotal",)),
    ("publisher", ("publisher", "institution", "organization")),
    ("publisher-place", ("location",)),
    ("event-place", ("venue",)),
    ("original-title", ("origtitle",)),
    ("original-publisher", ("origpublisher",)),
    ("original-publisher-place", ("origlocation",)),
    ("medium", ("howpublished",)),
    ("status", ("pubstate",)),
    ("archive", ("eprinttype",)),
    ("archive_location", ("eprint",)),
    ("DOI", ("doi",)),
    ("URL", ("url",)),
    ("ISBN", ("isbn",)),
    ("ISSN", ("issn",)),
)
_NUMBERED_IN_SERIES = frozenset(("book", "chapter", "pamphlet", "paper-conference"))
_PERIODICAL = frozenset(("article-journal", "article-magazine", "article-newspaper", "periodical"))
_MARKUP: dict[Look, tuple[str, str]] = {
    "emphasis": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "quotation": ("“", "”"),
    "raised": ("<sup>", "</sup>"),
    "lowered": ("<sub>", "</sub>"),
}


def write_csl_json(entries: Sequence[Entry]) -> bytes:
    """Return the body of a CSL-JSON file, UTF-8, an item in each line."""
    items = (json.dumps(_item(entry), ensure_ascii=False) for entry in entries)
    return "[\n{}\n]\n".format(",\n".join(items)).encode("utf-8")


def _item(entry: Entry) -> dict[str, Any]:
    words = words_of(entry)
    kind = _type(entry, words)
    item: dict[str, Any] = {"id": entry.key, "type": kind}
    item.update((variable, _people(entry.names[role])) for role, variable in _ROLES if role in entry.names)
    if others := [name for role in _CONTRIBUTORS if role in entry.names for name in _people(entry.names[role])]:
        item["contributor"] = others
    item.update((variable, title) for variable, title in _titles(entry) if title)
    item.update((variable, _date(entry.dates[name])) for name, variable in _DATES if name in entry.dates)
    item.update(_numbers(words, kind))
    item.update(given(words, _FIELDS))
    if genre := words.get("type"):
        item["genre"] = KINDS_IN_WORDS.get(genre, genre)
    if entry.language:
        item["language"] = entry.language
    if entry.keywords:
        item["keyword"] = ", ".join(entry.keywords)
    if note := " ".join(words[name] for name in ("note", "addendum") if name in words):
        item["note"] = note
    return item


def _type(entry: Entry, words: Words) -> str:
    if entry.type == "article":
        return _ARTICLES.get(words.get("entrysubtype", ""), "article-journal")
    return _TYPES[entry.type]


def _people(names: Names) -> list[dict[str, str]]:
    """Return the names of a role; “and others” is a name of its own, as CSL has no other place for it."""
    return [*(_name(name) for name in names.people), *([{"literal": "others"}] if names.has_others else [])]


def _name(name: Name) -> dict[str, str]:
    """Return a name in its parts; a particle without which the family name is never written is a non-dropping one."""
    if name.is_institution:
        return {"literal": name.family}
    particle = "non-dropping-particle" if name.keeps_particle else "dropping-particle"
    parts = {"family": name.family, "given": name.given, particle: name.particle, "suffix": name.suffix}
    return {part: words for part, words in parts.items() if words}


def _titles(entry: Entry) -> Iterator[tuple[str, str]]:
    own, book, main = (_title(entry, name) for name in ("title", "booktitle", "maintitle"))
    is_contained = bool(book or "journaltitle" in entry.fields)
    title = own if is_contained or not main else main
    yield "title", ". ".join(filter(None, (title, _html(entry, "titleaddon"))))
    # As elsewhere in CSL a title without its subtitle is a short title.
    yield "title-short", _html(entry, "shorttitle") or (_html(entry, "title") if "subtitle" in entry.fields else "")
    yield "container-title", _title(entry, "journaltitle") or (book and (main or book))
    yield "container-title-short", _html(entry, "shortjournal")
    yield "volume-title", (book or own) if main else _title(entry, "issuetitle")
    yield "collection-title", _html(entry, "series")
    yield "event-title", _html(entry, "eventtitle")


def _title(entry: Entry, name: str) -> str:
    """Return a title with its subtitle, for which CSL has no place of its own."""
    return with_subtitle(_html(entry, name), _html(entry, name.removesuffix("title") + "subtitle"))


def _numbers(words: Words, kind: str) -> Iterator[tuple[str, str]]:
    number, issue = words.get("number", ""), words.get("issue", "")
    if kind in _PERIODICAL:
        number, issue = "", ", ".join(filter(None, (number, issue)))
    if number:
        yield "collection-number" if kind in _NUMBERED_IN_SERIES else "number", number
    if issue:
        yield "issue", issue
    if pages := first(words, ("pages", "eid")):
        yield "page", pages.replace("–", "-")


def _date(day: EntryDate) -> dict[str, Any]:
    """Return a date as its parts; a span without an end has 0 for its last year, as CSL processors read it."""
    parts = [_parts(day.first)]
    if day.last:
        parts.append(_parts(day.last))
    elif day.is_open:
        parts.append([0])
    return {"date-parts": parts, **({"circa": True} if day.is_circa or day.is_uncertain else {})}


def _parts(day: PartialDate) -> list[int]:
    return [part for part in (day.year, day.month, day.day) if part]


def _html(entry: Entry, name: str) -> str:
    """Return a field with its looks in the few tags that CSL processors know; all other characters as they are.

    A title that itself says ``<b>`` is set in bold by them: CSL has no way to write that tag as words.
    """
    return _tagged(entry.fields.get(name, ()))


def _tagged(pieces: Rich) -> str:
    return "".join(piece if isinstance(piece, str) else _marked(piece) for piece in pieces)


def _marked(piece: Styled) -> str:
    opening, closing = _MARKUP[piece.look]
    return f"{opening}{_tagged(piece.pieces)}{closing}"
