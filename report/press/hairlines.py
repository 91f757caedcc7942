"""Hairlines: nothing thinner than a press holds, whether it is a stroke, a filled sliver or what clips one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from report.press.matrices import Matrix, scales_of

# A quarter of a point; thinner lines break up on the plate (ISO 12647-2 leaves it to the printer, who asks for this).
LEAST = 0.25
# Operators that build a path, with the places of its x among their operands; a rectangle's size comes after its corner.
PATH = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4, "h": 0}
Segment = tuple[Sequence[Any], str]


def thickened(path: Sequence[Segment], matrix: Matrix) -> Sequence[Segment]:
    """Return a path with what is thinner than a hairline made as thick as one, about its middle.

    A path without any width is left alone: it shows nothing, or, as a clip, hides all.
    """
    points = [point for operands, operator in path for point in _points(operands, operator)]
    if not points:
        return path
    spans = [(min(values), max(values)) for values in zip(*points, strict=True)]
    factors = [
        LEAST / (scale * (high - low)) if 0 < scale * (high - low) < LEAST - 1e-6 else 1.0
        for (low, high), scale in zip(spans, scales_of(matrix), strict=True)
    ]
    if factors == [1.0, 1.0]:
        return path
    middles = [(low + high) / 2 for low, high in spans]
    return [(_spread(operands, operator, factors, middles), operator) for operands, operator in path]


def widened(box: Sequence[float], matrix: Matrix) -> list[float]:
    """Return the box of a form, which clips it (ISO 32000-1, 8.10.1), no thinner than a hairline."""
    left, bottom, right, top = box
    ((operands, _),) = thickened([((left, bottom, right - left, top - bottom), "re")], matrix)
    x, y, width, height = operands
    return [x, y, x + width, y + height]


def _points(operands: Sequence[Any], operator: str) -> Iterator[tuple[float, float]]:
    values = [float(one) for one in operands[: PATH[operator]]]
    if operator == "re":
        x, y, width, height = values
        yield from ((x, y), (x + width, y + height))
    else:
        yield from zip(values[::2], values[1::2], strict=True)


def _spread(operands: Sequence[Any], operator: str, factors: Sequence[float], middles: Sequence[float]) -> list[float]:
    values = [float(one) for one in operands]
    if operator == "re":
        corner = [
            middle + (value - middle) * factor
            for value, middle, factor in zip(values[:2], middles, factors, strict=True)
        ]
        return [*corner, values[2] * factors[0], values[3] * factors[1]]
    return [round(middles[at % 2] + (value - middles[at % 2]) * factors[at % 2], 6) for at, value in enumerate(values)]
