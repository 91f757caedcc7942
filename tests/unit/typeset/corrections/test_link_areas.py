"""A link can be clicked, however low its line is."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.support.engine import Engine

LOW = '<p id="p">Some words, <a href="#p" style="line-height: 0; vertical-align: super; font-size: 6pt">7</a></p>'
USUAL = '<p id="p">Some words, <a href="#p">seven</a></p>'


def area(engine: Engine, body: str) -> tuple[float, float]:
    """The foot and the height of the only link."""
    pdf = pikepdf.open(BytesIO(engine.set_body(body)))
    (link,) = pdf.pages[0].Annots
    _, first, _, last = (float(value) for value in link.Rect)
    return min(first, last), abs(last - first)


def test_the_stock_engine_leaves_a_link_on_a_low_line_no_height(stock: Engine) -> None:
    assert area(stock, LOW)[1] == 0


def test_a_link_on_a_low_line_is_as_high_as_its_letters(corrected: Engine) -> None:
    foot, height = area(corrected, LOW)
    usual_foot, usual_height = area(corrected, USUAL)
    assert height == pytest.approx(7.5)
    assert foot > usual_foot
    assert foot + height < usual_foot + usual_height + 4


def test_other_links_keep_their_area(stock: Engine, corrected: Engine) -> None:
    assert area(corrected, USUAL) == area(stock, USUAL)
