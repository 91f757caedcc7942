"""What the engine does, and does not do, for text that runs from the right: what our sheets and templates rely on."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.support.engine import Engine
from tests.support.line_edges import line_edges

CORRECTED = Engine(is_corrected=True)
ADDRESS = "10.1000/example"


def read(body: str, sheet: str = "") -> str:
    """The letters of the only page from left to right."""
    text = pypdfium2.PdfDocument(CORRECTED.set_body(body, sheet))[0].get_textpage()
    places = [(text.get_charbox(index)[0], text.get_text_range(index, 1)) for index in range(text.count_chars())]
    return "".join(sign for _, sign in sorted(places) if sign.strip())


def test_an_element_with_a_direction_isolates_its_words() -> None:
    assert ADDRESS in read(f'<p dir="rtl">(<bdi dir="ltr">{ADDRESS}</bdi>).</p>')


@pytest.mark.parametrize("run", [ADDRESS, f"<bdi>{ADDRESS}</bdi>", f'<bdi dir="auto">{ADDRESS}</bdi>'])
def test_nothing_less_does(run: str) -> None:
    assert ADDRESS not in read(f'<p dir="rtl">({run}).</p>')


def test_a_size_cannot_be_computed_from_that_of_the_text_around(caplog: pytest.LogCaptureFixture) -> None:
    read("<p>one <b>two</b></p>", "b { font-size: calc(1em / 1.12) }")
    assert "Invalid math function" in caplog.text


def test_a_run_in_another_size_has_no_say_in_the_line_if_its_line_height_is_nothing() -> None:
    def depth(sheet: str) -> float:
        page = pypdfium2.PdfDocument(CORRECTED.set_body("<p>one <b>two</b></p><p>three</p>", sheet))[0]
        first, second = line_edges(page)
        return first.baseline - second.baseline

    assert depth("b { font-size: 4pt; line-height: 0 }") == 10
    assert depth("b { font-size: 4pt }") > 10
