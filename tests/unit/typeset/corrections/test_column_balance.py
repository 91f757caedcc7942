"""Columns that end on the page are balanced by whole lines."""

from __future__ import annotations

import pytest

from tests.support.engine import Engine

LINE = 10  # points


def below(engine: Engine, lines: int) -> float:
    """How far the line below a column box stands under its first line, in lines."""
    paragraph = "<p>" + "<br>".join(["text"] * lines) + "</p>"
    (page,) = engine.pages(f'<div class="columns">{paragraph}</div><p>below</p>')
    bottom = next(line.top for line in page if line.words == "below")
    return (bottom - min(line.top for line in page)) / LINE


def test_the_stock_engine_balances_to_half_lines(stock: Engine) -> None:
    distances = [below(stock, lines) for lines in range(3, 16, 2)]
    assert any(abs(distance - round(distance)) > 0.1 for distance in distances)


@pytest.mark.parametrize("lines", range(1, 16))
def test_what_follows_the_columns_stands_on_the_grid(corrected: Engine, lines: int) -> None:
    assert below(corrected, lines) == pytest.approx(-(-lines // 2), abs=0.02)


def test_a_long_paragraph_is_divided_so_that_the_columns_end_together(corrected: Engine) -> None:
    words = " ".join(f"w{number}" for number in range(120))
    (page,) = corrected.pages(f'<div class="columns"><p>{words}</p></div>')
    middle = (min(line.left for line in page) + max(line.left for line in page)) / 2
    feet = [max(line.top for line in page if (line.left < middle) is left) for left in (True, False)]
    assert abs(feet[0] - feet[1]) < 2.1 * LINE
    assert " ".join(line.words for line in page).split() == words.split()


WHOLE = '<div class="columns"><p style="break-inside: avoid">one<br>two<br>three</p></div>'


def test_a_block_that_is_to_stay_whole_is_not_divided_for_balance(corrected: Engine) -> None:
    (page,) = corrected.pages(WHOLE)
    assert [line.words for line in page] == ["one", "two", "three"]
    assert len({line.left for line in page}) == 1


def test_beside_a_block_that_stays_whole_others_are_still_balanced(corrected: Engine) -> None:
    paragraphs = "<p>four</p><p>five</p><p>six</p>"
    (page,) = corrected.pages(WHOLE.replace("</div>", f"{paragraphs}</div>"))
    assert [sum(line.left == left for line in page) for left in sorted({line.left for line in page})] == [3, 3]
