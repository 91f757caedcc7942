"""The shapes of content files, declared once: reading, JSON Schema and the editors' completion follow them.

Keys stand in the order in which writers write them; a missing key is reported where it belongs.
"""

from __future__ import annotations

from report.validate.kinds import (
    Blocks,
    ByLocale,
    Day,
    Field,
    File,
    Flag,
    Id,
    Language,
    ListOf,
    OneOrMore,
    Pairs,
    Plain,
    Prose,
    ProseOr,
    Record,
    Rows,
)

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
LIST_LEVELS = 3

CELL = Prose(notes=True, empty=True)
_NOTED = Prose(notes=True)
_RUNNING = Prose(notes=True, running=True)

_ID = Field("id", Id(), "A name that never changes: lower-case letters, digits and hyphens.")
_CAPTION = Field("caption", _NOTED, "What is shown; stands beside the number.")
_ALTERNATIVE = Field("alternative", Plain(words=True), "What it shows, for readers who cannot see it.")
_SOURCE = Field("source", Prose(), "Where the matter comes from.", required=False)
_CREDIT = Field("credit", Prose(), "Who drew or photographed it.", required=False)
_SPAN = Field("span", Flag(), "Whether it takes the full width instead of one column.", required=False)


def _item(level: int) -> Record:
    fields = [Field("text", _NOTED, "The words of the item.")]
    if level < LIST_LEVELS:
        inner = ListOf(ProseOr(_NOTED, lambda: _item(level + 1)))
        fields.append(Field("list", inner, "A list with bullets below the item.", required=False))
        fields.append(Field("numbered", inner, "A numbered list below the item.", required=False))
    either = ("list", "numbered") if level < LIST_LEVELS else ()
    return Record(f"item-{level}", "An item with a list below it.", tuple(fields), either, either_required=False)


_ITEMS = ListOf(ProseOr(_NOTED, lambda: _item(1)))

PARAGRAPH = Record("paragraph", "Running text.", (_ID, Field("paragraph", _RUNNING, "The text, whole sentences.")))
HEADING = Record(
    "heading", "A heading inside a section.", (_ID, Field("heading", _NOTED, "The words, in sentence case."))
)
LIST = Record("list", "A list with bullets.", (_ID, Field("list", _ITEMS, "The items, nested to three levels.")))
NUMBERED = Record(
    "numbered", "A numbered list.", (_ID, Field("numbered", _ITEMS, "The items, nested to three levels."))
)
QUOTATION = Record(
    "quotation",
    "Words of somebody else, set off.",
    (
        _ID,
        Field("quotation", _RUNNING, "The words, without quotation marks."),
        Field("attribution", _NOTED, "Who said or wrote them.", required=False),
    ),
)
PULL_QUOTE = Record(
    "pull-quote",
    "A sentence of the brief, repeated large.",
    (_ID, Field("pull-quote", Prose(running=True), "The sentence.")),
)
FIGURE = Record(
    "figure",
    "A drawing or photograph.",
    (
        _ID,
        Field("figure", File((".svg", ".png", ".jpg", ".jpeg")), "The file, from the brief’s folder."),
        _CAPTION,
        _ALTERNATIVE,
        _SOURCE,
        _CREDIT,
        _SPAN,
    ),
)
COLUMN = Record(
    "column",
    "A column of a table.",
    (
        Field("title", Prose(), "The head of the column."),
        Field("unit", Prose(), "The unit of its numbers.", required=False),
        Field("numeric", Flag(), "Whether it holds numbers.", required=False),
    ),
)
TABLE_MATTER = Record(
    "table-matter",
    "Columns, and rows written here or read from a CSV file.",
    (
        Field("columns", ListOf(COLUMN), "The columns in order."),
        Field("rows", Rows(), "The rows, cell by cell.", required=False),
        Field("data", File((".csv",)), "A CSV file whose head repeats the column titles.", required=False),
        Field("row-heads", Flag(), "Whether the first cell of a row is its head.", required=False),
    ),
    either=("rows", "data"),
)
TABLE = Record(
    "table",
    "Rows under column heads.",
    (
        _ID,
        Field("table", TABLE_MATTER, "The columns and rows."),
        _CAPTION,
        Field("notes", Prose(), "What must be said below the table.", required=False),
        _SOURCE,
        _CREDIT,
        _SPAN,
    ),
)
STEP = Record(
    "step",
    "A dated step.",
    (
        Field("date", Day(partial=True), "A day, month or year: 2014-05-23, 2000-12, 2017."),
        Field("label", Prose(), "What happened."),
    ),
)
TIMELINE = Record(
    "timeline",
    "Dated steps in order.",
    (
        _ID,
        Field("timeline", ListOf(STEP), "The steps, earliest first."),
        _CAPTION,
        Field("alternative", Plain(words=True), "What it shows, for readers who cannot see it.", required=False),
        _SOURCE,
        _CREDIT,
        _SPAN,
    ),
)
CALLOUT = Record(
    "callout",
    "A titled box beside the argument.",
    (
        _ID,
        Field("callout", Prose(), "The title of the box."),
        Field("blocks", Blocks((PARAGRAPH, LIST, NUMBERED)), "Paragraphs and lists."),
        _SPAN,
    ),
)
RECOMMENDATION = Record(
    "recommendation",
    "What is recommended, and to whom.",
    (
        Field("for", Prose(), "To whom it is addressed.", required=False),
        Field("text", _RUNNING, "What they should do."),
    ),
)
RECOMMENDATIONS = Record(
    "recommendations",
    "Numbered recommendations.",
    (
        _ID,
        Field("recommendations", ListOf(RECOMMENDATION), "The recommendations in order."),
        Field("title", Prose(), "A title above them.", required=False),
    ),
)

