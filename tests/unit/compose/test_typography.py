"""The last line of a paragraph is no mere syllable."""

from __future__ import annotations

from report.compose.typography import last_words
from report.model.text import Emphasis, NoteCall, Text, Words
from tests.support.editions import MARK, words

NOTE = NoteCall("p-1", words("A note."), MARK)


def said(text: Text) -> str:
    return "".join(run.text if isinstance(run, Words) else "¹" for run in text)


def test_the_last_two_words_are_kept_together() -> None:
    opening, kept = last_words(words("It was an undertaking of the state."))
    assert (said(opening), said(kept)) == ("It was an undertaking of ", "the\u00a0state.")


def test_a_note_call_stays_with_the_words_before_it() -> None:
    opening, kept = last_words((*words("It was an undertaking of the state."), NOTE))
    assert (said(opening), said(kept)) == ("It was an undertaking of ", "the\u00a0state.¹")


def test_long_words_are_left_alone() -> None:
    text = words("An example of internationalisation, institutionalised.")
    assert last_words(text) == (text, ())


def test_words_in_two_shapes_are_left_alone() -> None:
    text = (*words("It is "), Emphasis(words("so"), MARK))
    assert last_words(text) == (text, ())


def test_a_paragraph_of_two_words_is_left_alone() -> None:
    assert last_words(words("Quite so.")) == (words("Quite so."), ())


def test_nothing_is_lost() -> None:
    for text in ("a b c", " a b", "a  b", "a b ", "", "a"):
        opening, kept = last_words(words(text))
        assert said((*opening, *kept)).replace("\u00a0", " ") == text
