"""Lines of print files go down their column in the order in which they are drawn (PRE-035).

Tags tell the order of pages for readers. In print there are none, and what is exchanged is drawn in the old order, in
another place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.findings import Finding
from report.preflight.drawing.glyph_lines import lines_of, text_of_line
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import Drawn
from report.preflight.tags.spoken import whole_fold
from report.preflight.technical.folding import PrintedPage, direction_of_pages, printed_pages, stands_alone

_LONG = 10  # glyphs: the figures of a scale may be drawn from below
_UP = 5  # of the size: so far up another column may begin that is as wide as a part of this one
_SHOWN = 3


def ask_print_order(evidence: Evidence) -> Iterator[Finding]:
    """Ask that no line is drawn after the one that stands below it."""
    if evidence.file is None or not stands_alone(evidence):
        return
    direction = direction_of_pages(evidence)
    for page in printed_pages(evidence):
        for line in list(_going_up(page, from_right=direction == "rtl"))[:_SHOWN]:
            text = whole_fold(text_of_line(line, direction))[:40]
            message = f"page {page.number}: “{text}” stands above the line that comes before it"
            yield Finding("PRE-035", evidence.mark, message, spot=spot_of(page.side, line[0].place))


def _going_up(page: PrintedPage, *, from_right: bool) -> Iterator[Sequence[Drawn]]:
    heights: dict[tuple[float, int], float] = {}
    for line in lines_of(page.drawn):
        if sum(len(one.codes) for one in line) < _LONG:
            continue
        edge = line[-1].place.right if from_right else line[0].place.left
        size, height = line[0].size, line[0].origin[1]
        before = heights.get((round(size, 1), round(edge)), height)
        if 0.5 * size < height - before < _UP * size:
            yield line
        heights[round(size, 1), round(edge)] = height
