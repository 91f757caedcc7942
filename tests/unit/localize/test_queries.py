"""Queries stand in the order of the text, each at what it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.findings import Mark
from report.localize.queries import number_queries, open_queries
from report.model.blocks import (
    Callout,
    Column,
    Figure,
    ListBlock,
    ListItem,
    PartialDate,
    Picture,
    Recommendation,
    Recommendations,
    Table,
    Timeline,
    TimelineEntry,
)
from report.model.brief import Brief
from report.model.catalog import Message, Translation, Unit
from report.model.manuscript import ScalarNode
from report.model.queries import Query
from tests.support.editions import MARK, edition, legend, paragraph, section, words

PICTURE = Picture("content/tiny/figures/quay.svg", "image/svg+xml", 10, 10, "", ("pier",), ("pier",))


def brief(*queries: Query) -> Brief:
    box = Callout("box", words("A box"), (paragraph("inner", "In the box."),), spans=False, mark=MARK)
    blocks = (paragraph("one", "One."), box, Figure("quay", PICTURE, legend("The quay", spans=False), MARK))
    made = edition(section("first", "First", *blocks), summary=[paragraph("point", "A point.")]).brief
    return replace(made, queries=queries)


def asked(target: str, text: str = "Is it so?") -> Query:
    return Query(target, "Editor", text, MARK)


def comment(context: str, *lines: str) -> Translation:
    node = ScalarNode("Words.", "text", MARK, ())
    message = Message(context, "Words.", "", (node,), "", False, False, lines, (), (), (), "", Mark("brief.po", 9, 1))
    return Translation(Unit(context, node, words("Words."), is_plain=False, about=""), message, "current", "")


def test_queries_are_numbered_in_the_order_of_the_text() -> None:
    made = brief(asked("inner"), asked("one"), asked("first"), asked("point"), asked(""))
    found = number_queries(made, ())
    assert [(one.number, one.query.target) for one in found] == [
        (1, ""),
        (2, "point"),
        (3, "first"),
        (4, "one"),
        (5, "inner"),
    ]


def test_a_query_knows_its_place_and_the_block_around_it() -> None:
    (found,) = number_queries(brief(asked("inner")), ())
    assert (found.anchor, found.around) == ("b-inner", "b-box")


@pytest.mark.parametrize(
    ("context", "anchor"),
    [
        ("one/paragraph", "b-one"),
        ("box/blocks/1/paragraph", "b-box"),
        ("first/title", "s-first"),
        ("subtitle", "brief"),
        ("figures/quay.svg/1", "b-quay"),
        ("gone/paragraph", "brief"),
    ],
)
def test_the_comment_of_a_translator_stands_at_the_text_that_it_is_about(context: str, anchor: str) -> None:
    (found,) = number_queries(brief(), [comment(context, "Which pier?")])
    assert (found.anchor, found.query.by, found.query.text) == (anchor, "", "Which pier?")


@pytest.mark.parametrize(
    ("context", "anchor"),
    [
        ("habits/list/1", "b-habits.1"),
        ("habits/list/2/text", "b-habits.2"),
        ("habits/list/2/numbered/1", "b-habits.2.1"),
        ("habits/list/2/numbered/9", "b-habits.2"),
        ("habits/list/9", "b-habits"),
        ("in-the-box/numbered/2", "b-in-the-box.2"),
        ("point-list/list/1", "b-point-list.1"),
        ("steps/timeline/2/label", "b-steps.2"),
        ("steps/caption", "b-steps"),
        ("costs/table/columns/2/title", "b-costs.column-2"),
        ("costs/table/rows/2/1", "b-costs.2"),
        ("advice/recommendations/2/for", "b-advice.2"),
        ("advice/title", "b-advice"),
    ],
)
def test_what_is_asked_of_a_part_of_a_block_stands_at_that_part(context: str, anchor: str) -> None:
    (found,) = number_queries(with_parts(), [comment(context, "Which one?")])
    assert found.anchor == anchor


def test_what_is_asked_of_the_parts_of_a_block_is_in_their_order() -> None:
    targets = ["habits/2", "habits/2/1", "habits", "in-the-box/2", "habits/1", "box"]
    found = number_queries(replace(with_parts(), queries=tuple(map(asked, targets))), ())
    expected = ["habits", "habits/1", "habits/2", "habits/2/1", "box", "in-the-box/2"]
    assert [one.query.target for one in found] == expected
    assert [one.around for one in found] == [*["b-habits"] * 4, *["b-box"] * 2]


def with_parts() -> Brief:
    """Return a brief with a list in a list, in a box and in the summary, a timeline, a table and recommendations."""
    below = ListBlock("", numbered=True, items=(item("Below"),), mark=MARK)
    habits = ListBlock("habits", numbered=False, items=(item("One"), item("Two", below)), mark=MARK)
    inner = ListBlock("in-the-box", numbered=True, items=(item("Three"), item("Four")), mark=MARK)
    step = TimelineEntry(PartialDate(2019, 1, 1), words("It was."), MARK)
    advice = Recommendation(words("All"), words("Do."), MARK)
    columns = (Column(words("Gauge"), (), numeric=False), Column(words("Height"), (), numeric=True))
    blocks = (
        habits,
        Callout("box", words("A box"), (inner,), spans=False, mark=MARK),
        Timeline("steps", (step, step), legend("Steps", spans=True), MARK),
        Table("costs", columns, ((words("a"), words("1")),) * 2, False, (), legend("Costs", spans=False), MARK),
        Recommendations("advice", words("Advice"), (advice, advice), MARK),
    )
    points = replace(habits, id="point-list")
    return edition(section("first", "First", *blocks), summary=[points]).brief


def item(text: str, below: ListBlock | None = None) -> ListItem:
    return ListItem(words(text), below, MARK)


def test_lines_of_a_comment_are_one_query_and_empty_ones_none() -> None:
    found = number_queries(brief(), [comment("one/paragraph", " Which ", "pier? "), comment("one/paragraph", "", " ")])
    assert [one.query.text for one in found] == ["Which pier?"]


def test_what_editors_ask_of_a_place_comes_before_what_translators_ask() -> None:
    found = number_queries(brief(asked("one")), [comment("one/paragraph", "Which pier?")])
    assert [one.query.by for one in found] == ["Editor", ""]


def test_an_open_query_is_said_once_with_how_many_there_are() -> None:
    assert list(open_queries(brief())) == []
    (one,) = open_queries(brief(asked("one")))
    (many,) = open_queries(brief(asked("one"), asked("box"), asked("")))
    assert (one.code, one.message) == ("REV-009", "Editor asks “Is it so?”")
    assert many.message == "Editor asks “Is it so?”, and 2 more queries are open"
