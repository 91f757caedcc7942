"""Citation styles are data: those that come with the program, and one that a house adds."""

from __future__ import annotations

import re
import shutil
import time
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
from tests.support.apparatus import SHELF, edition_of, notes_of, rules, style_named, works_of

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
    produce(prepared, ("screen",), desk)
    notes = notes_of(prepared.apparatus)
    assert [finding for finding in desk.findings if finding.holds] == []
    assert notes[0] == "Andreeva, *Russia and Iran in the Great Game. Travelogues and Orientalism*, 2007, 13."
    assert notes[8:10] == ["Kozhanov (2015), 12.", "*Ibid*."]


def test_notes_may_have_the_form_of_the_bibliography_and_lead_to_it_all_the_same() -> None:
    style = style_named("chicago-notes")
    same = replace(style, first=style.listed, later=style.listed)
    made = cite(edition_of(["Mud.[@doe]"], "en-GB", rules()), works_of(_WORK), same, SHELF).value
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


def test_a_style_in_a_file_with_another_ending_is_said_to_be_there(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "citation-styles"
    folder.mkdir(parents=True)
    (folder / "ours.yml").write_text("title: Ours\n", encoding="utf-8")
    (finding,) = load_style(tmp_path, "ours", HERE).findings
    assert finding.hint == "call its file ours.yaml"


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


_HEAD = "title: Slips\nextends: house-short-title\n"
_FORM = "forms:\n  note:\n    works:\n      default: "
_WIDE = "".join(f"  p{n + 1}: {{commas: [{', '.join([f'p{n}'] * 10)}]}}\n" for n in range(9))
_DEEP = "".join(f"  p{n + 1}: {{commas: [p{n}]}}\n" for n in range(60))
_NESTED = "{commas: [" * 12 + "names, {commas: [title]}" + "]}" * 12


@pytest.mark.parametrize(
    ("written", "place", "said"),
    [
        (f"parts:\n  p0: {{commas: [names, title]}}\n{_WIDE}{_FORM}p9\n", "7:7", "the group is too large"),
        (f"parts:\n  p0: {{commas: [names]}}\n{_DEEP}{_FORM}p60\n", "16:8", "groups stand too deep"),
        (f"{_FORM}{_NESTED}\n", "6:16", "groups stand too deep"),
        (f"{_FORM}{{commas: [{', '.join(['title'] * 500)}]}}\n", "6:16", "the group is too large"),
        (f"{_FORM}{{commas: []}}\n", "6:16", "nothing that is printed here tells which work is meant"),
        (f"{_FORM}{{commas: [locator]}}\n      book: locator\n", "6:16", "nothing that is printed here tells"),
        (f"forms:\n  note:\n    names: {{most: {'9' * 5000}}}\n", "5:19", "“most” is no number of names"),
        ("forms:\n  note:\n    names: {most: 1001}\n", "5:19", "“most” is no number of names"),
        ("forms:\n  note:\n    names: {most: 2, shown: 5}\n", "5:29", "5 names are shown of more than 2"),
        ("parts:\n" + "".join(f"  p{n}: names\n" for n in range(201)), "201:3", "a style has more than 200 parts"),
    ],
)
def test_what_would_hang_or_print_nothing_is_said(tmp_path: Path, written: str, place: str, said: str) -> None:
    started = time.process_time()
    findings = _findings(tmp_path, _HEAD + written)
    assert said in findings[0].message
    assert str(findings[0].mark) == f"content/citation-styles/slips.yaml:{place}"
    assert len({finding.message for finding in findings}) == 1
    assert time.process_time() - started < 5


def test_parts_as_large_and_deep_as_may_be_are_sound(tmp_path: Path) -> None:
    parts = "".join(f"  p{n + 1}: {{commas: [p{n}]}}\n" for n in range(11))
    wide = f"{{commas: [{', '.join(['title'] * 487)}]}}"
    written = f"{_HEAD}parts:\n  p0: {wide}\n{parts}{_FORM}p11\n    names: {{most: 2, shown: 2}}\n"
    assert _findings(tmp_path, written) == ()


def test_many_slips_are_said_at_once(tmp_path: Path) -> None:
    parts = "".join(f"  part-of-number-{n}: names\n" for n in range(190))
    members = ", ".join(f"pat-of-number-{n}" for n in range(2500))
    started = time.process_time()
    assert len(_findings(tmp_path, f"{_HEAD}parts:\n{parts}{_FORM}{{commas: [{members}]}}\n")) == 2500
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{}\n", ["a citation style is a mapping of keys, here stands an empty one"]),
        ("[a]\n", ["a citation style is a mapping of keys, here stands a list"]),
        (f"{_HEAD}forms:\n", ["“forms” is a mapping of keys, here stands nothing"]),
        (f"{_HEAD}forms: {{note: }}\n", ["a form is a mapping of keys, here stands nothing"]),
        ("title: x\n", ["“forms” is missing", "“notes” is missing", "“ibid” is missing"]),
        (
            "title: x\nibid: plain\nnotes: {}\nbibliography: a\nforms: {a: {subtitle: stop, names: {}}}\n",
            [
                "“titles” is missing",
                "“works” is missing",
                "“names” is a mapping of keys, here stands an empty one",
                "“notes” is a mapping of keys, here stands an empty one",
            ],
        ),
    ],
)
def test_what_a_style_lacks_is_said_once_and_with_a_hint(tmp_path: Path, written: str, said: list[str]) -> None:
    findings = _findings(tmp_path, written)
    assert [finding.message for finding in findings] == said
    assert not [finding for finding in findings if not finding.hint or finding.hint.endswith(("of ", "are "))]


