"""Press files: boxes to a hundredth of a point, marks outside the bleed, blanks at the end, the same bytes each time.

What is said of the file is asked here too.
"""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from report.press import impose, press
from tests.support.press import MILLIMETRE, TRIM, a_page, edition_for, operations_of, paged_proof, printed, shipped

LINE = "10 10 m 50 50 l S"


def boxes_of(page: pikepdf.Page) -> dict[str, list[float]]:
    return {name: [float(value) for value in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")}


@pytest.mark.parametrize("bleed", [0, 3, 5])
def test_boxes_stand_around_each_other_to_a_hundredth_of_a_point(bleed: float) -> None:
    pdf = printed(a_page(LINE), edition_for(bleed=bleed)).pdf
    for page in pdf.pages:
        boxes = boxes_of(page)
        margin = (bleed + 7) * MILLIMETRE
        left, bottom, right, top = boxes["/TrimBox"]
        assert (right - left, top - bottom) == pytest.approx(TRIM, abs=0.001)
        assert (left, bottom) == pytest.approx((margin, margin), abs=0.001)
        around = bleed * MILLIMETRE
        assert boxes["/BleedBox"] == pytest.approx([left - around, bottom - around, right + around, top + around])
        assert boxes["/MediaBox"] == pytest.approx([0, 0, right + margin, top + margin])
        assert not {"/CropBox", "/ArtBox", "/Rotate"}.intersection(page.obj.keys())


def test_what_stands_in_the_bleed_is_shown_again_and_what_lies_beyond_is_not() -> None:
    operations = printed(a_page("1 0 0 rg -20 -20 400 400 re f")).operations
    clip = operations[1]
    assert clip[0] == "re"
    wide, high = (side + 6 * MILLIMETRE for side in TRIM)
    assert clip[1] == pytest.approx((7 * MILLIMETRE, 7 * MILLIMETRE, wide, high), abs=0.001)
    assert operations[2][0] == "W"


def test_marks_stand_outside_the_bleed() -> None:
    pdf = printed(a_page(LINE)).pdf
    page = pdf.pages[0]
    left, bottom, right, top = boxes_of(page)["/BleedBox"]
    wide, high = boxes_of(page)["/MediaBox"][2:]
    places = [place for name, place in operations_of(page.Contents[-1]) if name in {"m", "l"}]
    assert places
    for x, y in places:
        assert not (left < x < right and bottom < y < top)
        assert 0 <= x <= wide
        assert 0 <= y <= high


def test_marks_are_drawn_in_each_ink_and_none_has_a_name_of_its_own() -> None:
    pdf = printed(a_page(LINE)).pdf
    operations = operations_of(pdf.pages[0].Contents[-1])
    inks = [operands for operator, operands in operations if operator == "K"]
    assert [[round(sum(column), 4) > 0 for column in zip(*inks, strict=True)]] == [[True] * 4]
    assert all(sum(ink) == 1 for ink in inks)
    assert not {operator for operator, _ in operations} & {"cs", "CS", "scn", "SCN", "rg", "RG"}


@pytest.mark.parametrize(("pages", "multiple", "count"), [(1, 4, 4), (4, 4, 4), (5, 4, 8), (5, 1, 5), (5, 2, 6)])
def test_blanks_fill_the_pages_up(pages: int, multiple: int, count: int) -> None:
    pdf = printed(a_page(*[LINE] * pages), edition_for(multiple=multiple)).pdf
    assert len(pdf.pages) == count


def test_blanks_follow_the_last_page_and_have_nothing_but_marks() -> None:
    pdf = printed(a_page(*[LINE] * 5)).pdf
    assert [len(page.Contents) for page in pdf.pages] == [2, 2, 2, 2, 2, 1, 1, 1]


def test_the_same_pages_give_the_same_bytes() -> None:
    first, second = (printed(a_page(LINE, LINE)).proof.value.body for _ in range(2))
    assert first == second


def test_another_rule_of_the_printer_gives_another_id() -> None:
    made = [printed(a_page(LINE), edition_for(paper=paper)) for paper in (0.1, 0.2)]
    ids = [re.findall(rb"InstanceID>([^<]+)", one.pdf.Root.Metadata.read_bytes()) for one in made]
    assert ids[0] != ids[1]


def test_the_file_says_that_it_is_pdf_x_4_and_for_which_condition() -> None:
    made = printed(a_page(LINE))
    assert made.proof.value.body.startswith(b"%PDF-1.6")
    (intent,) = made.pdf.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "CGATS TR 001"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.read_bytes() == shipped()[1].body
    assert int(intent.DestOutputProfile.N) == 4
    packet = made.pdf.Root.Metadata.read_bytes().decode("utf-8")
    for said in ("<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdf:Trapped>False<", "<xmpMM:RenditionClass>default<"):
        assert said in packet


def test_the_two_places_that_describe_the_file_agree() -> None:
    made = printed(a_page(LINE))
    packet = made.pdf.Root.Metadata.read_bytes().decode("utf-8")
    edition = shipped()[0]
    information = made.pdf.docinfo
    assert f">{information['/Title']}<" in packet
    assert f"<pdf:Producer>{information['/Producer']}<" in packet
    assert str(information["/CreationDate"]) == f"D:{edition.brief.date:%Y%m%d}000000Z"
    assert f"<xmp:ModifyDate>{edition.revision.date.isoformat()}T00:00:00Z<" in packet
    assert "<report:medium>press<" in packet
    assert str(information["/Trapped"]) == "/False"


def test_a_press_file_encloses_nothing() -> None:
    assert printed(a_page(LINE)).proof.value.enclosures == ()


def test_a_booklet_is_a_file_for_the_press_too() -> None:
    edition = edition_for()
    rules = edition.brief.house.press
    assert rules is not None
    proof = press(paged_proof(a_page(*[LINE] * 4)), edition, rules, shipped()[1]).value
    booklets = [impose(proof, edition, rules, shipped()[1]).value for _ in range(2)]
    assert booklets[0].body == booklets[1].body
    assert booklets[0].medium == "booklet"
    with pikepdf.open(BytesIO(booklets[0].body)) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4<" in packet
        assert "<report:medium>booklet<" in packet
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/Metadata"}
