"""The manual says what the program does: a section for each rule, and examples that are right and wrong."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from report.codes import RULES
from report.desk import Desk, Held
from report.findings import Finding
from report.order import Order
from report.production import prepare, produce
from report.validate.kinds import Blocks, ListOf, ProseOr, Record
from report.validate.shapes import BLOCKS, FILES
from tests.support.manual_page import (
    MANUAL,
    Fence,
    Section,
    is_design,
    put,
    sections,
    translate,
    write_project,
)

SECTIONS = {section.code: section for section in sections()}
# What other rules say about an example that is only a part of a brief.
BESIDE_THE_POINT = {"LNK-005", "REV-005", "REV-026"}
# These are said of a command line, of sizes and of the press; a missing glyph the engine says first.
NOT_TRIED = {"LOC-001", "LOD-006", "PRO-018", "PRE-005", "PRS-003", "PRS-004", "PRS-005", "PRS-006"}
# These are said of files that “report freeze” writes; tests/findings and tests/unit/revise have them.
NOT_TRIED |= {"REV-001", "REV-002", "REV-003", "REV-004", "REV-005", "REV-006", "REV-007", "REV-008", "REV-009"}
NOT_TRIED |= {"REV-030", "REV-031"}  # these are said by “report redline”
OF_PAGES = ("SET", "PRE")
TRIED = [section for code, section in SECTIONS.items() if code not in NOT_TRIED and not code.startswith(OF_PAGES)]
TRIED_ON_PAGES = [
    section
    for code, section in SECTIONS.items()
    if code not in NOT_TRIED and code.startswith(OF_PAGES) and section.wrong[0].language != "text"
]


def test_every_rule_has_a_section_in_its_own_words_and_in_order() -> None:
    assert [section.heading for section in sections()] == [f"{rule.code} – {rule.title}" for rule in RULES.values()]


@pytest.mark.parametrize("section", SECTIONS.values(), ids=lambda section: section.code)
def test_every_rule_is_shown_right_and_wrong(section: Section) -> None:
    assert section.right
    assert section.wrong


@pytest.mark.parametrize("section", TRIED, ids=lambda section: section.code)
def test_what_the_manual_calls_right_is_right(section: Section, tmp_path: Path) -> None:
    before = set(_findings(_project(tmp_path, section.right)))
    said = set(_findings(_project(tmp_path, section.right, is_tried=True))) - before
    assert {finding for finding in said if finding.code not in BESIDE_THE_POINT} == set()


@pytest.mark.parametrize("section", TRIED, ids=lambda section: section.code)
def test_what_the_manual_calls_wrong_breaks_its_rule(section: Section, tmp_path: Path) -> None:
    said = _findings(_project(tmp_path, section.wrong, is_tried=True))
    assert section.code in {finding.code for finding in said}, said


@pytest.mark.slow
@pytest.mark.parametrize("section", TRIED_ON_PAGES, ids=lambda section: section.code)
def test_what_the_manual_calls_wrong_is_found_on_the_pages(section: Section, tmp_path: Path) -> None:
    project = _project(tmp_path, section.wrong, is_tried=True, has_design=True)
    desk = Desk()
    prepared = prepare(Order(project, "tides", "", ()), desk)
    with suppress(Held):
        produce(prepared, ("paged",), desk)
    assert section.code in {finding.code for finding in desk.findings}


@pytest.mark.parametrize("record", [*BLOCKS.records, *FILES.values()], ids=lambda record: record.name)
def test_every_kind_and_field_of_the_content_is_told(record: Record) -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    missing = {name for name in _names(record, set()) if f"`{name}`" not in manual and f"`{name}:" not in manual}
    assert missing == set()


def _project(folder: Path, example: tuple[Fence, ...], *, is_tried: bool = False, has_design: bool = False) -> Path:
    """Write a sound project, with an example in it if it is tried; it has a design if the example is about that."""
    needs_design = has_design or any(is_design(fence) for fence in example)
    project = write_project(folder / f"tried-{is_tried}", has_design=needs_design)
    if any(fence.language == "po" for fence in example):
        translate(project)
    for fence in example if is_tried else ():
        put(project, fence)
    return project


def _findings(project: Path) -> list[Finding]:
    """Return what is said of a project, of its translation if it has one, as it would be published."""
    locale = "de" if (project / "content" / "tides" / "locale").exists() else ""
    desk = Desk()
    prepare(Order(project, "tides", locale, (), to_publish=True), desk)
    return desk.findings


def _names(kind: object, seen: set[str]) -> set[str]:
    """Return the names of all fields of a record and of the records in it."""
    match kind:
        case Record() if kind.name not in seen:
            seen.add(kind.name)
            return {field.name for field in kind.fields}.union(*(_names(field.kind, seen) for field in kind.fields))
        case ListOf():
            return _names(kind.of, seen)
        case ProseOr():
            return _names(kind.record(), seen)
        case Blocks():
            return set().union(*(_names(record, seen) for record in kind.records))
    return set()
