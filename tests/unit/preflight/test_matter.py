"""What parts two runs of a line: a space that the reader missed is seen by its width, and letters are kept together."""

from __future__ import annotations

import pytest

from report.model.output import Rectangle
from report.preflight.matter import printed_words
from report.preflight.reading import Run


def run(text: str, left: float, right: float, after: str = "") -> Run:
    """A run on a line 10 points high."""
    ink = Rectangle(left, 100, right, 107)
    return Run(text, ink, left, left, 98, 108, after, "P")


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (-1.0, ("3June",)),
        (0.0, ("3June",)),
        (2.9, ("3June",)),
        (3.1, ("3", "June")),
        (40.0, ("3", "June")),
    ],
)
def test_a_gap_of_three_tenths_of_the_height_is_a_space(gap: float, words: tuple[str, ...]) -> None:
    """Such as the room behind the number of a change, before a title whose letters are much larger."""
    runs = [run("3", 100, 105), run("June", 105 + gap, 130 + gap)]
    assert printed_words([(1, runs)], "ltr")[0].words == words


def test_a_space_that_the_reader_saw_stays_however_narrow_it_is() -> None:
    runs = [run("3", 100, 105, after=" "), run("June", 105.5, 130)]
    assert printed_words([(1, runs)], "ltr")[0].words == ("3", "June")


def test_a_small_label_at_the_first_word_of_an_item_is_a_call() -> None:
    marker = run("•", 100, 104, after=" ")
    call = Run("9", Rectangle(110, 103, 113, 107), 110, 110, 102, 108, "", "P")
    calls = printed_words([(1, [marker, call, run("Ferries", 113, 140)])], "ltr")[1]
    assert [(one.label, one.word) for one in calls] == [("9", 1)]
