"""What is frozen is found by its folders, and read with care; so are the pictures that were kept with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from report.desk import Desk
from report.findings import Finding, Mark
from report.freezing import Wish, freeze
from report.load.frozen import check_pictures, frozen_folders, load_kept, read_frozen
from report.model.frozen import frozen_path, thaw
from report.order import Order
from report.production import prepare
from tests.support.manual_page import write_project

NAMED = Mark("content/tides/brief.yaml", 20, 5)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A brief whose only drawing was drawn anew after a version was frozen."""
    folder = write_project(tmp_path / "project", has_design=False)
    freeze(folder, "tides", Wish("1.0", "", {}, None), date(2024, 10, 14))
    drawing = folder / "content/tides/figures/example.svg"
    drawing.write_text(drawing.read_text(encoding="utf-8").replace("90", "80"), encoding="utf-8")
    return folder


def test_a_picture_that_was_kept_is_the_one_that_was_frozen(project: Path) -> None:
    assert _spoilt(project) == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda picture: picture.write_bytes(b"<svg/>"), "REV-001"),
        (lambda picture: picture.write_bytes(b""), "REV-001"),
        (lambda picture: picture.unlink(), "LOD-001"),
        (lambda picture: (picture.unlink(), picture.symlink_to("/etc/passwd")), "LOD-008"),
        (lambda picture: (picture.unlink(), picture.mkdir()), "LOD-001"),
    ],
    ids=["another", "empty", "gone", "a link out of the project", "a folder"],
)
def test_a_picture_that_is_not_as_it_was_kept_is_said(
    project: Path, spoil: Callable[[Path], object], code: str
) -> None:
    (picture,) = (project / "content/tides/revisions/1.0/pictures").iterdir()
    spoil(picture)
    assert [one.code for one in _spoilt(project)] == [code]


def test_a_folder_without_texts_is_no_version(project: Path) -> None:
    for name in ("1.1", "1.10", "1.9", "notes"):
        (project / "content/tides/revisions" / name).mkdir()
    (project / "content/tides/revisions/2.0").write_text("no folder", encoding="utf-8")
    (project / "content/tides/revisions/1.10/en-GB.json").write_text("{}", encoding="utf-8")
    (project / "content/tides/revisions/1.9/en-GB.json").write_text("{}", encoding="utf-8")
    assert frozen_folders(project, "tides") == ["1.0", "1.9", "1.10"]


def test_what_is_neither_file_nor_folder_is_said_to_be_no_file(project: Path) -> None:
    path = project / frozen_path("tides", "1.0", "en-GB")
    path.unlink()
    os.mkfifo(path)
    (finding,) = load_kept(project, "tides", "en-GB", "1.0", NAMED).findings
    assert (finding.code, finding.hint) == ("LOD-001", "")
    assert finding.message.endswith("is no plain file")


def _spoilt(project: Path) -> list[Finding]:
    """Return what is noticed of the pictures of the frozen text."""
    path = frozen_path("tides", "1.0", "en-GB")
    file = read_frozen(project, path, NAMED).value
    assert file
    frozen = thaw(file, prepare(Order(project, "tides", "", ()), Desk()).edition).value
    assert frozen
    return list(check_pictures(project, frozen.printing.edition.brief, Mark(path)))
