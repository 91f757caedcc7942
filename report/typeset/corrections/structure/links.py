"""What assistive tools are told of a link: where it leads, in the words of the edition (ISO 14289-1, 7.18.5).

Links between calls and notes are described by the note (``data-call-leads``, ``data-marker-leads``), others within the
file by ``data-leads``, ``aria-label`` or else their own words, and links that lead out of it by their address.
"""

from __future__ import annotations

from typing import Any

import pydyf

from report.typeset.corrections.structure.roles import is_internal

# Boxes, elements and annotations of the engine are untyped.
Untyped = Any

CALL, MARKER = "footnote-call", "footnote-marker"
_OF_NOTES = {CALL: "data-call-leads", MARKER: "data-marker-leads"}


def describe(annotation: Untyped, element: Untyped, part: str) -> None:
    """Describe a link annotation; ``part`` is the call or the marker of the note, or nothing."""
    annotation["Contents"] = pydyf.String(_words(element, part))


def _words(element: Untyped, part: str) -> str:
    if part in _OF_NOTES:
        words = element.get(_OF_NOTES[part]) or element.get("data-number") or element.get("id")
    elif is_internal(element):
        own = "".join(element.itertext()) or "".join(picture.get("alt", "") for picture in element.iter("img"))
        words = element.get("data-leads") or element.get("aria-label") or own or element.get("href")
    else:
        words = element.get("href")
    return " ".join((words or "").split())
