"""References as CSL-JSON: what the schema allows, and every part in its place."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from report.model.blocks import PartialDate
from report.model.references import ENTRY_TYPES, EntryDate, Styled
from report.publish.references.csl import write_csl_json
from tests.support.entries import emphasis, entry, institution, on, people, person, shelf

# The shape that CSL 1.0.2 gives its input, for all that we write.
_PARTS = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": _PARTS, "minItems": 1, "maxItems": 2},
        "circa": {"type": "boolean"},
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {key: {"type": "string", "minLength": 1} for key in _NAME_PARTS},
        "additionalProperties": False,
    },
}
_WORDS = (
    *("archive", "archive_location", "chapter-number", "collection-number", "collection-title", "container-title"),
    "container-title-short",
    *("DOI", "edition", "event-place", "event-title", "genre", "ISBN", "ISSN", "issue", "keyword", "language"),
    *("medium", "note", "number", "number-of-pages", "number-of-volumes", "original-publisher"),
    *("original-publisher-place", "original-title", "page", "part-number", "publisher", "publisher-place", "status"),
    *("title", "title-short", "URL", "version", "volume", "volume-title"),
)
_TYPES = (
    *("article-journal", "article-magazine", "article-newspaper", "book", "chapter", "dataset", "document"),
    *("legal_case", "legislation", "manuscript", "motion_picture", "pamphlet", "paper-conference", "patent"),
    *("periodical", "regulation", "report", "software", "song", "thesis", "treaty", "webpage"),
)
_PEOPLE = ("author", "container-author", "contributor", "editor", "translator")
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": list(_TYPES)},
            **dict.fromkeys(_PEOPLE, _NAMES),
            **dict.fromkeys(("accessed", "event-date", "issued", "original-date"), _DATE),
            **{key: {"type": "string", "minLength": 1} for key in _WORDS},
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}


def item(*works: Any) -> dict[str, Any]:
    items = json.loads(write_csl_json(works))
    jsonschema.validate(items, SCHEMA)
    first: dict[str, Any] = items[0]
    return first


def test_what_is_written_is_what_the_schema_allows() -> None:
    assert item(*shelf())["id"] == "berg2015"
    assert item(*(entry("key", type_) for type_ in sorted(ENTRY_TYPES)))["type"]


def test_names_keep_their_parts() -> None:
    names = people(
        person("Berg", "Jan", "van der", "Jr.", keeps=True),
        person("Roe", "Jim", "de"),
        institution("Mud Board"),
        others=True,
    )
    assert item(entry("key", "book", names={"author": names}))["author"] == [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
        {"family": "Roe", "given": "Jim", "dropping-particle": "de"},
        {"literal": "Mud Board"},
        {"literal": "others"},
    ]


def test_a_title_has_its_subtitle_and_its_looks() -> None:
    work = entry("key", "book", title=("Of ", emphasis("Mud"), Styled("quotation", ("so",))), subtitle="A Note")
    assert item(work)["title"] == "Of <i>Mud</i>“so”: A Note"
    assert item(work)["title-short"] == "Of <i>Mud</i>“so”"


def test_a_title_that_asks_takes_no_colon() -> None:
    assert item(entry("key", "book", title="Why?", subtitle="An Answer"))["title"] == "Why? An Answer"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (on(2019, 5, 17), {"date-parts": [[2019, 5, 17]]}),
        (EntryDate(PartialDate(2015), PartialDate(2017, 3)), {"date-parts": [[2015], [2017, 3]]}),
        (EntryDate(PartialDate(2015), is_open=True), {"date-parts": [[2015], [0]]}),
        (EntryDate(PartialDate(1850), is_circa=True), {"date-parts": [[1850]], "circa": True}),
    ],
)
def test_dates_are_their_parts(day: EntryDate, expected: dict[str, Any]) -> None:
    assert item(entry("key", "book", dates={"date": day}))["issued"] == expected


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("article", {"issue": "5", "container-title": "Wire"}),
        ("report", {"number": "5"}),
        ("book", {"collection-number": "5"}),
    ],
)
def test_a_number_is_of_the_issue_the_report_or_the_series(type_: str, expected: dict[str, str]) -> None:
    fields = {"journaltitle": "Wire"} if type_ == "article" else {}
    work = item(entry("key", type_, number="5", **fields))
    assert {name: work.get(name) for name in expected} == expected


def test_a_volume_of_a_work_has_both_titles() -> None:
    volume = item(entry("key", "book", title="Second", maintitle="All", mainsubtitle="Of It"))
    chapter = item(entry("key", "inbook", title="One", booktitle="Second", maintitle="All"))
    assert (volume["title"], volume["volume-title"]) == ("All: Of It", "Second")
    assert (chapter["title"], chapter["container-title"], chapter["volume-title"]) == ("One", "All", "Second")


def test_the_kind_of_a_thesis_is_said_in_words() -> None:
    assert item(entry("key", "thesis", type="phdthesis"))["genre"] == "PhD thesis"


def test_a_tag_in_a_title_is_left_as_it_is() -> None:
    assert item(entry("key", "book", title="The <b> & Other Tags"))["title"] == "The <b> & Other Tags"


@pytest.mark.parametrize(
    ("kind", "expected"), [("magazine", "magazine"), ("news", "newspaper"), ("newspaper", "newspaper")]
)
def test_an_article_of_the_press_is_one_of_a_newspaper_or_a_magazine(kind: str, expected: str) -> None:
    assert item(entry("key", "article", entrysubtype=kind))["type"] == f"article-{expected}"
