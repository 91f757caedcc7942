"""Types and fields of a .bib file, what each is also called, and what a type needs.

Names follow the biblatex manual (3.20), sections 2.1 (types), 2.2 (fields) and 2.3.8 (dates).
"""

from __future__ import annotations

from collections.abc import Mapping

TYPE_ALIASES: Mapping[str, tuple[str, str]] = {
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "inreference": ("incollection", ""),
    "mastersthesis": ("thesis", "mathesis"),
    "movie": ("video", ""),
    "mvreference": ("mvcollection", ""),
    "phdthesis": ("thesis", "phdthesis"),
    "reference": ("collection", ""),
    "review": ("article", ""),
    "suppperiodical": ("article", ""),
    "techreport": ("report", "techreport"),
    "www": ("online", ""),
}
"""Other names of types, and the field ``type`` that the name implies (biblatex manual 2.1.2)."""

# fmt: off
NAME_FIELDS = frozenset(
    (
        "afterword", "annotator", "author", "bookauthor", "commentator", "editor", "editora", "editorb", "editorc",
        "foreword", "holder", "introduction", "shortauthor", "shorteditor", "sortname", "translator",
    )
)
DATE_FIELDS = frozenset(("date", "eventdate", "origdate", "urldate"))
TEXT_FIELDS = frozenset(
    (
        "addendum", "authortype", "booksubtitle", "booktitle", "booktitleaddon", "chapter", "edition", "editoratype",
        "editorbtype", "editorctype", "editortype", "eid", "eprintclass", "eprinttype", "eventtitle",
        "eventtitleaddon", "howpublished", "institution", "isbn", "issn", "issue", "issuesubtitle", "issuetitle",
        "journalsubtitle", "journaltitle", "journaltitleaddon", "language", "location", "mainsubtitle", "maintitle",
        "maintitleaddon", "nameaddon", "note", "number", "organization", "origlanguage", "origlocation",
        "origpublisher", "origtitle", "pagetotal", "part", "publisher", "pubstate", "reprinttitle", "series",
        "shortjournal", "shortseries", "shorttitle", "sortkey", "sorttitle", "sortyear", "subtitle", "title",
        "titleaddon", "type", "venue", "version", "volume", "volumes",
    )
)
FORMED_FIELDS = frozenset(
    ("crossref", "doi", "entrysubtype", "eprint", "keywords", "langid", "month", "options", "pages", "url", "year")
)
IGNORED_FIELDS = frozenset(
    (
        "abstract", "annotation", "bookpagination", "file", "gender", "indexsorttitle", "indextitle", "label",
        "langidopts", "library", "pagination", "presort", "xref",
    )
)
# fmt: on
FIELD_ALIASES: Mapping[str, str] = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journal": "journaltitle",
    "key": "sortkey",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}
"""Names of fields that BibTeX, or biblatex in earlier years, gave them (biblatex manual 2.2.5)."""
FIELDS = NAME_FIELDS | DATE_FIELDS | TEXT_FIELDS | FORMED_FIELDS | IGNORED_FIELDS | frozenset(FIELD_ALIASES)

Alternatives = tuple[str, ...]

_WHO: Alternatives = ("author", "editor", "organization", "institution")
_TITLE: Alternatives = ("title",)
_WHEN: Alternatives = ("date",)
_BOOK = (_WHO, _TITLE, ("publisher",), _WHEN)
_CHAPTER = (("author", "editor"), _TITLE, ("booktitle", "maintitle"), _WHEN)
_MADE = (_WHO, _TITLE)
_TEXT_OF_LAW = (_TITLE, _WHEN)
REQUIRED: Mapping[str, tuple[Alternatives, ...]] = {
    "article": (("author", "organization", "institution"), _TITLE, ("journaltitle", "organization"), _WHEN),
    "audio": _MADE,
    "book": _BOOK,
    "bookinbook": _CHAPTER,
    "booklet": (_TITLE, _WHEN),
    "collection": _BOOK,
    "dataset": _MADE,
    "inbook": _CHAPTER,
    "incollection": _CHAPTER,
    "inproceedings": (("author", "editor"), _TITLE, ("booktitle", "maintitle", "eventtitle"), _WHEN),
    "jurisdiction": _TEXT_OF_LAW,
    "legal": _TEXT_OF_LAW,
    "legislation": _TEXT_OF_LAW,
    "manual": (_WHO, _TITLE, _WHEN),
    "misc": _MADE,
    "music": _MADE,
    "mvbook": _BOOK,
    "mvcollection": _BOOK,
    "mvproceedings": (_TITLE, _WHEN),
    "online": _MADE,
    "patent": (("author", "holder"), _TITLE, ("number",), _WHEN),
    "periodical": (_TITLE, _WHEN),
    "proceedings": (_TITLE, _WHEN),
    "report": (_WHO, _TITLE, ("institution", "publisher", "organization"), _WHEN),
    "software": _MADE,
    "suppbook": _CHAPTER,
    "suppcollection": _CHAPTER,
    "thesis": (("author",), _TITLE, ("institution",), _WHEN),
    "treaty": _TEXT_OF_LAW,
    "unpublished": (("author", "editor"), _TITLE, _WHEN),
    "video": _MADE,
}
"""For each type the fields it needs; any one of a group will do. An address or a place is never needed.

After the manual's 2.1.1, more lenient where readers can find the work all the same: an institution may stand for
the author, and a web page or a paper may be undated.
"""
