"""A block that asks for the grid is a whole number of lines high."""

from __future__ import annotations

import pytest

from tests.support.engine import Engine

LINE = 10  # points
SHEET = "aside { padding-top: 5pt }"


def below(engine: Engine, attribute: str) -> float:
    """How far the line below a box stands under the line above it, in lines."""
    (page,) = engine.pages(f"<p>above</p><aside {attribute}><p>boxed</p></aside><p>below</p>", SHEET)
    tops = {line.words: line.top for line in page}
    return (tops["below"] - tops["above"]) / LINE


def test_a_box_of_the_stock_engine_throws_the_next_line_off_the_grid(stock: Engine) -> None:
    assert below(stock, "data-grid") == pytest.approx(2 + 5 / LINE, abs=0.02)


def test_a_box_on_the_grid_is_rounded_up_to_whole_lines(corrected: Engine) -> None:
    assert below(corrected, "data-grid") == pytest.approx(3, abs=0.02)


def test_a_box_that_does_not_ask_is_left_alone(corrected: Engine) -> None:
    assert below(corrected, "") == pytest.approx(2 + 5 / LINE, abs=0.02)
