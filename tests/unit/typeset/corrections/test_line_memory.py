"""A line is shaped once, however often its column is laid out; what is set stays the same."""

from __future__ import annotations

import pytest

from tests.support.engine import Engine

BODY = (
    f'<div class="columns">{"<p>" + "some words in a line or two, with <i>more</i> to say. " * 3 + "</p>" * 1}</div>'
    * 2
)


def shaped(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many times a line was shaped."""
    from weasyprint.layout import inline  # noqa: PLC0415 - only once the fonts of the machine are kept out

    count = 0
    stock = inline.split_first_line

    def split_first_line(*arguments: object, **options: object) -> object:
        nonlocal count
        count += 1
        return stock(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(inline, "split_first_line", split_first_line)
        engine.set_body(BODY)
    return count


def test_the_stock_engine_shapes_lines_again(
    stock: Engine,
    corrected: Engine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert shaped(stock, monkeypatch) > 2 * shaped(corrected, monkeypatch)


def test_remembered_lines_are_the_same_lines(stock: Engine, corrected: Engine) -> None:
    assert stock.pages(BODY) == corrected.pages(BODY)
