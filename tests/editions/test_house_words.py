"""The words of the house as they read once something is put into them."""

from __future__ import annotations

from functools import cache

import pytest

from report.model.edition import HouseWords
from tests.support.shipped import ROOT, prepared

KEPT = (
    "page %(page)s",
    "p. %(page)s, l. %(line)s",
    "Moved to page %(page)s",
    "Moved here from page %(page)s",
    "Draft of version %(version)s, made after version %(former)s of %(date)s",
    "Version %(version)s in review, made after version %(former)s of %(date)s",
)


@cache
def words_in(locale: str) -> HouseWords:
    return prepared(ROOT, "specimen", locale)[0].printing.edition.words


@pytest.mark.parametrize("locale", ["de", "ru"])
@pytest.mark.parametrize("english", KEPT)
def test_a_number_stays_with_the_word_it_follows(locale: str, english: str) -> None:
    said = words_in(locale).pattern(english)
    for place in ("page", "line", "version", "former"):
        assert f" %({place})s" not in said


def test_what_becomes_of_an_emphasis_is_said_in_no_case_that_words_would_have_to_be_in() -> None:
    said = words_in("ru").word("from %(before)s to %(after)s", before="Прилив", after="Прилив")
    assert said == "было Прилив, стало Прилив"


def test_a_german_draft_comes_after_a_version_and_is_not_made_according_to_it() -> None:
    mark = words_in("de").word(
        "%(version)s draft · after %(former)s of %(date)s", version="1.2", former="1.1", date="20. April 2017"
    )
    assert mark == "Entwurf 1.2 · folgt auf 1.1 vom 20. April 2017"


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1\u00a0изменение."), (3, "3\u00a0изменения."), (11, "11\u00a0изменений."), (21, "21\u00a0изменение.")],
)
def test_changes_are_counted_in_russian(count: int, said: str) -> None:
    one = "Version %(now)s of %(now_date)s compared with version %(since)s of %(since_date)s: %(count)s change."
    many = one.replace("change.", "changes.")
    day = "2 сентября 2024"
    statement = words_in("ru").words_for(
        one, many, count, now="1.1", now_date=day, since="1.0", since_date=day, count=str(count)
    )
    assert statement.endswith(f": {said}")
