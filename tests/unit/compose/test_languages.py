"""The copy says where words of another language stand: after how many words of the text."""

from __future__ import annotations

import pytest

from report.compose.languages import Listener
from report.findings import Mark
from report.model.apparatus import Apparatus, Target
from report.model.text import (
    CitedNames,
    CrossReference,
    Emphasis,
    Foreign,
    NoteCall,
    Revised,
    Run,
    Text,
    Unsettled,
    Words,
    Wrapper,
)

MARK = Mark("content/quay/sections/one.yaml", 3, 1)
NAME = Foreign((Words("SHOM", MARK),), "fr", "ltr", MARK)
CALL = NoteCall("n-1", (), MARK)
LABEL, NAMES, FAR = CrossReference("one", MARK), CitedNames("roe", False, MARK), CitedNames("far", False, MARK)
APPARATUS = Apparatus(
    notes={},
    bibliography=(),
    targets={"one": Target("one", "section", "I", "Abschnitt I")},
    names={
        ("roe", False): (Words("Roe und Doe", MARK),),
        ("far", False): (Foreign((Words("Образцов", MARK),), "ru", "ltr", MARK),),
    },
)


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
    assert [one.after for one in LISTENER.spoken_in(text)] == after


def test_what_the_program_words_is_in_the_edition_s_language_among_foreign_words() -> None:
    seen = _text("see ", LABEL, " and ", Emphasis(_text("what "), MARK), NAMES, " of the ", NAME)
    (outer,) = LISTENER.spoken_in((Foreign(seen, "en-GB", "ltr", MARK),))
    assert (outer.language, outer.words) == ("en-GB", "see Abschnitt I and what Roe und Doe of the SHOM")
    assert [(one.language, one.words, one.after) for one in outer.within] == [
        ("de", "Abschnitt I", 1),
        ("de", "Roe und Doe", 2),
        ("fr", "SHOM", 2),
    ]


def test_what_the_program_words_is_nothing_foreign_in_the_words_of_the_edition() -> None:
    assert [one.words for one in LISTENER.spoken_in(_text("siehe ", LABEL, " und ", NAMES, NAME))] == ["SHOM"]


def test_names_keep_their_own_languages() -> None:
    (outer,) = LISTENER.spoken_in((Foreign(_text("as ", FAR), "en-GB", "ltr", MARK),))
    (names,) = outer.within
    assert (names.language, [(one.language, one.words) for one in names.within]) == ("de", [("ru", "Образцов")])


def _written(text: Text) -> str:
    return "".join(map(_written_run, text))


def _written_run(run: Run) -> str:
    opening = {Revised: " 12 ", Unsettled: "[earlier wording] "}.get(type(run), "")
    if isinstance(run, Wrapper):
        return opening + _written(run.runs)
    if isinstance(run, CrossReference):
        return APPARATUS.targets[run.target].label
    if isinstance(run, CitedNames):
        return _written(APPARATUS.names_at(run))
    return run.text if isinstance(run, Words) else "5"


LISTENER = Listener(_written, APPARATUS, "de")
