"""Ghostscript and MuPDF find no colour outside the process set in what goes to the press, nor too much ink."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import yaml
from PIL import Image, ImageChops

from tests.support.renderers import (
    by_ghostscript,
    by_ghostscript_with_another_rgb,
    by_mupdf,
    colour_spaces,
    difference,
    inside_box,
    page_boxes,
    spot_plates,
)
from tests.support.shipped import BRIEFS, LOCALES, ROOT

pytestmark = pytest.mark.slow
Made = Callable[[str, str, str], Path]
PROCESS_SPACES = {"DeviceGray", "DeviceCMYK", "Indexed(DeviceGray)", "Indexed(DeviceCMYK)"}
RESOLUTION = 60
ENDINGS = ("press.pdf", "booklet.pdf")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("slug", BRIEFS)
class TestEveryFileForThePress:
    def test_mupdf_paints_in_process_colours_alone(self, made: Made, slug: str, locale: str, ending: str) -> None:
        assert colour_spaces(made(slug, locale, ending)) - PROCESS_SPACES == set()

    def test_ghostscript_makes_no_plate_beside_the_four(self, made: Made, slug: str, locale: str, ending: str) -> None:
        assert spot_plates(made(slug, locale, ending)) == set()

    def test_nothing_hangs_on_what_rgb_means(self, made: Made, slug: str, locale: str, ending: str) -> None:
        assert pages_that_hang_on_rgb(made(slug, locale, ending)) == []

    def test_no_spot_of_a_page_takes_more_ink_than_the_house_allows(
        self, made: Made, slug: str, locale: str, ending: str
    ) -> None:
        limit = yaml.safe_load((ROOT / "content/house.yaml").read_text(encoding="utf-8"))["press"].get("ink-limit", 300)
        assert most_ink(made(slug, locale, ending)) <= limit + 2  # what rounding the four plates may add

    def test_both_draw_the_same_pages(self, made: Made, slug: str, locale: str, ending: str) -> None:
        path = made(slug, locale, ending)
        drawn = zip(within_the_bleed(path, by_ghostscript), within_the_bleed(path, by_mupdf), strict=True)
        assert [number for number, pair in enumerate(drawn, 1) if difference(*pair, RESOLUTION) > 0.1] == []


# Content of a page, its resources, and what is noticed: a colour space, a plate, or that RGB matters.
RED = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
PINK = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 1], N=1)
WHITE_POINT = pikepdf.Dictionary(WhitePoint=[0.9642, 1, 0.8249])
HOUSE_RED = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.HouseRed, pikepdf.Name.DeviceCMYK, RED])
LAB = pikepdf.Array([pikepdf.Name.Lab, WHITE_POINT])
SHADE = pikepdf.Dictionary(ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB, Coords=[0, 0, 99, 99], Function=PINK)
STRAYS = {
    "RGB": (b"1 0 0 rg 9 9 60 60 re f", {}, {"DeviceRGB", "RGB on pages [1]"}),
    "black in RGB": (b"0 0 0 rg 9 9 60 60 re f", {}, {"DeviceRGB"}),
    "a stroke in RGB": (b"0 1 0 RG 9 w 9 9 60 60 re S", {}, {"DeviceRGB", "RGB on pages [1]"}),
    "an inline picture in RGB": (
        b"q 60 0 0 60 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID \xff\x20\x80 EI Q",
        {},
        {"DeviceRGB", "RGB on pages [1]"},
    ),
    "a shade in RGB": (b"/A sh", {"Shading": {"A": SHADE}}, {"DeviceRGB", "RGB on pages [1]"}),
    "a colour of the house": (
        b"/A cs 1 scn 9 9 60 60 re f",
        {"ColorSpace": {"A": HOUSE_RED}},
        {"Separation(DeviceCMYK,HouseRed)", "HouseRed"},
    ),
    "a colour by eye": (b"/A cs 50 40 40 sc 9 9 60 60 re f", {"ColorSpace": {"A": LAB}}, {"Lab"}),
}


@pytest.mark.parametrize("name", STRAYS)
def test_a_stray_colour_is_noticed(tmp_path: Path, name: str) -> None:
    content, resources, noticed = STRAYS[name]
    path = page_of(tmp_path, content, resources)
    found = (colour_spaces(path) - PROCESS_SPACES) | spot_plates(path)
    found |= {f"RGB on pages {pages}" for pages in [pages_that_hang_on_rgb(path)] if pages}
    assert found == noticed


def test_process_colours_are_not_strays(tmp_path: Path) -> None:
    path = page_of(tmp_path, b"0.2 0.9 0 0.1 k 9 9 60 60 re f 0.5 g 20 20 9 9 re f", {})
    assert colour_spaces(path) == {"DeviceCMYK", "DeviceGray"}
    assert (spot_plates(path), pages_that_hang_on_rgb(path)) == (set(), [])
    assert most_ink(path) == pytest.approx(120, abs=2)


def test_pages_that_differ_are_told_apart(tmp_path: Path) -> None:
    one = page_of(tmp_path, b"0 0 0 1 k 9 9 60 60 re f", {})
    (here,) = by_ghostscript(one, RESOLUTION)
    (there,) = by_mupdf(one, RESOLUTION)
    assert difference(here, there, RESOLUTION) < 0.1
    (other,) = by_mupdf(page_of(tmp_path, b"0 0 0 1 k 9 9 60 60 re f 80 80 9 9 re f", {}), RESOLUTION)
    assert difference(here, other, RESOLUTION) > 0.1


def pages_that_hang_on_rgb(path: Path) -> list[int]:
    """Return the numbers of the pages that Ghostscript draws otherwise when RGB means other colours."""
    pairs = zip(by_ghostscript(path, 36), by_ghostscript_with_another_rgb(path, 36), strict=True)
    return [number for number, pair in enumerate(pairs, 1) if ImageChops.difference(*pair).getbbox()]


def most_ink(path: Path) -> float:
    """Return the most ink on any spot within the bleed, all four plates together, in per cent; marks take all of it."""
    return max(_most_ink_of(page) for page in within_the_bleed(path, by_ghostscript))


def _most_ink_of(page: Image.Image) -> float:
    cyan, magenta, yellow, black = page.split()
    together = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    return together.getextrema()[1] * 4 / 255 * 100


def within_the_bleed(path: Path, draw: Callable[[Path, int], list[Image.Image]]) -> list[Image.Image]:
    """Return the pages as they are drawn, without the marks around them."""
    drawn = zip(draw(path, RESOLUTION), page_boxes(path), strict=True)
    return [inside_box(page, boxes.get("BleedBox", boxes["MediaBox"]), boxes["MediaBox"]) for page, boxes in drawn]


def page_of(folder: Path, content: bytes, resources: dict[str, object]) -> Path:
    """Write a small page of this content, and return where."""
    path = folder / "small.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(120, 120))
        page.obj.Contents = pdf.make_stream(content)
        page.obj.Resources = pikepdf.Dictionary({f"/{kind}": _named(those) for kind, those in resources.items()})
        pdf.save(path)
    return path


def _named(those: object) -> pikepdf.Dictionary:
    assert isinstance(those, dict)
    return pikepdf.Dictionary({f"/{name}": one for name, one in those.items()})
