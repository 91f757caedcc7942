"""Setting pages: what the engine would keep to itself is a finding."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from report.compose import compose
from report.findings import Checked
from report.model.blocks import Column
from report.model.edition import Edition
from report.model.output import Proof
from report.model.text import NoteCall
from report.preflight import preflight
from report.typeset import typeset
from report.typeset.fonts import choose_faces
from tests.support.apparatus import SHELF, apparatus_of
from tests.support.editions import MARK, edition, house, paragraph, section, table, words

PROJECT = Path(__file__).resolve().parents[3]


def pages(made: Edition) -> Checked[Proof]:
    faces = choose_faces(made.brief.house.design, made.pack).value
    galley = compose(made, apparatus_of(made, {}), "paged", faces, PROJECT)
    return typeset(galley, made, PROJECT)


def test_a_page_says_where_its_text_and_its_notes_stand() -> None:
    note = NoteCall("p-1", words("A note."), MARK)
    checked = pages(edition(section("one", "One", paragraph("p", "Words", note))))
    assert checked.findings == ()
    (page,) = checked.value.pages
    assert page.note_area is not None
    assert page.note_area.top == pytest.approx(page.type_area.bottom)
    assert page.width == pytest.approx(210 * 72 / 25.4)
    assert page.type_area.left == pytest.approx(20 * 72 / 25.4)


def test_a_note_that_fits_on_no_page_is_a_finding_with_its_place() -> None:
    note = NoteCall("p-1", words("Far too long a note. " * 800), MARK)
    checked = pages(edition(section("one", "One", paragraph("p", "Words", note))))
    assert [(finding.code, finding.mark) for finding in checked.findings] == [("SET-002", MARK)]


def test_a_character_that_no_face_has_is_a_finding_with_its_place() -> None:
    checked = pages(edition(section("one", "One", paragraph("p", "A snowman ☃ here"))))
    assert ("SET-003", MARK) in [(finding.code, finding.mark) for finding in checked.findings]
    assert any("U+2603" in finding.message for finding in checked.findings)


def test_an_unknown_face_is_a_finding() -> None:
    checked = choose_faces(house({"text": "Spektral"}).design, SHELF.pack("en-GB"))
    assert [(finding.code, finding.hint) for finding in checked.findings] == [("STY-007", "did you mean “Spectral”?")]


def test_setting_leaves_the_environment_as_it_was() -> None:
    before = dict(os.environ)
    pages(edition(section("one", "One", paragraph("p", "Words"))))
    assert dict(os.environ) == before


def test_notes_with_three_figures_stand_clear_of_their_words() -> None:
    calls = [
        paragraph(f"p{number}", "Words", NoteCall(f"p{number}-1", words("A note."), MARK)) for number in range(1, 106)
    ]
    checked = preflight(pages(edition(section("one", "One", *calls))).value)
    assert [finding for finding in checked.findings if finding.holds] == []


def test_a_table_of_three_pages_prints_its_head_on_each_and_loses_nothing() -> None:
    columns = tuple(Column(words(title), (), False) for title in ("Place", "What was seen"))
    rows = tuple((words(f"Place {number}"), words(f"Sight {number}")) for number in range(1, 121))
    long = replace(table("t", spans=True), columns=columns, rows=rows)
    proof = pages(edition(section("one", "One", paragraph("p", "Words"), long))).value
    assert len(proof.pages) > 2
    assert [finding for finding in preflight(proof).findings if finding.holds] == []
    heads = [page.get_textpage().get_text_range().count("What was seen") for page in pypdfium2.PdfDocument(proof.body)]
    assert sum(heads) >= 3
