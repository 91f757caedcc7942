"""The shipped editions as press files and booklets: the words of the PDF for readers, and four plates."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from report import production
from report.desk import Desk
from report.order import Order
from report.press import impose, press
from report.production.producing import set_in
from tests.support.press import MILLIMETRE, ROOT, colours_named, operations_of
from tests.support.shipped import BRIEFS, LOCALES

EDITIONS = [(slug, locale) for slug in BRIEFS for locale in LOCALES]
Files = dict[str, Path]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=EDITIONS, ids="-".join)
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Make an edition in all media for paper, once."""
    slug, locale = request.param
    desk = Desk()
    prepared = production.prepare(Order(ROOT, slug, locale, ("press", "booklet")), desk)
    rules, profile = prepared.edition.brief.house.press, prepared.profile
    assert rules
    assert profile
    paged = set_in(prepared, "paged", desk)
    printed = press(paged, prepared.edition, rules, profile)
    booklet = impose(printed.value, prepared.edition, rules, profile)
    assert (*printed.findings, *booklet.findings) == ()
    folder = tmp_path_factory.mktemp("press")
    made = {proof.medium: folder / f"{proof.medium}.pdf" for proof in (paged, printed.value, booklet.value)}
    for proof in (paged, printed.value, booklet.value):
        made[proof.medium].write_bytes(proof.body)
    return made


def words_of(path: Path) -> list[str]:
    answer = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True)
    return answer.stdout.split()


def test_the_words_are_those_of_the_pages_for_readers(files: Files) -> None:
    assert words_of(files["press"]) == words_of(files["paged"])
    assert sorted(words_of(files["booklet"])) == sorted(words_of(files["paged"]))


@pytest.mark.parametrize("medium", ["press", "booklet"])
def test_nothing_but_process_colour_is_spoken_of(files: Files, medium: str) -> None:
    with pikepdf.open(files[medium]) as pdf:
        assert colours_named(pdf) <= {"/DeviceCMYK", "/DeviceGray"}
        for page in pdf.pages:
            streams = [*page.Contents, *page.Resources.get("/XObject", {}).values()]
            forms = [one for one in streams if one.get("/Subtype") != "/Image"]
            assert not {name for one in forms for name, _ in operations_of(one)} & {"rg", "RG", "g", "G", "cs", "sc"}


@pytest.mark.parametrize("medium", ["press", "booklet"])
def test_the_plates_are_four(files: Files, medium: str, tmp_path: Path) -> None:
    plates = tmp_path / "plate-%d.tif"
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r9", f"-sOutputFile={plates}"]
    subprocess.run([*command, files[medium]], check=True, capture_output=True)
    named = {found[1] for path in tmp_path.iterdir() if (found := re.search(r"\((.+)\)", path.name))}
    assert named == {"Cyan", "Magenta", "Yellow", "Black"}


@pytest.mark.parametrize("medium", ["press", "booklet"])
def test_the_file_is_whole(files: Files, medium: str) -> None:
    subprocess.run(["qpdf", "--check", files[medium]], check=True, capture_output=True)


def test_sheets_have_their_sizes(files: Files) -> None:
    for medium, across in (("press", 210), ("booklet", 420)):
        with pikepdf.open(files[medium]) as pdf:
            for page in pdf.pages:
                left, bottom, right, top = (float(value) for value in page.TrimBox)
                assert (right - left, top - bottom) == pytest.approx((across * MILLIMETRE, 297 * MILLIMETRE), abs=0.01)
            assert len(pdf.pages) % (4 if medium == "press" else 2) == 0
