"""What a crossref gives (biblatex manual, appendix B)."""

from __future__ import annotations

import pytest

from report.load.references import read_references
from report.model.references import Entry

PARENT = """\
@{parent}{{parent, author = {{Doe, Jane}}, editor = {{Roe, Rick}}, title = {{T}}, subtitle = {{S}}, titleaddon = {{A}},
  shorttitle = {{Short}}, sorttitle = {{Sort}}, keywords = {{k}}, entrysubtype = {{news}}, options = {{useprefix}},
  publisher = {{P}}, date = {{2001}}, langid = {{german}}, volume = 3}}
"""
CHILD = "@{child}{{child, crossref = {{parent}}, title = {{Own}}, date = {{2002}}}}\n"


def child_of(parent: str, child: str) -> Entry:
    return read_references({"a.bib": CHILD.format(child=child) + PARENT.format(parent=parent)}).value["child"]


@pytest.mark.parametrize(
    ("parent", "child", "titles"),
    [
        ("book", "inbook", "book"),
        ("book", "bookinbook", "book"),
        ("book", "suppbook", "book"),
        ("collection", "incollection", "book"),
        ("collection", "suppcollection", "book"),
        ("proceedings", "inproceedings", "book"),
        ("periodical", "article", "journal"),
        ("mvbook", "book", "main"),
        ("mvbook", "inbook", "main"),
        ("mvcollection", "collection", "main"),
        ("mvcollection", "incollection", "main"),
        ("mvproceedings", "proceedings", "main"),
        ("mvproceedings", "inproceedings", "main"),
    ],
)
def test_titles_become_those_of_what_the_work_is_part_of(parent: str, child: str, titles: str) -> None:
    read = child_of(parent, child)
    taken = [read.plain(f"{titles}{part}") for part in ("title", "subtitle", "titleaddon")]
    assert taken == ["T", "S", "A"]
    assert read.plain("title") == "Own"
    assert not {"subtitle", "titleaddon", "shorttitle", "sorttitle", "entrysubtype"} & set(read.fields)
    assert read.plain("publisher", "volume") == "P"
    assert (read.keywords, read.language) == ((), "de")


@pytest.mark.parametrize(("parent", "has_book_author"), [("book", True), ("mvbook", True), ("collection", False)])
def test_the_author_of_a_book_is_the_author_of_what_is_in_it(parent: str, has_book_author: bool) -> None:
    read = child_of(parent, "inbook")
    assert read.names["author"].people[0].family == "Doe"
    assert ("bookauthor" in read.names) is has_book_author
    assert read.names["editor"].people[0].family == "Roe"


def test_what_the_child_has_is_its_own() -> None:
    read = child_of("book", "inbook")
    assert read.dates["date"].first.year == 2002
    assert (read.marks["title"].line, read.marks["booktitle"].line, read.marks["crossref"].line) == (1, 2, 1)


def test_types_that_have_nothing_to_do_with_each_other_share_what_has_the_same_name() -> None:
    read = child_of("report", "misc")
    assert (read.plain("subtitle"), read.plain("shorttitle")) == ("S", "Short")


def test_parents_have_parents() -> None:
    source = """\
@inbook{chapter, author = {Doe, Jane}, title = {C}, crossref = {volume}}
@book{volume, title = {V}, volume = 2, crossref = {set}}
@mvbook{set, author = {Roe, Rick}, title = {M}, publisher = {P}, date = {2001/2003}}
"""
    read = read_references({"a.bib": source})
    chapter = read.value["chapter"]
    assert read.findings == ()
    assert [chapter.plain(name) for name in ("booktitle", "maintitle", "volume", "publisher")] == ["V", "M", "2", "P"]
    assert chapter.names["bookauthor"].people[0].family == "Roe"


def test_a_long_line_of_parents_is_followed_to_its_end() -> None:
    entries = [f"@misc{{k{n}, title = {{T{n}}}, crossref = {{k{n + 1}}}}}" for n in range(3_000)]
    source = "\n".join((*entries, "@misc{k3000, author = {Doe, Jane}, title = {T}}"))
    read = read_references({"a.bib": source})
    assert read.findings == ()
    assert read.value["k0"].names["author"].people[0].family == "Doe"


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("@misc{a, author = {A}, title = {T}, crossref = {b}}", 37),
        ("@misc{a, author = {A}, title = {T}, crossref = {a}}", 37),
        ("@misc{A, author = {A}, title = {T}, crossref = {a}}", 37),
        ("@book{a, title = {T}, crossref = {nowhere}}", 23),
    ],
)
def test_a_crossref_that_leads_nowhere_is_said_where_it_is_and_nothing_else(source: str, column: int) -> None:
    (finding,) = read_references({"a.bib": source}).findings
    assert (finding.code, finding.mark.column) == ("CIT-011", column)


def test_a_circle_is_said_once_and_the_entries_are_read() -> None:
    made = "@misc{{{0}, author = {{A}}, title = {{T{0}}}, crossref = {{{1}}}}}\n"
    source = made.format("x", "a") + made.format("a", "b") + made.format("b", "c") + made.format("c", "a")
    read = read_references({"a.bib": source})
    assert [one.code for one in read.findings] == ["CIT-011"]
    assert [one.plain("title") for one in read.value.values()] == ["Tx", "Ta", "Tb", "Tc"]
