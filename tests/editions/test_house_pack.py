"""A house lays a pack of its own over a shipped one: its edition follows, others stay, mistakes have a place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.desk import Desk
from report.findings import Finding
from report.order import Order
from report.production import prepare, produce
from tests.support.shipped import shipped_project

PACK = """\
quotation-marks: ["»", "«", "›", "‹"]
terms:
  ibid: A. a. O.
  accessed: "zuletzt gelesen am {date}"
typography:
  - find: "{digit}{space}{unit: Meter|Metern|Zentimeter}{word-end}"
    set: "{digit}{thin}{unit}"
    why: A measure stands a thin space after its number, as this house likes it.
    examples: [["12 Meter", "12\\u2009\\u2060Meter"]]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The shipped briefs in a house that has a German pack of its own."""
    folder = shipped_project(tmp_path)
    lay_over(folder, PACK)
    return folder


def lay_over(project: Path, source: str) -> None:
    path = project / "content" / "locales" / "de" / "pack.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")


def web_page(project: Path, brief: str, locale: str) -> str:
    """The words of a web page with its markup taken out."""
    desk = Desk()
    page = produce(prepare(Order(project, brief, locale, ()), desk), ("screen",), desk)[0].body.decode("utf-8")
    return re.sub(r"<[^>]+>", "", page[page.index("<body") :])


def noticed(project: Path) -> list[Finding]:
    desk = Desk()
    prepare(Order(project, "specimen", "de", ()), desk)
    return [finding for finding in desk.findings if finding.mark.path.startswith("content/locales/")]


def test_the_edition_has_the_marks_and_words_of_the_house(project: Path) -> None:
    page = web_page(project, "iran-russia-nexus", "de")
    assert "»Iran’s Russian Turn: The Start of a New Alliance«" in page
    assert "A. a. O." in page
    assert "Ebd." not in page
    specimen = web_page(project, "specimen", "de")
    assert "zuletzt gelesen am 1.\u00a0Mai 2024" in specimen
    assert "abgerufen am" not in specimen


def test_the_rules_of_the_house_take_the_place_of_those_of_the_pack(project: Path) -> None:
    assert "12\u2009\u2060Metern" in web_page(project, "specimen", "de")


def test_other_editions_are_as_they_were(project: Path) -> None:
    page = web_page(project, "specimen", "en-GB")
    assert "accessed 1\u00a0May 2024" in page
    assert "12\u00a0metres" in page


@pytest.mark.parametrize(
    ("was", "now", "place", "said"),
    [
        ("ibid: A. a. O.", "ibidem: A. a. O.", "3:3", "ibidem"),
        ('["»", "«", "›", "‹"]', '["»", "«", "›"]', "1:18", "4"),
        ("{date}", "{day}", "4:13", "{day}"),
        ("{space}{unit:", "{spice}{unit:", "6:11", "spice"),
        ('set: "{digit}{thin}{unit}"', 'set: "{thin}{unit}"', "6:11", "letters and figures stay"),
        ("quotation-marks:", "quotation-mark:", "1:1", "quotation-mark"),
    ],
)
def test_a_mistake_is_said_at_its_line_and_column(project: Path, was: str, now: str, place: str, said: str) -> None:
    assert PACK.count(was) == 1
    lay_over(project, PACK.replace(was, now))
    (finding,) = noticed(project)
    assert str(finding.mark) == f"content/locales/de/pack.yaml:{place}"
    assert finding.code == "LOC-020"
    assert said in finding.message + finding.hint


def test_all_mistakes_are_said_in_one_run(project: Path) -> None:
    lay_over(project, PACK.replace("ibid:", "ibidem:").replace("{date}", "{day}").replace('"»", ', ""))
    assert [finding.mark.line for finding in noticed(project)] == [1, 3, 4]
