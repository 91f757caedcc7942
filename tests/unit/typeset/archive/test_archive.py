"""What a finished PDF says about itself, read back with pikepdf: against the edition, and against itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from hashlib import md5
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from report.compose import compose
from report.model.brief import Author
from report.model.edition import Edition
from report.model.output import Enclosure
from report.model.text import Link
from report.typeset import typeset
from report.typeset.archive.packet import SPACES
from report.typeset.archive.packing import pack_streams
from report.typeset.archive.pictures import keep_pixels
from report.typeset.fonts import choose_faces
from tests.support.apparatus import apparatus_of
from tests.support.editions import DAY, MARK, edition, house, paragraph, section, words

PROJECT = Path(__file__).resolve().parents[4]
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
ENCLOSURES = (
    Enclosure("styles/paged.css", b"html {}", "text/css", "Source"),
    Enclosure("content/é.csv", b"a,b\n", "text/csv", "Data"),
    Enclosure("LICENSE", b"", "text/plain", "Supplement"),
)


def made(of: Edition, enclosures: tuple[Enclosure, ...] = ()) -> bytes:
    faces = choose_faces(of.brief.house.design, of.pack).value
    galley = compose(of, apparatus_of(of, {}), "paged", faces, PROJECT)
    checked = typeset(galley, of, PROJECT, enclosures)
    assert checked.findings == ()
    return checked.value.body


def small(**changed: object) -> Edition:
    one = edition(section("one", "One", paragraph("p", "Words")))
    return replace(one, brief=replace(one.brief, **changed))


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    authors = (Author("Ada <Sample> & Sons", True), Author("Doe, Jane", False))
    one = small(authors=authors, keywords=("mud & tides", "gauges"), subtitle=words("A & B"))
    with pikepdf.open(io.BytesIO(made(one, ENCLOSURES))) as opened:
        yield opened


def said(pdf: pikepdf.Pdf) -> dict[str, object]:
    """The properties of the XMP packet: a text, a list, or texts by language."""
    prefixes = {f"{{{address}}}": prefix for prefix, address in SPACES.items()}
    described = ElementTree.fromstring(pdf.Root.Metadata.read_bytes()).find(f"{RDF}RDF/{RDF}Description")
    assert described is not None
    properties: dict[str, object] = {}
    for one in described:
        space, _, name = one.tag.partition("}")
        lang = "{http://www.w3.org/XML/1998/namespace}lang"
        items = [(item.get(lang), item.text) for item in one.iter(f"{RDF}li")]
        value = dict(items) if one.find(f"{RDF}Alt") is not None else [text for _, text in items]
        properties[f"{prefixes[space + '}']}:{name}"] = value if len(one) else one.text
    return properties


def test_the_file_says_what_the_edition_says(pdf: pikepdf.Pdf) -> None:
    xmp = said(pdf)
    title = "A tiny brief – A & B"
    assert xmp["dc:title"] == {"x-default": title, "en-GB": title}
    assert xmp["dc:creator"] == ["Ada <Sample> & Sons", "Doe, Jane"]
    assert xmp["dc:subject"] == ["mud & tides", "gauges"]
    assert xmp["dc:description"] == {"x-default": "A brief for a test.", "en-GB": "A brief for a test."}
    assert xmp["dc:language"] == ["en-GB"]
    assert xmp["dc:publisher"] == ["Placeholder Press"]
    rights = "© 2020 the project's authors. Text under CC BY 4.0."
    assert xmp["dc:rights"] == {"x-default": rights, "en-GB": rights}
    assert xmp["xmpRights:WebStatement"] == "https://creativecommons.org/licenses/by/4.0/"
    assert xmp["xmpRights:Owner"] == ["the project's authors"]


def test_the_file_says_which_edition_it_is(pdf: pikepdf.Pdf) -> None:
    xmp = said(pdf)
    assert (xmp["report:brief"], xmp["report:locale"], xmp["report:version"]) == ("tiny", "en-GB", "1.0")
    assert xmp["dc:identifier"] == "tiny/en-GB/1.0"


def test_the_file_says_that_it_is_archival_and_accessible(pdf: pikepdf.Pdf) -> None:
    xmp = said(pdf)
    assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")


def test_the_information_dictionary_says_the_same(pdf: pikepdf.Pdf) -> None:
    xmp, info = said(pdf), {name: str(value) for name, value in pdf.docinfo.items()}
    assert info["/Title"] == xmp["dc:title"]["x-default"]
    assert info["/Author"] == "Ada <Sample> & Sons; Doe, Jane"
    assert info["/Subject"] == xmp["dc:description"]["x-default"]
    assert info["/Keywords"] == xmp["pdf:Keywords"] == "mud & tides, gauges"
    assert (info["/Creator"], info["/Producer"]) == (xmp["xmp:CreatorTool"], xmp["pdf:Producer"])
    moments = (xmp["xmp:CreateDate"], xmp["xmp:ModifyDate"])
    for written, moment in zip((info["/CreationDate"], info["/ModDate"]), moments, strict=True):
        assert moment == f"{DAY.isoformat()}T00:00:00Z"
        assert written == f"D:{DAY:%Y%m%d}000000Z"


def test_what_is_not_known_is_not_said() -> None:
    with pikepdf.open(io.BytesIO(made(small(keywords=(), description="")))) as one:
        assert {"dc:subject", "dc:description", "pdf:Keywords"}.isdisjoint(said(one))
        assert {"/Subject", "/Keywords"}.isdisjoint(one.docinfo.keys())


def test_every_box_is_the_trimmed_sheet_although_there_is_a_bleed(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for box in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox"):
            assert [float(side) for side in page.obj[box]] == pytest.approx([0, 0, 210 / 25.4 * 72, 297 / 25.4 * 72])


def test_a_token_changes_the_bleed_and_nothing_on_the_page_moves() -> None:
    def place(bleed: str) -> tuple[object, ...]:
        one = small(house=house(tokens={"sheet-bleed": bleed}))
        with pikepdf.open(io.BytesIO(made(one))) as opened:
            drawn = [(list(one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(opened.pages[0])]
            return [operands for operands, operator in drawn if operator == "Tm"], list(opened.pages[0].MediaBox)

    assert place("3mm") == place("0mm")


def test_viewers_show_the_title_and_open_on_the_side_of_the_script(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert "/Direction" not in pdf.Root.ViewerPreferences
    mirrored = replace(small(), direction="rtl")
    with pikepdf.open(io.BytesIO(made(mirrored))) as one:
        assert one.Root.ViewerPreferences.Direction == "/R2L"


def test_files_inside_are_associated_with_the_whole(pdf: pikepdf.Pdf) -> None:
    places = list(pdf.Root.AF)
    leaves = list(pdf.Root.Names.EmbeddedFiles.Names)
    assert [str(name) for name in leaves[::2]] == ["LICENSE", "styles/paged.css", "content/é.csv"]
    assert [place.objgen for place in leaves[1::2]] == [place.objgen for place in places]
    bodies = {one.name: one for one in ENCLOSURES}
    for place in places:
        enclosure = bodies[str(place.UF)]
        assert str(place.F) == enclosure.name
        assert place.AFRelationship == f"/{enclosure.relationship}"
        assert enclosure.name in str(place.Desc)
        stream = place.EF.F
        assert stream.objgen == place.EF.UF.objgen
        assert stream.read_bytes() == enclosure.body
        assert stream.Subtype == f"/{enclosure.media_type}"
        assert stream.Params.Size == len(enclosure.body)
        assert bytes(stream.Params.CheckSum) == md5(enclosure.body).digest()
        assert str(stream.Params.ModDate) == f"D:{DAY:%Y%m%d}000000Z"


def test_a_file_without_enclosures_has_no_tree_of_them() -> None:
    with pikepdf.open(io.BytesIO(made(small()))) as one:
        assert "/AF" not in one.Root
        assert "/EmbeddedFiles" not in one.Root.get("/Names", {})


def test_ids_stay_with_the_edition_and_change_with_what_is_in_it() -> None:
    def ids(body: bytes) -> tuple[object, object, bytes]:
        with pikepdf.open(io.BytesIO(body)) as one:
            xmp = said(one)
            return xmp["xmpMM:DocumentID"], xmp["xmpMM:InstanceID"], bytes(one.trailer.ID[0])

    first = ids(made(small(), ENCLOSURES))
    assert ids(made(small(), ENCLOSURES)) == first
    changed = ids(made(small(), (replace(ENCLOSURES[0], body=b"html{ }"), *ENCLOSURES[1:])))
    assert (changed[0], changed[2]) == (first[0], first[2])
    assert changed[1] != first[1]
    assert ids(made(small(slug="other")))[0] != first[0]


def test_the_intent_is_the_screen_s(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3


def test_links_are_printed_and_not_hidden() -> None:
    link = Link(words("the page"), "https://example.org/", MARK)
    with pikepdf.open(io.BytesIO(made(edition(section("one", "One", paragraph("p", "See ", link)))))) as one:
        flags = [int(annotation.F) for page in one.pages for annotation in page.obj.get("/Annots", ())]
    assert flags
    assert set(flags) == {4}


def test_no_viewer_makes_up_pixels_between_those_of_a_picture() -> None:
    import pydyf  # noqa: PLC0415 - the engine's writer, after the faces of the machine are kept out

    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream([b""], {"Subtype": "/Image", "Interpolate": "true"}))
    keep_pixels(pdf)
    assert pdf.objects[-1].extra["Interpolate"] == "false"


def test_streams_come_out_as_the_writer_alone_would_pack_them() -> None:
    import pydyf  # noqa: PLC0415

    def written(*, is_packed: bool) -> bytes:
        pdf = pydyf.PDF()
        pdf.add_object(pydyf.Stream([b"1 0 0 1 0 0 cm", pydyf.String("é"), 7], {"Type": "/XObject"}, compress=True))
        pdf.add_object(pydyf.Stream([b"as it is"]))
        if is_packed:
            pack_streams(pdf)
        output = io.BytesIO()
        pdf.write(output, identifier=b"0")
        return output.getvalue()

    assert written(is_packed=True) == written(is_packed=False)
