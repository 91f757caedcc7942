"""Where the flow is cut for blocks that take the full width."""

from __future__ import annotations

from report.compose.strips import Columns, Span, strips_of
from report.model.blocks import Block, Section
from tests.support.editions import edition, paragraph, section, table, timeline


def cut(*sections: Section) -> list[list[str]]:
    """Say each strip as the ids of its blocks, a heading as the section's id in capitals."""
    said = []
    for strip in strips_of(edition(*sections).brief):
        if isinstance(strip, Span):
            said.append(["span", _id(strip.block)])
            continue
        assert isinstance(strip, Columns)
        ids = []
        for part in strip.parts:
            ids += [part.section.id.upper()] * part.opens + [_id(block) for block in part.blocks]
        said.append(ids)
    return said


def test_sections_without_spanning_blocks_share_one_column_box() -> None:
    sections = (section("a", "A", paragraph("a-1", "x")), section("b", "B", paragraph("b-1", "x")))
    assert cut(*sections) == [["A", "a-1", "B", "b-1"]]


def test_a_spanning_block_closes_the_box_and_the_section_goes_on_after_it() -> None:
    one = section("a", "A", paragraph("a-1", "x"), timeline("a-2", spans=True), paragraph("a-3", "x"))
    assert cut(one, section("b", "B")) == [["A", "a-1"], ["span", "a-2"], ["a-3", "B"]]


def test_a_block_in_one_column_does_not_cut() -> None:
    assert cut(section("a", "A", table("a-1", spans=False))) == [["A", "a-1"]]


def test_a_spanning_block_right_after_its_heading_leaves_the_heading_in_the_box_before() -> None:
    assert cut(section("a", "A", table("a-1", spans=True))) == [["A"], ["span", "a-1"]]


def test_two_spanning_blocks_leave_no_empty_box_between_them() -> None:
    one = section("a", "A", table("a-1", spans=True), timeline("a-2", spans=True))
    assert cut(one) == [["A"], ["span", "a-1"], ["span", "a-2"]]


def _id(block: Block) -> str:
    return block.id
