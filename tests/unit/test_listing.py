"""What `report cite` prints: every note with its place, plan and words, and what each work is cited in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.cli import main
from report.findings import Mark
from report.listing import in_markdown
from report.model.apparatus import Apparatus, Target
from report.model.text import CitedNames, CrossReference, Emphasis, Foreign, Link, ReferenceLink, Strong, Text, Words
from tests.support.projects import small_project

MARK = Mark("content/tiny/brief.yaml", 1, 1)
APPARATUS = Apparatus(
    {}, (), {"mud": Target("mud", "figure", "2", "Figure 2")}, {("roe2019", False): (Words("Roe", MARK),)}
)
PARAGRAPH = "A citation names an entry of references.bib and the page.[@placeholder2020, p. 7] It is printed as"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def cited(project: Path, paragraph: str, *options: str) -> int:
    """List the small brief with other words in the paragraph that cites."""
    path = project / "content" / "small" / "sections" / "evidence.yaml"
    source = path.read_text(encoding="utf-8")
    assert PARAGRAPH in source
    path.write_text(source.replace(PARAGRAPH, paragraph), encoding="utf-8")
    return main(["cite", "small", "--project", str(project), *options])


def test_a_note_stands_under_its_place_with_number_section_and_plan(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cited(project, "One.[@placeholder2020, p. 7] Two.[@placeholder2020, p. 7] Six.[@placeholder2020, p. 9]") == 0
    said = capsys.readouterr()
    assert said.err == ""
    lines = said.out.splitlines()
    path = "content/small/sections/evidence.yaml:7"
    plans = [line for line in lines if line.startswith(path)]
    assert plans == [
        f"{path}:11: note 2 in evidence: first placeholder2020",
        f"{path}:40: note 3 in evidence: ibid placeholder2020",
        f"{path}:69: note 4 in evidence: ibid-elsewhere placeholder2020",
    ]
    assert lines[lines.index(plans[1]) + 1] == "    *Ibid.*"
    assert lines[lines.index(plans[2]) + 1] == "    *Ibid.*, 9."


def test_a_work_stands_under_its_place_with_the_notes_that_cite_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cited(project, "One.[@placeholder2020, p. 7] Two.^[See [@placeholder2020].] Three") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "small en-GB: 3 notes, 1 work"
    assert "content/small/references.bib:1:1: placeholder2020: notes 2, 3" in lines


def test_json_is_one_object_with_notes_and_references(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cited(project, PARAGRAPH, "--format", "json") == 0
    said = capsys.readouterr()
    assert json.loads(said.err) == []
    (edition,) = json.loads(said.out)["editions"]
    assert (edition["brief"], edition["locale"]) == ("small", "en-GB")
    note = edition["notes"][1]
    assert note.pop("text").startswith("Placeholder")
    assert note == {
        "number": 2,
        "id": "evidence-source-1",
        "path": "content/small/sections/evidence.yaml",
        "line": 7,
        "column": 64,
        "section": "evidence",
        "plan": [{"key": "placeholder2020", "position": "first"}],
    }
    (work,) = edition["references"]
    assert (work["key"], work["notes"], work["line"]) == ("placeholder2020", [2], 1)


def test_a_brief_with_errors_still_lists_what_is_sound(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cited(project, "One.[@placeholder2020; @nobody2020, p. 7] Two") == 1
    said = capsys.readouterr()
    assert "error CIT-002: no reference “nobody2020”" in said.err
    assert "note 2 in evidence: first placeholder2020\n" in said.out


def test_every_brief_is_listed_when_none_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "other", "--project", str(project)]) == 0
    capsys.readouterr()
    assert main(["cite", "--project", str(project)]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if line.endswith("work")]
    assert heads == ["other en-GB: 2 notes, 1 work", "small en-GB: 2 notes, 1 work"]


def words(text: str) -> Text:
    return (Words(text, MARK),)


@pytest.mark.parametrize(
    ("run", "written"),
    [
        (Emphasis((Words("Of ", MARK), Emphasis(words("Mud"), MARK)), MARK), "*Of _Mud_*"),
        (Strong(words("Mud"), MARK), "**Mud**"),
        (Foreign(words("جزر"), "fa", "rtl", MARK), "جزر"),
        (ReferenceLink(words("Roe"), "roe2019", MARK), "Roe"),
        (Link(words("https://example.org/"), "https://example.org/", MARK), "https://example.org/"),
        (Link(words("here"), "https://example.org/", MARK), "[here](https://example.org/)"),
        (CrossReference("mud", MARK), "Figure 2"),
        (CrossReference("nowhere", MARK), "[#nowhere]"),
        (CitedNames("roe2019", False, MARK), "Roe"),
        (CitedNames("nobody", False, MARK), "@nobody"),
    ],
)
def test_words_are_shown_as_they_would_be_typed(run: object, written: str) -> None:
    assert in_markdown((run,), APPARATUS) == written  # type: ignore[arg-type]
