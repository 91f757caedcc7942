"""The errata of a brief: what is said of its published versions after they went out."""

from __future__ import annotations

from report.validate.kinds import Day, Field, Id, ListOf, OneOrMore, Plain, Prose, Record
from report.validate.shapes.briefs import VERSION

ERRATUM = Record(
    "erratum",
    "Something that is said of a published version after it went out.",
    (
        Field("id", Id(), "Its name, for links and translators."),
        Field(
            "kind",
            Plain("correction|erratum|new-version|withdrawal", "correction, erratum, new-version or withdrawal"),
            "What is said: a mistake that a later version mends (correction), one that stands as it was published "
            "(erratum), that another version replaces this one (new-version), or that it is taken back (withdrawal).",
        ),
        Field("version", VERSION, "The published version that it speaks of."),
        Field("by", VERSION, "The version that mends it, or takes its place.", required=False),
        Field("date", Day(), "The day on which it is said."),
        Field("target", OneOrMore(Id()), "The id of the block that it is about, or a list of them.", required=False),
        Field("before", Prose(), "The words as they were published.", required=False),
        Field("after", Prose(), "The words that are right.", required=False),
        Field("text", Prose(notes=True, running=True), "What was wrong, or why, in whole sentences."),
    ),
)
ERRATA = Record(
    "errata",
    "What is said of the published versions of a brief after they went out.",
    (Field("errata", ListOf(ERRATUM, keeps_sound=True), "What is said, earliest first."),),
)
