"""From calls to notes, from notes to calls and entries, from entries to notes: a way that is missing is found."""

from __future__ import annotations

import pytest

from report.model.output import Proof
from tests.support.proofs import codes, copy_of, faults, found, paged_proof, screen_proof, with_ways

FROM_NOTES = {"note-n1": ["ref-a"], "note-n2": ["ref-a", "ref-b"]}
FROM_ENTRIES = {"ref-a": ["note-n1", "note-n2"], "ref-b": ["note-n2"]}
COPY = with_ways(
    copy_of(
        *("One1 and two2 in a text.", "A book. 1, 2", "B book. 2"),
        notes=("1 First, A book.", "2 Second, A book, B book."),
    ),
    FROM_NOTES,
    FROM_ENTRIES,
)
ENTRIES = (
    '<ul><li id="ref-a">A book. <a href="#note-n1">1</a>, <a href="#note-n2">2</a></li>'
    '<li id="ref-b">B book. <a href="#note-n2">2</a></li></ul>'
)
FIRST = 'First, <a href="#ref-a">A book</a>.'
SECOND = 'Second, <a href="#ref-a">A book</a>, <a href="#ref-b">B book</a>.'
CALLS = ('<a id="call-n1" href="#note-n1">1</a>', '<a id="call-n2" href="#note-n2">2</a>')

WEB_PAGE = (
    f'<!doctype html><html lang="en"><head><title>T</title></head><body><p>One{CALLS[0]} and two{CALLS[1]} in a text.'
    f'</p>{ENTRIES}<ol data-matter="notes">'
    f'<li id="note-n1">1 {FIRST} <a href="#call-n1" data-matter="navigation">↑</a></li>'
    f'<li id="note-n2">2 {SECOND} <a href="#call-n2" data-matter="navigation">↑</a></li></ol></body></html>'
)
# The bare engine links no calls: they are written beside the notes.
PAPER = (
    f'<p>One{CALLS[0]}<span class="note" id="note-n1"><a href="#call-n1">1</a> {FIRST}</span> and '
    f'two{CALLS[1]}<span class="note" id="note-n2"><a href="#call-n2">2</a> {SECOND}</span> in a text.</p>{ENTRIES}'
)
SHEET = ".note::footnote-call, .note::footnote-marker { content: none } li { list-style: none }"

BROKEN = [
    (CALLS[1], '<span id="call-n2">2</span>', "note 2 and its call do not lead to each other"),
    (f"{FIRST}", "First, A book.", "note 1 does not lead to “ref-a” in the bibliography"),
    (', <a href="#ref-b">B book</a>', ", B book", "note 2 does not lead to “ref-b” in the bibliography"),
    ('<a href="#note-n1">1</a>, ', "1, ", "“ref-a” in the bibliography does not lead to note 1"),
    ('B book. <a href="#note-n2">2</a>', "B book. 2", "“ref-b” in the bibliography does not lead to note 2"),
    (
        'B book. <a href="#note-n2">',
        'B book. <a href="#note-n1">',
        "“ref-b” in the bibliography does not lead to note 2",
    ),
]


def on_paper(html: str, sheet: str = "") -> Proof:
    return paged_proof(html, COPY, SHEET + sheet)


def test_where_every_way_is_there_nothing_is_said() -> None:
    assert found(screen_proof(WEB_PAGE, COPY)) == []
    assert found(on_paper(PAPER)) == []


@pytest.mark.parametrize(("sound", "broken", "said"), BROKEN)
def test_a_way_that_is_missing_on_the_screen_is_found(sound: str, broken: str, said: str) -> None:
    assert said in [one.message for one in faults(screen_proof(WEB_PAGE.replace(sound, broken, 1), COPY))]


@pytest.mark.parametrize(("sound", "broken", "said"), BROKEN)
def test_a_way_that_is_missing_on_paper_is_found(sound: str, broken: str, said: str) -> None:
    proof = on_paper(PAPER.replace(sound, broken, 1))
    assert said in [one.message for one in faults(proof)]
    assert codes(proof) == {"PRE-013"}


@pytest.mark.parametrize(
    ("sound", "broken"), [('<a href="#call-n1">1</a> First', "1 First"), ('href="#call-n1"', 'href="#ref-a"')]
)
def test_a_note_that_leads_elsewhere_than_to_its_call_is_found(sound: str, broken: str) -> None:
    messages = [one.message for one in faults(on_paper(PAPER.replace(sound, broken)))]
    assert "note 1 and its call do not lead to each other" in messages


def test_a_link_without_height_is_no_way() -> None:
    messages = [one.message for one in faults(on_paper(PAPER, "#call-n1 { line-height: 0; font-size: 6pt }"))]
    assert "note 1 and its call do not lead to each other" in messages


def test_a_way_over_two_lines_is_one_way() -> None:
    html = PAPER.replace("A book</a>.</span> and", "A book</a>" + " that goes on" * 30 + ".</span> and")
    proof = on_paper(html.replace("A book</a> that", "A book that").replace(" on.</span>", " on</a>.</span>"))
    assert not [one for one in found(proof) if one.code == "PRE-013"]


def test_the_finding_stands_at_the_note_or_the_entry() -> None:
    broken = WEB_PAGE.replace(', <a href="#ref-b">B book</a>', ", B book")
    assert [str(one.mark) for one in found(screen_proof(broken, COPY))] == ["content/test/sections/one.yaml:2:3"]
