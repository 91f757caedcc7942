"""The blocks of a section, from a paragraph to recommendations, and the section itself."""

from __future__ import annotations

from dataclasses import replace

from report.validate.kinds import (
    Blocks,
    Day,
    Field,
    File,
    Flag,
    Id,
    ListOf,
    Plain,
    Prose,
    ProseOr,
    Record,
    Remark,
    Rows,
)

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

QUERY = Record(
    "query",
    "A question about the text, printed in review proofs alone.",
    (
        Field("by", Remark(), "Who asks: a name, or a desk."),
        Field("text", Remark(), "The question, in whole sentences."),
    ),
)
QUERIES = Field("queries", ListOf(QUERY), "What is asked about it, for those who read the proofs.", required=False)


def _open_to_queries(*records: Record) -> Blocks:
    """Return blocks that queries may be put to."""
    return Blocks(tuple(replace(record, fields=(*record.fields, QUERIES)) for record in records))


def _item(level: int) -> Record:
    fields = [Field("text", _NOTED, "The words of the item.")]
    if level < LIST_LEVELS:
        inner = ListOf(ProseOr(_NOTED, lambda: _item(level + 1)))
        fields.append(Field("list", inner, "A list with bullets below the item.", required=False))
        fields.append(Field("numbered", inner, "A numbered list below the item.", required=False))
    fields.append(QUERIES)
    either = ("list", "numbered") if level < LIST_LEVELS else ()
    return Record(
        f"item-{level}", "An item with a list below it, or with queries.", tuple(fields), either, either_required=False
    )


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
        QUERIES,
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
        Field("blocks", _open_to_queries(PARAGRAPH, LIST, NUMBERED), "Paragraphs and lists."),
        _SPAN,
    ),
)
RECOMMENDATION = Record(
    "recommendation",
    "What is recommended, and to whom.",
    (
        Field("for", Prose(), "To whom it is addressed.", required=False),
        Field("text", _RUNNING, "What they should do."),
        QUERIES,
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

BLOCKS = _open_to_queries(
    *(PARAGRAPH, HEADING, LIST, NUMBERED, QUOTATION, PULL_QUOTE, FIGURE, TABLE, TIMELINE, CALLOUT, RECOMMENDATIONS)
)

SECTION = Record(
    "section",
    "A section of a brief: sections/<id>.yaml.",
    (
        Field("id", Id(), "The name of the section, equal to the name of its file."),
        Field("title", _NOTED, "The title; only the first section may go without.", required=False),
        QUERIES,
        Field("blocks", BLOCKS, "What the section is made of."),
    ),
)
