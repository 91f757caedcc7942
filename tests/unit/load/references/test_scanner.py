"""A .bib file: what pybtex would recover from silently is a finding with its place."""

from __future__ import annotations

import time

import pytest

from report.load.references import read_references

SOUND = """\
% a comment
@book{doe2020,
  author = {Doe, Jane and van der Roe, Rick},
  title = {A {B}ook \\& its Pages -- Told},
  publisher = {Example Press},
  year = 2020,
}
"""
NEXT = "\n@misc{roe2021,\n  author = {Roe, Rick},\n  title = {B},\n}\n"


def said(source: str) -> list[tuple[int, str]]:
    return [(finding.mark.line, finding.code) for finding in read_references({"a.bib": source}).findings]


def keys(source: str) -> list[str]:
    return list(read_references({"a.bib": source}).value)


def test_a_sound_entry_is_read_with_names_and_decoded_fields() -> None:
    entry = read_references({"a.bib": SOUND}).value["doe2020"]
    assert said(SOUND) == []
    assert entry.plain("title") == "A Book & its Pages – Told"
    people = [(name.given, name.particle, name.family) for name in entry.names["author"].people]
    assert people == [("Jane", "", "Doe"), ("Rick", "van der", "Roe")]
    assert entry.dates["date"].first.year == 2020
    assert entry.marks["title"].line == 4
    assert (entry.mark.line, entry.mark.column) == (2, 1)


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
        ("{doe2020,", "{,", 2, "CIT-001"),
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
        ("year = 2020,", "year = 2020,\n  year = 2020,", 7, "CIT-006"),
        ("year = 2020,", "year = 2020,\n  date = 2021,", 6, "CIT-006"),
        ("year = 2020,", "journal = {A},\n  journaltitle = {B},\n  year = 2020,", 7, "CIT-006"),
        ("year = 2020,", "year = 2020,\n  langid = {englsh},", 7, "CIT-008"),
        ("year = 2020,", "year = 2020,\n  entrysubtype = {nwes},", 7, "CIT-008"),
        ("year = 2020,", "year = 2020,\n  pages = {49--27},", 7, "CIT-008"),
        ("year = 2020,", "year = 2020,\n  options = {skipbib},", 7, "CIT-008"),
        ("year = 2020,", "year = 2020,\n  note = aug # hrp,", 7, "CIT-012"),
        ("{Example Press}", '{Example Press" }', 5, ""),
        ("{Example Press}", '"Example {Press"', 5, "CIT-001"),
    ],
)
def test_a_slip_is_found_where_it_is_and_nothing_else_is_said(before: str, after: str, line: int, code: str) -> None:
    assert before in SOUND
    assert said(SOUND.replace(before, after, 1)) == ([(line, code)] if code else [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Doe, Jane and", "Doe, Jr., Jane and"),
        ("Doe, Jane and", "{Doe & Daughters} and"),
        ("Doe, Jane and", "{Doe and Daughters} and"),
        ("year = 2020,", "year = 2020,\n  pages = {127--30, 133},"),
        ("year = 2020,", "year = 2020,\n  entrysubtype = {news},"),
        ("year = 2020,", "year = 2020,\n  date = {2020-05-01},"),
        ("year = 2020,", "year = 2020, month = feb % the month of the ice\n"),
        ("{Example Press}", '"Example " # {Press}'),
        ("@book{doe2020,", "@BOOK ( doe2020 ,"),
        ("% a comment", "% @book{old, title = {Not Read}, "),
        ("% a comment", "@comment{ @book{old, title = {Not Read}} }"),
        ("% a comment", "@Comment jabref-meta: Not read"),
        ("% a comment", '@preamble{ "\\newcommand{\\x}{y}" }'),
    ],
)
def test_what_is_sound_is_taken(before: str, after: str) -> None:
    assert before in SOUND
    changed = SOUND.replace(before, after, 1)
    changed = changed[:-2] + ")\n" if "(" in after[:8] else changed
    assert said(changed) == []
    assert keys(changed) == ["doe2020"]


@pytest.mark.parametrize("place", ["Told},", "Press},", "2020,\n}", "Rick},"])
def test_an_entry_that_is_not_closed_does_not_take_the_next_one_with_it(place: str) -> None:
    source = SOUND.replace(place, place.replace("}", ""), 1) + NEXT
    assert [code for _, code in said(source)] == ["CIT-001"]
    assert keys(source) == ["doe2020", "roe2021"]


