"""What content streams draw is told with its place, colour and marks; what is odd in them is told in words."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from report.model.output import Rectangle
from report.preflight.file import Drawn, read_file
from tests.support.small_files import body_of, drawn, read_small, small_pdf


def test_text_has_its_letters_its_size_as_seen_and_its_place() -> None:
    (one,) = drawn(b"2 0 0 2 10 10 cm BT /F1 6 Tf 1 0 0 1 5 20 Tm <00010002> Tj ET")
    assert one.text == "Afi"
    assert one.size == 12
    assert one.origin == (20, 50)
    assert one.advance == pytest.approx((20 + 12 * 1.3, 50))
    assert one.place.bottom == pytest.approx(50 - 12 * 0.2)


def test_numbers_between_strings_move_text_back() -> None:
    (one,) = drawn(b"BT /F1 10 Tf [<0001> 600 <0002>] TJ ET")
    assert one.advance == pytest.approx((7, 0))


def test_numbers_around_strings_move_the_pen_and_are_no_part_of_the_text() -> None:
    one, two = drawn(b"BT /F1 10 Tf [-2000 <0001> 600 <0002> 5000] TJ [-1000 <0001>] TJ ET")
    assert (one.origin[0], one.advance[0]) == pytest.approx((20, 27))
    assert (one.place.left, one.place.right) == pytest.approx((20, 27))
    assert two.origin[0] == pytest.approx(27 - 50 + 10)


def test_ranges_of_a_map_give_letters() -> None:
    (one,) = drawn(b"BT /F1 10 Tf <001000120021> Tj ET")
    assert one.text == "acy"


def test_a_code_without_meaning_is_an_empty_text() -> None:
    (one,) = drawn(b"BT /F1 10 Tf <00010077> Tj ET")
    assert one.texts == ("A", "")


def test_text_goes_on_after_text() -> None:
    one, two = drawn(b"BT /F1 10 Tf <0001> Tj <0002> Tj ET")
    assert two.origin == pytest.approx(one.advance)


def test_places_are_counted_from_the_corner_of_the_sheet() -> None:
    (one,) = drawn(b"10 20 30 40 re f", media=(-5, -7, 200, 100))
    assert one.place == Rectangle(15, 27, 45, 67)


@pytest.mark.parametrize(
    ("content", "space", "components"),
    [
        (b"1 0 0 rg", "DeviceRGB", (1, 0, 0)),
        (b"0 0 0 1 k", "DeviceCMYK", (0, 0, 0, 1)),
        (b"0.5 g", "DeviceGray", (0.5,)),
        (b"/DeviceCMYK cs 0 1 0 0 sc", "DeviceCMYK", (0, 1, 0, 0)),
        (b"", "DeviceGray", (0,)),
    ],
)
def test_a_fill_has_its_colour(content: bytes, space: str, components: tuple[float, ...]) -> None:
    (one,) = drawn(content + b" 0 0 9 9 re f")
    assert (one.kind, one.colour.space, one.colour.components) == ("fill", space, components)


def test_a_named_colour_tells_its_colorant_and_what_it_is_made_of() -> None:
    space = Array([Name.Separation, Name("/House Red"), Name.DeviceCMYK, Dictionary()])
    (one,) = drawn(b"/Spot cs 1 scn 0 0 9 9 re f", ColorSpace={"/Spot": space})
    assert (one.colour.space, one.colour.base, one.colour.name) == ("Separation", "DeviceCMYK", "House Red")


def test_a_line_has_its_width_as_seen() -> None:
    (one,) = drawn(b".1 0 0 .1 0 0 cm 1 0 0 RG 5 w 0 0 m 100 0 l S")
    assert (one.kind, one.line) == ("stroke", 0.5)
    assert one.colour.space == "DeviceRGB"


def test_a_path_that_is_filled_and_stroked_is_drawn_twice() -> None:
    assert [one.kind for one in drawn(b"0 0 9 9 re B")] == ["fill", "stroke"]


def test_a_path_that_only_clips_is_not_drawn_and_bounds_what_follows() -> None:
    (one,) = drawn(b"0 0 5 5 re W n 0 0 9 9 re f")
    assert one.clip == Rectangle(0, 0, 5, 5)


def test_the_state_is_taken_up_again() -> None:
    one, two = drawn(b"q 1 0 0 rg 0 0 9 9 re f Q 0 0 9 9 re f")
    assert (one.colour.space, two.colour.space) == ("DeviceRGB", "DeviceGray")


def test_an_image_has_its_pixels_an_inch() -> None:
    pdf = small_pdf(b"72 0 0 36 0 0 cm /I Do")
    image = pdf.make_stream(b"\x00" * 100, Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    pdf.pages[0].Resources.XObject = Dictionary(I=image)
    (one,) = _drawn(pdf)
    assert one.picture is not None
    assert (one.kind, one.picture.ppi, one.picture.colour.space) == ("image", 10, "DeviceGray")


def test_an_image_in_the_stream_is_one_too() -> None:
    (one,) = drawn(
        b"72 0 0 72 0 0 cm BI /W 2 /H 2 /CS /RGB /BPC 8 ID \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00 EI"
    )
    assert one.picture is not None
    assert (one.picture.width, one.colour.space) == (2, "DeviceRGB")


def test_a_form_is_drawn_where_its_matrix_puts_it() -> None:
    pdf = small_pdf(b"1 0 0 1 10 0 cm /X Do")
    form = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Matrix = Array([2, 0, 0, 2, 0, 0])
    pdf.pages[0].Resources.XObject = Dictionary(X=form)
    (one,) = _drawn(pdf)
    assert (one.place, one.forms) == (Rectangle(10, 0, 28, 18), ("X",))


def test_what_a_pattern_is_made_of_is_drawn_as_well() -> None:
    pdf = small_pdf(b"/Pattern cs /P scn 0 0 9 9 re f")
    pattern = pdf.make_stream(b"1 0 0 rg 0 0 1 1 re f", PatternType=1, PaintType=1, BBox=Array([0, 0, 2, 2]))
    pdf.pages[0].Resources.Pattern = Dictionary(P=pattern)
    assert [(one.colour.space, one.forms) for one in _drawn(pdf)] == [("Pattern", ()), ("DeviceRGB", ("P",))]


def test_marks_stand_around_what_is_drawn() -> None:
    marked = b"/P <</MCID 3 /Lang (de)>> BDC /Span <</ActualText (x)>> BDC 0 0 9 9 re f EMC EMC 0 0 9 9 re f"
    one, two = drawn(marked)
    assert (one.mcid, one.marks[0].language, one.marks[1].said) == (3, "de", "x")
    assert (two.mcid, two.marks) == (-1, ())


def test_properties_may_stand_among_the_resources() -> None:
    (one,) = drawn(b"/P /M BDC 0 0 9 9 re f EMC", Properties={"/M": Dictionary(MCID=7)})
    assert one.mcid == 7


def test_an_artifact_says_of_which_type() -> None:
    (one,) = drawn(b"/Artifact <</Type /Pagination /Subtype /Header>> BDC 0 0 9 9 re f EMC")
    assert one.is_artifact
    assert (one.marks[0].artifact, one.marks[0].part) == ("Pagination", "Header")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"1 2 nonsense", "is no operator"),
        (b"Q", "more often than saved"),
        (b"q", "never restored"),
        (b"EMC", "did not begin"),
        (b"/P BMC", "not closed"),
        (b"(a) 1 rg", "cannot have"),
        (b"1 rg", ""),
        (b"/None gs", "not among the resources"),
        (b"/None cs 0 0 9 9 re f", "not among the resources"),
        (b"/None Do", "not among the resources"),
        (b"BT (a) Tj ET", "without a font"),
        (b"0 0 9 re f", "cannot have"),
        (b"/x cm", "cannot have"),
        (b"q " * 5000 + b"Q " * 5000, "too often"),
        (b"1 0 0 1 0 0 0 0 cm", "cannot have"),
        (b"\x80\xff<<[", ""),
    ],
)
def test_a_fault_is_told_and_reading_goes_on(content: bytes, fault: str) -> None:
    page = read_small(content + b" \n").pages[0]
    assert not fault or any(fault in one for one in page.faults), page.faults


def test_a_form_that_draws_itself_is_read_once() -> None:
    pdf = small_pdf(b"/X Do")
    form = pdf.make_stream(b"0 0 9 9 re f /X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    pdf.pages[0].Resources.XObject = Dictionary(X=form)
    page = read_file(body_of(pdf)).pages[0]
    assert len(page.drawn) == 1
    assert any("draws itself" in fault for fault in page.faults)


def test_forms_that_double_at_every_step_are_not_read_to_their_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report.preflight.file.content._MOST_STEPS", 1000)
    pdf = small_pdf(b"/X0 Do")
    deeper: Stream | None = None
    for _ in range(12):
        form = pdf.make_stream(b"/X Do /X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        form.Resources = Dictionary(XObject=Dictionary(X=deeper)) if deeper is not None else Dictionary()
        deeper = form
    pdf.pages[0].Resources.XObject = Dictionary(X0=deeper)
    page = read_file(body_of(pdf)).pages[0]
    assert any("more operators" in fault for fault in page.faults)


def _drawn(pdf: Pdf) -> tuple[Drawn, ...]:
    return read_file(body_of(pdf)).pages[0].drawn
