"""In right-to-left text the first line is indented where it begins: at the right."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.support.engine import Engine
from tests.support.line_edges import line_edges

# 120 mm wide, with margins of 5 mm.
LEFT, RIGHT = 5 * 72 / 25.4, 115 * 72 / 25.4
WORDS = "the harbour gauge reads a little more than it did and nobody asked it to do that " * 4


def edges(engine: Engine, indent: str) -> list[tuple[float, float]]:
    """Where each line of a justified paragraph begins and ends, from the left; its last line is ragged."""
    sheet = f"p {{ direction: rtl; text-align: justify; text-indent: {indent} }}"
    page = pypdfium2.PdfDocument(engine.set_body(f"<p>{WORDS}</p>", sheet))[0]
    return [(line.left, line.right) for line in line_edges(page)]


def test_the_stock_engine_indents_the_end_of_the_first_line(stock: Engine) -> None:
    first, *_ = edges(stock, "20pt")
    assert first == pytest.approx((LEFT + 20, RIGHT), abs=1)


def test_the_first_line_is_indented_at_its_beginning(corrected: Engine) -> None:
    first, second, *_ = edges(corrected, "20pt")
    assert first == pytest.approx((LEFT, RIGHT - 20), abs=1)
    assert second == pytest.approx((LEFT, RIGHT), abs=1)


def test_a_hanging_line_hangs_at_its_beginning(corrected: Engine) -> None:
    first, second, *_ = edges(corrected, "-10pt; margin-inline-start: 10pt")
    assert first == pytest.approx((LEFT, RIGHT), abs=1)
    assert second == pytest.approx((LEFT, RIGHT - 10), abs=1)


def test_left_to_right_text_stays_as_it_is(stock: Engine, corrected: Engine) -> None:
    before, after = edges(stock, "20pt; direction: ltr"), edges(corrected, "20pt; direction: ltr")
    assert [pytest.approx(line, abs=0.1) for line in before] == after
