"""References as biblatex: fields in a fixed order, what a crossref gave written out.

The manual of biblatex is the rule: names 3.4 and 3.14, dates 2.3.8, verbatim fields 2.2.1, capitals 4.6.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.locales.babel import babel_name
from report.model.blocks import PartialDate
from report.model.references import Entry, EntryDate, Name, Names, Rich, plain
from report.publish.references.latex import in_latex

_ORDER = (
    *("author", "bookauthor", "editor", "editora", "editorb", "editorc", "editortype", "translator"),
    *("commentator", "annotator", "introduction", "foreword", "afterword", "holder", "shortauthor", "shorteditor"),
    *("title", "subtitle", "titleaddon", "shorttitle", "origtitle", "reprinttitle"),
    *("booktitle", "booksubtitle", "booktitleaddon", "maintitle", "mainsubtitle", "maintitleaddon"),
    *("journaltitle", "journalsubtitle", "journaltitleaddon", "shortjournal", "issuetitle", "issuesubtitle"),
    *("eventtitle", "eventtitleaddon"),
    *("entrysubtype", "type", "edition", "version", "series", "volume", "volumes", "part", "number", "issue"),
    *("chapter", "pages", "eid", "pagetotal", "howpublished"),
    *("institution", "organization", "publisher", "location", "venue"),
    *("date", "eventdate", "pubstate", "origpublisher", "origlocation", "origdate", "origlanguage"),
    *("isbn", "issn", "doi", "eprint", "eprinttype", "eprintclass", "url", "urldate"),
    *("language", "langid", "note", "addendum", "sortname", "sorttitle", "sortyear", "sortkey", "keywords", "options"),
)
_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_VERBATIM = frozenset(("doi", "eprint", "url"))
_LISTS = frozenset(("institution", "location", "organization", "origlocation", "origpublisher", "publisher", "venue"))
# What a parent gives is written out, and the parent need not be among the works cited.
_LEFT_OUT = frozenset(("crossref",))
_PARTS_NAMES = re.compile(r"[,;&=،؛、，]|\b(?:and|und|et|adn|и|و|others)\b", re.IGNORECASE)


def write_biblatex(entries: Sequence[Entry]) -> bytes:
    """Return the body of a ``.bib`` file, UTF-8; read again it gives equal entries."""
    return "\n".join(_entry(entry) for entry in entries).encode("utf-8")


def _entry(entry: Entry) -> str:
    fields = sorted(_fields(entry), key=lambda field: (_RANK.get(field[0], len(_RANK)), field[0]))
    width = max((len(name) for name, _ in fields), default=0)
    lines = "".join(f"  {name:{width}} = {{{value}}},\n" for name, value in fields)
    return f"@{entry.type}{{{entry.key},\n{lines}}}\n"


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    for role, names in entry.names.items():
        yield role, _names(names)
    for name, value in entry.fields.items():
        if name not in _LEFT_OUT:
            yield name, _value(name, value, entry.language)
    for name, day in entry.dates.items():
        yield name, _date(day)
    if entry.language:
        yield "langid", babel_name(entry.language)
    if entry.keywords:
        yield "keywords", ", ".join(in_latex((word,)) for word in entry.keywords)
    if any(name.keeps_particle for names in entry.names.values() for name in names.people):
        yield "options", "useprefix=true"


def _value(name: str, value: Rich, language: str) -> str:
    if name in _VERBATIM:
        return _verbatim(plain(value))
    written = in_latex(value)
    if name == "pages":
        return written.replace("–", "--")
    if name in _LISTS:
        return f"{{{written}}}" if " and " in written else written  # biblatex would make two of it
    return f"{{{written}}}" if _may_lose_capitals(name, written, language) else written


def _verbatim(address: str) -> str:
    """Return an address as it is; braces that do not pair would end the field, so all are percent-encoded then."""
    depth = 0
    for sign in address:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            break
    return address if depth == 0 else address.replace("{", "%7B").replace("}", "%7D")


def _may_lose_capitals(name: str, words: str, language: str) -> bool:
    """Say whether a style may put capitals of a field in lower case: in English titles, unless braces forbid it."""
    is_title = name.endswith("title") and not name.startswith(("journal", "sort"))
    is_english = not language or language.split("-", maxsplit=1)[0] == "en"
    return (is_title or name == "series") and is_english and words[1:] != words[1:].lower()


def _names(names: Names) -> str:
    return " and ".join([*(_name(name) for name in names.people), *(["others"] if names.has_others else [])])


def _name(name: Name) -> str:
    if name.is_institution or not (name.given or name.particle or name.suffix):
        # A person of one word is that word; more words without braces would be taken for given names.
        is_word = not name.is_institution and " " not in name.family
        return _guarded(name.family) if is_word else f"{{{in_latex((name.family,))}}}"
    *before_last, _ = name.family.split() or [""]
    holds_particle = any(word[0].islower() for word in before_last)
    family = f"{{{in_latex((name.family,))}}}" if holds_particle else _guarded(name.family)
    # “d’” too is parted from the name here, or it would be read as part of it; biblatex prints it without the blank.
    last = f"{name.particle} {family}" if name.particle else family
    return ", ".join([last, *([_guarded(name.suffix)] if name.suffix else []), _guarded(name.given)]).rstrip(", ")


def _guarded(part: str) -> str:
    """Return a part of a name, in braces if it holds what parts names for some reader: a comma, or “and”."""
    written = in_latex((part,))
    return f"{{{written}}}" if _PARTS_NAMES.search(part) else written


def _date(day: EntryDate) -> str:
    doubts = ("~" if day.is_circa else "") + ("?" if day.is_uncertain else "")
    doubt = "%" if doubts == "~?" else doubts
    first = _partial(day.first) + doubt
    if day.last:
        return f"{first}/{_partial(day.last)}{doubt}"
    return f"{first}/" if day.is_open else first


def _partial(day: PartialDate) -> str:
    parts = [f"{day.year:04d}", *(f"{part:02d}" for part in (day.month, day.day) if part)]
    return "-".join(parts)
