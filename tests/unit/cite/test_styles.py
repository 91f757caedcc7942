"""Citation styles are data: those that come with the program, and one that a house adds."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from report.cite import cite
from report.cite.elements import ELEMENTS as SET
from report.desk import Desk
from report.findings import Finding, Mark
from report.load.styles import known_styles, load_style
from report.model.style import ELEMENTS, JOINTS
from report.model.text import ReferenceLink
from report.order import Order
from report.production import prepare, produce
from report.validate.citation_styles import read_style
from tests.support.apparatus import edition_of, notes_of, rules, style_named, works_of

PROJECT = Path(__file__).resolve().parents[3]
PAGE = PROJECT / "docs" / "citation-styles.md"
_WORK = "@book{doe, author = {Doe, Ida}, title = {Mud}, publisher = {Press}, date = 2001}"
HERE = Mark("content/house.yaml", 20, 3)


@pytest.mark.parametrize("name", ["house-short-title", "chicago-notes", "chicago-shortened-notes"])
def test_the_styles_that_come_with_the_program_are_sound(name: str) -> None:
    nodes = load_style(PROJECT, name, HERE)
    style = read_style(name, nodes.value)
    assert (*nodes.findings, *style.findings) == ()
    assert style.value is not None


def test_every_element_that_styles_may_name_is_set_and_told() -> None:
    told = set(re.findall(r"`([a-z-]+)`", PAGE.read_text(encoding="utf-8")))
    assert set(SET) == ELEMENTS
    assert told >= ELEMENTS | set(JOINTS)


def test_a_house_adds_a_style_without_touching_the_program(tmp_path: Path) -> None:
    """The worked example of the page, followed step by step."""
    written = next(one for one in _examples() if one.startswith("title: Surname and year"))
    project = _project_with_style(tmp_path, "surname-and-year", written)
    desk = Desk()
    prepared = prepare(Order(project, "iran-russia-nexus", "", ()), desk)
    produce(prepared, "screen", desk)
    notes = notes_of(prepared.apparatus)
    assert [finding for finding in desk.findings if finding.holds] == []
    assert notes[0] == "Andreeva, *Russia and Iran in the Great Game. Travelogues and Orientalism*, 2007, 13."
    assert notes[8:10] == ["Kozhanov (2015), 12.", "*Ibid*."]


def test_notes_may_have_the_form_of_the_bibliography_and_lead_to_it_all_the_same() -> None:
    style = style_named("chicago-notes")
    same = replace(style, first=style.listed, later=style.listed)
    made = cite(edition_of(["Mud.[@doe]"], "en-GB", rules()), works_of(_WORK), same).value
    (note,) = made.notes.values()
    assert any(isinstance(run, ReferenceLink) for run in note.text)
    assert not any(isinstance(run, ReferenceLink) for run in made.bibliography[0].references[0].text)


def test_a_style_that_is_not_there_is_said_with_those_that_are(tmp_path: Path) -> None:
    (finding,) = load_style(tmp_path, "chicago-nose", HERE).findings
    assert (finding.code, finding.mark, finding.hint) == ("CIT-013", HERE, "did you mean “chicago-notes”?")
    assert known_styles(tmp_path) == ("chicago-notes", "chicago-shortened-notes", "house-short-title")


@pytest.mark.parametrize("name", ["../house", "a" * 400])
def test_no_file_is_looked_for_under_a_name_that_is_none(tmp_path: Path, name: str) -> None:
    (finding,) = load_style(tmp_path, name, HERE).findings
    assert finding.message == f"there is no citation style “{name}”"


@pytest.mark.parametrize("written", ["title: Broken\n", "title: Own\nextends: house-short-title\n"])
def test_citing_goes_on_where_the_default_style_is_covered_by_a_broken_one(tmp_path: Path, written: str) -> None:
    project = _project_with_style(tmp_path, "house-short-title", written)
    desk = Desk()
    assert prepare(Order(project, "iran-russia-nexus", "", ()), desk).apparatus.notes
    assert {finding.code for finding in desk.findings} == {"CIT-013"}


def test_a_form_that_is_not_there_is_said_once(tmp_path: Path) -> None:
    findings = _findings(tmp_path, "title: Slips\nextends: house-short-title\nnotes: {first: nots}\n")
    assert [finding.message for finding in findings] == ["“nots” is nothing that “first” can be"]


def test_styles_that_extend_each_other_are_said(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "citation-styles"
    folder.mkdir(parents=True)
    for one, other in (("ebb", "flood"), ("flood", "ebb")):
        (folder / f"{one}.yaml").write_text(f"title: {one}\nextends: {other}\n", encoding="utf-8")
    (finding,) = load_style(tmp_path, "ebb", HERE).findings
    assert "extend each other" in finding.message
    assert finding.mark == Mark("content/citation-styles/flood.yaml", 2, 10)


@pytest.mark.parametrize(
    ("line", "place", "said"),
    [
        ("default: {commas: [names, titel]}", "9:33", "“titel” is no element"),
        ("default: {coma: [names]}", "9:17", "“coma” joins nothing"),
        ("default: [names, title]", "9:16", "here stands a list"),
        ("book: names\n      default: {commas: names}", "10:25", "a group is a list"),
        ("pamphlet: names\n      default: names", "9:7", "“pamphlet” is no key of works"),
    ],
)
def test_a_slip_in_a_style_is_said_at_its_place(tmp_path: Path, line: str, place: str, said: str) -> None:
    written = (
        "title: Slips\nextends: house-short-title\nnotes: {first: note, later: note}\nforms:\n  note:\n"
        "    names: {order: surname, most: 3, shown: 1}\n    subtitle: stop\n    works:\n      " + line + "\n"
    )
    findings = _findings(tmp_path, written)
    assert any(said in one.message and str(one.mark).endswith(place) for one in findings), findings


def _findings(project: Path, written: str) -> tuple[Finding, ...]:
    folder = project / "content" / "citation-styles"
    folder.mkdir(parents=True)
    (folder / "slips.yaml").write_text(written, encoding="utf-8")
    return read_style("slips", load_style(project, "slips", HERE).value).findings


def _examples() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _project_with_style(folder: Path, name: str, written: str) -> Path:
    for part in ("content", "templates", "styles"):
        shutil.copytree(PROJECT / part, folder / part)
    styles = folder / "content" / "citation-styles"
    styles.mkdir()
    (styles / f"{name}.yaml").write_text(written, encoding="utf-8")
    house = folder / "content" / "house.yaml"
    house.write_text(house.read_text(encoding="utf-8") + f"citations:\n  style: {name}\n", encoding="utf-8")
    return folder
