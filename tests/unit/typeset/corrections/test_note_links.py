"""Calls and notes link to each other, and the structure tree knows notes as notes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from tests.support.engine import Engine, note_call


def tagged(engine: Engine) -> pikepdf.Pdf:
    body = f"<p>text{note_call(1, 'first <em>note</em>')} text{note_call(2, 'second note')}</p>"
    return pikepdf.open(BytesIO(engine.set_body(body, pdf_variant="pdf/ua-1")))


def elements(element: pikepdf.Object, tag: str) -> Iterator[pikepdf.Object]:
    """The elements of the structure tree that carry a tag."""
    if not isinstance(element, pikepdf.Dictionary):
        return
    if element.get("/S") == tag:
        yield element
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from elements(kid, tag)


def links(pdf: pikepdf.Pdf) -> list[str]:
    return [str(note.Dest) for note in pdf.pages[0].get("/Annots", pikepdf.Array())]


def test_the_stock_engine_links_no_note(stock: Engine) -> None:
    pdf = tagged(stock)
    assert links(pdf) == []
    assert list(elements(pdf.Root.StructTreeRoot, "/Note")) == []


def test_calls_and_notes_link_to_each_other(corrected: Engine) -> None:
    pdf = tagged(corrected)
    assert links(pdf) == ["note-1", "note-2", "note-1-call", "note-2-call"]
    names = pdf.Root.Names.Dests.Names
    assert {"note-1", "note-2", "note-1-call", "note-2-call"} <= {str(name) for name in list(names)[::2]}


def test_a_note_is_tagged_with_its_id_and_a_linked_label(corrected: Engine) -> None:
    pdf = tagged(corrected)
    notes = list(elements(pdf.Root.StructTreeRoot, "/Note"))
    assert [str(element.ID) for element in notes] == ["note-1", "note-2"]
    for element in notes:
        (label,) = elements(element, "/Lbl")
        (link,) = elements(label, "/Link")
        assert any(isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" for kid in link.K)


def test_every_link_in_the_structure_tree_leads_somewhere(corrected: Engine) -> None:
    pdf = tagged(corrected)
    found = list(elements(pdf.Root.StructTreeRoot, "/Link"))
    assert len(found) == 4
    assert all(len(element.K) for element in found)
