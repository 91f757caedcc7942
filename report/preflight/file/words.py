"""Small values of a PDF as values of ours: text strings, names, numbers, rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from report.model.output import Rectangle


def text_of(value: Any) -> str | None:
    """Return a text string (ISO 32000-1, 7.9.2.2); None for anything else."""
    if not isinstance(value, pikepdf.String):
        return None
    body = bytes(value)
    if body.startswith(b"\xfe\xff"):
        return body[2:].decode("utf-16-be", "replace")
    if body.startswith(b"\xef\xbb\xbf"):  # ISO 32000-2 allows UTF-8
        return body[3:].decode("utf-8", "replace")
    return str(value)


def name_of(value: Any) -> str:
    """Return a name without its slash; empty for anything else, or for one that is not written in UTF-8."""
    try:
        return str(value)[1:] if isinstance(value, pikepdf.Name) else ""
    except UnicodeDecodeError:
        return ""


def number_of(value: Any, otherwise: float = 0.0) -> float:
    """Return a number; what is none counts as ``otherwise``."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return otherwise


def whole_of(value: Any, otherwise: int = -1) -> int:
    """Return a whole number; what is none counts as ``otherwise``."""
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def rectangle_of(value: Any) -> Rectangle | None:
    """Return a rectangle with its corners in order; None for what is none."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    try:
        x, y, z, w = (float(one) for one in value)
    except (TypeError, ValueError):
        return None
    return Rectangle(min(x, z), min(y, w), max(x, z), max(y, w))


def items_of(value: Any) -> Sequence[Any]:
    """Return the items of an array; what is none counts as its only item, and nothing as none."""
    if value is None:
        return ()
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def dictionary_of(value: Any) -> Any:
    """Return a dictionary (a stream's counts); an empty one for anything else."""
    return value if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)) else pikepdf.Dictionary()
