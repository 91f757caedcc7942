"""What stands in the margins, as boxes of the engine: copies of the pattern boxes that the sheet asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line, strut

from report.typeset.margins.lines import Column, Line

# Boxes of the engine are untyped.
Box = Any

_NUMBERS, _BARS, _WORDS = "@top-left-corner", "@top-right-corner", "@bottom-left-corner"
_JOINED = 0.6  # of the height of a line: bars that are no further apart are one


@dataclass(frozen=True, slots=True)
class Patterns:
    """The margin boxes of a page that say how its numbers, bars and words beside lines look."""

    numbers: Box
    bars: Box
    words: Box

    @classmethod
    def taken_from(cls, page: Box) -> Patterns | None:
        """Take the patterns off a page box, so that they are not printed; None if it has none."""
        found = {box.at_keyword: box for box in page.children if isinstance(box, boxes.MarginBox)}
        patterns = [found.get(name) for name in (_NUMBERS, _BARS, _WORDS)]
        if not any(patterns):
            return None
        page.children = [box for box in page.children if not any(box is one for one in patterns)]
        return cls(*patterns)

    def drawn(
        self, lines: Sequence[Line], beside: Iterable[tuple[Line, str]], digits: Callable[[str], str]
    ) -> Iterator[Box]:
        """Yield the boxes of all that stands beside the lines of a page."""
        if self.bars:
            for column, top, foot in _stretches(lines):
                yield _bar(self.bars, column, top, foot)
        if self.numbers:
            for line in lines:
                if line.step and line.number % line.step == 0:
                    yield from _written(self.numbers, line, digits(str(line.number)), self.numbers.padding_right)
        if self.words:
            for line, words in beside:
                # Where no numbers stand between them and the text, words stand as near as numbers do.
                near = self.words if line.number or not self.numbers else self.numbers
                yield from _written(self.words, line, words, near.padding_right)


def _stretches(lines: Iterable[Line]) -> Iterator[tuple[Column, float, float]]:
    """Yield what bars stand beside: lines that follow each other in a column share one, from its top to its foot."""
    barred = sorted(
        (line for line in lines if line.is_barred),
        key=lambda line: (line.column.side, line.column.edge, line.top),
    )
    column: Column | None = None
    top = foot = 0.0
    for line in barred:
        is_beside = column is not None and (line.column.side, line.column.edge) == (column.side, column.edge)
        if column and is_beside and line.top - foot <= _JOINED * min(line.foot - line.top, foot - top):
            foot = max(foot, line.foot)
            continue
        if column:
            yield column, top, foot
        column, top, foot = line.column, line.top, line.foot
    if column:
        yield column, top, foot


def _bar(pattern: Box, column: Column, top: float, foot: float) -> Box:
    """Return a bar: a box of no width with the pattern's right border; in a narrow gutter it stands in the middle."""
    bar = _bare(pattern, column)
    width = pattern.border_right_width
    gap = min(pattern.padding_right, max(column.room - width, 0) / 2)
    bar.border_right_width = width
    bar.position_x = column.edge - gap - width if column.side == "left" else column.edge + gap
    bar.position_y, bar.height = top, foot - top
    bar.children = []
    return bar


def _written(pattern: Box, line: Line, words: str, gap: float) -> Iterator[Box]:
    """Yield words as a box of its own, on the base line of a line; where a gutter has no room there are none."""
    sample = next((box for box in pattern.descendants() if isinstance(box, boxes.TextBox)), None)
    if sample is None:
        return
    layout, _, _, width, height, baseline = split_first_line(words, sample.style, None, None, 0)
    column = line.column
    if gap + width + gap > column.room:
        return
    text = sample.copy_with_text(words)
    text.pango_layout, text.width, text.height = layout, width, height
    text.margin_top = text.margin_bottom = (strut(sample.style)[0] - height) / 2
    text.baseline = baseline + text.margin_top
    text.position_x = column.edge - gap - width if column.side == "left" else column.edge + gap
    text.position_y = line.base - text.baseline
    row = next(box for box in pattern.descendants() if isinstance(box, boxes.LineBox)).copy_with_children([text])
    box = _bare(pattern, column)
    for one in (row, box):
        one.position_x, one.position_y = text.position_x, text.position_y
        one.width, one.height = width, text.margin_height()
    box.children = [row]
    yield box


def _bare(pattern: Box, column: Column) -> Box:
    """Return a copy of a pattern without margins, padding and borders, in the margin on the side of a column."""
    box = pattern.copy()
    box.at_keyword = f"@{column.side}-middle"
    for side in ("top", "right", "bottom", "left"):
        for space in ("margin_{}", "padding_{}", "border_{}_width"):
            setattr(box, space.format(side), 0)
    box.width = 0
    return box
