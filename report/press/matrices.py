"""Places and sizes on a page, through the transforms of its content (ISO 32000-1, 8.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot, sqrt

from report.model.output import Rectangle

Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(values: Iterable[object]) -> Matrix:
    """Return six numbers of a file as a matrix; fewer or other things are no transform."""
    try:
        a, b, c, d, e, f = (float(one) for one in values)  # type: ignore[arg-type]  # what is no number is refused
    except (TypeError, ValueError):
        return PLAIN
    return (a, b, c, d, e, f)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the transform that does the inner one first."""
    a, b, c, d, e, f = inner
    k, m, n, p, q, r = outer
    return (a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r)


def scales_of(matrix: Matrix) -> tuple[float, float]:
    """Return how long a unit to the right, and one upwards, becomes."""
    return hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])


def scale_of(matrix: Matrix) -> float:
    """Return how thick a line of one unit becomes, taken over all directions."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def box_of(matrix: Matrix, corners: Sequence[float] = (0.0, 0.0, 1.0, 1.0)) -> Rectangle:
    """Return the rectangle around a transformed one; a picture is drawn on the unit square."""
    left, bottom, right, top = corners
    a, b, c, d, e, f = matrix
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    across, up = zip(*points, strict=True)
    return Rectangle(min(across), min(up), max(across), max(up))
