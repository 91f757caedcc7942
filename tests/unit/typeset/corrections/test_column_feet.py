"""A column is filled to its foot; the margin of its last block takes no room there."""

from __future__ import annotations

from tests.support.engine import Engine

SHEET = "ul { margin: 10pt 0; list-style: none } ul { break-before: auto }"
ITEMS = "<ul><li>one</li><li>two</li><li>three</li></ul>"
LINES = "<p>text</p>"


def foot_of_first_column(engine: Engine) -> str:
    """The last line of a column whose nineteen lines end with a list."""
    lines = engine.pages(f'<div class="columns">{LINES * 15}{ITEMS}{LINES * 30}</div>', SHEET)[0]
    left = min(line.left for line in lines)
    return max((line for line in lines if line.left == left), key=lambda line: line.top).words


def test_the_stock_engine_leaves_the_last_line_empty(stock: Engine) -> None:
    assert foot_of_first_column(stock) == "two"


def test_a_column_is_filled_to_its_foot(corrected: Engine) -> None:
    assert foot_of_first_column(corrected) == "three"


def test_what_follows_a_column_box_keeps_its_distance(corrected: Engine) -> None:
    (lines,) = corrected.pages(f'<div class="columns">{LINES * 3}{ITEMS}</div><p>after</p>', SHEET)
    tops = {line.words: line.top for line in lines}
    assert tops["after"] - tops["three"] == 20
