"""A PDF is read with all that stands around its pages; a hostile one is refused in words, or read as far as it goes."""

from __future__ import annotations

from hashlib import md5

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from report.model.output import Rectangle
from report.preflight.file import File, Unreadable, read_file
from report.preflight.file.metadata import read_metadata
from tests.support.small_files import body_of, small_pdf

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
DC = "http://purl.org/dc/elements/1.1/"


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Unreadable, match="no PDF"):
        read_file(b"no pdf at all")


def test_a_file_that_asks_for_a_password_is_refused() -> None:
    locked = body_of(small_pdf(b""), encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(Unreadable, match="password"):
        read_file(locked)


def test_boxes_and_rotation_are_told_as_they_are_written_or_inherited() -> None:
    pdf = small_pdf(b"")
    pdf.pages[0].TrimBox = Array([10, 10, 190, 90])
    pdf.Root.Pages.Rotate = 90
    page = read_file(body_of(pdf)).pages[0]
    assert (page.trim, page.bleed, page.rotation) == (Rectangle(10, 10, 190, 90), None, 90)


def test_facts_of_the_catalog_are_plain() -> None:
    pdf = small_pdf(b"")
    pdf.Root.Lang, pdf.Root.ViewerPreferences = String("fa"), Dictionary(Direction=Name.R2L, DisplayDocTitle=True)
    catalog = read_file(body_of(pdf)).catalog
    assert catalog["Lang"] == "fa"
    assert (catalog["ViewerPreferences.Direction"], catalog["ViewerPreferences.DisplayDocTitle"]) == ("R2L", True)


def test_an_outline_that_leads_in_a_circle_is_read_once() -> None:
    pdf = small_pdf(b"")
    line = pdf.make_indirect(Dictionary(Title=String("One"), Dest=Array([pdf.pages[0].obj, Name.XYZ, 0, 50, 0])))
    line.Next = line
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=line))
    (only,) = read_file(body_of(pdf)).outline
    assert (only.title, only.level) == ("One", 1)
    assert only.destination is not None
    assert only.destination.page == 1


def test_page_labels_are_those_that_viewers_show() -> None:
    pdf = small_pdf(b"")
    for _ in range(3):
        pdf.add_blank_page()
    pdf.Root.PageLabels = Dictionary(
        Nums=Array([0, Dictionary(S=Name.r), 2, Dictionary(S=Name.D, St=5, P=String("A-"))])
    )
    assert read_file(body_of(pdf)).page_labels == ("i", "ii", "A-5", "A-6")


def test_an_attachment_tells_if_its_bytes_are_those_it_claims() -> None:
    pdf = small_pdf(b"")
    stream = pdf.make_stream(b"words", Subtype=Name("/text/plain"))
    stream.Params = Dictionary(Size=5, CheckSum=String(md5(b"words", usedforsecurity=False).digest()))
    enclosed = Dictionary(Type=Name.Filespec, F=String("a.txt"), UF=String("a.txt"), EF=Dictionary(F=stream))
    enclosed.AFRelationship = Name.Source
    spec = pdf.make_indirect(enclosed)
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a.txt"), spec])))
    pdf.Root.AF = Array([spec])
    file = read_file(body_of(pdf))  # what is enclosed can be read as long as the file is open
    (one,) = file.attachments
    assert (one.name, one.relationship, one.is_associated, one.body()) == ("a.txt", "Source", True, b"words")
    assert one.is_sound()


def test_an_action_that_does_something_is_told() -> None:
    pdf = small_pdf(b"")
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("x"))
    assert read_file(body_of(pdf)).actions == ("opening the file does: JavaScript",)


def test_a_tree_is_read_with_types_languages_and_contents() -> None:
    tree = _with_tree(
        Dictionary(S=Name("/Absatz"), Lang=String("de"), K=Array([0, Dictionary(Type=Name.MCR, MCID=1)]))
    ).tree
    assert tree is not None
    (document,) = tree.roots
    (element,) = document.elements
    assert (element.role, element.written, element.language) == ("P", "Absatz", "de")
    assert [held.mcid for held in element.content()] == [0, 1]


def test_a_tree_that_leads_in_a_circle_is_read_once() -> None:
    pdf = small_pdf(b"")
    element = pdf.make_indirect(Dictionary(S=Name.Sect))
    element.K = Array([element])
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(K=element))
    tree = read_file(body_of(pdf)).tree
    assert tree is not None
    assert "twice" in tree.faults[0]


def test_metadata_has_alternatives_lists_and_attributes() -> None:
    packet = f"""<x><rdf:RDF {RDF}><rdf:Description rdf:about="" dc:format="application/pdf">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">T</rdf:li><rdf:li xml:lang="de">D</rdf:li></rdf:Alt></dc:title>
    <dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>
    </rdf:Description></rdf:RDF></x>"""
    found = read_metadata(packet.encode())
    assert (found.text(DC, "title"), found.text(DC, "title", "de"), found.text(DC, "format")) == (
        "T",
        "D",
        "application/pdf",
    )
    assert found.texts(DC, "creator") == ("A", "B")


@pytest.mark.parametrize(
    "packet",
    [
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>",
        b"<x>",
        b"",
        b"\xff\xfe\x00",
    ],
)
def test_a_hostile_packet_is_refused_in_words(packet: bytes) -> None:
    found = read_metadata(packet)
    assert not found.properties
    assert found.faults


def _with_tree(element: Dictionary) -> File:
    pdf = small_pdf(b"")
    element.Pg = pdf.pages[0].obj
    document = Dictionary(S=Name.Document, K=pdf.make_indirect(element))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(K=pdf.make_indirect(document)))
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Absatz=Name.P)
    return read_file(body_of(pdf))
