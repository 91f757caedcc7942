"""A line holds all the words that fit, the last space hanging."""

from __future__ import annotations

from tests.support.engine import Engine

PLAIN = "international goods traded"
MARKED = "international goods <i>traded</i>"


def narrowest_measure(engine: Engine, text: str) -> float:
    """The narrowest measure, in points, that holds the first two words in one line."""
    for tenths in range(560, 760, 2):
        lines = engine.pages(f'<p style="width: {tenths / 10}pt">{text}</p>')[0]
        if lines[0].words == "international goods":
            return tenths / 10
    raise AssertionError("no measure holds both words")


def test_the_stock_engine_wants_room_for_the_space_before_an_inline_element(stock: Engine) -> None:
    assert narrowest_measure(stock, MARKED) > narrowest_measure(stock, PLAIN) + 1


def test_words_stay_together_as_long_as_they_fit(corrected: Engine) -> None:
    assert narrowest_measure(corrected, MARKED) == narrowest_measure(corrected, PLAIN)
