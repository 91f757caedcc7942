"""Content is written anew in process colour: no other colour is left, nor a tag, nor a line too thin to print."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from report.model.output import Inks
from tests.support.press import a_page, colours_named, operations_of, printed

BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
SQUARE = "10 10 50 50 re f"


def inks_of(content: str, **spaces: object) -> list[tuple[str, tuple[float, ...]]]:
    """Return the colours that a page sets, after the black that it begins with."""

    def resources(_pdf: pikepdf.Pdf) -> Dictionary:
        return Dictionary(ColorSpace=Dictionary({f"/{name}": space for name, space in spaces.items()}))

    made = printed(a_page(content, resources=resources))
    assert made.codes == []
    assert colours_named(made.pdf) <= {"/DeviceCMYK", "/DeviceGray"}
    setting = {"k", "K", "g", "G", "rg", "RG", "sc", "SC", "scn", "SCN", "cs", "CS"}
    return [one for one in made.operations if one[0] in setting][2:]


def test_a_page_begins_in_black_ink_that_overprints() -> None:
    made = printed(a_page(SQUARE))
    assert [one for one in made.operations if one[0] in "kK"] == [("k", BLACK), ("K", BLACK)]
    assert made.resource("/ExtGState", "/PressOver11").OPM == 1


def test_a_partner_is_taken_for_its_colour() -> None:
    inks = (((150, 54, 15), (0.0, 0.8, 0.95, 0.45)),)
    made = printed(a_page(f"0.588235 0.211765 0.058824 rg {SQUARE}"), inks=inks)
    assert ("k", (0.0, 0.8, 0.95, 0.45)) in made.operations


@pytest.mark.parametrize("colour", ["0.5 g", "0.5 0.5 0.5 rg", "0 0 0 0.5 k"])
def test_a_grey_is_printed_in_black_alone(colour: str) -> None:
    ((operator, inks),) = inks_of(f"{colour} {SQUARE}")
    assert operator == "k"
    assert inks[:3] == (0, 0, 0)
    assert 0.3 < inks[3] < 0.8


def test_strokes_have_inks_of_their_own() -> None:
    assert inks_of("0 0 1 RG 10 10 m 50 50 l S")[0][0] == "K"


def test_inks_stay_as_they_are() -> None:
    assert inks_of(f"0.1 0.2 0.3 0.4 k {SQUARE}") == [("k", (0.1, 0.2, 0.3, 0.4))]


def test_inks_over_the_limit_are_made_fewer() -> None:
    ((_, inks),) = inks_of(f"1 1 1 1 k {SQUARE}")
    assert sum(inks) <= 3


def test_a_colour_of_lab_is_converted() -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=[0.9505, 1, 1.089], Range=[-128, 127, -128, 127])])
    found = inks_of(f"/Own cs 50 70 40 sc {SQUARE}", Own=lab)
    assert found[-1][1][1] > 0.7


def test_a_named_ink_is_converted_by_its_tint() -> None:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.5, 1, 0], N=1)
    spot = Array([Name.Separation, Name("/HouseOrange"), Name.DeviceCMYK, tint])
    assert inks_of(f"/Own cs 0.5 scn {SQUARE}", Own=spot)[-1] == ("k", (0, 0.25, 0.5, 0))


def test_a_table_of_colours_is_converted() -> None:
    table = Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\xff\xff\xff\x00\x00\x00")])
    assert inks_of(f"/Own cs 1 sc {SQUARE}", Own=table)[-1] == ("k", BLACK)


def test_several_named_inks_together_are_said_and_not_left() -> None:
    many = Array([Name.DeviceN, Array([Name.One, Name.Two]), Name.DeviceCMYK, Dictionary(FunctionType=4)])
    made = printed(a_page(f"/Own cs 1 1 scn {SQUARE}", resources=lambda _: Dictionary(ColorSpace=Dictionary(Own=many))))
    (finding,) = made.proof.findings
    assert finding.code == "PRS-006"
    assert finding.spot is not None
    assert finding.spot.page == 1


@pytest.mark.parametrize("content", ["/Gone gs", "/Gone Do", "/Gone sh", "/Pattern cs /Gone scn"])
def test_what_the_file_does_not_hold_is_said(content: str) -> None:
    assert printed(a_page(content)).codes == ["PRS-006"]


def test_black_overprints_and_nothing_else_does() -> None:
    made = printed(a_page(f"0 0 0 rg {SQUARE} 1 1 1 rg {SQUARE} 0 0 0 rg {SQUARE}"))
    states = [operands[0] for operator, operands in made.operations if operator == "gs"]
    assert states[-2:] == ["/PressOver01", "/PressOver11"]
    assert made.resource("/ExtGState", "/PressOver01").op is False


def test_overprint_comes_back_with_the_colour() -> None:
    made = printed(a_page(f"q 1 1 1 rg {SQUARE} Q {SQUARE} q 1 1 1 rg {SQUARE} Q"))
    assert [operands[0] for operator, operands in made.operations if operator == "gs"].count("/PressOver01") == 2


def test_tags_go_and_words_that_stand_for_others_stay() -> None:
    content = "/P <</MCID 0>> BDC /Span <</ActualText (whole) /MCID 1>> BDC 0 0 m EMC n EMC /Artifact BMC EMC"
    made = printed(a_page(content))
    marked = [one for one in made.operations if one[0] in {"BDC", "BMC", "EMC"}]
    assert [operator for operator, _ in marked] == ["BDC", "EMC"]
    contents = made.pdf.pages[0].Contents[0].read_bytes()
    assert b"/ActualText (whole)" in contents
    assert b"MCID" not in contents


def test_marked_content_with_words_keeps_its_name() -> None:
    made = printed(a_page("/Turned <</ActualText (whole)>> BDC 0 0 m n EMC"))
    assert [operands[0] for operator, operands in made.operations if operator == "BDC"] == ["/Turned"]


def test_what_only_readers_need_goes() -> None:
    with pikepdf.open(BytesIO(a_page("q Q"))) as pdf:
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])])
        pdf.pages[0].StructParents = 0
        pdf.attachments["note.txt"] = b"hidden"
        body = BytesIO()
        pdf.save(body)
    made = printed(body.getvalue())
    assert set(made.pdf.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/Metadata"}
    assert not {"/Annots", "/StructParents", "/Tabs"}.intersection(made.pdf.pages[0].keys())
    assert b"alert" not in made.proof.value.body


@pytest.mark.parametrize(
    ("content", "width"),
    [
        ("0.1 w 10 10 m 50 10 l S", 0.25),
        ("0 w 10 10 m 50 10 l S", 0.25),
        ("0.5 0 0 0.5 0 0 cm 0.3 w 0 0 m 9 9 l S", 0.5),
    ],
)
def test_a_stroke_is_no_thinner_than_a_hairline(content: str, width: float) -> None:
    operations = printed(a_page(content)).operations
    before_path = next(at for at, one in enumerate(operations) if one[0] == "m")
    assert operations[before_path - 1] == ("w", (width,))


def test_a_stroke_that_is_thick_enough_stays() -> None:
    assert ("w", (0.4,)) in printed(a_page("0.4 w 10 10 m 50 10 l S")).operations


def test_a_filled_sliver_is_made_a_hairline_about_its_middle() -> None:
    rectangle = next(
        operands for operator, operands in printed(a_page("10 10 50 0.1 re f")).operations[6:] if operator == "re"
    )
    assert rectangle == pytest.approx((10, 9.925, 50, 0.25))


def test_a_sliver_that_clips_is_made_a_hairline_too() -> None:
    content = "10 10 m 60 10 l 60 10.1 l 10 10.1 l W n 0 0 99 99 re f"
    heights = [operands[1] for operator, operands in printed(a_page(content)).operations if operator in "ml"]
    assert max(heights) - min(heights) == pytest.approx(0.25)


def test_a_form_does_not_cut_its_sliver_thinner_than_a_hairline() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        box = Array([10, 10, 60, 10.1])
        form = pdf.make_stream(b"10 10 50 0.1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=box)
        return Dictionary(XObject=Dictionary(F=form))

    made = printed(a_page("0.5 0 0 0.5 0 0 cm /F Do", resources=resources))
    left, bottom, right, top = (float(value) for value in made.resource("/XObject", "/F").BBox)
    assert (left, right) == (10, 60)
    assert (top - bottom) * 0.5 == pytest.approx(0.25)
    assert (top + bottom) / 2 == pytest.approx(10.05)


def test_letters_that_are_too_small_are_said_with_their_place() -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made = printed(
        a_page(
            "BT /F 9 Tf 0.5 0 0 0.5 20 30 Tm (small) Tj ET",
            resources=lambda _: Dictionary(Font=Dictionary(F=font)),
        )
    )
    (finding,) = made.proof.findings
    assert finding.code == "PRS-005"
    assert "4.50 points" in finding.message
    assert finding.spot is not None
    assert finding.spot.left == pytest.approx(20 + 10 / 25.4 * 72, abs=0.01)


def test_letters_that_cannot_be_seen_are_no_matter() -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    content = "BT 3 Tr /F 2 Tf (hidden) Tj ET"
    assert printed(a_page(content, resources=lambda _: Dictionary(Font=Dictionary(F=font)))).codes == []


def test_a_gradient_keeps_its_shape_and_changes_its_colours() -> None:
    made = printed(a_page("/S sh", resources=_gradient))
    shading = made.resource("/Shading", "/S")
    assert shading.ColorSpace == Name.DeviceCMYK
    assert list(shading.Coords) == [0, 0, 100, 0]
    first, last = shading.Function.Functions
    assert [float(ink) for ink in first.C0] == [0, 0, 0, 0]
    assert [float(ink) for ink in last.C1] == [0, 0, 0, 1]


def test_a_gradient_shared_by_two_pages_is_converted_once() -> None:
    made = printed(a_page("/S sh", "/S sh", resources=_gradient))
    assert made.codes == []
    assert float(made.pdf.pages[1].Resources.Shading.S.Function.Functions[1].C1[3]) == 1


def test_a_gradient_of_patches_is_said() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        mesh = pdf.make_stream(b"\0" * 40, ShadingType=7, ColorSpace=Name.DeviceRGB)
        return Dictionary(Shading=Dictionary(S=mesh))

    assert printed(a_page("/S sh", resources=resources)).codes == ["PRS-006"]


def test_forms_patterns_and_drawn_letters_are_written_anew() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        box = Array([0, 0, 9, 9])
        form = pdf.make_stream(
            b"1 0 0 rg 0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form, BBox=box, Group=group, StructParents=3
        )
        tile = pdf.make_stream(
            b"0 1 0 rg 0 0 5 5 re f",
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=box,
            XStep=9,
            YStep=9,
            Resources=Dictionary(),
        )
        letter = pdf.make_stream(b"9 0 d0 0 0 1 rg 0 0 5 5 re f")
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=box,
            FontMatrix=[1, 0, 0, 1, 0, 0],
            CharProcs=Dictionary(a=letter),
            Encoding=Dictionary(Differences=[97, Name.a]),
            FirstChar=97,
            LastChar=97,
            Widths=[9],
        )
        kinds = {"XObject": Dictionary(F=form), "Pattern": Dictionary(P=tile), "Font": Dictionary(T=font)}
        return Dictionary(**kinds)

    made = printed(a_page("/F Do /Pattern cs /P scn 0 0 99 99 re f BT /T 9 Tf (a) Tj ET", resources=resources))
    assert made.codes == []
    form = made.resource("/XObject", "/F")
    assert Name.DeviceCMYK == form.Group.CS
    assert "/StructParents" not in form
    letter = made.resource("/Font", "/T").CharProcs["/a"]
    for stream in (form, made.resource("/Pattern", "/P"), letter):
        assert {operator for operator, _ in operations_of(stream)} & {"rg", "k"} == {"k"}


def test_a_stencil_takes_its_colour_in_inks() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        tile = pdf.make_stream(
            b"0 0 5 5 re f",
            PatternType=1,
            PaintType=2,
            TilingType=1,
            BBox=Array([0, 0, 9, 9]),
            XStep=9,
            YStep=9,
            Resources=Dictionary(),
        )
        spaces = Dictionary(Under=Array([Name.Pattern, Name.DeviceRGB]))
        return Dictionary(Pattern=Dictionary(P=tile), ColorSpace=spaces)

    made = printed(a_page("/Under cs 0 0 0 /P scn 0 0 99 99 re f", resources=resources))
    assert ("scn", (*BLACK, "/P")) in made.operations
    assert colours_named(made.pdf) == {"/DeviceCMYK"}


def test_a_mask_keeps_its_lightness() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        shading = Dictionary(
            ShadingType=2,
            ColorSpace=Name.DeviceGray,
            Coords=[0, 0, 100, 0],
            Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1),
        )
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        mask = pdf.make_stream(
            b"1 1 1 rg 0 0 9 9 re f /M sh",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 99, 99]),
            Group=group,
            Resources=Dictionary(Shading=Dictionary(M=shading)),
        )
        state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask), TR=Name.Identity, OPM=1, OP=True)
        return Dictionary(ExtGState=Dictionary(G=state))

    made = printed(a_page(f"/G gs 1 0 0 rg {SQUARE}", resources=resources))
    state = made.resource("/ExtGState", "/G")
    assert not {"/TR", "/OP", "/OPM"}.intersection(state.keys())
    assert Name.DeviceGray == state.SMask.G.Group.CS
    assert operations_of(state.SMask.G)[0] == ("g", (1.0,))
    assert list(state.SMask.G.Resources.Shading.M.Function.C0) == [1]


def _gradient(_pdf: pikepdf.Pdf) -> Dictionary:
    steps = [
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1),
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 0], N=1),
    ]
    function = Dictionary(FunctionType=3, Domain=[0, 1], Functions=Array(steps), Bounds=[0.5], Encode=[0, 1, 0, 1])
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 100, 0], Function=function)
    return Dictionary(Shading=Dictionary(S=shading))
