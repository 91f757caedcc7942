"""The words of a drawing are set letter by letter: letters do not join, and right-to-left words are reversed.

Minimal case: an SVG with ``<text>خلیج</text>``. The engine gives every character a layout of its own and puts it to the
right of the one before (``weasyprint.svg.text.text``), since SVG may place each letter. Arabic letters then stand
apart, in the order of writing from left to right; Latin ones have no kerning.

The answer hands a text over as one piece where the drawing places no letters of its own: it has at most one ``x``,
``y``, ``dx`` and ``dy``, and neither ``rotate``, ``textLength`` nor spaced letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import svg

from report.typeset.corrections.patching import replaced

_PLACES = ("x", "y", "dx", "dy")
_OF_LETTERS = ("rotate", "textLength")
_UNSPACED = ("normal", "0", "0px")


class _Whole(str):
    """A text whose only part is itself."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        return iter((str(self),))


@contextmanager
def install() -> Iterator[None]:
    """Set the words of a text together, unless the drawing places their letters."""
    stock = svg.text

    def text(drawing: Any, node: Any, font_size: float) -> None:
        if node.text and not _places_letters(node):
            node._etree_node.text = _Whole(node.text)
        stock(drawing, node, font_size)

    tags = {name: text if drawn is stock else drawn for name, drawn in svg.TAGS.items()}
    with replaced(svg, "text", text), replaced(svg, "TAGS", tags):
        yield


def _places_letters(node: Any) -> bool:
    if any(node.get(name) for name in _OF_LETTERS) or node.get("letter-spacing", "normal") not in _UNSPACED:
        return True
    return any(len(node.get(name, "").replace(",", " ").split()) > 1 for name in _PLACES)
