"""Pictures come to the press in inks, whatever they were: and those too coarse, or past reading, are said."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms

from tests.support.press import Printed, a_page, colours_named, edition_for, picture, printed

DRAWN = "q 0.5 0 0 0.5 10 10 cm /Im Do Q"  # half a point wide, so that a few pixels are enough
RED, GREY = b"\xff\0\0", b"\x80\x80\x80"


def printed_picture(make: Callable[[pikepdf.Pdf], Any], drawn: str = DRAWN, *, limit: int = 300) -> Printed:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        return Dictionary(XObject=Dictionary(Im=pdf.make_indirect(make(pdf))))

    return printed(a_page(drawn, resources=resources), edition_for(ink_limit=limit))


def points_of(made: Printed) -> list[tuple[int, ...]]:
    """Return the points of the picture as they are stored."""
    assert made.codes == []
    stream = made.resource("/XObject", "/Im")
    assert colours_named(made.pdf) <= {"/DeviceCMYK", "/DeviceGray"}
    assert "/Interpolate" not in stream
    body, count = stream.read_bytes(), {"/DeviceCMYK": 4, "/DeviceGray": 1}[str(stream.ColorSpace)]
    return [tuple(body[at : at + count]) for at in range(0, len(body), count)]


def is_red(point: tuple[int, ...]) -> bool:
    cyan, magenta, yellow, black = point
    return magenta > 200 and yellow > 200 and cyan < 60 and black < 60


def test_a_picture_of_the_screen_is_put_into_inks() -> None:
    made = printed_picture(lambda pdf: picture(pdf, RED * 50, (10, 5), Name.DeviceRGB, Interpolate=True))
    assert len(points := points_of(made)) == 50
    assert all(is_red(point) for point in points)


def test_its_lines_come_back_in_their_order() -> None:
    lines = b"".join(RED * 4 if line % 2 else b"\xff" * 12 for line in range(6))
    points = points_of(printed_picture(lambda pdf: picture(pdf, lines, (4, 6), Name.DeviceRGB)))
    assert [is_red(point) for point in points[::4]] == [False, True] * 3


def test_a_picture_that_is_grey_all_over_is_black_alone() -> None:
    points = points_of(printed_picture(lambda pdf: picture(pdf, GREY * 50, (10, 5), Name.DeviceRGB)))
    assert len(set(points)) == 1
    assert len(points[0]) == 1


@pytest.mark.parametrize(
    ("bits", "body"), [(1, b"\x80"), (2, b"\xc0"), (4, b"\xf0\0"), (8, b"\xff\0\0\0"), (16, b"\xff\xff" + bytes(6))]
)
def test_a_grey_picture_of_any_depth_keeps_its_lights_and_darks(bits: int, body: bytes) -> None:
    points = points_of(printed_picture(lambda pdf: picture(pdf, body * 5, (4, 5), Name.DeviceGray, bits)))
    assert points[:4] == [(255,), (0,), (0,), (0,)]


def test_sixteen_bits_of_colour_are_read_by_the_higher_eight() -> None:
    body = b"\xff\x12\0\x34\0\x56" * 50
    points = points_of(printed_picture(lambda pdf: picture(pdf, body, (10, 5), Name.DeviceRGB, 16)))
    assert is_red(points[0])


def test_a_table_of_colours_is_converted_and_its_points_stay() -> None:
    table = Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(RED + b"\xff\xff\xff")])
    made = printed_picture(lambda pdf: picture(pdf, b"\x50\0" * 2, (4, 4), table, 1))
    assert made.codes == []
    stream = made.resource("/XObject", "/Im")
    assert stream.ColorSpace[1] == Name.DeviceCMYK
    assert is_red(tuple(stream.ColorSpace[3].read_bytes()[:4]))
    assert stream.read_bytes() == b"\x50\0" * 2


def test_a_stencil_is_left_alone() -> None:
    def stencil(pdf: pikepdf.Pdf) -> Any:
        kind = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 8, "Height": 8, "ImageMask": True}
        return pdf.make_stream(b"\xaa" * 8, Dictionary(**kind, BitsPerComponent=1, Interpolate=True))

    made = printed_picture(stencil)
    assert made.codes == []
    assert made.resource("/XObject", "/Im").read_bytes() == b"\xaa" * 8


def test_a_picture_that_can_be_seen_through_keeps_its_mask() -> None:
    def veiled(pdf: pikepdf.Pdf) -> Any:
        mask = picture(pdf, b"\x7f" * 50, (10, 5), Name.DeviceGray)
        return picture(pdf, RED * 50, (10, 5), Name.DeviceRGB, SMask=mask)

    made = printed_picture(veiled)
    assert is_red(points_of(made)[0])
    assert made.resource("/XObject", "/Im").SMask.read_bytes() == b"\x7f" * 50


def test_colours_of_lab_are_those_they_say() -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=[0.9505, 1, 1.089], Range=[-100, 100, -100, 100])])
    red = bytes((round(255 * 0.5), round(255 * 0.85), round(255 * 0.75)))
    cyan, magenta, *_ = points_of(printed_picture(lambda pdf: picture(pdf, red * 50, (10, 5), lab)))[0]
    assert magenta > 180 > cyan


def test_colours_with_a_profile_of_their_own_go_through_it() -> None:
    def profiled(pdf: pikepdf.Pdf) -> Any:
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        return picture(pdf, RED * 50, (10, 5), Array([Name.ICCBased, pdf.make_stream(srgb, N=3)]))

    assert is_red(points_of(printed_picture(profiled))[0])


def test_a_profile_that_is_none_is_as_if_it_were_not_there() -> None:
    def profiled(pdf: pikepdf.Pdf) -> Any:
        return picture(pdf, RED * 50, (10, 5), Array([Name.ICCBased, pdf.make_stream(b"no profile", N=3)]))

    assert is_red(points_of(printed_picture(profiled))[0])


@pytest.mark.parametrize(("mode", "colour"), [("RGB", (255, 0, 0)), ("L", 128), ("CMYK", (0, 250, 250, 0))])
def test_a_photograph_is_unpacked(mode: str, colour: Any) -> None:
    body = BytesIO()
    Image.new(mode, (16, 16), colour).save(body, "JPEG", quality=95)
    space = {"RGB": Name.DeviceRGB, "L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}[mode]
    turned = {"Decode": Array([1, 0] * 4)} if mode == "CMYK" else {}  # Adobe's inks are stored the other way round

    def photograph(pdf: pikepdf.Pdf) -> Any:
        return picture(pdf, body.getvalue(), (16, 16), space, Filter=Name.DCTDecode, **turned)

    point = points_of(printed_picture(photograph))[0]
    assert len(point) == 1 if mode == "L" else is_red(point)


def test_no_point_has_more_ink_than_the_limit() -> None:
    made = printed_picture(lambda pdf: picture(pdf, b"\xff" * 200, (10, 5), Name.DeviceCMYK), limit=260)
    assert max(sum(point) for point in points_of(made)) <= 2.6 * 255


def test_a_decode_array_is_obeyed() -> None:
    decode = Array([1, 0, 1, 0, 1, 0])
    points = points_of(
        printed_picture(lambda pdf: picture(pdf, b"\0\xff\xff" * 50, (10, 5), Name.DeviceRGB, Decode=decode))
    )
    assert is_red(points[0])


def _broken_photograph(pdf: pikepdf.Pdf) -> Any:
    return picture(pdf, b"\xff\xd8\xff\xe0 cut", (16, 16), Name.DeviceRGB, Filter=Name.DCTDecode)


def _short(pdf: pikepdf.Pdf) -> Any:
    return picture(pdf, RED * 3, (10, 5), Name.DeviceRGB)


def _one_colour_left_out(pdf: pikepdf.Pdf) -> Any:
    return picture(pdf, RED * 50, (10, 5), Name.DeviceRGB, Mask=Array([0, 0, 0, 0, 0, 0]))


def _fax(pdf: pikepdf.Pdf) -> Any:
    return picture(pdf, b"\0\1", (10, 5), Name.DeviceGray, 1, Filter=Name.CCITTFaxDecode)


def _damaged(pdf: pikepdf.Pdf) -> Any:
    return picture(pdf, zlib.compress(RED * 50)[:5], (10, 5), Name.DeviceRGB, Filter=Name.FlateDecode)


@pytest.mark.parametrize("make", [_broken_photograph, _short, _one_colour_left_out, _fax, _damaged])
def test_what_cannot_be_read_is_said_with_its_page(make: Callable[[pikepdf.Pdf], Any]) -> None:
    (finding,) = printed_picture(make).proof.findings
    assert finding.code == "PRS-006"
    assert finding.message.startswith("page 1: a picture")


def test_a_picture_in_the_line_is_said() -> None:
    content = "BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI"
    assert printed(a_page(content)).codes == ["PRS-006"]


def test_a_coarse_picture_is_said_with_its_size_and_place() -> None:
    made = printed_picture(
        lambda pdf: picture(pdf, RED * 5000, (100, 50), Name.DeviceRGB), drawn="q 48 0 0 24 100 60 cm /Im Do Q"
    )
    (finding,) = made.proof.findings
    assert finding.code == "PRS-004"
    assert "150 to the inch" in finding.message
    assert "200 × 100 pixels" in finding.hint
    margin = float(made.pdf.pages[0].TrimBox[0])
    spot = finding.spot
    assert spot is not None
    assert (spot.left, spot.bottom) == pytest.approx((100 + margin, 60 + margin), abs=0.01)
    assert (spot.right, spot.top) == pytest.approx((148 + margin, 84 + margin), abs=0.01)


def test_a_picture_turned_on_its_side_is_measured_along_its_own_edges() -> None:
    made = printed_picture(
        lambda pdf: picture(pdf, RED * 5000, (100, 50), Name.DeviceRGB), drawn="q 0 24 -12 0 100 60 cm /Im Do Q"
    )
    assert made.codes == []
