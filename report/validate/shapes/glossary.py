"""What terms and names are called."""

from __future__ import annotations

from report.validate.kinds import ByLocale, Field, Flag, ListOf, OneOrMore, Plain, Record

_WORD = r"\*?[^\s*<>{}\[\]]+\*?"
_PHRASE = Plain(rf"{_WORD}( {_WORD})*", "words, with * for any beginning or ending of one")
_PHRASES = OneOrMore(_PHRASE)
REFUSED = Record(
    "refused-words",
    "What a term is not called.",
    (
        Field("words", _PHRASES, "The words that do not stand for it."),
        Field("why", Plain(), "The reason, for the translator."),
    ),
)
TERM = Record(
    "term",
    "A term or name, and what it is called in the editions.",
    (
        Field("term", _PHRASE, "The word, or words, of the source text."),
        Field("forms", ListOf(_PHRASE), "Its other forms in the source text.", required=False),
        Field(
            "kind",
            Plain("term|name|person", "term, name or person"),
            "What it is: a term, if nothing else is said; a name; or the name of a person.",
            required=False,
        ),
        Field("keep", Flag(), "Whether it stands in every edition as in the source text.", required=False),
        Field("renderings", ByLocale(_PHRASES), "What it is called in each locale.", required=False),
        Field("refused", ByLocale(REFUSED), "What it is not called in a locale.", required=False),
    ),
    either=("keep", "renderings"),
)
GLOSSARY = Record(
    "glossary", "What terms and names are called.", (Field("terms", ListOf(TERM), "The terms and names."),)
)
