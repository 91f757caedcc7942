"""A right-to-left line whose last space is taken off keeps to its measure."""

from __future__ import annotations

import fontpkg
import pypdfium2
import pytest

from tests.support.engine import Engine
from tests.support.line_edges import Edges, line_edges

AMIRI = f'@font-face {{ font-family: Amiri; src: url("{fontpkg.path("Amiri", 400, "normal").as_uri()}") }}'
LEFT, RIGHT = 20, 280
# The words in <b> do not fit on the first line, whose text ends with the space before them.
BODY = "<p>روابط دو کشور در سال‌های گذشته وارد مرحله‌ای تازه شده <b>همچنان‌که‌پیش‌تر</b> بود و ماند.</p>"
# The same within words that run from the left.
FOREIGN = (
    "<p>روابط دو کشور در سال‌های گذشته وارد مرحله‌ای تازه شد "
    '<em><bdi dir="ltr">une <b>affairesupplementaire</b> d’opinion</bdi></em> بود و ماند.</p>'
)


def first_line(engine: Engine, align: str, body: str = BODY) -> Edges:
    html = (
        f"<!DOCTYPE html><title>T</title><style>{AMIRI} @page {{ size: 300pt 200pt; margin: 20pt }}"
        f"html {{ font: 11pt/18pt Amiri; text-align: {align} }} body, p {{ margin: 0 }}</style>"
        f'<body dir="rtl" lang="fa">{body}'
    )
    return line_edges(pypdfium2.PdfDocument(engine.set_html(html))[0])[0]


def test_the_stock_engine_moves_the_line_by_a_space(stock: Engine) -> None:
    assert first_line(stock, "justify").left < LEFT - 1


def test_a_justified_line_keeps_to_its_measure(corrected: Engine) -> None:
    line = first_line(corrected, "justify")
    assert LEFT - 0.5 < line.left < LEFT + 1.5
    assert RIGHT - 1.5 < line.right < RIGHT + 0.5


def test_a_ragged_line_begins_where_it_did(stock: Engine, corrected: Engine) -> None:
    before, after = first_line(stock, "start"), first_line(corrected, "start")
    assert abs(before.right - after.right) < 0.1
    assert abs(before.left - after.left) < 0.1


@pytest.mark.parametrize("align", ["justify", "start"])
def test_the_stock_engine_leaves_the_gap_of_a_space_within_words_from_the_left(stock: Engine, align: str) -> None:
    assert first_line(stock, align, FOREIGN).right > RIGHT + 2


@pytest.mark.parametrize("align", ["justify", "start"])
def test_a_line_that_ends_within_words_from_the_left_keeps_to_its_measure(corrected: Engine, align: str) -> None:
    line = first_line(corrected, align, FOREIGN)
    assert line.left > LEFT - 0.5
    assert RIGHT - 1.5 < line.right < RIGHT + 0.5