@pytest.mark.parametrize("extends", ["[house-short-title]", "{a: b}", "~", "''", "12"])
def test_a_style_extends_one_that_is_named(tmp_path: Path, extends: str) -> None:
    (finding,) = load_style(_with_style(tmp_path, "slips", f"title: x\nextends: {extends}\n"), "slips", HERE).findings
    assert finding.message == "“extends” is not the name of one citation style"
    assert finding.mark == Mark("content/citation-styles/slips.yaml", 2, 10)
    assert finding.hint.startswith("there are chicago-notes, ")


@pytest.mark.parametrize("extends", ["house-short-titel", "slips", "[chicago-notes]"])
def test_what_a_style_lacks_is_not_said_while_one_that_it_extends_does(tmp_path: Path, extends: str) -> None:
    project = _project_with_style(tmp_path, "slips", f"title: x\nextends: {extends}\n")
    desk = Desk()
    prepare(Order(project, "iran-russia-nexus", "", ()), desk)
    (finding,) = desk.findings
    assert (finding.code, str(finding.mark)) == ("CIT-013", "content/citation-styles/slips.yaml:2:10")


def test_a_style_that_extends_itself_is_said(tmp_path: Path) -> None:
    project = _with_style(tmp_path, "house-short-title", "extends: house-short-title\n")
    (finding,) = load_style(project, "house-short-title", HERE).findings
    assert finding.message == "the style “house-short-title” extends itself"


def test_only_the_styles_of_a_circle_are_called_so(tmp_path: Path) -> None:
    for one, other in (("spring", "ebb"), ("ebb", "flood"), ("flood", "ebb")):
        _with_style(tmp_path, one, f"extends: {other}\n")
    (finding,) = load_style(tmp_path, "spring", HERE).findings
    assert finding.message == "the styles “ebb” and “flood” extend each other"


@pytest.mark.parametrize("name", ["ebb", "house-short-title"])
def test_a_link_that_leads_nowhere_is_said_as_that(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "content" / "citation-styles"
    folder.mkdir(parents=True)
    (folder / f"{name}.yaml").symlink_to("gone.yaml")
    (finding,) = load_style(tmp_path, name, HERE).findings
    assert finding.message == f"“content/citation-styles/{name}.yaml” is a link that leads to no file"
    assert "did you mean" not in finding.hint


def test_a_style_of_unbearable_size_is_not_read(tmp_path: Path) -> None:
    project = _with_style(tmp_path, "ebb", f"title: {'x' * (64 << 10)}\n")
    (finding,) = load_style(project, "ebb", HERE).findings
    assert finding.code == "LOD-006"


def _findings(project: Path, written: str) -> tuple[Finding, ...]:
    return read_style("slips", load_style(_with_style(project, "slips", written), "slips", HERE).value).findings


def _with_style(project: Path, name: str, written: str) -> Path:
    folder = project / "content" / "citation-styles"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(written, encoding="utf-8")
    return project


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
