"""What changed in a source text, as translators read it: whole words struck through and strong, in Markdown."""

from __future__ import annotations

import pytest

from report.localize.showing import shown_difference

LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Trade grew by 12 per cent.", "Trade grew by 15 per cent.", "Trade grew by ~~12~~ **15** per cent."),
        ("The quay", "The quay.", "The ~~quay~~ **quay.**"),
        ("The old quay.", "The quay.", "The ~~old~~ quay."),
        ("", "All of it is new.", "**All of it is new.**"),
        ("One stays here.", "Two stays there.", "~~One stays here.~~ **Two stays there.**"),
        ("12\xa0May", "13\xa0May", "~~12\xa0May~~ **13\xa0May**"),
    ],
)
def test_changes_are_whole_words_with_their_signs(before: str, after: str, shown: str) -> None:
    assert shown_difference(before, after, str) == shown


def test_words_far_from_a_change_are_left_out() -> None:
    shown = shown_difference(LONG, LONG.replace("word30", "other"), str)
    assert shown.startswith("… word18 ")
    assert "word29 ~~word30~~ **other** word31" in shown
    assert shown.endswith(" word42 …")


def test_words_are_shown_where_only_spaces_changed() -> None:
    assert shown_difference("One  text.", "One text.", str) == "One text."


def test_marks_stand_around_words_that_were_made_plain() -> None:
    assert shown_difference("a *b* c", "a *d* c", lambda words: words.replace("*", r"\*")) == r"a ~~\*b\*~~ **\*d\*** c"


def test_texts_of_any_length_are_shown() -> None:
    before, after = "a b " * 20_000, "b a " * 20_000
    assert shown_difference(before, after, str).startswith("~~a b")
