"""``report preflight``: finished files read back, compared with what is known, and accounted for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pikepdf
import pytest

from report.cli import main
from report.model.output import Medium
from tests.support import spoilers
from tests.support.finished import ROOT, finished, spoiled
from tests.support.spoilers import SPOILERS

ENDINGS: dict[Medium, str] = {"paged": "pdf", "screen": "html", "press": "press.pdf", "booklet": "booklet.pdf"}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Return an output folder with the German edition of the specimen in all media."""
    folder = tmp_path / "dist" / "specimen" / "de"
    folder.mkdir(parents=True)
    for medium, proof in finished().proofs.items():
        (folder / f"specimen.de.{ENDINGS[medium]}").write_bytes(proof.body)
    return tmp_path / "dist"


def file_of(dist: Path, medium: Medium) -> Path:
    return dist / "specimen" / "de" / f"specimen.de.{ENDINGS[medium]}"


def spoil(dist: Path, name: str) -> Path:
    medium, _, change = SPOILERS[name]
    path = file_of(dist, medium)
    path.write_bytes(spoiled(path.read_bytes(), change))
    return path


def run(*arguments: str | Path) -> int:
    return main(["preflight", *map(str, arguments)])


def edition(dist: Path, *more: str) -> tuple[str | Path, ...]:
    return ("specimen", "--locale", "de", "--out", dist, *more)


def test_a_line_a_file_says_what_was_asked_when_nothing_is_wrong(
    dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*edition(dist)) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [f"specimen.de.{ending}" for ending in ENDINGS.values()]
    assert lines[2].startswith("specimen.de.press.pdf: press, 4 pages, ")
    assert all(line.endswith("nothing to report") for line in lines)
    assert said.err == ""


def test_a_finding_holds_and_is_said_with_its_file_page_and_rectangle(
    dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(dist, "red-object")
    assert run(*edition(dist, "--medium", "press")) == 1
    said = capsys.readouterr()
    assert "PRE-045: page 1: a tint is in DeviceRGB (1 0 0)\nin specimen.de.press.pdf, page 1, 100 100 " in said.err
    assert "error" in said.out


def test_json_has_a_record_a_finding_and_a_record_a_file(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(dist, "red-object")
    assert run(*edition(dist, "--medium", "press", "--format", "json")) == 1
    said = capsys.readouterr()
    [summary] = json.loads(said.out)
    assert summary["medium"] == summary["profile"] == "press"
    assert summary["pages"] == 4
    assert "colours" in summary["questions"]
    assert summary["verdict"] == "held"
    found = next(one for one in json.loads(said.err) if one["code"] == "PRE-045")
    assert found["file"] == summary["file"]
    assert (found["medium"], found["page"], found["rectangle"]) == ("press", 1, [100, 100, 150, 150])


def test_a_missing_file_is_a_finding(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file_of(dist, "press").unlink()
    assert run(*edition(dist)) == 1
    assert "PRE-041: there is no file specimen.de.press.pdf" in capsys.readouterr().err


def test_a_file_tells_of_which_edition_and_medium_it_is(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for medium in ("paged", "press", "booklet"):
        assert run(file_of(dist, medium), "--format", "json") == 0
        [summary] = json.loads(capsys.readouterr().out)
        assert (summary["medium"], summary["edition"]) == (medium, "specimen/de/1.0-draft")
        assert summary["compared-with"] == "the brief"


def test_a_file_of_another_project_is_compared_with_the_sources_inside_it(
    dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(ROOT / "content" / "iran-russia-nexus", elsewhere / "content" / "iran-russia-nexus")
    assert run(file_of(dist, "paged"), "--project", elsewhere) == 0
    assert capsys.readouterr().out.endswith("compared with the sources in the file, nothing to report\n")


def test_a_file_that_names_no_edition_is_asked_what_can_be_asked_of_it_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stranger.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert run(path) == 1
    said = capsys.readouterr()
    assert "warning PRE-066: the file names no edition, and holds no sources" in said.err
    assert "PRE-054: the file has no XMP packet" in said.err
    assert "compared with no brief" in said.out


@pytest.mark.parametrize("name", spoilers.UNREADABLE)
def test_a_file_that_cannot_be_read_is_a_finding_in_plain_words(
    name: str, dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file_of(dist, "paged")
    path.write_bytes(getattr(spoilers, name)(path.read_bytes()))
    assert run(path) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert said.err.startswith("specimen.de.pdf:1:1: error PRE-041: the file is ") or "PRE-" in said.err


@pytest.mark.parametrize("place", range(200, 40_000, 3_000))
def test_a_damaged_file_never_ends_in_a_traceback(place: int, dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file_of(dist, "press")
    body = bytearray(path.read_bytes())
    body[place : place + 60] = b"<< [ endobj \xff\xfe 0 R ) stream" * 2
    path.write_bytes(bytes(body))
    assert run(path) in {0, 1}
    assert "Traceback" not in capsys.readouterr().err


def test_a_profile_of_the_house_is_asked_for_by_its_name(
    dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "LICENSE", project)
    (project / "content" / "preflight").mkdir()
    profile = project / "content" / "preflight" / "coarse.yaml"
    profile.write_text("extends: press\nlimits:\n  text-size: 30\nquestions:\n  text-size: warning\n", encoding="utf-8")
    assert run(*edition(dist, "--project", str(project), "--profile", "coarse")) == 0
    said = capsys.readouterr()
    assert "warning PRE-050: page 1: " in said.err
    assert said.out.startswith("specimen.de.press.pdf: press (by “coarse”), 4 pages, ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("specimenn",), "no brief is called “specimenn”; did you mean “specimen”?"),
        (("specimen", "--profile", "pres"), "no preflight profile is called “pres”; did you mean “press”?"),
        (("missing.pdf",), "missing.pdf cannot be read: No such file or directory"),
        (("./",), "cannot be read: Is a directory"),
    ],
)
def test_what_is_ordered_wrongly_is_refused(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert said in capsys.readouterr().err
