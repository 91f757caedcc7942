"""The lines of a laid-out page, each with the column that it stands in and what is asked for beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any, Literal

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

Side = Literal["left", "right"]

# Boxes and elements of the engine are untyped.
Box = Any
Element = Any

_TOUCH = 1.0  # pixels: a column that ends so near to the edge of its box is the outer one


@dataclass(frozen=True, slots=True)
class Column:
    """Where matter beside a column stands: on which side, from which edge (CSS pixels), and how much room there is."""

    side: Side
    edge: float
    room: float = inf


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a picture, as it stands on its page: places in CSS pixels from the top of the page.

    ``elements`` are those of the HTML it belongs to, from without to within. ``step`` says which numbers are printed,
    0 where lines are not counted; ``number`` is that of the line on its page, 0 before it is given.
    """

    column: Column
    top: float
    foot: float
    base: float
    elements: tuple[Element, ...]
    is_barred: bool
    step: int = 0
    number: int = 0


def read_lines(page: Box) -> tuple[Line, ...]:
    """Return the lines of a page in reading order, those of its notes last; what stands in margin boxes is none."""
    left, right = page.content_box_x(), page.content_box_x() + page.width
    is_from_right = any(box.style["direction"] == "rtl" for box in page.children if box.is_for_root_element)
    whole = Column("right", right) if is_from_right else Column("left", left)
    reader = _Reader(whole, left, right)
    return tuple(
        line for box in page.children if not isinstance(box, boxes.MarginBox) for line in reader.lines(box, whole, ())
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads boxes: ``whole`` is the column of what takes the full width, ``left`` and ``right`` are its edges."""

    whole: Column
    left: float
    right: float

    def lines(self, box: Box, column: Column, around: tuple[Element, ...]) -> Iterator[Line]:
        """Yield the lines within a box, which stands in a column and in elements."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001 - the engine shows the box in its place nowhere else
        if box.element is not None and (not around or around[-1] is not box.element):
            around = (*around, box.element)
        if isinstance(box, boxes.LineBox):
            yield from _line(box, column, around)
        elif isinstance(box, boxes.ReplacedBox):
            top, foot = box.position_y, box.position_y + box.margin_height()
            yield Line(column, top, foot, foot, around, _is_asked("data-bar", around))
        else:
            outer = column is self.whole
            for child in box.children:
                is_column = outer and (getattr(child, "is_column", False) or isinstance(box, boxes.FlexContainerBox))
                yield from self.lines(child, self._column(child, box) if is_column else column, around)

    def _column(self, column: Box, box: Box) -> Column:
        """Return where matter beside a column of a box stands: outer columns have it in the margins of the page."""
        before = column.position_x - box.content_box_x()
        after = box.content_box_x() + box.width - column.position_x - column.width
        if before < _TOUCH and after < _TOUCH:
            return self.whole
        if before < _TOUCH:
            return Column("left", self.left)
        if after < _TOUCH:
            return Column("right", self.right)
        if self.whole.side == "left":
            edge = column.position_x
            ends = (child.position_x + child.width for child in box.children)
            return Column("left", edge, edge - max(end for end in ends if end < edge))
        edge = column.position_x + column.width
        starts = (child.position_x for child in box.children)
        return Column("right", edge, min(start for start in starts if start > edge) - edge)


def _line(box: Box, column: Column, around: tuple[Element, ...]) -> Iterator[Line]:
    within = tuple(dict.fromkeys(one.element for one in _inside(box) if one.element is not None))
    has_words = any(isinstance(one, boxes.TextBox) and one.text.strip() for one in _inside(box))
    elements = tuple(dict.fromkeys((*around, *within)))
    is_barred = _is_asked("data-bar", elements)
    if has_words or is_barred:
        step = next((int(one.get("data-numbered")) for one in around if one.get("data-numbered")), 0)
        base = box.position_y + box.baseline
        yield Line(column, box.position_y, box.position_y + box.height, base, elements, is_barred, has_words * step)


def _inside(box: Box) -> Iterator[Box]:
    for child in box.children:
        if isinstance(child, AbsolutePlaceholder):
            continue
        yield child
        yield from _inside(child)


def _is_asked(name: str, elements: tuple[Element, ...]) -> bool:
    return any(one.get(name) is not None for one in elements)
