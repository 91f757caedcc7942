"""References as RIS, for reference managers: a tag, two spaces, a hyphen and a space; lines end with CR LF.

The rule is the “RIS Format Specifications” (Research Information Systems, 2012). It knows no looks, no spans of
dates and no author of the book that a chapter is in: titles are plain, ``DA`` and ``PY`` give the first date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.model.blocks import PartialDate
from report.model.references import PRESS, Entry, Name
from report.publish.references.fields import KINDS_IN_WORDS, Table, Words, first, given, with_subtitle, words_of

_TYPES = {
    "article": "JOUR",
    "audio": "SOUND",
    "book": "BOOK",
    "bookinbook": "CHAP",
    "booklet": "PAMP",
    "collection": "EDBOOK",
    "dataset": "DATA",
    "inbook": "CHAP",
    "incollection": "CHAP",
    "inproceedings": "CPAPER",
    "jurisdiction": "CASE",
    "legal": "LEGAL",
    "legislation": "STAT",
    "manual": "BOOK",
    "misc": "GEN",
    "music": "MUSIC",
    "mvbook": "BOOK",
    "mvcollection": "EDBOOK",
    "mvproceedings": "CONF",
    "online": "ELEC",
    "patent": "PAT",
    "periodical": "SER",
    "proceedings": "CONF",
    "report": "RPRT",
    "software": "COMP",
    "suppbook": "CHAP",
    "suppcollection": "CHAP",
    "thesis": "THES",
    "treaty": "LEGAL",
    "unpublished": "UNPB",
    "video": "VIDEO",
}
_ARTICLES = dict.fromkeys(PRESS, "NEWS") | {"magazine": "MGZN"}
_ROLES = (("author", "AU"), ("editor", "ED"), ("translator", "A4"))
_OTHERS = Name("et al.", is_institution=True)
_PLAIN: Table = (
    ("ET", ("edition", "version")),
    ("VL", ("volume",)),
    ("NV", ("volumes",)),
    ("IS", ("number", "issue")),
)
_IMPRINT: Table = (
    ("PB", ("publisher", "institution", "organization")),
    ("CY", ("location", "venue")),
    ("M3", ("type", "howpublished")),
    ("DO", ("doi",)),
    ("UR", ("url",)),
)
_NUMBERS: Table = (
    ("SN", ("isbn", "issn")),
    ("DB", ("eprinttype",)),
    ("AN", ("eprint",)),
)
_DASHES = re.compile("[-–—]+")


def write_ris(entries: Sequence[Entry]) -> bytes:
    """Return the body of a ``.ris`` file, UTF-8."""
    return "\r\n".join(_record(entry) for entry in entries).encode("utf-8")


def _record(entry: Entry) -> str:
    words = words_of(entry)
    lines = [("TY", _type(entry, words)), ("ID", entry.key), *_lines(entry, words), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)


def _type(entry: Entry, words: Words) -> str:
    if entry.type == "article":
        return _ARTICLES.get(words.get("entrysubtype", ""), "JOUR")
    return _TYPES[entry.type]


def _lines(entry: Entry, words: Words) -> Iterator[tuple[str, str]]:
    for role, tag in _ROLES:
        if names := entry.names.get(role):
            listed = (*names.people, *([_OTHERS] if names.has_others else []))
            yield from ((tag, _name(name)) for name in listed)
    yield from ((tag, title) for tag, title in _titles(words) if title)
    yield from _dates(entry)
    yield from given(words, _PLAIN)
    yield from _pages(first(words, ("pages", "eid")))
    kind = words.get("type", "")
    yield from given({**words, "type": KINDS_IN_WORDS.get(kind, kind)}, _IMPRINT)
    if accessed := entry.dates.get("urldate"):
        yield "Y2", _day(accessed.first)
    yield from given(words, _NUMBERS)
    if entry.language:
        yield "LA", entry.language
    yield from (("KW", word) for word in entry.keywords)
    yield from (("N1", words[name]) for name in ("note", "addendum", "pubstate") if name in words)


def _titles(words: Words) -> Iterator[tuple[str, str]]:
    yield "TI", ". ".join(filter(None, (_title(words, "title"), words.get("titleaddon"))))
    yield "ST", words.get("shorttitle", "")
    book = ". ".join(filter(None, (_title(words, "maintitle"), _title(words, "booktitle"))))
    yield "T2", _title(words, "journaltitle") or book or words.get("eventtitle", "")
    yield "T3", words.get("series", "")
    yield "J2", words.get("shortjournal", "")


def _title(words: Words, name: str) -> str:
    return with_subtitle(words.get(name, ""), words.get(name.removesuffix("title") + "subtitle", ""))


def _dates(entry: Entry) -> Iterator[tuple[str, str]]:
    if issued := entry.dates.get("date"):
        yield "PY", f"{issued.first.year:04d}"
        if issued.first.month:
            yield "DA", _day(issued.first)
    if original := entry.dates.get("origdate"):
        yield "OP", f"{original.first.year:04d}"


def _day(day: PartialDate) -> str:
    """Return a date as the specification wants it: YYYY/MM/DD/, with nothing between slashes for what is not known."""
    month, number = (f"{part:02d}" if part else "" for part in (day.month, day.day))
    return f"{day.year:04d}/{month}/{number}/"


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    """Return a range as its first and last page; several ranges stay together, for nothing may be lost."""
    if not pages:
        return
    ends = _DASHES.split(pages)
    if len(ends) == 2 and "," not in pages:
        yield from zip(("SP", "EP"), (end.strip() for end in ends), strict=True)
    else:
        yield "SP", pages


def _name(name: Name) -> str:
    """Return a name as “Family, Given, Suffix”, its particle before the family name.

    An institution of several words ends with a comma: without one most readers take its last word for a family name.
    """
    if not name.given and not name.suffix:
        return f"{name.surname}," if " " in name.surname else name.surname
    return ", ".join([name.surname, name.given, *([name.suffix] if name.suffix else [])])
