"""Works that are listed twice."""

from __future__ import annotations

import pytest

from report.load.references import read_references

FIRST = "@misc{first, author = {Doe, Jane and Roe, R.}, title = {The {T}ide Book!}, date = {2019}, doi = {10.1000/a}}\n"
BARE = FIRST.replace(", doi = {10.1000/a}", "")


def said(*entries: str) -> list[tuple[str, int]]:
    return [(one.code, one.mark.line) for one in read_references({"a.bib": "".join(entries)}).findings]


@pytest.mark.parametrize(
    "second",
    [
        "@misc{second, author = {Else, Who}, title = {Other}, doi = {https://doi.org/10.1000/A}}\n",
        "@online{second, author = {Doe, J.}, title = {the tide-book}, year = 2019}\n",
        "@misc{second, author = {Doe, Jane M.}, title = {The Tide Book}, date = {2019}}\n",
        "@misc{second, author = {Doe}, title = {The Tide Book}, date = {2019}}\n",
        "@misc{second, editor = {Doe, J.}, title = {The Tide Book}, date = {2019-05-01}}\n",
    ],
)
def test_a_work_under_two_keys_is_said_of_the_second(second: str) -> None:
    assert said(FIRST, second) == [("CIT-010", 2)]


@pytest.mark.parametrize(
    "second",
    [
        "@misc{second, author = {Doe, J.}, title = {The Tide Book}, date = {2020}}\n",
        "@misc{second, author = {Roe, R.}, title = {The Tide Book}, date = {2019}}\n",
        "@misc{second, author = {Doe, Mary}, title = {The Tide Book}, date = {2019}}\n",
        "@misc{second, author = {Doe, June}, title = {The Tide Book}, date = {2019}}\n",
        "@misc{second, author = {Doe, M.}, title = {The Tide Book}, date = {2019}}\n",
        "@misc{second, author = {Doe, J.}, title = {The Tide Book}}\n",
        "@misc{second, author = {Doe, J.}, title = {The Tide Books}, date = {2019}}\n",
    ],
)
def test_works_that_differ_are_several(second: str) -> None:
    assert said(BARE, second) == []


@pytest.mark.parametrize(("one", "other"), [("volume = 1", "volume = 2"), ("doi = {10.1/a}", "doi = {10.1/b}")])
def test_volumes_and_papers_that_another_field_tells_apart_are_several(one: str, other: str) -> None:
    column = "@misc{{{}, author = {{Doe, Jane}}, title = {{Column}}, date = {{2019}}, {}}}\n"
    one, other = (text.replace("10.1/", "10.1000/") for text in (one, other))
    assert said(column.format("a", one), column.format("b", other)) == []
    assert said(column.format("a", one), column.format("b", one)) == [("CIT-010", 2)]


def test_columns_of_different_days_are_several() -> None:
    column = "@misc{{{}, author = {{Doe, Jane}}, title = {{Column}}, date = {{2019-05-{}}}}}\n"
    assert said(column.format("a", "01"), column.format("b", "08")) == []


def test_what_a_crossref_gives_makes_no_duplicate() -> None:
    book = "@collection{whole, editor = {Roe, R.}, title = {W}, publisher = {P}, date = {2019}, doi = {10.1000/w}}\n"
    chapter = "@incollection{part, crossref = {whole}, author = {Doe, Jane}, title = {Part}}\n"
    assert said(book, chapter) == []
