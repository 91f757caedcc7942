"""Calls and notes link to each other."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from tests.support.engine import Engine, note_call


def with_notes(engine: Engine) -> pikepdf.Pdf:
    body = f"<p>text{note_call(1, 'first <em>note</em>')} text{note_call(2, 'second note')}</p>"
    return pikepdf.open(BytesIO(engine.set_body(body, pdf_variant="pdf/ua-1")))


def links(pdf: pikepdf.Pdf) -> list[str]:
    return [str(note.Dest) for note in pdf.pages[0].get("/Annots", pikepdf.Array())]


def test_the_stock_engine_links_no_note(stock: Engine) -> None:
    assert links(with_notes(stock)) == []


def test_calls_and_notes_link_to_each_other(corrected: Engine) -> None:
    pdf = with_notes(corrected)
    assert links(pdf) == ["note-1", "note-2", "note-1-call", "note-2-call"]
    names = pdf.Root.Names.Dests.Names
    assert {"note-1", "note-2", "note-1-call", "note-2-call"} <= {str(name) for name in list(names)[::2]}
