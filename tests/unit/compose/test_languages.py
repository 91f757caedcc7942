"""The copy says where words of another language stand: after how many words of the text."""

from __future__ import annotations

import pytest

from report.compose.languages import spoken_in
from report.findings import Mark
from report.model.apparatus import Apparatus
from report.model.text import Emphasis, Foreign, NoteCall, Revised, Run, Text, Unsettled, Words, Wrapper

MARK = Mark("content/quay/sections/one.yaml", 3, 1)
NAME = Foreign((Words("SHOM", MARK),), "fr", "ltr", MARK)
CALL = NoteCall("n-1", (), MARK)


def _text(*parts: Run | str) -> Text:
    return tuple(Words(part, MARK) if isinstance(part, str) else part for part in parts)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (_text(NAME), [0]),
        (_text("the office of ", NAME), [3]),
        (_text("the office of", CALL, " ", NAME), [3]),  # a label belongs to its word
        (_text("the SHOM-like ", NAME, " and the", NAME), [2, 1]),  # what is joined with a run is no word before it
        (_text(Emphasis(_text("the office of "), MARK), NAME), [3]),
        (_text(Revised(_text("the office of ", NAME), "inserted", 12, MARK)), [4]),  # after its number
        (_text(Unsettled(_text("the office of ", NAME), "stale", MARK)), [5]),  # after its mark
    ],
)
def test_a_run_stands_after_the_words_before_it(text: Text, after: list[int]) -> None:
    assert [one.after for one in spoken_in(text, _written, Apparatus({}, (), {}, {}))] == after


def _written(text: Text) -> str:
    return "".join(map(_written_run, text))


def _written_run(run: Run) -> str:
    opening = {Revised: " 12 ", Unsettled: "[earlier wording] "}.get(type(run), "")
    if isinstance(run, Wrapper):
        return opening + _written(run.runs)
    return run.text if isinstance(run, Words) else "5"
