"""A line of a paragraph is judged whole, and in its own column: its first piece may be short, or stand at its end."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from report.findings import Mark
from report.model.output import Rectangle
from report.preflight.drawing import lines
from report.preflight.file.structure import Element
from report.preflight.tags.pieces import Piece

BLOCK = Element("P", "P", "1")
ABOVE = (210.0, 300.0, 100.0)  # a line of the second column: from, to, base


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        # The line above is short and set to the end of its cell.
        ([(270.0, 300.0, 100.0), (210.0, 225.0, 88.0), (228.0, 300.0, 88.0)], []),
        ([ABOVE, (210.0, 225.0, 88.0), (228.0, 300.0, 88.0)], []),
        ([ABOVE, (100.0, 165.0, 88.0), (100.0, 190.0, 76.0)], ["piece 1"]),
        # What is read after it stands beside it, in the column where both belong.
        ([ABOVE, (100.0, 165.0, 88.0), (210.0, 300.0, 88.0)], ["piece 1"]),
    ],
    ids=["in a cell", "in a column", "an earlier column", "an earlier column, and back"],
)
def test_a_line_before_the_one_above_it_is_found_by_its_whole_width_in_its_column(
    monkeypatch: pytest.MonkeyPatch, pieces: list[tuple[float, float, float]], found: list[str]
) -> None:
    drawn = [(_piece(number, *place), (BLOCK,)) for number, place in enumerate(pieces)]
    monkeypatch.setattr(lines, "spoken", lambda _: SimpleNamespace(body_pieces=drawn, notes_pieces=[]))
    monkeypatch.setattr(lines, "direction_of", lambda _: "ltr")
    evidence: Any = SimpleNamespace(file=True, mark=Mark("a.yaml"))
    assert [one.message.split("“")[1].split("”")[0] for one in lines.ask_lines(evidence)] == found


def _piece(number: int, left: float, right: float, base: float) -> Piece:
    words, place = f"piece {number}", Rectangle(left, base - 2, right, base + 8)
    return Piece(words, words, False, "", 1, number, place, 9.7, (left, base))
