"""The known word that a misspelt one was meant to be."""

from __future__ import annotations

import time
from difflib import get_close_matches
from random import Random

import pytest

from report.findings import nearest
from report.guesses import closest
from report.load.references.vocabulary import FIELDS

MANY = [f"author{number}title" for number in range(2000)]


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("publsher", ("publisher", "pubstate"), "publisher"),
        ("LOCTION", ("location", "note"), "location"),
        ("doe2020", ("Doe2020", "doe2002"), "Doe2020"),
        ("xyz", ("title", "date"), ""),
        ("", ("title",), ""),
        ("title", (), ""),
        ("ab", ("ac", "ad"), ""),
        ("abc", ("abd", "abe"), "abe"),
    ],
)
def test_the_word_most_alike_is_guessed_if_it_is_alike_enough(word: str, known: tuple[str, ...], expected: str) -> None:
    assert closest(word, known) == expected
    assert closest(word, reversed(known)) == expected


def test_a_word_that_is_not_meant_is_passed_over() -> None:
    assert closest("doe2020", ("doe2020a", "doe2021")) == "doe2020a"
    assert nearest("doe2020", ("doe2020a", "doe2021"), besides="doe2020a") == "did you mean “doe2021”?"


def test_the_guess_is_the_one_that_comparing_every_word_gives() -> None:
    rng = Random(7)
    known = sorted(FIELDS)
    for _ in range(300):
        letters = list(rng.choice(known))
        for _ in range(rng.randint(1, 3)):
            place = rng.randrange(len(letters))
            letters[place : place + rng.randint(0, 1)] = rng.choice("aeirst")
        word = "".join(letters)
        assert closest(word, FIELDS) == next(iter(get_close_matches(word, known, n=1)), "")


def test_a_thousand_words_are_looked_up_among_two_thousand_in_a_second_or_so() -> None:
    started = time.process_time()
    guesses = [closest(f"auhtor{number}titel", MANY) for number in range(500)]
    assert time.process_time() - started < 5
    assert sum(guess == f"author{number}title" for number, guess in enumerate(guesses)) > 450


def test_words_of_any_length_are_looked_up_at_once() -> None:
    started = time.process_time()
    assert closest("ab" * 50_000, ["ba" * 50_000, *MANY]) == ""
    assert closest("ab" * 90, ["ba" * 50_000, *MANY]) == ""
    assert time.process_time() - started < 5
