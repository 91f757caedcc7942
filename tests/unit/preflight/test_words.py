"""The walk along the words, without pages."""

from __future__ import annotations

from time import process_time

import pytest

from report.preflight.words import Difference, Printed, align, expected_words, fold, spelled
from tests.support.proofs import passages


def _printed(*lines: str) -> Printed:
    words: list[str] = []
    ends: list[int] = []
    for line in lines:
        words += fold(line).split()
        ends.append(len(words) - 1)
    return Printed(tuple(words), (1,) * len(words), frozenset(ends))


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("together", ("to-", "gether")),
        ("together", ("to‐", "geth‐", "er")),
        ("Russian-Iranian", ("Russian-", "Iranian")),
        ("foreign-policy", ("for-", "eign-", "policy")),
        ("2012–2017", ("2012–", "2017")),
        ("well—known", ("well—", "known")),
        ("www.example.org/a/b", ("www.example.org/", "a/", "b")),
        ("https://example.org", ("https://exa", "mple.org")),
        ("Policy", ("POL-", "ICY")),
        ("US-instigated", ("US-", "instigated")),
        ("(no", ("(no",)),
    ],
)
def test_a_word_is_spelled_over_line_ends(word: str, lines: tuple[str, ...]) -> None:
    printed = _printed(*lines)
    assert spelled(fold(word), printed, 0) == len(printed.words)


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("together", ("to", "gether")),
        ("together", ("to- gether",)),
        ("together", ("to-", "getherness")),
        ("Russian-Iranian", ("Russian", "Iranian")),
        ("together", ("to-",)),
        ("and/or", ("an", "d/or")),
    ],
)
def test_a_word_is_not_spelled_by_less(word: str, lines: tuple[str, ...]) -> None:
    assert spelled(fold(word), _printed(*lines), 0) == 0


def test_the_walk_meets_again_at_the_nearest_place() -> None:
    expected = expected_words(passages("a b c d e f g h", "i j k l m"))
    alignment = align(expected, _printed("a b c x e f g h i j", "k l m"))
    assert alignment.differences == (Difference(3, 4, 3, 4),)
    assert alignment.places[4] == 4


def test_a_meeting_is_drawn_back_over_divided_words() -> None:
    expected = expected_words(passages("one two carefully three four five six"))
    alignment = align(expected, _printed("one care-", "fully three four five six"))
    assert alignment.differences == (Difference(1, 2, 1, 1),)


def test_nothing_printed_is_one_difference() -> None:
    alignment = align(expected_words(passages("a b c")), _printed())
    assert alignment.differences == (Difference(0, 3, 0, 0),)


def test_walking_takes_time_in_proportion_to_the_text() -> None:
    def seconds(count: int) -> float:
        text = " ".join(f"w{number % 997}" for number in range(count))
        wrong = " ".join(f"w{(number + number // 500) % 997}" for number in range(count))
        expected, printed = expected_words(passages(text)), _printed(wrong)
        start = process_time()
        align(expected, printed)
        return process_time() - start

    assert seconds(160_000) < 40 * max(seconds(10_000), 0.001)