BLOCKS = Blocks(
    (
        PARAGRAPH,
        HEADING,
        LIST,
        NUMBERED,
        QUOTATION,
        PULL_QUOTE,
        FIGURE,
        TABLE,
        TIMELINE,
        CALLOUT,
        RECOMMENDATIONS,
    )
)

SECTION = Record(
    "section",
    "A section of a brief: sections/<id>.yaml.",
    (
        Field("id", Id(), "The name of the section, equal to the name of its file."),
        Field("title", _NOTED, "The title; only the first section may go without.", required=False),
        Field("blocks", BLOCKS, "What the section is made of."),
    ),
)

AUTHOR = Record(
    "author",
    "Somebody who wrote the brief.",
    (
        Field("name", Plain(words=True), "The name as it prints."),
        Field("corporate", Flag(), "Whether it is an institution.", required=False),
    ),
)
REVISION = Record(
    "revision",
    "A numbered state of the brief.",
    (
        Field("version", Plain(r"[0-9]+\.[0-9]+", 'two numbers and a point, in quotes: "1.0"'), "Its number."),
        Field("date", Day(), "The day it came out."),
        Field("note", Prose(), "What changed."),
    ),
)
EDITION = Record(
    "edition",
    "An edition in another language.",
    (
        Field("locale", Language(), "Its locale pack, such as de."),
        Field(
            "stale",
            Plain("hold|source|keep", "hold, source or keep"),
            "What becomes of a text whose source has changed: hold publishing, print the source, or keep the old text.",
            required=False,
        ),
    ),
)
BRIEF = Record(
    "brief",
    "A brief: its title page, summary and order of sections.",
    (
        Field("title", Prose(), "The title."),
        Field("subtitle", Prose(), "The subtitle.", required=False),
        Field("short-title", Plain(words=True), "The title for running heads."),
        Field("language", Language(), "The language it is written in, such as en-GB."),
        Field("editions", ListOf(EDITION), "Its editions in other languages.", required=False),
        Field("number", Plain(r"[0-9]+/[0-9]{4}", "number and year: 2/2017"), "Its number in the series."),
        Field("date", Day(), "The day it first came out."),
        Field("authors", ListOf(AUTHOR), "Who wrote it."),
        Field("keywords", ListOf(Plain(words=True)), "Words to find it by."),
        Field("description", Plain(words=True), "One or two sentences for catalogues and search engines."),
        Field("standfirst", Prose(running=True), "The argument in a paragraph.", required=False),
        Field("references", OneOrMore(File((".bib",))), "The file of its sources, or a list of several."),
        Field("summary", BLOCKS, "The points, for the box on the first page."),
        Field("sections", ListOf(Id()), "The ids of its sections in order."),
        Field("revisions", ListOf(REVISION), "Its revisions, earliest first."),
    ),
)

LICENCE = Record(
    "licence",
    "The terms of the text.",
    (
        Field("name", Plain(), "Short name, such as CC BY 4.0."),
        Field("address", Plain(r"https://\S+", "an address that begins with https://"), "Where the terms stand."),
        Field("holder", Plain(words=True), "Who holds the rights."),
    ),
)
DESIGN = Record(
    "design",
    "What the house changes about the look.",
    (
        Field("faces", Pairs(("text", "display")), "A family for each role."),
        Field("tokens", Pairs(), "Values for tokens of the sheets.", required=False),
    ),
)
BIBLIOGRAPHY_PART = Record(
    "bibliography-part",
    "A part of the bibliography; one that names neither types nor keywords takes the rest.",
    (
        Field("part", Id(), "Its name: one with words in every locale, such as sources, or one of your own."),
        Field("title", Prose(), "Its title, where the name is one of your own.", required=False),
        Field("types", ListOf(Plain("[a-z]+", "types of entries")), "The types of entries in it.", required=False),
        Field("keywords", ListOf(Plain()), "The keywords of entries in it.", required=False),
    ),
)
CITATIONS = Record(
    "citations",
    "How the house cites.",
    (
        Field(
            "style",
            Plain(ID_PATTERN, "house-short-title, chicago-notes, or a file of content/citation-styles/"),
            "The citation style.",
            required=False,
        ),
        Field("ibid", Flag(), "Whether a note says ibid. for the work of the note before.", required=False),
        Field("reset", Plain("never|section", "never or section"), "After what a work counts as new.", required=False),
        Field(
            "terms",
            Plain("edition|source", "edition or source"),
            "Whose language gives the words of a citation.",
            required=False,
        ),
        Field("bibliography", ListOf(BIBLIOGRAPHY_PART), "The parts of the bibliography in order.", required=False),
    ),
)
HOUSE = Record(
    "house",
    "The publisher: everything that is the same in all its briefs.",
    (
        Field("publisher", Plain(words=True), "The name of the institution."),
        Field("department", Plain(words=True), "The desk or programme."),
        Field("address", ListOf(Plain()), "The postal address, line by line."),
        Field(
            "contact",
            Plain(
                r"[^\s@/]+@[^\s@/]+\.[a-z]+|https://\S+",
                "an e-mail address or an address that begins with https://",
            ),
            "Where readers write to.",
        ),
        Field("series", Plain(words=True), "The name of the series."),
        Field("series-number", Plain(), "The series’ registered number, such as an ISSN."),
        Field("licence", LICENCE, "The terms of the text."),
        Field("imprint", Prose(running=True), "Who publishes, in whole sentences."),
        Field("design", DESIGN, "What the house changes about the look."),
        Field("citations", CITATIONS, "How the house cites.", required=False),
    ),
)

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

FILES = {"house": HOUSE, "brief": BRIEF, "section": SECTION, "glossary": GLOSSARY}
