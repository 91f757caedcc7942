"""Matrices of ISO 32000-1, 8.3.4, as six numbers, and rectangles carried through them."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from report.model.output import Rectangle

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(one: Matrix, two: Matrix) -> Matrix:
    """Return the matrix that applies ``one`` first and ``two`` after it."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """Return where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def bounds(points: Iterable[Point]) -> Rectangle:
    """Return the rectangle around points; there is at least one."""
    across, up = zip(*points, strict=True)
    return Rectangle(min(across), min(up), max(across), max(up))


def placed(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Rectangle:
    """Return the rectangle around a rectangle that a matrix has moved."""
    a, b, c, d, e, f = matrix
    if b == 0 == c:
        x, z, y, w = a * left + e, a * right + e, d * bottom + f, d * top + f
        return Rectangle(min(x, z), min(y, w), max(x, z), max(y, w))
    return bounds(moved(matrix, x, y) for x in (left, right) for y in (bottom, top))


def is_upright(matrix: Matrix) -> bool:
    """Whether what it moves is neither mirrored nor upside down; it may lie on its side."""
    a, b, c, d, _, _ = matrix
    return a * d - b * c >= 0 and (a > 0 or abs(b) > abs(a))


def scale_of(matrix: Matrix) -> float:
    """Return by how much lengths grow, at least: the lesser of both directions."""
    a, b, c, d, _, _ = matrix
    return min(hypot(a, b), hypot(c, d))


def shared(one: Rectangle | None, two: Rectangle) -> Rectangle:
    """Return what two rectangles share; empty, at an edge of the second one, where they share nothing."""
    if one is None:
        return two
    left, bottom = max(one.left, two.left), max(one.bottom, two.bottom)
    return Rectangle(left, bottom, max(left, min(one.right, two.right)), max(bottom, min(one.top, two.top)))
