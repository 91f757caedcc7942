"""The foot of the last page: CSS has no way to send a block there without taking its room from the text.

A block that asks for it (``data-stands="foot"``) is laid out in the flow, so that its room is its own, and then
moved down to the foot of the page it fell on, above the notes. Call after ``render``, before ``write_pdf``.
"""

from __future__ import annotations

from typing import Any


def stand_at_foot(page: Any) -> None:
    """Move what is to stand at the foot down to the foot of a page box of the engine."""
    bottom = page.content_box_y() + page.height
    for area in page.children[1:]:
        if type(area).__name__ == "FootnoteAreaBox" and area.children:
            bottom -= area.margin_height()
    for box in page.descendants():
        element = box.element
        if element is not None and box.element_tag == element.tag and element.get("data-stands") == "foot":
            box.translate(dy=bottom - box.position_y - box.margin_height())
            return
