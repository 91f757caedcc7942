"""Loading goes on with what is sound, so that every mistake is said in one run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.findings import Mark
from report.load.manuscript import load
from tests.support.findings import PLAIN

BRIEF = "content/plain/brief.yaml"
MATTER = "content/plain/sections/matter.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(PLAIN, tmp_path / "project")
    return tmp_path / "project"


def test_the_paths_of_the_references_are_kept_with_their_places(project: Path) -> None:
    (project / BRIEF).write_text((project / BRIEF).read_text().replace("references.bib", "[references.bib, more.bib]"))
    one, several = (load(folder, "plain").value.references for folder in (PLAIN, project))
    assert one == (("content/plain/references.bib", Mark(BRIEF, 10, 13)),)
    assert several == (
        ("content/plain/references.bib", Mark(BRIEF, 10, 14)),
        ("content/plain/more.bib", Mark(BRIEF, 10, 30)),
    )


def test_a_broken_section_does_not_hide_mistakes_in_the_others(project: Path) -> None:
    (project / MATTER).write_text("id: matter\n\tblocks:\n")
    (project / "content/house.yaml").write_text("a: b: c\n")
    assert {finding.mark.path for finding in load(project, "plain").findings} == {MATTER, "content/house.yaml"}


def test_the_sections_are_read_although_the_list_of_them_is_lost(project: Path) -> None:
    (project / BRIEF).write_text("title: a: b\n")
    checked = load(project, "plain")
    assert [section.id for section in checked.value.sections] == ["matter", "opening"]
    assert [finding.mark.path for finding in checked.findings] == [BRIEF]


def test_ids_in_a_file_that_cannot_be_read_are_remembered(project: Path) -> None:
    (project / MATTER).write_text("id: matter\nblocks:\n  - id: matter-words\n    a: b: c\n")
    assert load(project, "plain").value.unread == {"matter", "matter-words"}


def test_a_brief_that_is_not_there_is_a_finding(project: Path) -> None:
    findings = load(project, "plane").findings
    assert [(finding.code, finding.mark.path) for finding in findings] == [("LOD-001", "content/plane/brief.yaml")]
