"""What a file can be made again from is looked for in the project alone, whatever a manifest names."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from report.verifying import Wish
from report.verifying.grounds import Asked, Ground, grounds_of
from report.verifying.said import said_by
from tests.support.repositories import repository
from tests.support.sealed import sealed_page, sealed_pdf

BRIEF = "content/small/brief.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that has frozen what is asked for."""
    folder = tmp_path / "project"
    for name in (BRIEF, "content/small/revisions/1.0/en-GB.json"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("{}\n", encoding="utf-8")
    return folder


def grounds(path: Path, project: Path, record: dict[str, Any] | None, *, is_named: bool = True) -> list[Ground]:
    room = path.parent / f"room of {path.name}"
    asked = Asked(path, said_by(path.read_bytes()), record)
    return list(grounds_of(asked, Wish(project, is_named=is_named, to_rebuild=True), room))


def test_a_project_that_has_all_files_is_exact_and_first(project: Path, tmp_path: Path) -> None:
    record = {"inputs": {BRIEF: {"sha256": sha256(b"{}\n").hexdigest()}}}
    found = grounds(sealed_page(tmp_path / "a.html"), project, record)
    assert [(one.name, one.is_exact, one.way) for one in found] == [
        ("the project", True, "as it is"),
        ("the text that is frozen as 1.0", False, "as frozen"),
    ]


def test_a_commit_that_has_all_files_comes_before_a_project_that_has_not(project: Path, tmp_path: Path) -> None:
    record = {"inputs": {BRIEF: {"sha256": sha256(b"{}\n").hexdigest()}}}
    repository(project)
    (project / BRIEF).write_text("{later: 1}\n", encoding="utf-8")
    commit, now, frozen = grounds(sealed_page(tmp_path / "a.html"), project, record)
    assert commit.name.startswith("the project at commit ")
    assert (commit.is_exact, now.is_exact, frozen.is_exact) == (True, False, False)
    assert (commit.project / BRIEF).read_bytes() == b"{}\n"


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "a/../../secret", "\0", "x" * 5000, "."])
def test_a_manifest_that_names_what_is_not_in_the_project_finds_nothing(
    project: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    record = {"inputs": {name: {"sha256": sha256(b"secret").hexdigest()}}}
    found = grounds(sealed_page(tmp_path / "a.html"), repository(project), record)
    assert not any(one.is_exact for one in found)


@pytest.mark.parametrize("inputs", [None, [], "x", {"a": 1}, {"a": {"sha256": ["x"]}}])
def test_a_manifest_full_of_nonsense_does_no_harm(project: Path, tmp_path: Path, inputs: object) -> None:
    found = grounds(sealed_page(tmp_path / "a.html"), project, {"inputs": inputs, "errata": [1, {"id": []}]})
    assert not any(one.is_exact for one in found)


def test_a_pdf_for_readers_has_only_the_sources_inside_it_unless_a_project_is_named(
    project: Path, tmp_path: Path
) -> None:
    path = sealed_pdf(tmp_path / "a.pdf")
    assert [one.name for one in grounds(path, project, None, is_named=False)] == ["the sources inside"]
    assert [one.name for one in grounds(path, project, None)] == ["the project"]


def test_a_pdf_of_another_version_or_one_that_was_altered_has_no_sources_for_a_page(
    project: Path, tmp_path: Path
) -> None:
    page, pdf = sealed_page(tmp_path / "small.html"), tmp_path / "small.en-GB.pdf"
    beside = "the sources inside small.en-GB.pdf"
    sealed_pdf(pdf)
    assert beside in [one.name for one in grounds(page, project, None, is_named=False)]
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    assert beside not in [one.name for one in grounds(page, project, None, is_named=False)]
    sealed_pdf(pdf, version="1.1")
    assert beside not in [one.name for one in grounds(page, project, None, is_named=False)]
