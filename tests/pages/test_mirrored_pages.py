"""A mirrored edition is a mirror image: every box of every page, turned round the middle of the sheet, to a point.

The specimen has every block there is. It is set in the two pseudo-locales, which have the same words; one of them is
read from the right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from report.compose import compose
from report.desk import Desk
from report.order import Order
from report.production import Prepared, prepare
from report.typeset.fonts import no_machine_fonts
from report.typeset.paged import _laid_out

PROJECT = Path(__file__).parents[2]
POINTS = 0.75
_KINDS = ("BlockBox", "LineBox", "TableBox", "TableRowBox", "TableCellBox", "FlexBox", "BlockReplacedBox", "MarginBox")


class Place(NamedTuple):
    """A box on its page, in points: what it is, and its left edge, top, width and height."""

    kind: str
    left: float
    top: float
    width: float
    height: float


@pytest.fixture(scope="module")
def pages() -> dict[str, list[Any]]:
    """The laid-out pages of the specimen by pseudo-locale."""
    laid_out = {}
    for locale in ("en-XA", "ar-XB"):
        made = prepare(Order(PROJECT, "specimen", locale, ("paged",)), Desk())
        with no_machine_fonts():
            laid_out[locale], *_ = _laid_out(_galley(made), made.edition, PROJECT, ())
    return laid_out


def test_both_have_as_many_pages(pages: dict[str, list[Any]]) -> None:
    assert len(pages["en-XA"]) == len(pages["ar-XB"]) >= 4


def test_every_box_stands_where_a_mirror_shows_it(pages: dict[str, list[Any]]) -> None:
    seen: Counter[str] = Counter()
    for number, (plain, mirrored) in enumerate(zip(pages["en-XA"], pages["ar-XB"], strict=True), start=1):
        width = plain.margin_width() * POINTS
        images = [place._replace(left=width - place.left - place.width) for place in _places(mirrored)]
        for place in _places(plain):
            seen.update(place.kind.split())
            assert any(_is_same(place, image) for image in images), (number, place)
    assert {"columns", "note", "figure", "timeline", "table", "imprint", "FootnoteAreaBox"} <= set(seen)
    assert seen.total() > 800


def test_folios_stand_at_the_outer_edge_and_the_first_page_is_a_left_one(pages: dict[str, list[Any]]) -> None:
    outer = {
        locale: [
            box.at_keyword
            for page in boxes
            for box in page.children
            if type(box).__name__ == "MarginBox" and _words(box).isdecimal()
        ]
        for locale, boxes in pages.items()
    }
    assert outer["en-XA"][:3] == ["@bottom-right", "@bottom-left", "@bottom-right"]
    assert outer["ar-XB"][:3] == ["@bottom-left", "@bottom-right", "@bottom-left"]


def _galley(made: Prepared) -> Any:
    return compose(made.edition, made.apparatus, "paged", made.faces, PROJECT)


def _places(page: Any) -> list[Place]:
    return [place for child in page.children for place in _within(child)]


def _within(box: Any) -> Iterator[Place]:
    """Yield a box and those in it; what stands in lines is placed by its line."""
    element = box.element
    name = _name(box)
    kind = type(box).__name__
    if kind == "FootnoteAreaBox" or kind.endswith(_KINDS):
        x, y = box.position_x * POINTS, box.position_y * POINTS
        if box.margin_width() and box.margin_height():
            yield Place(f"{name} {kind}", x, y, box.margin_width() * POINTS, box.margin_height() * POINTS)
    if kind == "LineBox" or (element is not None and element.get("data-numeric") is not None):
        return
    for child in getattr(box, "children", ()):
        yield from _within(child)


def _name(box: Any) -> str:
    """The class or tag of a box; a margin box without its side."""
    if hasattr(box, "at_keyword"):
        return str(box.at_keyword).removesuffix("-left").removesuffix("-right")
    return str(box.element_tag if box.element is None else box.element.get("class", box.element.tag))


def _is_same(one: Place, other: Place) -> bool:
    return one.kind == other.kind and all(abs(a - b) <= 1 for a, b in zip(one[1:], other[1:], strict=True))


def _words(box: Any) -> str:
    return "".join(inner.text for inner in box.descendants() if hasattr(inner, "text")).strip()
