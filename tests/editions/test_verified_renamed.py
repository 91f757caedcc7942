"""What went out under an earlier name of its brief, or since, is made again from the commits of the project."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from report.cli import main
from tests.support.projects import small_project
from tests.support.repositories import commit, repository
from tests.support.shipped import change

pytestmark = pytest.mark.slow
SECTION = "sections/evidence.yaml"
BEFORE = {
    "pages": "dist/small/0.1/en-GB/small.en-GB.pdf",
    "press": "dist/small/0.1/en-GB/small.en-GB.press.pdf",
    "page": "dist/small/0.1/en-GB/small.en-GB.html",
}
SINCE = {
    "pages": "dist/grown/0.2/en-GB/grown.en-GB.pdf",
    "booklet": "dist/grown/0.2/en-GB/grown.en-GB.booklet.pdf",
    "page": "dist/grown/0.2/en-GB/grown.en-GB.html",
    "page issued again": "dist/grown/0.1/en-GB/grown.en-GB.html",
    "redline": "dist/grown/redline/0.1–0.2/en-GB/grown.en-GB.redline.pdf",
    "redline page": "dist/grown/redline/0.1–0.2/en-GB/grown.en-GB.redline.html",
}


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A project in git that published “small” as 0.1, called it “grown”, published 0.2, and has another text since.

    With it goes the commit at which the brief had its earlier name.
    """
    folder = small_project(tmp_path_factory.mktemp("renamed"))
    brief = folder / "content/small/brief.yaml"
    brief.write_text(f"state: published\n{brief.read_text(encoding='utf-8')}", encoding="utf-8")
    run("freeze", "small", "0.1", "--project", folder)
    run("publish", "small", "--project", folder)
    (folder / ".gitignore").write_text("dist/\n", encoding="utf-8")
    repository(folder)
    change(folder / "content/small" / SECTION, "A citation names", "One citation names")
    first = commit(folder, "still small")
    grown = (folder / "content/small").rename(folder / "content/grown")
    with (grown / "brief.yaml").open("a", encoding="utf-8") as file:
        file.write("formerly: small\n")
    change(grown / SECTION, "One citation names", "Each citation names")
    run("freeze", "grown", "0.2", "--note", "Corrected.", "--project", folder)
    run("publish", "grown", "--project", folder)
    run("redline", "grown", "--project", folder)
    run("redline", "grown", "--since", first, "--project", folder)
    commit(folder, "grown")
    change(grown / SECTION, "Each citation names", "Every citation names")
    commit(folder, "later")
    return folder, first


def run(*words: object) -> None:
    assert main([str(word) for word in words]) == 0


def asked(capsys: pytest.CaptureFixture[str], path: Path, project: Path) -> dict[str, Any]:
    """Ask to make a file again, and return the record of the answer."""
    capsys.readouterr()
    main(["verify", str(path), "--project", str(project), "--rebuild", "--format", "json"])
    (record,) = json.loads(capsys.readouterr().out)
    return dict(record)


@pytest.mark.parametrize("name", [*BEFORE.values(), *SINCE.values()])
@pytest.mark.parametrize("has_manifest", [True, False], ids=["with its manifest", "without"])
def test_it_is_made_again_from_the_commit_that_has_its_sources(
    renamed: tuple[Path, str], tmp_path: Path, name: str, has_manifest: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    project = renamed[0]
    path = project / name
    if not has_manifest:
        path = Path(shutil.copy(path, tmp_path))
        project = Path(shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("dist")))
    said = asked(capsys, path, project)
    assert said["rebuilt"]["same"], said
    assert said["rebuilt"]["from"].startswith("the project at commit ")
    assert said["outcome"] == "unaltered"


def test_a_redline_since_a_commit_of_the_earlier_name_is_made_again(
    renamed: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    project, first = renamed
    for path in sorted((project / f"dist/grown/redline/{first[:10]}–0.2/en-GB").glob("*.redline.*")):
        said = asked(capsys, path, project)
        assert said["rebuilt"]["same"], said


def test_without_git_the_frozen_text_serves_under_the_name_that_it_was_frozen_by(
    renamed: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Path(shutil.copytree(renamed[0], tmp_path / "project", ignore=shutil.ignore_patterns("dist", ".git")))
    said = asked(capsys, Path(shutil.copy(renamed[0] / BEFORE["page"], tmp_path)), project)
    made_from = "the text that is frozen as 0.1 of “grown”, which was called “small” then"
    assert (said["rebuilt"]["same"], said["rebuilt"]["from"]) == (True, made_from)
    assert said["outcome"] == "unaltered"


def test_a_name_that_no_frozen_text_bears_leads_nowhere(
    renamed: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Path(shutil.copytree(renamed[0], tmp_path / "project", ignore=shutil.ignore_patterns("dist", ".git")))
    shutil.rmtree(project / "content/grown/revisions/0.1")
    said = asked(capsys, Path(shutil.copy(renamed[0] / BEFORE["page"], tmp_path)), project)
    assert said["outcome"] == "not-made-again"
    assert "there is no brief “small” in it" in said["rebuilt"]["reasons"][0]
