"""Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from report.preflight.file.words import items_of, text_of

_DEEPEST = 50


def numbers_in(node: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """Yield the entries of a number tree."""
    if not isinstance(node, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    pairs = items_of(node.get("/Nums"))
    for number, value in zip(pairs[::2], pairs[1::2], strict=False):
        if isinstance(number, int):
            yield number, value
    for kid in items_of(node.get("/Kids")):
        yield from numbers_in(kid, depth + 1)


def names_in(node: Any, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Yield the entries of a name tree."""
    if not isinstance(node, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    pairs = items_of(node.get("/Names"))
    for name, value in zip(pairs[::2], pairs[1::2], strict=False):
        yield text_of(name) or "", value
    for kid in items_of(node.get("/Kids")):
        yield from names_in(kid, depth + 1)
