"""What went out is made again when the project has moved on: from a commit, the sources in the PDF, the frozen text."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from report.cli import main
from report.seal import sealed
from report.versions import made_with
from tests.support.projects import ROOT, small_project
from tests.support.repositories import commit, repository
from tests.support.shipped import change

pytestmark = pytest.mark.slow
NATIVE = ("Pango", "HarfBuzz", "Fontconfig", "weasyprint")
SHEET, SECTION, BRIEF = "styles/base/prose.css", "content/small/sections/evidence.yaml", "content/small/brief.yaml"
LATER = "/* later */\n"
ISSUES = {
    "press": "0.1/en-GB/small.en-GB.press.pdf",
    "booklet": "0.1/en-GB/small.en-GB.booklet.pdf",
    "page": "0.2/en-GB/small.en-GB.html",
    "issued again": "0.1/en-GB/small.en-GB.html",
    "pages": "0.1/en-GB/small.en-GB.pdf",
    "redline": "redline/0.1–0.2/en-GB/small.en-GB.redline.pdf",
    "redline page": "redline/0.1–0.2/en-GB/small.en-GB.redline.html",
    "draft redline": "redline/0.2–0.3-draft/en-GB/small.en-GB.redline.html",
}


@pytest.fixture(scope="module")
def moved_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in git that published 0.1 and 0.2, made redlines, and has another text and another sheet since."""
    folder = small_project(tmp_path_factory.mktemp("later"))
    brief = folder / BRIEF
    brief.write_text(f"state: published\n{brief.read_text(encoding='utf-8')}", encoding="utf-8")
    run("freeze", "small", "0.1", "--project", folder)
    run("publish", "small", "--project", folder)
    (folder / ".gitignore").write_text("dist/\n", encoding="utf-8")
    repository(folder)
    change(folder / SECTION, "A citation names", "Each citation names")
    run("freeze", "small", "0.2", "--note", "Corrected.", "--project", folder)
    run("publish", "small", "--project", folder)
    run("redline", "small", "--project", folder)
    commit(folder, "second")
    change(folder / SECTION, "Each citation names", "Every citation names")
    with (folder / SHEET).open("a", encoding="utf-8") as sheet:
        sheet.write(LATER)
    run("redline", "small", "--medium", "screen", "--project", folder)
    first = commit(folder, "third")
    change(folder / SECTION, "Every citation names", "No citation names")
    run("redline", "small", "--since", first, "--medium", "screen", "--project", folder)
    return folder


def run(*words: object) -> None:
    assert main([str(word) for word in words]) == 0


@pytest.fixture
def later(moved_on: Path, tmp_path: Path) -> Path:
    """That project, to be changed."""
    return Path(shutil.copytree(moved_on, tmp_path / "project"))


