"""Text stays in its area: it begins and ends at the sides, and letters reach over them by their bearing."""

from __future__ import annotations

import pytest

from report.findings import Mark
from report.model.output import Page, Rectangle
from report.preflight.matter import Matter
from report.preflight.pages import check_edges
from report.preflight.reading import Run, read
from tests.support.engine import Engine

MARK = Mark("brief.yaml", 1, 1)
AREA = Rectangle(50, 80, 350, 500)
PAGE = Page(1, 400, 560, AREA, None)
MARGIN = 5 * 72 / 25.4


def faults(ink: Rectangle, pen: float, height: float = 14) -> list[str]:
    """What is said of a line in its place; ``height`` is that of its box, all in points."""
    line = Run("Title", ink, pen, ink.left, ink.bottom - 2, ink.bottom - 2 + height, "", "H1")
    return [one.message for one in check_edges(Matter(PAGE, (line,), (), (), ()), MARK)]


@pytest.mark.parametrize(
    ("over", "bearing", "is_told"), [(1.4, 0, False), (1.6, 0, True), (3.9, 2.5, False), (4.1, 2.5, True)]
)
def test_a_line_begins_at_the_left_edge_and_its_letters_reach_over_it(
    over: float, bearing: float, is_told: bool
) -> None:
    told = ["page 1: “Title” goes over the left edge of the type area"] if is_told else []
    left = AREA.left - over
    assert faults(Rectangle(left, 300, 200, 310), left + bearing) == told


@pytest.mark.parametrize(
    ("height", "over", "is_told"), [(14, 1.4, False), (14, 1.6, True), (50, 2.4, False), (50, 2.6, True)]
)
def test_letters_reach_over_the_right_edge_by_a_twentieth_of_their_line(
    height: float, over: float, is_told: bool
) -> None:
    told = ["page 1: “Title” goes over the right edge of the type area"] if is_told else []
    assert faults(Rectangle(200, 300, AREA.right + over, 310), 200, height) == told


def only_run(body: str) -> Run:
    (run,) = read(Engine(is_corrected=True).set_body(body), "ltr").sheets[0].runs
    return run


@pytest.mark.parametrize("out", [0, 2])
def test_a_slanted_letter_reaches_beyond_its_width(out: int) -> None:
    run = only_run(f'<p style="font: italic 30pt Proof; margin-left: -{out}pt">far</p>')
    assert run.ink.left < MARGIN - out - 1.5, "an f of Spectral reaches out by a tenth of its size"
    assert run.pen == pytest.approx(MARGIN - out, abs=0.05)


def test_small_letters_are_taken_by_their_ink() -> None:
    run = only_run("<p><em>far</em></p>")
    assert run.pen == run.ink.left
