"""What is no text: running heads and folios, repeated heads of tables, decoration (ISO 32000-1, 14.8.2.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

# Boxes of the engine are untyped.
Box = Any

LAYOUT = pydyf.Dictionary({"Type": "/Layout"})
_PAGINATION = pydyf.Dictionary({"Type": "/Pagination"})
_EDGES = {"top": ("Header", "Top"), "bottom": ("Footer", "Bottom"), "left": ("", "Left"), "right": ("", "Right")}
_PICTURES = ("img", "{http://www.w3.org/2000/svg}svg")


def artifacts_of(pages: Iterable[Box]) -> dict[Box, pydyf.Dictionary]:
    """Return the boxes of words and pictures that are drawn as artifacts, each with the properties of its sequence."""
    heads: set[int] = set()
    return {box: properties for page in pages for box, properties in _artifacts(page, None, heads)}


def _artifacts(box: Box, around: pydyf.Dictionary | None, heads: set[int]) -> Iterator[tuple[Box, pydyf.Dictionary]]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.MarginBox):
        around = _running(box.at_keyword)
    elif getattr(box, "is_header", False) or getattr(box, "is_footer", False):
        around = _PAGINATION if id(box.element) in heads else around
        heads.add(id(box.element))
    if isinstance(box, boxes.ReplacedBox) and around is None and _is_decoration(box):
        around = LAYOUT
    if around is not None and isinstance(box, boxes.TextBox | boxes.ReplacedBox):
        yield box, around
    for child in box.children:
        yield from _artifacts(child, around, heads)


def _running(place: str) -> pydyf.Dictionary:
    """The properties of what stands in a margin box: “@top-left” and its like."""
    part, edge = _EDGES[place[1:].partition("-")[0]]
    subtype = {"Subtype": f"/{part}"} if part else {}
    return pydyf.Dictionary({"Type": "/Pagination", **subtype, "Attached": pydyf.Array([f"/{edge}"])})


def _is_decoration(box: Box) -> bool:
    """Whether a picture says nothing: one that a sheet puts there, or whose alternative text is empty."""
    return box.element_tag not in _PICTURES or box.element.get("alt") == ""
