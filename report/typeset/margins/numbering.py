"""Numbers of lines: through each page, column after column, as readers count them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from report.typeset.margins.lines import Line

_SAME = 0.5  # of the height: lines whose base lines are nearer stand side by side, as in the cells of a row


def number_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Number the lines of a page that are counted, from 1; lines side by side, in cells of a row, are one line."""
    numbered: list[Line] = []
    number = 0
    for _, group in groupby(lines, key=lambda line: (id(line.column), line.step)):
        strip = list(group)
        if not strip[0].step:
            numbered += strip
            continue
        base = float("-inf")
        for line in sorted(strip, key=lambda line: line.base):
            if line.base - base >= _SAME * (line.foot - line.top):
                number, base = number + 1, line.base
                numbered.append(replace(line, number=number))
            else:
                numbered.append(replace(line, number=number, step=0))
    return tuple(numbered)
