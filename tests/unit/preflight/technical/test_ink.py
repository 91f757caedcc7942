"""The ink of pictures: of every pixel, also of one that a mask hides in part."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from report.preflight.technical.ink import most_ink

HEAVY, LIGHT = b"\xff\xff\xff\xff", b"\x00\x00\x00\x80"


def picture(pdf: pikepdf.Pdf, pixels: bytes) -> pikepdf.Stream:
    return pdf.make_stream(
        pixels,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=2,
        Height=1,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK,
    )


@pytest.mark.parametrize(("pixels", "per_cent"), [(LIGHT + HEAVY, 400), (LIGHT + LIGHT, 50)])
@pytest.mark.parametrize("is_masked", [False, True])
def test_it_is_that_of_the_heaviest_pixel(pixels: bytes, per_cent: int, is_masked: bool) -> None:
    with pikepdf.new() as pdf:
        stream = picture(pdf, pixels)
        if is_masked:
            stream.SMask = pdf.make_stream(
                b"\x80\xff",
                Dictionary(
                    Type=Name.XObject,
                    Subtype=Name.Image,
                    Width=2,
                    Height=1,
                    BitsPerComponent=8,
                    ColorSpace=Name.DeviceGray,
                ),
            )
        assert most_ink(stream) == pytest.approx(per_cent, abs=3)


def test_a_table_of_colours_is_asked_for_all_of_them() -> None:
    with pikepdf.new() as pdf:
        stream = picture(pdf, b"\x00\x00")
        stream.ColorSpace = Array([Name.Indexed, Name.DeviceCMYK, 1, pikepdf.String(LIGHT + HEAVY)])
        assert most_ink(stream) == pytest.approx(400, abs=1)
