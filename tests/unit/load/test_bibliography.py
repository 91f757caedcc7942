"""A .bib file: what pybtex would recover from silently is a finding with its place."""

from __future__ import annotations

import pytest

from report.load.bibliography import read_references

SOUND = """\
% a comment
@book{doe2020,
  author = {Doe, Jane and van der Roe, Rick},
  title = {A {B}ook \\& its Pages -- Told},
  publisher = {Example Press},
  year = 2020,
}
"""


def said(source: str) -> list[tuple[int, str]]:
    return [(finding.mark.line, finding.code) for finding in read_references(source, "references.bib").findings]


def test_a_sound_entry_is_read_with_names_and_decoded_fields() -> None:
    entry = read_references(SOUND, "references.bib").value["doe2020"]
    assert said(SOUND) == []
    assert entry.fields["title"] == "A Book & its Pages – Told"
    assert [(name.given, name.particle, name.family) for name in entry.names["author"]] == [
        ("Jane", "", "Doe"),
        ("Rick", "van der", "Roe"),
    ]
    assert entry.marks["title"].line == 4


@pytest.mark.parametrize(
    ("before", "after", "line", "code"),
    [
        ("Told},", "Told,", 4, "CIT-001"),
        ("2020,\n}", "2020,\n", 6, "CIT-001"),
        ("Doe, Jane and", "Doe, Jane, Jr, X and", 3, "CIT-008"),
        ("Doe, Jane and", "Doe, Jane und Roe, Jim and", 3, "CIT-008"),
        ("Doe, Jane and", "Doe, Jane \\& Jim Roe and", 3, "CIT-008"),
        ("Doe, Jane and", "Doe, Jane; Roe, Jim and", 3, "CIT-008"),
        ("{doe2020,", "{", 2, "CIT-001"),
        ("{doe2020,", "{doe2020", 2, "CIT-001"),
        ("@book{", "book{", 2, "CIT-001"),
        ("@book", "@boook", 2, "CIT-007"),
        ("publisher", "publsher", 5, "CIT-007"),
        ("  publisher = {Example Press},\n", "", 2, "CIT-005"),
        ("year = 2020", "year = 20200", 6, "CIT-008"),
        ("year = 2020", "date = {2020-02-31}", 6, "CIT-008"),
        ("year = 2020", "year = {}", 6, "CIT-008"),
        ("Press},", "Press}", 5, "CIT-001"),
        ("title =", "title", 4, "CIT-001"),
        ("\\&", "\\emph", 4, "CIT-009"),
        ("Jane", 'J\\"org', 3, "CIT-009"),
        ("year = 2020,", "year = 2020,\n  year = 2021,", 7, "CIT-006"),
        ("year = 2020,", "year = 2020,\n  langid = {englsh},", 7, "CIT-008"),
        ("year = 2020,", "year = 2020,\n  entrysubtype = {nwes},", 7, "CIT-008"),
        ("year = 2020,", "year = 2020,\n  pages = {49--27},", 7, "CIT-008"),
    ],
)
def test_a_slip_is_found_where_it_is(before: str, after: str, line: int, code: str) -> None:
    assert before in SOUND
    assert (line, code) in said(SOUND.replace(before, after, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Doe, Jane and", "Doe, Jr., Jane and"),
        ("Doe, Jane and", "{Doe & Daughters} and"),
        ("year = 2020,", "year = 2020,\n  pages = {127--30, 133},"),
        ("year = 2020,", "year = 2020,\n  entrysubtype = {news},"),
    ],
)
def test_what_is_sound_is_taken(before: str, after: str) -> None:
    assert before in SOUND
    assert said(SOUND.replace(before, after, 1)) == []


def test_an_entry_that_is_not_closed_does_not_take_the_next_one_with_it() -> None:
    source = SOUND.replace("2020,\n}", "2020,\n") + "\n@misc{roe2021,\n  author = {Roe, Rick},\n  title = {B},\n}\n"
    assert said(source) == [(6, "CIT-001")]
    assert list(read_references(source, "references.bib").value) == ["doe2020", "roe2021"]


def test_a_key_given_twice_is_found_where_it_is_repeated() -> None:
    assert said(SOUND + SOUND) == [(9, "CIT-004")]


def test_words_between_entries_are_not_lost_silently() -> None:
    assert said("stray words\n" + SOUND) == [(1, "CIT-001")]
