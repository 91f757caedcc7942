"""A brief is made of what is sound; what is not is said, and nothing falls over."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.findings import Checked
from report.load.manuscript import load
from report.load.marked import read_yaml
from report.load.packs import load_packs
from report.locales import Shelf
from report.model.blocks import Block, Callout, Figure, ListBlock, Table, Timeline, texts_of
from report.model.brief import Brief
from report.model.text import ReferenceLink, Revised, Run, Unsettled, note_calls
from report.validate import validate
from tests.support.cases import cases
from tests.support.findings import PLAIN, ROOT

BRIEF = "content/plain/brief.yaml"
MATTER = "content/plain/sections/matter.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(PLAIN, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture(scope="module")
def specimen() -> Brief:
    return read(ROOT, "specimen").value


def read(project: Path, slug: str = "plain") -> Checked[Brief]:
    manuscript = load(project, slug)
    checked = validate(manuscript.value, Shelf.of(load_packs(project)))
    return Checked(checked.value, (*manuscript.findings, *checked.findings))


def change(project: Path, path: str, was: str, now: str) -> list[tuple[str, int]]:
    file = project / path
    assert was in file.read_text()
    file.write_text(file.read_text().replace(was, now, 1))
    return [(finding.code, finding.mark.line) for finding in read(project).findings if finding.holds]


def blocks(brief: Brief) -> list[Block]:
    outer = [*brief.summary, *(block for section in brief.sections for block in section.blocks)]
    return outer + [inner for block in outer if isinstance(block, Callout) for inner in block.blocks]


@pytest.mark.parametrize("slug", ["iran-russia-nexus", "specimen"])
def test_nothing_is_said_of_a_shipped_brief(slug: str) -> None:
    assert read(ROOT, slug).findings == ()


def test_the_specimen_uses_every_kind_of_block(specimen: Brief) -> None:
    assert {type(block) for block in blocks(specimen)} == set(Block.__args__)
    assert {block.numbered for block in blocks(specimen) if isinstance(block, ListBlock)} == {True, False}


def test_the_specimen_uses_every_kind_of_run(specimen: Brief) -> None:
    # Links to entries are made by the apparatus, unsettled words by a translation that lags, revised ones by a redline.
    written = set(Run.__args__) - {ReferenceLink, Revised, Unsettled}
    assert {type(run) for text in specimen.texts() for run in _all(text)} == written


def _all(text: tuple[Run, ...]) -> list[Run]:
    inner = [getattr(run, "runs", ()) + getattr(run, "note", ()) for run in text]
    return [*text, *(run for runs in inner for run in _all(runs))]


def test_the_specimen_shows_both_widths_and_both_kinds_of_picture(specimen: Brief) -> None:
    figures = [block for block in blocks(specimen) if isinstance(block, Figure)]
    tables = [block for block in blocks(specimen) if isinstance(block, Table)]
    assert {figure.picture.media_type for figure in figures} == {"image/png", "image/svg+xml"}
    assert {figure.legend.spans for figure in figures} == {table.legend.spans for table in tables} == {True, False}


def test_notes_are_counted_within_their_block_in_reading_order(specimen: Brief) -> None:
    for block in blocks(specimen):
        if not isinstance(block, Callout):
            ids = [call.id for text in texts_of(block) for call in note_calls(text)]
            assert ids == [f"{block.id}-{number}" for number in range(1, len(ids) + 1)]


def test_timelines_span_unless_told_otherwise_and_nothing_else_does(specimen: Brief) -> None:
    (timeline,) = (block for block in blocks(specimen) if isinstance(block, Timeline))
    (callout,) = (block for block in blocks(specimen) if isinstance(block, Callout))
    assert (timeline.legend.spans, callout.spans) == (True, False)


def test_cells_come_from_the_content_or_from_a_file(specimen: Brief) -> None:
    wide, narrow = (block for block in blocks(specimen) if isinstance(block, Table))
    assert [len(wide.rows), len(wide.columns), len(narrow.rows), len(narrow.columns)] == [5, 6, 3, 3]
    assert wide.has_row_heads


def test_an_unsound_block_is_left_out_and_its_neighbours_stay(project: Path) -> None:
    change(project, MATTER, "    paragraph: It", "    paragraf: It")
    brief = read(project).value
    assert [section.id for section in brief.sections] == ["opening", "matter"]
    assert [len(section.blocks) for section in brief.sections] == [1, 0]


def test_an_empty_project_still_makes_a_brief(tmp_path: Path) -> None:
    checked = read(tmp_path)
    assert {finding.code for finding in checked.findings} == {"LOD-001"}
    assert checked.value.revisions
    assert list(checked.value.texts())


def test_a_reference_into_a_file_that_cannot_be_read_is_not_at_fault(project: Path) -> None:
    change(project, "content/plain/sections/opening.yaml", "It was said before.", "It was said in [#matter].")
    assert change(project, MATTER, "title: The", "title:The") == [("LOD-002", 2)]


@pytest.mark.parametrize(
    ("path", "was", "now", "code", "line"),
    [
        ("brief.yaml", "short-title: A plain brief\n", "", "STR-002", 2),
        ("brief.yaml", "keywords: [example]", "keywords: example", "STR-003", 8),
        ("brief.yaml", '"1.0"', "1.0", "STR-003", 16),
        ("brief.yaml", "matter]", "mater]", "LOD-001", 14),
        ("brief.yaml", "references.bib", "references.txt", "STR-007", 10),
        ("sections/matter.yaml", "id: matter\n", "id: other\n", "LNK-003", 1),
        ("sections/matter.yaml", "title: The matter\n", "", "STR-002", 1),
        ("sections/matter.yaml", "matter-words", "opening-words", "LNK-001", 4),
        ("sections/matter.yaml", "paragraph: It is said again.", "quotation: It is said again.", "STR-002", 5),
        ("sections/matter.yaml", "paragraph: It is said again.", "list: []", "STR-008", 5),
        ("sections/matter.yaml", "paragraph: It", "span: true\n    paragraph: It", "STR-001", 5),
    ],
)
def test_a_mistake_is_said_at_its_line(project: Path, path: str, was: str, now: str, code: str, line: int) -> None:
    assert (code, line) in change(project, f"content/plain/{path}", was, now)


def test_a_text_may_be_older_than_the_day_on_which_it_comes_out(project: Path) -> None:
    assert change(project, BRIEF, "revisions:", "text-date: 2020-04-24\nrevisions:") == []


@settings(max_examples=cases(60))
@given(st.integers(0, 4000), st.integers(0, 30), st.text(" \n\t:-[]{}*&!|>'\"%@#ab1", max_size=6))
def test_no_change_of_the_text_makes_reading_fall_over(start: int, length: int, put: str) -> None:
    section = ROOT / "content/specimen/sections/readings.yaml"
    source = section.read_text(encoding="utf-8")
    manuscript = load(ROOT, "specimen").value
    node = read_yaml(source[:start] + put + source[start + length :], "readings.yaml").value
    sections = tuple(replace(one, node=node) if one.id == "readings" else one for one in manuscript.sections)
    validate(replace(manuscript, sections=sections), Shelf.of(load_packs(ROOT)))


def test_translators_are_told_what_an_item_is_at_every_depth(specimen: Brief) -> None:
    about = {unit.context: unit.about for unit in specimen.units}
    items = ("readings-list/list/1", "readings-list/list/2/text", "readings-list/list/2/numbered/1")
    assert {about[item] for item in items} == {"The words of the item."}
