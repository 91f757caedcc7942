"""What differs between two texts is shown word by word, and closeness is measured in the same words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.localize.differences import Neighbourhood, closeness, word_difference

LONG = "The ferry leaves the old quay at nine and is back before the tide turns at five, winter and summer."


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Trade grew by 12 per cent.", "Trade grew by 15 per cent.", "Trade grew by [-12-] {+15+} per cent."),
        ("The quay.", "The old quay.", "The {+old+} quay."),
        ("The old quay.", "The quay.", "The [-old-] quay."),
        ("A quay.", "The quay.", "[-A-] {+The+} quay."),
        ("The quay", "The quay.", "The quay{+.+}"),
        ("Old quays stand.", "quays stand.", "[-Old-] quays stand."),
        ("quays stand.", "Old quays stand.", "{+Old+} quays stand."),
        ("Quays", "Piers", "[-Quays-] {+Piers+}"),
        ("", "Piers", "{+Piers+}"),
        (LONG, LONG.replace("five", "six"), "… the tide turns at [-five-] {+six+}, winter and summer."),
        (
            LONG,
            LONG.replace("ferry", "boat").replace("summer", "autumn"),
            "The [-ferry-] {+boat+} leaves the old quay … five, winter and [-summer-] {+autumn+}.",
        ),
    ],
)
def test_changes_are_shown_with_the_words_around_them(before: str, after: str, shown: str) -> None:
    assert word_difference(before, after) == shown


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_have_a_difference_of_one_line(before: str, after: str) -> None:
    assert word_difference(before, after).strip() == word_difference(before, after)


def test_a_word_more_leaves_texts_close_and_other_words_do_not() -> None:
    assert closeness(LONG, LONG.replace("nine", "ten")) > 0.9
    assert closeness("Ports", "Port") > 0.75
    assert (
        closeness(LONG, "Harbour dues are owed by the keeper of the pier on the first day of every second month.") == 0
    )
    assert closeness("", "") == 0


def test_only_near_texts_are_compared() -> None:
    texts = [f"{LONG} Number {number} of all." for number in range(500)]
    near = Neighbourhood(texts)
    assert near.of(texts[377])[0] == 377
    assert near.of("Nothing of the kind") == []


def test_ten_thousand_characters_are_compared_in_bearable_time() -> None:
    before = " ".join(f"word{number % 97}" for number in range(1400))
    after = " ".join(f"word{number % 89}" for number in range(1400))
    start = time.process_time()
    word_difference(before, after)
    closeness(before, after)
    assert time.process_time() - start < 5


def test_texts_too_long_to_be_laid_side_by_side_are_shown_by_their_ends() -> None:
    started = time.process_time()
    assert word_difference("old " * 200_000, "new day " * 2_000) == (
        "[-old old old old … old old old old-] {+new day new day … new day new day+}"
    )
    assert word_difference(f"old{' ' * 100_000}", "new") == "[-old-] {+new+}"
    assert time.process_time() - started < 5
