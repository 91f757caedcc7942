"""What an entry says and its reference does not is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.cite.completeness import check_completeness
from report.findings import Mark
from report.model.apparatus import Reference, ReferenceGroup
from report.model.references import Entry
from report.model.text import Link, Text, Words
from tests.support.entries import entry, on

MARK = Mark("references.bib", 1, 1)


def unprinted(work: Entry, *printed: Words | Link) -> list[str]:
    text: Text = printed
    group = ReferenceGroup("", (), (Reference(work.key, text, (), "ltr", MARK),))
    findings = check_completeness({work.key: work}, (group,))
    return [finding.message.split("”")[0].removeprefix("“") for finding in findings]


def test_a_number_within_another_number_is_not_printed() -> None:
    assert unprinted(entry("doe", "report", volume="2"), Words("Mud. 2012.", MARK)) == ["volume"]


def test_a_number_within_an_address_is_not_printed() -> None:
    address = "https://doi.org/10.1000/2012/2"
    work = entry("doe", "report", volume="2", doi="10.1000/2012/2", dates={"date": on(2012)})
    assert unprinted(work, Link((Words(address, MARK),), address, MARK)) == ["volume", "date"]


@pytest.mark.parametrize(
    ("name", "written", "printed"),
    [
        ("edition", "2", "2nd edn"),
        ("volume", "3", "ج. ۳"),
        ("number", "TR-13", "No. TR-13."),
        ("pages", "3–5, 8", "3–5, 8"),
        ("title", "of mud", "Of Mud"),
        ("title", "CO2", "CO₂"),
    ],
)
def test_what_is_printed_in_another_form_is_printed(name: str, written: str, printed: str) -> None:
    assert unprinted(replace(entry("doe", "book"), fields={name: (written,)}), Words(printed, MARK)) == []