def test_the_fields_after_a_value_that_is_not_closed_are_read() -> None:
    entry = read_references({"a.bib": SOUND.replace("Told},", "Told,")}).value["doe2020"]
    assert entry.plain("publisher") == "Example Press"


def test_a_key_given_twice_is_found_where_it_is_repeated() -> None:
    assert said(SOUND + SOUND.replace("doe", "DOE").replace("Told", "Else")) == [(9, "CIT-004")]


def test_words_between_entries_are_not_lost_silently() -> None:
    assert said("stray words\n" + SOUND) == [(1, "CIT-001")]


def test_a_comment_that_is_not_closed_is_a_finding() -> None:
    assert said("@comment{ an entry follows\n" + SOUND) == [(1, "CIT-001")]


def test_macros_are_joined_and_have_no_capitals() -> None:
    source = '@string{HP = "Harrow" # { Press}}\n' + SOUND.replace("{Example Press}", "hp # { of } # Hp")
    assert read_references({"a.bib": source}).value["doe2020"].plain("publisher") == "Harrow Press of Harrow Press"


def test_an_undefined_macro_is_named_with_the_nearest_one() -> None:
    source = "@string{harrow = {Harrow Press}}\n" + SOUND.replace("{Example Press}", "harow")
    (finding,) = read_references({"a.bib": source}).findings
    assert (finding.code, str(finding.mark)) == ("CIT-012", "a.bib:6:15")
    assert "harrow" in finding.hint


def test_braces_may_be_nested_only_so_deep() -> None:
    deep = "{" * 10_000 + "x" + "}" * 10_000
    source = SOUND.replace("{Example Press}", deep) + NEXT
    assert said(source) == [(5, "CIT-001")]
    assert keys(source) == ["doe2020", "roe2021"]


def test_spaces_that_are_not_broken_stay_as_they_are() -> None:
    source = SOUND.replace("Example Press", "Example\u00a0Press\n   &  Co")
    assert read_references({"a.bib": source}).value["doe2020"].plain("publisher") == "Example\u00a0Press & Co"


@pytest.mark.parametrize("after", ["", NEXT, "\n% the end\n"])
def test_a_value_that_takes_other_fields_in_is_named_with_its_entry(after: str) -> None:
    source = "@misc{doe2020, author = {Doe, J.}, title = {Mud, subtitle = {A Note}, date = {2019}}" + after
    (finding,) = read_references({"a.bib": source}).findings
    assert (finding.code, finding.mark.line, finding.mark.column) == ("CIT-001", 1, 36)
    assert finding.message == "the value of “title” in “doe2020” is not closed: it takes in “subtitle = {”"


def test_an_entry_at_the_end_that_is_not_closed_is_named() -> None:
    (finding,) = read_references({"a.bib": "@misc{doe2020, author = {Doe, J.}, title = {Mud}"}).findings
    assert finding.message == "the entry “doe2020” is not closed: the file ends"


def test_macros_that_multiply_are_cut_and_said() -> None:
    source = "@string{a0 = {xxxxxxxxxx}}\n"
    source += "".join(f"@string{{a{n + 1} = {' # '.join([f'a{n}'] * 10)}}}\n" for n in range(6))
    source += "@misc{roe2021, author = {Roe, Rick}, title = a6}\n"
    started = time.process_time()
    checked = read_references({"a.bib": source})
    assert time.process_time() - started < 5
    assert [(one.code, one.mark.line) for one in checked.findings] == [("CIT-001", line) for line in (5, 6, 7)]
    assert len(checked.value["roe2021"].plain("title")) <= 64 << 10


def test_macros_give_only_so_much_in_all() -> None:
    source = f"@string{{long = {{{'x ' * 30_000}}}}}\n"
    source += "".join(f"@misc{{k{n}, author = {{Doe, J.}}, title = {{T{n}}}, note = long}}\n" for n in range(400))
    checked = read_references({"a.bib": source})
    assert [one.code for one in checked.findings] == ["CIT-001"]
    assert sum(len(entry.plain("note")) for entry in checked.value.values()) < 3 << 20


def test_many_unknown_macros_are_read_in_time() -> None:
    source = "".join(f"@string{{mac{n} = {{x}}}}\n" for n in range(500))
    source += "".join(f"@misc{{k{n}, author = {{Doe, J.}}, title = mca{n}}}\n" for n in range(500))
    started = time.process_time()
    findings = read_references({"a.bib": source}).findings
    assert time.process_time() - started < 5
    assert {one.code for one in findings} == {"CIT-012"}
    assert "mac123" in next(one.hint for one in findings if "mca123" in one.message)
