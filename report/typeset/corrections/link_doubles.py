"""A link holds a second link for each phrase within it.

Minimal case: ``<a href="#p">some <em>words</em></a>``; the PDF has two links, one over the other. The
inner one hangs on the phrase, which is no Link in the structure tree, so PDF/UA is broken, and an
assistive tool reads the link twice.

The engine hands the link of a box down to the boxes within it (``gather_anchors``), which is right for
blocks that stand out of it. What stands within a line is covered by the link itself: the answer leaves
those out that have no link of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import document
from weasyprint.formatting_structure import boxes

from report.typeset.corrections.patching import replaced

# Type and target of a link, its rectangle, and the box it hangs on, which carries no types.
_Link = tuple[str, str, tuple[float, float, float, float], Any]


@contextmanager
def install() -> Iterator[None]:
    """Leave out the links that phrases within a link are given."""
    stock = document.gather_anchors

    def gather_anchors(box: Any, anchors: Any, links: list[_Link], *others: Any) -> None:
        stock(box, anchors, links, *others)
        links[:] = [link for link in links if link[3].link or not isinstance(link[3], boxes.InlineBox)]

    with replaced(document, "gather_anchors", gather_anchors):
        yield
