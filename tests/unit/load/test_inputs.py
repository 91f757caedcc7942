"""The files that an edition is made from: those it is made from, and none that lies beside them."""

from __future__ import annotations

from pathlib import Path

from tests.support.shipped import prepared, shipped_project


def inputs(project: Path, locale: str) -> set[str]:
    made, _ = prepared(project, "specimen", locale)
    return {path.relative_to(project).as_posix() for path in made.origin.inputs}


def test_an_edition_is_made_from_what_it_names_its_catalogs_and_the_house(tmp_path: Path) -> None:
    found = inputs(shipped_project(tmp_path), "fa")
    assert {
        "content/house.yaml",
        "content/glossary.yaml",
        "content/specimen/brief.yaml",
        "content/specimen/sections/measures.yaml",
        "content/specimen/figures/quay.png",
        "content/specimen/data/levels.csv",
        "content/specimen/references.bib",
        "content/specimen/locale/fa/LC_MESSAGES/brief.po",
        "templates/locale/fa/LC_MESSAGES/house.po",
        "templates/base.html",
        "templates/media/screen/head.html",
        "styles/paged.css",
    } <= found


def test_the_catalogs_of_other_editions_and_other_briefs_are_none_of_them(tmp_path: Path) -> None:
    found = inputs(shipped_project(tmp_path), "fa")
    assert {name for name in found if name.endswith(".po")} == {
        "content/specimen/locale/fa/LC_MESSAGES/brief.po",
        "templates/locale/fa/LC_MESSAGES/house.po",
    }
    assert not [name for name in found if "iran-russia-nexus" in name]
    assert not [name for name in inputs(tmp_path, "en-GB") if name.endswith(".po")]


def test_drafts_and_hidden_files_are_none_of_them(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    before = inputs(project, "de")
    for stray in ("content/specimen/draft.docx", "content/specimen/sections/notes.txt", "templates/.git/config"):
        (project / stray).parent.mkdir(exist_ok=True)
        (project / stray).write_text("private")
    assert inputs(project, "de") == before


def test_what_a_link_leads_to_outside_the_project_is_none_of_them(tmp_path: Path) -> None:
    project = shipped_project(tmp_path / "project")
    (tmp_path / "secret.css").write_text("private")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "secret.css").write_text("private")
    (project / "styles" / "stolen.css").symlink_to(tmp_path / "secret.css")
    (project / "styles" / "stolen").symlink_to(tmp_path / "more")
    assert not [name for name in inputs(project, "de") if "stolen" in name or "secret" in name]


def test_the_licence_of_the_project_travels_with_every_edition(tmp_path: Path) -> None:
    project = shipped_project(tmp_path)
    assert "LICENSE" not in inputs(project, "de")
    (project / "LICENSE").write_text("Do as you like.")
    assert "LICENSE" in inputs(project, "de")
