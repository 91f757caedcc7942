"""Which way languages and words run."""

from __future__ import annotations

import pytest

from report.locales.languages import direction_of, direction_of_words, isolated


@pytest.mark.parametrize(
    "language", ["fa", "ar", "he", "ur", "ckb", "yi", "prs", "dv", "nqo", "fa-IR", "FA", "az-Arab"]
)
def test_languages_of_right_to_left_scripts(language: str) -> None:
    assert direction_of(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "ru", "ku", "tr", "fa-Latn", "ar-Latn-EG", "uz-Cyrl", "", "und"])
def test_all_other_languages_run_from_left_to_right(language: str) -> None:
    assert direction_of(language) == "ltr"


@pytest.mark.parametrize(
    ("words", "direction"),
    [("Nexus", "ltr"), ("«نسخه»", "rtl"), ("۲۰۱۷ Nexus", "ltr"), ("(שלום) Peace", "rtl"), ("1 – 2", None), ("", None)],
)
def test_words_run_as_their_first_letter_does(words: str, direction: str | None) -> None:
    assert direction_of_words(words) == direction


def test_words_that_run_against_those_around_them_are_set_apart() -> None:
    assert isolated("متن", "rtl") == "\u2067متن\u2069"
    assert isolated("text", "ltr", around="rtl") == "\u2066text\u2069"
    assert isolated("text", "ltr") == "text"
    assert isolated("متن", "rtl", around="rtl") == "متن"
