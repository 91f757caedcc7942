"""Another house changes colours, faces, sheet and columns by its house.yaml alone: nothing is hard-wired."""

from __future__ import annotations

import re
import shutil
import zlib
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml

from report.cli import main

PROJECT = Path(__file__).resolve().parents[2]
ACCENT = "#7a1f6b"
DESIGN = {
    "faces": {"text": "Alegreya Sans", "display": "Lato"},
    "tokens": {
        "accent": ACCENT,
        "accent-cmyk": "device-cmyk(.3 .95 0 .3)",
        "house": "#1d3f8a",
        "house-cmyk": "device-cmyk(.95 .8 0 .1)",
        "sheet-width": "176mm",
        "sheet-height": "250mm",
        "columns": "1",
        "sheet-lines": "42",
    },
}
POINTS_PER_MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen as the other house publishes it, from the same templates and sheets; its faces have Latin alone."""
    project = tmp_path_factory.mktemp("house")
    for name in ("content", "templates", "styles"):
        shutil.copytree(PROJECT / name, project / name)
    path = project / "content" / "house.yaml"
    house = yaml.safe_load(path.read_text(encoding="utf-8")) | {"publisher": "Second Press", "design": DESIGN}
    house["press"] |= {"resolution": 150, "bleed": 5}  # in one column the picture is printed larger
    path.write_text(yaml.safe_dump(house, allow_unicode=True, width=1000), encoding="utf-8")
    assert main(["build", "specimen", "--locale", "en-GB", "--project", str(project)]) == 0
    return project / "dist" / "specimen" / "en-GB"


def test_only_its_own_faces_are_in_the_file(edition: Path) -> None:
    names = set(re.findall(rb"/FontName /[A-Z]{6}\+([\w-]+)", _objects(edition / "specimen.en-GB.pdf")))
    families = {name.decode().split("-")[0] for name in names}
    assert families == {"Alegreya", "Lato"}


def test_the_page_has_its_size(edition: Path) -> None:
    width, height = pypdfium2.PdfDocument(edition / "specimen.en-GB.pdf")[0].get_size()
    assert width == pytest.approx(176 * POINTS_PER_MILLIMETRE, abs=0.01)
    assert height == pytest.approx(250 * POINTS_PER_MILLIMETRE, abs=0.01)


def test_text_runs_in_one_column(edition: Path) -> None:
    document = pypdfium2.PdfDocument(edition / "specimen.en-GB.pdf")
    text = document[0].get_textpage()
    searcher = text.search("Harrowmouth is an invented town")
    index, _ = searcher.get_next()
    line = text.get_text_bounded(*_line_of(text, index))
    assert len(line.split()) > 12


def test_its_colour_is_in_both_media_and_the_first_house_is_in_neither(edition: Path) -> None:
    page = (edition / "specimen.en-GB.html").read_text(encoding="utf-8")
    assert ACCENT in page
    assert "Second Press" in page
    assert "Example Institute" not in re.sub(r"(?s)<head>.*?</head>", "", page).replace("Example Institute. The", "")
    red, green, blue = (int(ACCENT[start : start + 2], 16) / 255 for start in (1, 3, 5))
    colours = set(re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg", _objects(edition / "specimen.en-GB.pdf")))
    assert any((float(r), float(g), float(b)) == pytest.approx((red, green, blue), abs=0.001) for r, g, b in colours)


def test_its_bleed_and_its_inks_are_in_the_file_for_the_press(edition: Path) -> None:
    with pikepdf.open(edition / "specimen.en-GB.press.pdf") as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(value) for value in page.BleedBox)
            assert right - left == pytest.approx((176 + 10) * POINTS_PER_MILLIMETRE, abs=0.01)
            assert top - bottom == pytest.approx((250 + 10) * POINTS_PER_MILLIMETRE, abs=0.01)
        contents = b"".join(page.Contents[0].read_bytes() for page in pdf.pages)
    assert b".3 .95 0 .3 k" in contents.replace(b"0.", b".")
    assert b".6 0 .2 .75 k" not in contents.replace(b"0.", b".")


def _line_of(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Return the box of the whole line that a character stands in: left, bottom, right, top."""
    _, bottom, _, top = text.get_charbox(index, loose=True)
    return 0, bottom, 1000, top


def _objects(path: Path) -> bytes:
    """Return the file with its compressed streams unpacked."""
    body = path.read_bytes()

    def unpacked(found: re.Match[bytes]) -> bytes:
        try:
            return zlib.decompress(found[1])
        except zlib.error:
            return found[0]

    return re.sub(rb"(?s)stream\r?\n(.*?)endstream", unpacked, body)
