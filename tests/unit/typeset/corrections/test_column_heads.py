"""The first lines of neighbouring columns stand at one height."""

from __future__ import annotations

import pytest

from tests.support.engine import Engine

SHEET = "h2 { font-size: 8pt; margin: 20pt 0 10pt; break-after: avoid }"
LINES = "<p>text</p>"

CASES = {
    "heading": LINES * 16 + "<h2>Head</h2>" + LINES * 40,
    "first of a section": f"<section>{LINES * 16}</section><section><div><h2>Head</h2></div>{LINES * 40}</section>",
    "within a section": f"<section>{LINES * 16}<h2>Head</h2>{LINES * 40}</section>",
    "column box that goes on": LINES * 38 + "<h2>Head</h2>" + LINES * 40,
    "column box that begins": LINES * 38 + '</div><div class="columns"><h2>Head</h2>' + LINES * 40,
}


def heads(engine: Engine, case: str) -> tuple[float, float]:
    """How high the heading stands, and how high the text beside it, on the page of the heading."""
    pages = engine.pages(f'<div class="columns">{CASES[case]}</div>', SHEET)
    lines = next(lines for lines in pages if any(line.words == "Head" for line in lines))
    return next(line.top for line in lines if line.words == "Head"), min(line.top for line in lines)


@pytest.mark.parametrize("case", CASES)
def test_the_stock_engine_keeps_a_margin_at_the_head(stock: Engine, case: str) -> None:
    head, text = heads(stock, case)
    assert head - text == pytest.approx(20, abs=2)


@pytest.mark.parametrize("case", CASES)
def test_a_column_begins_with_its_first_line(corrected: Engine, case: str) -> None:
    head, text = heads(corrected, case)
    assert head == pytest.approx(text, abs=2)


def test_a_margin_stays_after_a_forced_break(corrected: Engine) -> None:
    body = f'<div class="columns">{LINES * 5}<h2 style="break-before: column">Head</h2>{LINES * 3}</div>'
    (lines,) = corrected.pages(body, SHEET)
    head = next(line.top for line in lines if line.words == "Head")
    assert head - min(line.top for line in lines) == pytest.approx(20, abs=2)


def test_a_margin_stays_below_a_spanning_block(corrected: Engine) -> None:
    body = f'<p>spanning</p><div class="columns"><h2>Head</h2>{LINES * 8}</div>'
    (lines,) = corrected.pages(body, SHEET)
    head = next(line.top for line in lines if line.words == "Head")
    assert head - min(line.top for line in lines) == pytest.approx(30, abs=2)


def test_a_row_may_go_on_at_the_head_of_a_column(corrected: Engine) -> None:
    cells = f"<td>{'left ' * 300}</td><td>{'right ' * 300}</td>"
    pages = corrected.pages(f'<div class="columns">{LINES * 15}<table><tr>{cells}</tr></table></div>', SHEET)
    words = " ".join(line.words for lines in pages for line in lines).split()
    assert (words.count("left"), words.count("right")) == (300, 300)


def test_a_picture_may_stand_at_the_head_of_a_column(corrected: Engine) -> None:
    source = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/%3E"
    plate = f'<img alt="" style="display: block; height: 100pt; margin-top: 20pt" src="{source}">'
    (lines, *_) = corrected.pages(f'<div class="columns">{LINES * 15}{plate}<p>below</p>{LINES * 40}</div>', SHEET)
    tops = {line.words: line.top for line in lines}
    assert tops["below"] - min(line.top for line in lines) == pytest.approx(100, abs=2)
