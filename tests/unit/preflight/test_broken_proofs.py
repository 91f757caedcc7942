"""Broken on purpose: each fault of a PDF is found, and told in plain words."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from report.model.output import Proof
from tests.support.proofs import codes, copy_of, faults, found, paged_proof, paragraphs, screen_proof

FIRST = "The two states drew closer for about three years before the agreement of Vienna."
SECOND = "Russia wants to remain the main gateway; Iran opens towards the West again."
THIRD = "Neither side trusts the other, and both have long memories of broken promises."


def _messages(proof: Proof) -> list[str]:
    return [finding.message for finding in faults(proof)]


def _printed(*texts: str) -> list[str]:
    """Return what is said when these paragraphs are printed for a copy of the three above."""
    return _messages(paged_proof(paragraphs(*texts), copy_of(FIRST, SECOND, THIRD)))


def test_a_sound_proof_is_silent() -> None:
    assert _printed(FIRST, SECOND, THIRD) == []


def test_a_missing_word_is_found() -> None:
    message = "page 1: “main” is missing after “to remain the”"
    assert _printed(FIRST, SECOND.replace("the main", "the"), THIRD) == [message]


def test_a_missing_word_has_the_place_of_its_passage() -> None:
    proof = paged_proof(paragraphs(FIRST, SECOND.replace("the main", "the")), copy_of(FIRST, SECOND))
    assert [str(finding.mark) for finding in found(proof)] == ["content/test/sections/one.yaml:2:3"]


def test_the_first_and_the_last_word_are_found_missing() -> None:
    assert _printed(FIRST.removeprefix("The "), SECOND, THIRD) == ["page 1: “The” is missing"]
    assert _printed(FIRST, SECOND, THIRD.removesuffix(" promises.")) == [
        "page 1: “promises.” is missing after “memories of broken”"
    ]


def test_exchanged_words_are_found() -> None:
    assert _printed(FIRST.replace("two states", "states two"), SECOND, THIRD) == [
        "page 1: “two states” is printed as “states two” after “The”"
    ]


def test_a_doubled_paragraph_is_found() -> None:
    assert _printed(FIRST, SECOND, SECOND, THIRD) == [
        "page 1: “Russia wants to remain the … the West again.” (13 words) is printed twice"
    ]


def test_a_moved_paragraph_is_found() -> None:
    [message] = _printed(SECOND, FIRST, THIRD)
    assert message.endswith("is printed on page 1, in another place")


def test_words_too_much_are_found() -> None:
    assert _printed(FIRST, SECOND.replace("Iran", "Iran also"), THIRD) == [
        "page 1: “also” is printed after “main gateway; Iran”, and is not in the copy"
    ]


@pytest.mark.parametrize(
    ("printed", "said"),
    [("to gether", "“together” is printed as “to gether”"), ("thelong", "“the long” is printed as “thelong”")],
)
def test_divided_and_joined_words_are_found(printed: str, said: str) -> None:
    text = "They came together on the long road."
    wrong = text.replace("together" if "gether" in printed else "the long", printed)
    [message] = _messages(paged_proof(paragraphs(wrong), copy_of(text)))
    assert said in message


def test_a_word_divided_at_a_line_end_without_a_hyphen_is_found() -> None:
    proof = paged_proof(
        "<p>They came to<br>gether on the long road.</p>", copy_of("They came together on the long road.")
    )
    assert _messages(proof) == ["page 1: “together” is printed as “to gether” after “They came”"]


def test_a_lost_hyphen_is_found() -> None:
    proof = paged_proof("<p>The Russian<br>Iranian nexus stands.</p>", copy_of("The Russian-Iranian nexus stands."))
    assert codes(proof) == {"PRE-001"}


def test_a_lost_page_of_text_is_found_in_time() -> None:
    texts = [" ".join(f"word{number}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz") for number in range(40)]
    proof = paged_proof(paragraphs(*texts[:10], *texts[22:]), copy_of(*texts))
    assert len(_messages(proof)) == 1


def test_many_differences_are_counted_and_not_all_told() -> None:
    wrong = " ".join(word if number % 7 else "wrong" for number, word in enumerate((FIRST + SECOND + THIRD).split()))
    messages = _messages(paged_proof(paragraphs(wrong), copy_of(FIRST + SECOND + THIRD)))
    assert len(messages) <= 6


NOTED = (
    '<p>One<span class="note" data-number="1">First note, on trade.</span> and '
    'two<span class="note" data-number="2">Second note, on war.</span> in a text.</p><p>More text.</p>'
)
NOTED_COPY = copy_of(
    "One1 and two2 in a text.", "More text.", notes=("1 First note, on trade.", "2 Second note, on war.")
)


def test_sound_notes_are_silent() -> None:
    assert found(paged_proof(NOTED, NOTED_COPY)) == []


def test_a_note_on_another_page_than_its_call_is_found() -> None:
    # A rule above the notes makes the bare engine carry notes over to the next pages.
    proof = paged_proof(NOTED, NOTED_COPY, sheet="@page { @footnote { border-top: .5pt solid; padding-top: 2pt } }")
    assert _messages(proof) == [
        "note 1 stands on page 2, its call on page 1",
        "note 2 stands on page 3, its call on page 1",
    ]
    assert {finding.code for finding in faults(proof)} == {"PRE-002"}


def test_exchanged_notes_are_found() -> None:
    html = NOTED.replace("First note, on trade.", "X").replace("Second note, on war.", "First note, on trade.")
    proof = paged_proof(html.replace(">X<", ">Second note, on war.<"), NOTED_COPY)
    assert codes(proof) == {"PRE-003"}


def test_a_lost_note_is_found() -> None:
    html = NOTED.replace('<span class="note" data-number="2">Second note, on war.</span>', "<sup>2</sup>")
    messages = _messages(paged_proof(html, NOTED_COPY))
    assert messages == [
        "note 2: page 1: “2 Second note, on war.” is missing after “note, on trade.”",
        "note 2, called on page 1, is in no note area",
    ]


def test_a_note_cut_short_is_found() -> None:
    proof = paged_proof(NOTED.replace("note, on war.", "note."), NOTED_COPY)
    assert codes(proof) == {"PRE-003"}


def test_a_lost_call_is_found() -> None:
    html = NOTED.replace('data-number="2"', 'data-number=""')
    assert {"PRE-001", "PRE-002", "PRE-003"} <= codes(paged_proof(html, NOTED_COPY))


def test_text_over_a_note_is_found() -> None:
    over = '<p style="position: absolute; bottom: -2mm; left: 0">Text laid over the notes.</p>'
    html = NOTED.replace("<p>More text.</p>", over)
    copy = replace(NOTED_COPY, body=copy_of("One1 and two2 in a text.", "Text laid over the notes.").body)
    assert "PRE-003" in codes(paged_proof(html, copy))


def test_text_over_text_is_found() -> None:
    proof = paged_proof(f'<p>{FIRST}</p><p style="margin-top: -12pt">{SECOND}</p>', copy_of(FIRST, SECOND))
    assert codes(proof) == {"PRE-011"}


def test_an_undeclared_face_is_found() -> None:
    proof = paged_proof(paragraphs(FIRST), copy_of(FIRST), sheet="p { font-style: italic }")
    upright = tuple(face for face in proof.galley.faces if not face.is_italic)
    proof = replace(proof, galley=replace(proof.galley, faces=upright))
    assert _messages(proof) == ["text on page 1 is set in Spectral-Italic, which is not a declared face"]
    assert codes(proof) == {"PRE-004"}


@pytest.mark.parametrize("missing", ["😀", "ა", "漢"])
def test_a_missing_glyph_is_found(missing: str) -> None:
    text = f"A text with {missing} in it."
    proof = paged_proof(paragraphs(text), copy_of(text))
    assert codes(proof) == {"PRE-005"}
    assert f"Spectral-Regular has no glyph for “{missing}”" in _messages(proof)[0]


def test_a_dead_link_is_found() -> None:
    proof = paged_proof('<p id="p1">See <a href="#p1">here</a>.</p>', copy_of("See here."))
    assert found(proof) == []
    with pikepdf.open(BytesIO(proof.body)) as pdf:
        pdf.pages[0].Annots[0].Dest = pikepdf.String("p9")
        pdf.save(changed := BytesIO())
    assert _messages(replace(proof, body=changed.getvalue())) == [
        "page 1: a link leads to “p9”, which is not in the file"
    ]


HEADED = '<h1 id="p1">Title</h1><p id="p2">Text.</p><h2 id="p3">Part</h2><p>More.</p>'


@pytest.mark.parametrize(
    ("outline", "said"),
    [
        (((1, "Title", "p1"), (2, "Part", "p3"), (2, "End", "p9")), "“End” is missing in the outline"),
        (((1, "Title", "p1"),), "the outline has “Part”, which is no heading of the brief"),
        (((1, "Title", "p1"), (1, "Part", "p3")), "“Part” stands on level 2 of the outline, not on 1"),
        (((1, "Title", "p1"), (2, "Parts", "p3")), "outline entry 2 reads “Part”, the heading “Parts”"),
    ],
)
def test_a_wrong_outline_is_found(outline: tuple[tuple[int, str, str], ...], said: str) -> None:
    proof = paged_proof(HEADED, copy_of("Title", "Text.", "Part", "More.", outline=outline))
    assert _messages(proof) == [said]
    assert codes(proof) == {"PRE-007"}


def test_an_outline_that_leads_to_another_page_is_found() -> None:
    html = HEADED.replace("<h2", '<h2 style="bookmark-level: none; break-before: page"')
    html = html.replace('<p id="p2"', '<p id="p2" style="bookmark-level: 2; bookmark-label: \'Part\'"')
    outline = ((1, "Title", "p1"), (2, "Part", "p3"))
    proof = paged_proof(html, copy_of("Title", "Text.", "Part", "More.", outline=outline))
    assert _messages(proof) == ["the outline leads “Part” to page 1; the heading is on page 2"]


def test_a_wrong_page_size_is_found() -> None:
    proof = paged_proof(paragraphs(FIRST), copy_of(FIRST))
    [page] = proof.pages
    proof = replace(proof, pages=(replace(page, width=page.width + 0.1),))
    assert codes(proof) == {"PRE-008"}


def test_a_page_too_much_is_found() -> None:
    proof = paged_proof(paragraphs(FIRST), copy_of(FIRST))
    assert "the file has 1 pages, the layout 2" in _messages(replace(proof, pages=proof.pages * 2))


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("margin-right: -8mm", "goes over the right edge of the type area"),
        ("margin-left: -3mm", "goes over the left edge of the type area"),
        ("margin-top: -5mm", "stands outside the type area"),
        ("position: relative; left: -16mm", "runs off the page"),
    ],
)
def test_text_off_the_type_area_is_found(style: str, said: str) -> None:
    html = f'<p style="{style}">{FIRST} {SECOND}</p><p>{THIRD}</p>'
    copy = copy_of(THIRD, f"{FIRST} {SECOND}") if "relative" in style else copy_of(f"{FIRST} {SECOND}", THIRD)
    proof = paged_proof(html, copy)
    assert codes(proof) == {"PRE-008"}
    assert said in _messages(proof)[0]


def test_text_off_the_sheet_is_found() -> None:
    html = f'<p style="white-space: nowrap">{FIRST} {SECOND} {THIRD}</p>'
    assert "PRE-008" in codes(paged_proof(html, copy_of(f"{FIRST} {SECOND} {THIRD}")))


def test_a_last_paragraph_in_the_margin_is_found() -> None:
    html = f'<p>{FIRST}</p><p style="position: absolute; bottom: -12mm">{SECOND}</p>'
    [finding] = found(paged_proof(html, copy_of(FIRST, SECOND)))
    assert finding.code == "PRE-001"
    assert finding.hint == "the same words stand outside the type area of page 1"


def test_text_printed_in_the_note_area_is_found() -> None:
    html = NOTED.replace("on war.", "on war. Stray.")
    assert _messages(paged_proof(html, NOTED_COPY)) == [
        "note 2: page 1: “Stray.” is printed after “note, on war.”, and is not in the copy"
    ]


def test_a_file_that_is_no_pdf_is_found() -> None:
    proof = paged_proof(paragraphs(FIRST), copy_of(FIRST))
    assert codes(replace(proof, body=b"nothing")) == {"PRE-041"}


def test_screen_and_paged_proofs_take_their_own_questions() -> None:
    proof = screen_proof("<!doctype html><html lang='en'><body><p>A.</p></body></html>", copy_of("A."))
    assert found(proof) == []
