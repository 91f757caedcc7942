"""A brief: its title page, summary, sections and revisions."""

from __future__ import annotations

from report.model.revision import VERSION_FORM
from report.validate.kinds import Day, Field, File, Flag, Id, Language, ListOf, OneOrMore, Plain, Prose, Record
from report.validate.shapes.blocks import BLOCKS, QUERIES

AUTHOR = Record(
    "author",
    "Somebody who wrote the brief.",
    (
        Field("name", Plain(words=True), "The name as it prints."),
        Field("corporate", Flag(), "Whether it is an institution.", required=False),
    ),
)
FOLDER = Plain(r"[^/]{1,100}", "the name of a folder of content/")
VERSION = Plain(VERSION_FORM, 'two numbers and a point, in quotes: "1.0"')
REVISION = Record(
    "revision",
    "A numbered state of the brief.",
    (
        Field("version", VERSION, "Its number."),
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
        QUERIES,
        Field("summary", BLOCKS, "The points, for the box on the first page."),
        Field("sections", ListOf(Id()), "The ids of its sections in order."),
        Field(
            "state",
            Plain("draft|in-review|published", "draft, in-review or published"),
            "How far it is: draft (if nothing is said), in-review, or published.",
            required=False,
        ),
        Field("text-date", Day(), "The day of the text, while it is no published one.", required=False),
        Field("revisions", ListOf(REVISION), "Its revisions, earliest first."),
        Field(
            "formerly",
            OneOrMore(FOLDER),
            "The name that its folder had when versions were frozen, or a list of several.",
            required=False,
        ),
    ),
)
