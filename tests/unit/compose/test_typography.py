"""The last line of a paragraph is no mere syllable."""

from __future__ import annotations

import pytest

from report.compose.typography import last_word
from report.model.text import Emphasis, NoteCall, Text, Words
from tests.support.editions import MARK, words

NOTE = NoteCall("p-1", words("A note."), MARK)


def said(text: Text) -> str:
    return "".join(run.text if isinstance(run, Words) else "¹" for run in text)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("It was an undertaking of the government.", "government."),
        ("They were on the road to war.", "to\u00a0war."),
        ("It was read by whoever was on duty.", "on\u00a0duty."),
        ("They gave it another year.", "year."),
    ],
)
def test_the_last_word_is_kept_whole_and_not_left_alone_if_it_is_short(written: str, kept: str) -> None:
    opening, last = last_word(words(written))
    assert said(last) == kept
    assert said((*opening, *last)).replace("\u00a0", " ") == written


def test_a_note_call_stays_with_the_word_before_it() -> None:
    _, last = last_word((*words("It was an undertaking of the state."), NOTE))
    assert said(last) == "state.¹"


def test_words_in_two_shapes_are_left_alone() -> None:
    text = (*words("It is "), Emphasis(words("so"), MARK))
    assert last_word(text) == (text, ())


@pytest.mark.parametrize("written", ["a b c", " a b", "a  b", "a b ", "", "a", " "])
def test_nothing_is_lost(written: str) -> None:
    opening, last = last_word(words(written))
    assert said((*opening, *last)).replace("\u00a0", " ") == written
