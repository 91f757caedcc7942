"""Errata are read strictly: every mistake at its place, and what is sound in the order in which it was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.findings import Finding
from report.load.manuscript import load
from report.locales import Shelf
from report.model.brief import Brief
from report.model.text import plain
from report.validate import validate
from tests.support.errata import CORRECTION, ERRATUM, SECOND, WITHDRAWAL, project_with

SHELF = Shelf.of(None)


def read(folder: Path, *errata: str, second: str = SECOND) -> tuple[Brief, list[Finding]]:
    project = project_with(folder / "project", *errata, second=second)
    manuscript = load(project, "plain")
    brief = validate(manuscript.value, SHELF)
    return brief.value, [*manuscript.findings, *brief.findings]


def erratum(**changed: str) -> str:
    given = {"id": "one", "kind": "erratum", "version": '"1.0"', "date": "2020-06-02", "text": "It was said."} | changed
    return "  - " + "\n    ".join(f"{key}: {value}" for key, value in given.items() if value) + "\n"


def test_a_brief_of_which_nothing_is_said_has_no_errata(tmp_path: Path) -> None:
    brief, findings = read(tmp_path)
    assert (brief.errata, findings) == ((), [])


def test_errata_stand_in_the_order_in_which_they_were_said(tmp_path: Path) -> None:
    brief, findings = read(tmp_path, WITHDRAWAL, ERRATUM, CORRECTION)
    assert findings == []
    assert [one.id for one in brief.errata] == ["said-word", "point-word", "taken-back"]
    first = brief.errata[0]
    assert (first.kind, first.version, first.targets) == ("correction", "1.0", ("opening-words", "matter-words"))
    assert (plain(first.before), plain(first.after)) == ("It was said", "It is said")


def test_a_correction_that_names_no_version_is_made_by_the_next_one(tmp_path: Path) -> None:
    brief, _ = read(tmp_path, CORRECTION)
    assert brief.errata[0].by == "1.1"


def test_one_target_needs_no_list(tmp_path: Path) -> None:
    brief, findings = read(tmp_path, erratum(target="matter-words"))
    assert (brief.errata[0].targets, findings) == (("matter-words",), [])


def test_a_slip_in_one_erratum_does_not_hide_those_in_others(tmp_path: Path) -> None:
    wrong = erratum(id="two", target="matter-word")
    _, findings = read(tmp_path, erratum(kind="eratum"), wrong)
    assert sorted(one.code for one in findings) == ["REV-022", "STR-007"]


def test_the_texts_of_an_erratum_are_units_for_translators(tmp_path: Path) -> None:
    brief, _ = read(tmp_path, CORRECTION)
    assert [unit.context for unit in brief.units][-3:] == ["said-word/before", "said-word/after", "said-word/text"]


@pytest.mark.parametrize(
    ("errata", "code"),
    [
        ((erratum(kind="mistake"),), "STR-007"),
        ((erratum(kind="retraction"),), "STR-007"),
        ((erratum(version="1.0"),), "STR-003"),
        ((erratum(version='"1"'),), "STR-007"),
        ((erratum(version=f'"{"1" * 5000}.0"'),), "STR-007"),
        ((erratum(date="yesterday"),), "STR-004"),
        ((erratum(date="2020-06-31"),), "STR-004"),
        ((erratum(text=""),), "STR-002"),
        ((erratum(text="It was said.[@example2020"),), "PRO-001"),
        ((erratum(text="<b>It</b> was said."),), "PRO-002"),
        ((erratum(note="It was said."),), "STR-001"),
        ((erratum(target="[]"),), "STR-008"),
        ((erratum(target="Opening"),), "STR-006"),
        ((erratum(), erratum()), "LNK-001"),
        ((erratum(id="opening-words"),), "LNK-001"),
        ((erratum(text="“See [it](javascript:alert(1)).”"),), "LNK-004"),
        ((erratum(text='"See [#nowhere]."'),), "LNK-002"),
        ((erratum(version='"1.2"'),), "REV-020"),
        ((erratum(kind="new-version", by='"0.9"'),), "REV-020"),
        ((erratum(kind="new-version", by='"1.0"'),), "REV-020"),
        ((erratum(date="2020-04-30"),), "REV-021"),
        ((erratum(kind="new-version", by='"1.1"', date="2020-05-31"),), "REV-021"),
        ((erratum(target="somewhere"),), "REV-022"),
        ((erratum(target="one"),), "REV-022"),
        ((erratum(kind="new-version"),), "REV-023"),
        ((erratum(by='"1.1"'),), "REV-023"),
        ((erratum(kind="correction", version='"1.1"'),), "REV-023"),
        ((erratum(kind="withdrawal", before="It was"),), "REV-023"),
        ((erratum(kind="withdrawal"), erratum(kind="withdrawal", id="two")), "REV-024"),
        ((erratum(kind="withdrawal", version='"1.1"'), erratum(kind="withdrawal", id="two")), "REV-024"),
        ((erratum(text="It was said.^[Once.]"),), "REV-025"),
    ],
)
def test_every_mistake_is_said_at_its_place(errata: tuple[str, ...], code: str, tmp_path: Path) -> None:
    _, findings = read(tmp_path, *errata)
    assert code in {one.code for one in findings}, findings
    assert {one.mark.path for one in findings} == {"content/plain/errata.yaml"}


def test_a_later_version_may_be_withdrawn_after_an_earlier_one(tmp_path: Path) -> None:
    _, findings = read(tmp_path, erratum(kind="withdrawal"), erratum(kind="withdrawal", id="two", version='"1.1"'))
    assert findings == []


@pytest.mark.parametrize("text", ["", "[]\n", "- id: one\n", "errata: []\n", "errata: none\n", "errata:\n  - one\n"])
def test_what_is_no_list_of_errata_is_a_finding(text: str, tmp_path: Path) -> None:
    project = project_with(tmp_path / "project")
    (project / "content" / "plain" / "errata.yaml").write_text(text, encoding="utf-8")
    manuscript = load(project, "plain")
    said = [*manuscript.findings, *validate(manuscript.value, SHELF).findings]
    assert said
    assert {one.mark.path for one in said} == {"content/plain/errata.yaml"}
