"""The words in drawings are units for translators, and an edition's drawing has its own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from report.load.manuscript import load
from report.locales import Shelf
from report.model.blocks import Figure
from report.model.manuscript import Manuscript, ScalarNode
from report.validate import validate
from tests.support.findings import PLAIN

SHELF = Shelf.of(None)
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<text>430</text><text>Quay</text><text>12 m</text></svg>"""
FIGURE = """  - id: matter-{0}
    figure: figures/levels.svg
    caption: A figure.
    source: The desk.
    alternative: Lines that rise.
"""


@pytest.fixture
def manuscript(tmp_path: Path) -> Manuscript:
    project = tmp_path / "project"
    shutil.copytree(PLAIN, project)
    (project / "content/plain/figures").mkdir()
    (project / "content/plain/figures/levels.svg").write_text(DRAWING)
    with (project / "content/plain/sections/matter.yaml").open("a") as section:
        section.write(FIGURE.format("one") + FIGURE.format("two"))
    return load(project, "plain").value


def figures(manuscript: Manuscript) -> list[Figure]:
    sections = validate(manuscript, SHELF).value.sections
    return [block for section in sections for block in section.blocks if isinstance(block, Figure)]


def test_words_are_units_once_and_numbers_are_none(manuscript: Manuscript) -> None:
    units = [unit for unit in validate(manuscript, SHELF).value.units if unit.context.startswith("figures/")]
    assert [(unit.context, unit.source, str(unit.mark)) for unit in units] == [
        ("figures/levels.svg/2", "Quay", "content/plain/figures/levels.svg:2:23"),
        ("figures/levels.svg/3", "12 m", "content/plain/figures/levels.svg:2:40"),
    ]
    assert all(unit.is_plain for unit in units)


def test_the_words_of_a_drawing_stand_with_the_first_figure_that_shows_it(manuscript: Manuscript) -> None:
    contexts = [unit.context for unit in validate(manuscript, SHELF).value.units]
    shown = contexts[contexts.index("figures/levels.svg/2") :]
    assert shown[:3] == ["figures/levels.svg/2", "figures/levels.svg/3", "matter-one/caption"]
    assert "matter-two/caption" in shown


def test_the_drawing_of_an_original_is_as_drawn(manuscript: Manuscript) -> None:
    first, second = figures(manuscript)
    assert first.picture == second.picture
    assert first.picture.wording == first.picture.texts == ("430", "Quay", "12 m")
    assert first.picture.standing == "current"


def test_a_drawing_has_the_words_that_take_their_place_and_is_as_old_as_the_oldest(manuscript: Manuscript) -> None:
    number, quay, depth = manuscript.drawings["figures/levels.svg"]
    worded: tuple[ScalarNode, ...] = (number, replace(quay, text="Kai"), replace(depth, standing="stale"))
    figure = figures(replace(manuscript, drawings={"figures/levels.svg": worded}, locale="de"))[1]
    assert figure.picture.wording == ("430", "Kai", "12 m")
    assert figure.picture.texts == ("430", "Quay", "12 m")
    assert figure.picture.standing == "stale"
