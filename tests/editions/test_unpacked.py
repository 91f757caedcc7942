"""A PDF is its own archive: what is unpacked from it builds to the same bytes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.cli import main
from tests.support.enclosed import SOUND, pdf_with, with_manifest
from tests.support.shipped import ROOT, shipped_project


@pytest.mark.slow
def test_what_is_unpacked_builds_to_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project, again = shipped_project(tmp_path / "project"), tmp_path / "again"
    shutil.copy(ROOT / "LICENSE", project)
    order = ["build", "specimen", "--locale", "fa", "--medium", "paged", "--project"]
    assert main([*order, str(project)]) == 0
    made = Path("dist/specimen/fa/specimen.fa.pdf")
    capsys.readouterr()
    assert main(["unpack", str(project / made), str(again)]) == 0
    said = capsys.readouterr()
    assert f"“report build specimen --locale fa --medium paged --project {again}” makes it again" in said.err
    assert "other versions" not in said.err
    assert str(again / "content/specimen/brief.yaml") in said.out.splitlines()
    assert {path.name for path in again.iterdir()} == {"LICENSE", "content", "manifest.json", "styles", "templates"}
    assert main([*order, str(again)]) == 0
    assert (again / made).read_bytes() == (project / made).read_bytes()


def test_a_file_that_cannot_be_unpacked_is_said_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7\nno more")
    assert main(["unpack", str(tmp_path / "letter.pdf"), str(tmp_path / "new")]) == 3
    said = capsys.readouterr().err
    assert said == f"report: {tmp_path / 'letter.pdf'} is not unpacked: it is no PDF, or it is damaged\n"
    assert main(["unpack", str(tmp_path / "letter.pdf"), str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err


def test_other_versions_than_are_installed_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pdf_with(tmp_path / "small.pdf", with_manifest(SOUND))
    monkeypatch.setattr("report.versions.made_with", lambda: {"weasyprint": "70.0"})
    assert main(["unpack", str(path), str(tmp_path / "new")]) == 0
    assert "made with other versions than are installed: weasyprint; bytes may differ" in capsys.readouterr().err
