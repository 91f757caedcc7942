"""Pieces of a line from the right are put together; what does not touch, and calls of notes, stay by themselves."""

from __future__ import annotations

from report.model.output import Rectangle
from report.preflight.pieces import pieces_together
from report.preflight.reading import Run


def run(text: str, left: float, right: float, foot: float = 100, after: str = "") -> Run:
    """A run on a line 20 points high."""
    ink = Rectangle(left, foot + 5, right, foot + 15)
    return Run(text, ink, left, left, foot, foot + 20, after, "P")


def texts(*runs: Run) -> list[str]:
    return [one.text for one in pieces_together(runs)]


def test_a_lifted_letter_joins_the_letters_left_of_it() -> None:
    assert texts(run("م", 264, 270), run("حاسبه", 250, 265)) == ["محاسبه"]


def test_a_mark_drawn_between_two_pieces_does_not_part_them() -> None:
    (word,) = texts(run("م", 264, 270), run("ٔ", 250, 253), run("حاسبه", 250, 265))
    assert sorted(word) == sorted("محاسبهٔ")
    assert word.startswith("م")


def test_a_call_stays_by_itself() -> None:
    assert texts(run("شد", 264, 270), run("۱", 260, 264), run("این", 240, 259)) == ["شد", "۱", "این"]


def test_words_apart_and_lines_below_stay_apart() -> None:
    assert texts(run("شد", 264, 270), run("این", 200, 220)) == ["شد", "این"]
    assert texts(run("شد", 264, 270), run("این", 250, 264, foot=80)) == ["شد", "این"]


def test_letters_from_the_left_are_left_alone() -> None:
    assert texts(run("ab", 100, 110), run("cd", 110, 120)) == ["ab", "cd"]
