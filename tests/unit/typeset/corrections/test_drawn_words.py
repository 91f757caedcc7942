"""The words of a drawing are set as words."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import quote

import fontpkg
import pypdfium2
import pytest

from tests.support.engine import FACE_RULES, FAMILY, Engine

ARABIC = f"@font-face {{ font-family: Amiri; src: url('{fontpkg.path('Amiri', 400, 'normal').as_uri()}') }}"


def characters(engine: Engine, text: str, attributes: str = "") -> list[tuple[str, float, float]]:
    """The characters of a text that begins at 75 points, each with its left and right edge."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" width="400" height="80" font-size="30">'
        f'<text x="75" y="40" font-family="{FAMILY}, Amiri" {attributes}>{text}</text></svg>'
    )
    sheet = f"{FACE_RULES}{ARABIC} @page {{ size: 300pt 80pt; margin: 0 }} body {{ margin: 0 }}"
    html = f'<html lang="en"><style>{sheet}</style><img src="data:image/svg+xml,{quote(svg)}">'
    page = pypdfium2.PdfDocument(BytesIO(engine.set_html(html)))[0].get_textpage()
    found = []
    for index in range(page.count_chars()):
        left, _, right, _ = page.get_charbox(index)
        found.append((page.get_text_range(index, 1), left, right))
    return found


def width(engine: Engine, text: str, attributes: str = "") -> float:
    found = characters(engine, text, attributes)
    return max(right for _, _, right in found) - min(left for _, left, _ in found)


def places(engine: Engine, text: str) -> dict[str, float]:
    return {sign: left for sign, left, _ in characters(engine, text)}


def test_the_stock_engine_sets_right_to_left_words_from_left_to_right(stock: Engine) -> None:
    found = places(stock, "سطح")
    assert found["س"] < found["ط"] < found["ح"]


def test_right_to_left_words_are_read_from_the_right_and_their_letters_join(stock: Engine, corrected: Engine) -> None:
    found = places(corrected, "سطح")
    assert found["س"] > found["ط"] > found["ح"]
    assert width(corrected, "سطح") < width(stock, "سطح")


def test_words_are_kerned(stock: Engine, corrected: Engine) -> None:
    assert width(corrected, "AVAVAV") < width(stock, "AVAVAV") - 5


def test_words_begin_where_the_drawing_says(corrected: Engine) -> None:
    assert min(left for _, left, _ in characters(corrected, "Hnnn")) == pytest.approx(75, abs=2)


@pytest.mark.parametrize("attributes", ['letter-spacing="4"', 'textLength="150"', 'rotate="5"', 'dx="0 4 4"'])
def test_letters_that_a_drawing_places_itself_stay(stock: Engine, corrected: Engine, attributes: str) -> None:
    assert characters(corrected, "AVAVAV", attributes) == characters(stock, "AVAVAV", attributes)