def asked(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    """Ask to make a file again, and return the record of the answer."""
    capsys.readouterr()
    main(["verify", *map(str, words), "--rebuild", "--format", "json"])
    (record,) = json.loads(capsys.readouterr().out)
    return dict(record)


def issue(project: Path, name: str) -> Path:
    return project / "dist/small" / ISSUES[name]


@pytest.mark.parametrize("name", ISSUES)
def test_what_was_made_earlier_is_made_again_from_the_commit_that_has_its_sources(
    moved_on: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = asked(capsys, issue(moved_on, name), "--project", moved_on)
    assert said["rebuilt"]["same"], said
    assert said["rebuilt"]["from"].startswith("the project at commit ")
    assert said["outcome"] == "unaltered"


def test_a_redline_with_a_commit_is_made_again_with_it(moved_on: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = (moved_on / "dist/small/redline").glob("*–0.3-draft/en-GB/*.redline.html")
    (path,) = (one for one in found if "." not in one.parts[-3].partition("–")[0])
    said = asked(capsys, path, "--project", moved_on)
    assert (said["rebuilt"]["same"], said["rebuilt"]["from"]) == (True, "the project")


def test_without_git_the_sources_in_the_pdf_beside_it_serve(later: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(later / ".git")
    said = asked(capsys, issue(later, "press"), "--project", later)
    assert (said["rebuilt"]["same"], said["rebuilt"]["from"]) == (True, "the sources inside small.en-GB.pdf")


def test_without_sources_the_frozen_text_serves(later: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(later / ".git")
    change(later / SHEET, LATER, "")
    posted = {name: shutil.copy(issue(later, name), later / f"posted.{name}") for name in ISSUES}
    shutil.rmtree(later / "dist")
    for name in ("page", "issued again", "redline", "redline page"):
        said = asked(capsys, posted[name], "--project", later)
        assert said["rebuilt"]["same"], name
        assert said["rebuilt"]["from"].startswith("the text that is frozen as 0."), name
    said = asked(capsys, posted["press"], "--project", later)
    assert said["outcome"] == "not-made-again"
    (reason,) = said["rebuilt"]["reasons"]
    assert reason.startswith("all is the same but the ids, which stand for the sources then")


def test_a_house_that_has_changed_since_a_text_was_frozen_is_named(
    later: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(later / ".git")
    for name in ("redline", "redline page", "issued again"):
        said = asked(capsys, issue(later, name), "--project", later)
        assert (said["outcome"], said["rebuilt"]["made"], said["rebuilt"]["same"]) == ("not-made-again", True, False)
        assert said["rebuilt"]["reasons"] == [f"“{SHEET}” has changed"], name


def test_why_a_file_cannot_be_made_again_is_said_and_what_helps(
    later: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(later / ".git")
    said = asked(capsys, issue(later, "pages"), "--project", later)
    assert said["sentence"] == "it is as it was published, but it cannot be made again from the project"
    assert said["rebuilt"]["reasons"] == [
        "its text is version 0.3-draft by now",
        "without “--project” it is made from the sources inside it",
    ]
    assert asked(capsys, issue(later, "pages"))["rebuilt"]["same"]
    change(later / SECTION, "No citation names", "Any citation names")
    shutil.rmtree(later / "content/small/revisions/0.2")
    said = asked(capsys, issue(later, "redline"), "--project", later)
    assert (said["outcome"], said["rebuilt"]["made"]) == ("not-made-again", False)
    assert said["rebuilt"]["reasons"][-1].startswith("name the project as it was when 0.2 was made")


def test_a_pdf_beside_a_file_is_no_witness_where_a_project_is_named(
    later: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever sends a forged file can send forged sources with it."""
    other = tmp_path / "other"
    shutil.copytree(later / "content", other / "content")
    for name in ("templates", "styles"):
        shutil.copytree(later / name, other / name)
    shutil.rmtree(other / "content/small/revisions")
    post = tmp_path / "post"
    post.mkdir()
    for name in ("press", "pages"):
        shutil.copy(issue(later, name), post)
    assert asked(capsys, post / "small.en-GB.press.pdf")["rebuilt"]["from"] == "the sources inside small.en-GB.pdf"
    said = asked(capsys, post / "small.en-GB.press.pdf", "--project", other)
    assert (said["rebuilt"]["made"], said["rebuilt"]["from"]) == (False, "the project")


def test_where_a_file_was_altered_is_found_beside_the_nearest(later: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = issue(later, "page")
    line = page.read_bytes().partition(b"Each citation names")[0].count(b"\n") + 1
    page.write_bytes(page.read_bytes().replace(b"Each citation names", b"Much citation names"))
    said = asked(capsys, page, "--project", later)
    assert (said["outcome"], said["rebuilt"]["made"]) == ("altered", True)
    assert said["rebuilt"]["reasons"][-2].endswith(f", in line {line}"), "all before that is the same"


@pytest.mark.parametrize("library", NATIVE)
def test_a_library_of_another_version_is_named_where_other_bytes_come_out(
    spoilt: Path, library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    here = made_with()[library]
    told(spoilt, **{library: "1.2.3"})
    said = asked(capsys, spoilt, "--project", spoilt.parents[4])
    assert said["outcome"] == "not-made-again"
    assert said["rebuilt"]["reasons"] == [f"“{library}”: “1.2.3” then, “{here}” now"]


def test_no_library_is_named_where_all_are_the_same(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(spoilt)
    where, why = asked(capsys, spoilt, "--project", spoilt.parents[4])["rebuilt"]["reasons"]
    assert where.startswith("the bytes differ from byte ")
    assert why.startswith("sources, faces and makers are the same")


def test_a_library_that_sets_pages_is_no_reason_for_another_web_page(
    later: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = issue(later, "page")
    page.write_bytes(sealed(page.read_bytes().replace(b"<title>", b"<title>Other ", 1)))
    told(page, Pango="1.2.3", jinja2="1.2.3")
    (reason,) = asked(capsys, page, "--project", later)["rebuilt"]["reasons"]
    assert reason.startswith("“jinja2”: “1.2.3” then")


def test_another_library_is_no_reason_where_the_bytes_are_the_same(
    later: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(issue(later, "press"), Pango="1.2.3")
    assert asked(capsys, issue(later, "press"), "--project", later)["proofs"] == ["sealed", "published", "rebuilt"]


@pytest.fixture
def spoilt(later: Path) -> Path:
    """A file for the press that another library might have made: another byte, and sealed."""
    path = issue(later, "press")
    path.write_bytes(sealed(path.read_bytes().replace(b"endobj", b"endobj ", 1)))
    return path


def told(path: Path, **versions: str) -> None:
    """Have the manifest beside a file list it, made with other versions than here."""
    manifest = path.parent / "manifest.json"
    record = json.loads(manifest.read_text(encoding="utf-8"))
    record["outputs"][path.name]["sha256"] = sha256(path.read_bytes()).hexdigest()
    assert versions.keys() <= record["made-with"].keys()
    record["made-with"] |= versions
    manifest.write_text(json.dumps(record), encoding="utf-8")


def test_manifests_of_redlines_have_the_form_that_is_told(moved_on: Path) -> None:
    validator = Draft202012Validator(json.loads((ROOT / "docs/manifest.schema.json").read_text(encoding="utf-8")))
    manifests = sorted((moved_on / "dist/small/redline").rglob("manifest.json"))
    assert len(manifests) == 3
    for path in manifests:
        record = json.loads(path.read_text(encoding="utf-8"))
        assert [one.message for one in validator.iter_errors(record)] == []
        assert {name: one["sha256"] for name, one in record["outputs"].items()} == {
            one.name: sha256(one.read_bytes()).hexdigest() for one in path.parent.iterdir() if one != path
        }
