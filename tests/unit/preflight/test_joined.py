"""Lines from the right are compared by their letters; words that are missing or strange are still found."""

from __future__ import annotations

from time import process_time

import pytest

from report.model.output import Passage
from report.preflight.joined import in_words_of
from report.preflight.matter import Call
from report.preflight.words import Printed, align, expected_words

COPY = (
    Passage("b-1", "ایران و روسیه در خاورمیانه۱", "a.yaml:1:1"),
    Passage("b-2", "«نزدیکی» از ۲۰۱۲ آغاز شد", "a.yaml:2:1"),
)


def printed(*lines: str) -> Printed:
    """Lines read back from page 4."""
    words: list[str] = []
    ends = []
    for line in lines:
        words += line.split()
        ends.append(len(words) - 1)
    return Printed(tuple(words), (4,) * len(words), frozenset(ends))


def differences(*lines: str) -> list[tuple[str, ...]]:
    """What the copy has and the lines have not."""
    expected = expected_words(COPY)
    found, _ = in_words_of(expected, printed(*lines), ())
    return [expected.words[one.first : one.last] for one in align(expected, found).differences]


def test_letters_that_come_back_in_another_order_are_the_same_line() -> None:
    assert differences("ایران و روسیه در خاورمیانه۱", "»نزدیکی« ۲۰۱۲ازآغاز شد") == []


def test_a_word_that_runs_over_two_lines_is_found() -> None:
    assert differences("ایران و روسیه در خاور", "میانه۱ «نزدیکی» از ۲۰۱۲ آغاز شد") == []


def test_a_lost_word_is_missing() -> None:
    assert differences("ایران و روسیه در خاورمیانه۱", "«نزدیکی» از ۲۰۱۲ شد") == [("آغاز",)]


def test_a_changed_letter_is_found() -> None:
    assert differences("ایران و روسیه در خاورمیانه۱", "«نزدیکی» از ۲۰۱۳ آغاز شد") == [("۲۰۱۲",)]


def test_a_lost_line_is_missing() -> None:
    assert differences("«نزدیکی» از ۲۰۱۲ آغاز شد") == [("ایران", "و", "روسیه", "در", "خاورمیانه۱")]


def test_a_line_printed_twice_is_found() -> None:
    expected = expected_words(COPY)
    lines = ("ایران و روسیه در خاورمیانه۱", "ایران و روسیه در خاورمیانه۱", "«نزدیکی» از ۲۰۱۲ آغاز شد")
    found, _ = in_words_of(expected, printed(*lines), ())
    (extra,) = align(expected, found).differences
    assert extra.first == extra.last
    assert extra.printed_last - extra.printed_first == 5


def test_a_call_belongs_to_the_word_of_its_line_that_has_its_label() -> None:
    expected = expected_words(COPY)
    lines = printed("۱ ایران و روسیه در خاورمیانه", "«نزدیکی» از ۲۰۱۲ آغاز شد")
    found, (call,) = in_words_of(expected, lines, (Call("۱", 4, 0),))
    assert found.words[call.word] == "خاورمیانه۱"


LATIN = (Passage("b-1", "The tide is “well-known” at Exampleton, and nobody has measured it.", "a.yaml:1:1"),)


@pytest.mark.parametrize(
    "lines",
    [
        ("Exampleton at ”well-known“ is tide The", ".it measured has nobody and ,"),
        ("Example at ”well-known“ is tide The-", "measured has nobody and ,ton", ".it"),
        ("well“ is tide The-", "has nobody and ,Exampleton at ”known", ".it measured"),
        ("Ex at ”well-known“ is tide The-", "no and ,ampleton-", "mea has body-", ".it sured"),
        ("ti The-", "well“ is de-", "Exam at ”known-", "ple-", "no and ,ton-", "has body", ".it measured"),
    ],
)
def test_latin_words_in_a_line_from_the_right_may_come_back_turned_and_divided(lines: tuple[str, ...]) -> None:
    assert latin(*lines) == []


@pytest.mark.parametrize(
    ("lines", "lost"),
    [
        (("at ”well-known“ is tide The-", ".it measured has nobody and ,Exampleton"), "at"),
        (("Exampleton at ”wellknown“ is tide The", ".it measured has nobody and ,"), "“well-known”"),
        (("Example at ”well-known“ is tide The-", "measured has nobody and,tom", ".it"), "Exampleton,"),
        (("Example at ”well-known“ is tide The-", "measured nobody and,ton", ".it"), "has"),
        (("Example at ”well-known“ is tide The-", "measured has not nobody and,ton", ".it"), "and"),
    ],
)
def test_what_is_lost_changed_or_too_much_in_such_a_line_is_found(lines: tuple[str, ...], lost: str) -> None:
    assert lost in [word for words in latin(*lines) for word in words]


def test_a_page_of_lines_that_all_end_in_hyphens_takes_no_long_time() -> None:
    expected = expected_words([Passage("b-1", "tide " * 4000, "a.yaml:1:1")])
    started = process_time()
    in_words_of(expected, printed(*["edit-"] * 400), ())
    assert process_time() - started < 20


def latin(*lines: str) -> list[tuple[str, ...]]:
    """What the Latin copy has and the lines have not."""
    expected = expected_words(LATIN)
    found, _ = in_words_of(expected, printed(*lines), ())
    return [expected.words[one.first : one.last] for one in align(expected, found).differences]
