"""A link is one link, whatever is emphasised in it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.support.engine import Engine


def links(engine: Engine, body: str) -> int:
    pdf = pikepdf.open(BytesIO(engine.set_body(f'<p id="p">{body}</p>')))
    return len(pdf.pages[0].get("/Annots", ()))


PHRASES = '<a href="#p">some <em>words <b>in</b></em> it</a>'


def test_the_stock_engine_makes_a_link_of_every_phrase_in_a_link(stock: Engine) -> None:
    assert links(stock, PHRASES) == 3


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (PHRASES, 1),
        ('<em><a href="#p">some words</a></em>, <a href="#p"><em>others</em></a>', 2),
        ('<a href="https://example.org/"><em>some words</em></a>', 1),
        ('<a href="#p"><em>' + "words over two lines " * 6 + "</em></a>", 2),
        ('<a href="#p"><span style="display: inline-block">a box</span></a>', 2),
    ],
)
def test_a_link_is_one_link_a_line(corrected: Engine, body: str, count: int) -> None:
    assert links(corrected, body) == count
