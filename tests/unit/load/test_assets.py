"""Figures are measured from their headers; damaged, turned and unsafe ones are refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from report.findings import Checked, Mark
from report.load.assets import read_picture
from report.model.blocks import Picture

NAMED = Mark("section.yaml", 7, 13)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {0}>{1}</svg>'


def read(root: Path, name: str, body: bytes) -> Checked[Picture | None]:
    (root / name).write_bytes(body)
    read = read_picture(root, name, NAMED)
    return Checked(read.value.picture if read.value else None, read.findings)


def bitmap(form: str, mode: str = "RGB", **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (31, 17), "teal" if mode == "RGB" else 0).save(stream, form, **options)
    return stream.getvalue()


def drawing(root: Path, inside: str, attributes: str = 'viewBox="0 0 48 20"') -> Checked[Picture | None]:
    return read(root, "drawing.svg", SVG.format(attributes, inside).encode())


@pytest.mark.parametrize(
    ("name", "body"),
    [("a.png", bitmap("PNG")), ("a.jpg", bitmap("JPEG")), ("a.jpeg", bitmap("JPEG", progressive=True))],
    ids=["png", "jpeg", "progressive"],
)
def test_bitmaps_are_measured(tmp_path: Path, name: str, body: bytes) -> None:
    picture = read(tmp_path, name, body).value
    assert picture
    assert (picture.width, picture.height) == (31, 17)


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return bitmap("JPEG", exif=exif)


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.png", b"GIF89a", "is no PNG file inside"),
        ("a.png", bitmap("PNG")[:-20], "is cut short"),
        ("a.png", bitmap("PNG").replace(b"\0\0\0\x1f", b"\0\0\0\x2f", 1), "is damaged"),
        ("a.jpg", bitmap("PNG"), "is no JPEG file inside"),
        ("a.jpg", bitmap("JPEG")[:-80], "is cut short"),
        ("a.jpg", turned(), "turn the picture itself"),
        ("a.jpg", bitmap("JPEG", mode="CMYK"), "in the inks of a press"),
        ("a.png", bitmap("PNG", mode="I;16"), "greys of 16 bits"),
    ],
    ids=["other", "cut", "damaged", "disguised", "cut-jpeg", "turned", "inks", "deep-grey"],
)
def test_bitmaps_that_cannot_be_used_are_refused(tmp_path: Path, name: str, body: bytes, words: str) -> None:
    (finding,) = read(tmp_path, name, body).findings
    assert (finding.code, finding.mark) == ("LOD-010", NAMED)
    assert words in finding.message


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 48 20"', (48, 20)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="72pt" height="8"', (96, 8)),
    ],
)
def test_drawings_are_measured_in_css_pixels(tmp_path: Path, attributes: str, size: tuple[float, float]) -> None:
    picture = drawing(tmp_path, "", attributes).value
    assert picture
    assert (picture.width, picture.height) == pytest.approx(size)


def test_the_words_drawn_are_taken_down_in_order(tmp_path: Path) -> None:
    unseen = "<title>Not drawn</title><defs><text>Nor this</text></defs>"
    inside = f"{unseen}<text>High <tspan>water</tspan></text><text>2019</text>"
    picture = drawing(tmp_path, inside).value
    assert picture
    assert picture.texts == picture.wording == ("", "High water", "2019")


def test_the_lines_of_a_text_are_words_apart_and_a_raised_figure_is_not(tmp_path: Path) -> None:
    inside = (
        '<text><tspan x="1">Sea</tspan><tspan x="1" dy="9">bed</tspan></text><text>m<tspan dy="-2">2</tspan></text>'
    )
    picture = drawing(tmp_path, inside).value
    assert picture
    assert picture.texts == ("Sea bed", "m2")


def test_every_text_has_the_place_where_its_words_begin(tmp_path: Path) -> None:
    body = SVG.format('viewBox="0 0 1 1"', "\n <text x='1'>\n   Прилив</text>\n<text/>").encode()
    (tmp_path / "drawing.svg").write_bytes(body)
    pictured = read_picture(tmp_path, "drawing.svg", NAMED).value
    assert pictured
    assert [(one.text, str(one.mark)) for one in pictured.texts] == [
        ("Прилив", "drawing.svg:3:4"),
        ("", "drawing.svg:4:8"),
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<path onclick="x()"/>',
        '<image href="a.png"/>',
        '<use href="other.svg#a"/>',
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://example.org/a.svg#b"/>',
        '<path style="fill: url(https://example.org/a)"/>',
        "<style>@import 'a.css';</style>",
        "<style>path { fill: url(\n'a.svg') }</style>",
        "<foreignObject/>",
        '<rect><animate attributeName="x"/></rect>',
        '<div xmlns="http://www.w3.org/1999/xhtml"/>',
        "<?xml-stylesheet href='a.css'?>",
    ],
)
def test_drawings_that_run_move_or_fetch_are_refused(tmp_path: Path, inside: str) -> None:
    checked = drawing(tmp_path, inside)
    assert checked.value is None
    assert {finding.code for finding in checked.findings} == {"LOD-011"}
    assert checked.findings[0].mark.path == "drawing.svg"


def test_a_document_type_is_refused_before_its_entities_are_read(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("", "<text>&b;</text>")
    (finding,) = read(tmp_path, "drawing.svg", bomb.encode()).findings
    assert (finding.code, finding.mark.line) == ("LOD-011", 1)


def test_references_inside_the_drawing_are_fine(tmp_path: Path) -> None:
    inside = '<defs><path id="a" d="M0 0"/></defs><use href="#a"/><path clip-path="url(#a)" style="fill: url(#a)"/>'
    assert drawing(tmp_path, inside).findings == ()


@pytest.mark.parametrize(
    ("inside", "attributes"), [("<path>", 'viewBox="0 0 1 1"'), ("", ""), ("words", 'viewBox="0 0 1 1"')]
)
def test_drawings_that_cannot_be_read_are_refused(tmp_path: Path, inside: str, attributes: str) -> None:
    checked = drawing(tmp_path, inside, attributes)
    assert [finding.code for finding in checked.findings] == ["LOD-010"]
