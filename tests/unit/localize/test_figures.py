"""The figures that a pack sets and no translator writes."""

from __future__ import annotations

from report.locales import Shelf
from report.localize.figures import refigured
from report.model import blocks
from report.model.brief import Brief
from report.model.text import NoteCall, Text, Words, plain
from tests.support.editions import MARK, edition, legend, section, words

SHELF = Shelf.of(None)
ENGLISH, PERSIAN = SHELF.pack("en-GB"), SHELF.pack("fa")
CALLED: Text = (Words("12.5", MARK), NoteCall("t-1", words("A note."), MARK))


def brief_with(*matter: blocks.Block) -> Brief:
    return edition(section("one", "", *matter)).brief


def rows_of(brief: Brief) -> list[list[str]]:
    table = brief.sections[0].blocks[0]
    assert isinstance(table, blocks.Table)
    return [[plain(cell) for cell in row] for row in table.rows]


def test_cells_of_figures_are_set_and_cells_of_words_are_left_to_the_translator() -> None:
    columns = (blocks.Column(words("Year"), (), False), blocks.Column(words("Level"), words("cm"), True))
    rows = ((words("2019"), words("1,850")), (words("2020"), words("–")), (words("2021"), CALLED))
    table = blocks.Table("t", columns, rows, True, (), legend("Levels", spans=False), MARK)
    assert rows_of(refigured(brief_with(table), ENGLISH, PERSIAN)) == [
        ["۲۰۱۹", "۱٬۸۵۰"],
        ["۲۰۲۰", "–"],
        ["۲۰۲۱", "12.5"],
    ]


def test_figures_in_a_drawing_are_set_and_its_words_left() -> None:
    drawn = ("430", "2019–2023", "12.5 m", "")
    picture = blocks.Picture("a.svg", "image/svg+xml", 1, 1, "", drawn, drawn)
    [figure] = (
        refigured(brief_with(blocks.Figure("f", picture, legend("A", spans=False), MARK)), ENGLISH, PERSIAN)
        .sections[0]
        .blocks
    )
    assert isinstance(figure, blocks.Figure)
    assert figure.picture.wording == ("۴۳۰", "۲۰۱۹–\u2060۲۰۲۳", "12.5 m", "")
    assert figure.picture.texts == drawn


def test_the_number_in_the_series_has_the_digits_of_the_edition() -> None:
    assert refigured(brief_with(), ENGLISH, PERSIAN).number == "۱/۲۰۲۰"


def test_a_brief_in_its_own_locale_is_left_as_it_is() -> None:
    brief = brief_with()
    assert refigured(brief, ENGLISH, ENGLISH) is brief
