"""What BibTeX and biblatex call things, as far as the house's styles print them; and the decoding of field texts.

Names of types and fields follow the biblatex manual (3.20), sections 2.1 and 2.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# fmt: off
ENTRY_TYPES = frozenset(
    (
        "article", "book", "incollection", "inbook", "inproceedings", "legislation", "mastersthesis", "misc",
        "online", "phdthesis", "report", "techreport", "thesis",
    )
)
NAME_FIELDS = frozenset(("author", "editor", "translator", "bookauthor"))
FIELDS = NAME_FIELDS | frozenset(
    (
        "address", "annotation", "booktitle", "chapter", "date", "doi", "edition", "entrysubtype", "eprint",
        "eprinttype", "howpublished", "institution", "isbn", "issn", "issue", "journal", "journaltitle", "keywords",
        "langid", "language", "location", "month", "note", "number", "organization", "origdate", "pages", "publisher",
        "school", "series", "shorttitle", "subtitle", "title", "type", "url", "urldate", "volume", "volumes", "year",
    )
)
LANGUAGES = frozenset(
    (
        "afrikaans", "albanian", "american", "arabic", "armenian", "australian", "austrian", "azerbaijani", "basque",
        "belarusian", "bosnian", "brazilian", "breton", "british", "bulgarian", "canadian", "catalan", "chinese",
        "croatian", "czech", "danish", "dutch", "english", "esperanto", "estonian", "farsi", "finnish", "french",
        "galician", "georgian", "german", "greek", "hebrew", "hindi", "hungarian", "icelandic", "indonesian", "irish",
        "italian", "japanese", "kazakh", "korean", "kurdish", "latin", "latvian", "lithuanian", "macedonian",
        "mexican", "mongolian", "naustrian", "newzealand", "ngerman", "norsk", "norwegian", "nswissgerman", "nynorsk",
        "persian", "polish", "portuguese", "romanian", "russian", "sanskrit", "serbian", "slovak", "slovene",
        "slovenian", "spanish", "swedish", "swissgerman", "tajik", "thai", "turkish", "turkmen", "ukrainian",
        "urdu", "usenglish", "ukenglish", "uzbek", "vietnamese", "welsh",
    )
)
# fmt: on
SUBTYPES = frozenset(("magazine", "news", "newspaper"))
IGNORED_COMMANDS = frozenset(("string", "preamble", "comment"))

_WHO = ("author", "editor", "organization", "institution")
_WHEN = ("date", "year")
REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "article": (("author", "organization"), ("title",), ("journaltitle", "journal", "organization"), _WHEN),
    "book": (("author", "editor"), ("title",), ("publisher",), _WHEN),
    "inbook": (("author",), ("title",), ("booktitle",), _WHEN),
    "incollection": (("author",), ("title",), ("booktitle",), _WHEN),
    "inproceedings": (("author",), ("title",), ("booktitle",), _WHEN),
    "legislation": (("title",), _WHEN),
    "mastersthesis": (("author",), ("title",), ("school", "institution"), _WHEN),
    "misc": (_WHO, ("title",)),
    "online": (_WHO, ("title",)),
    "phdthesis": (("author",), ("title",), ("school", "institution"), _WHEN),
    "report": (_WHO, ("title",), ("institution", "publisher", "organization"), _WHEN),
    "techreport": (_WHO, ("title",), ("institution", "publisher", "organization"), _WHEN),
    "thesis": (("author",), ("title",), ("institution", "school"), _WHEN),
}
"""For each type the fields it needs; any one of a group will do. An address of any kind is never needed."""

_ESCAPED = re.compile(r"\\([&%$#_{}])|(---)|(--)|(~)|(\\[A-Za-z]+|\\.)|([{}])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The plain text of a field, and the commands in it that are not understood (left in the text)."""

    text: str
    unknown: tuple[str, ...]


def decode(value: str) -> Decoded:
    """Decode the little LaTeX that references hold: escaped signs, dashes, ``~``; braces only protect."""
    unknown: list[str] = []

    def plain(found: re.Match[str]) -> str:
        sign, em_dash, en_dash, tie, command, _brace = found.groups()
        if command:
            unknown.append(command)
            return str(command)
        return sign or (em_dash and "—") or (en_dash and "–") or (tie and "\u00a0") or ""

    return Decoded(_ESCAPED.sub(plain, value), tuple(unknown))
