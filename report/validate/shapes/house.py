"""The publisher: what is the same in all its briefs, its look, its citations and its printer."""

from __future__ import annotations

from report.validate.kinds import ID_PATTERN, Field, Flag, Id, ListOf, Number, Pairs, Plain, Prose, Record

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
        Field("faces", Pairs(("text", "display"), keeps_sound=True), "A family for each role."),
        Field("tokens", Pairs(keeps_sound=True), "Values for tokens of the sheets.", required=False),
    ),
    keeps_sound=True,
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
PRESS = Record(
    "press",
    "What the house’s printer asks for.",
    (
        Field(
            "profile",
            Plain(r"/[^\x00-\x1f]*\.ic[cm]", "an absolute path that ends in .icc or .icm"),
            "The ICC profile of the printing condition, the one file that may lie outside the project.",
        ),
        Field(
            "condition",
            Plain(),
            "The name of the condition in the registry of the ICC, such as FOGRA39 or CGATS TR 001.",
        ),
        Field("bleed", Number(0, 20, unit="millimetres"), "How far print goes beyond the trim; 3.", required=False),
        Field("ink-limit", Number(100, 400, whole=True, unit="per cent"), "The sum of all inks; 300.", required=False),
        Field(
            "resolution",
            Number(72, 2400, whole=True, unit="pixels per inch"),
            "The least of a picture, at its size; 300.",
            required=False,
        ),
        Field(
            "multiple",
            Number(1, 64, whole=True, unit="pages"),
            "To a multiple of how many pages blanks fill up; 4.",
            required=False,
        ),
        Field("paper", Number(0, 1, unit="millimetres"), "How thick a leaf is, for creep; 0.1.", required=False),
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
        Field("press", PRESS, "What the house’s printer asks for.", required=False),
    ),
)
