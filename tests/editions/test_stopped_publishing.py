"""A publication that is killed between two files is put right by the next command, whichever looks there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from report.cli import main
from report.publish.moves import is_left
from tests.support.killing import killed_at
from tests.support.projects import small_project

pytestmark = pytest.mark.slow
RELEASE = "dist/small/0.1/en-GB"


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that published 0.1, changed the house, published again, and was killed between two files."""
    folder = small_project(tmp_path_factory.mktemp("stopped"))
    assert main(["freeze", "small", "0.1", "--project", str(folder)]) == 0
    assert main(["publish", "small", "--jobs", "1", "--project", str(folder)]) == 0
    with (folder / "styles/base/prose.css").open("a", encoding="utf-8") as sheet:
        sheet.write("p { color: var(--ink); }\n")
    publish = ["publish", "small", "--jobs", "1", "--project", str(folder)]
    assert killed_at(4, lambda: main(publish), ("replace",))
    assert is_left(folder / "dist")
    return folder


@pytest.fixture
def project(stopped: Path, tmp_path: Path) -> Path:
    """That project, to be put right."""
    return Path(shutil.copytree(stopped, tmp_path / "project"))


def test_verifying_finds_every_file_as_published(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finished = [str(path) for path in sorted((project / RELEASE).glob("small.*")) if path.suffix in (".pdf", ".html")]
    assert main(["verify", *finished, "--project", str(project), "--format", "json"]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert {(one["outcome"], "published" in one["proofs"]) for one in answers} == {("unaltered", True)}
    assert len(answers) == 4
    assert not is_left(project / "dist")


def test_a_build_puts_it_right_and_nothing_is_left_over(project: Path) -> None:
    assert main(["build", "small", "--medium", "screen", "--jobs", "1", "--project", str(project)]) == 0
    assert not is_left(project / "dist")
    assert not list(project.rglob(".unfinished-*"))


def test_what_is_put_right_is_what_would_have_been_published(project: Path, stopped: Path) -> None:
    assert main(["preflight", "small", "--project", str(project)]) in (0, 1)
    finished = {path.name: path.read_bytes() for path in (project / RELEASE).iterdir()}
    assert main(["publish", "small", "--jobs", "1", "--project", str(project)]) == 0
    assert {path.name: path.read_bytes() for path in (project / RELEASE).iterdir()} == finished
    assert is_left(stopped / "dist")


def test_what_looks_at_no_finished_file_leaves_them_as_they_are(project: Path) -> None:
    assert main(["check", "small", "--project", str(project)]) == 0
    assert is_left(project / "dist")
