"""The company of the imprint: where it would stand alone on the last page, the end of the text goes there with it.

CSS can ask that no page break comes before a block (``break-before: avoid``); the engine then looks for an earlier one
among what stands before it, and finds none in column boxes. So the pages are set, looked at, and, if the imprint has
come to stand alone, set again with the last entries of the bibliography (or the last block) in a column box of their
own, which keeps to the imprint (``.closing``). A box of one block goes whole, and so does what takes the full width at
the end of the text. Should the imprint stand alone even then, what was to go is longer than the rest of that page, and
nothing goes.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

_KEPT = 4  # entries: two lines or more in each column
_FOOT = "foot"
_COLUMNS, _ACROSS, _KEEPING = "columns", "span", "closing"


def stands_alone(page: Any) -> bool:
    """Whether the text of a page box of the engine is the imprint and nothing else."""
    tops = [
        child
        for root in page.children
        if root.element_tag == "html"
        for body in root.children
        for child in body.children
    ]
    return len(tops) == 1 and tops[0].element is not None and tops[0].element.get("data-stands") == _FOOT


def keep_company(document: Any) -> bool:
    """Let the end of the text of an HTML tree keep to the imprint, in a box of its own; false if nothing can.

    Whatever else stands between the text and the imprint keeps to that by itself, or is company enough.
    """
    text = _right_before_the_foot(document)
    last = text[-1] if text is not None and len(text) else None
    if last is None or last.get("class") not in {_COLUMNS, _ACROSS}:
        return False
    moved = _end_of(last) if last.get("class") == _COLUMNS else []
    if not moved:
        return _goes_whole(last, text)
    box = last.makeelement("div", {"class": f"{_COLUMNS} {_KEEPING}", "data-continues": ""})
    box.extend(moved)
    text.append(box)
    return True


def _right_before_the_foot(document: Any) -> Any:
    """Return the element that the imprint follows, if there is one."""
    for parent in document.iter():
        for before, child in pairwise(parent):
            if child.get("data-stands") == _FOOT:
                return before
    return None


def _end_of(columns: Any) -> list[Any]:
    """Take the end out of a column box: entries of its last list, or its last block with the headings above it."""
    last = columns[-1] if len(columns) else None
    if last is None:
        return []
    if last.get("class") == "references" and len(last) > _KEPT:
        rest = last.makeelement("ul", dict(last.attrib))
        for entry in list(last)[-_KEPT:]:
            last.remove(entry)
            rest.append(entry)
        return [rest]
    first = len(columns) - 1
    while first and _is_heading(columns[first - 1]):
        first -= 1
    moved = list(columns)[first:] if first else []
    for one in moved:
        columns.remove(one)
    return moved


def _goes_whole(last: Any, text: Any) -> bool:
    """Let the last box of the text keep to the imprint as it is, if something stays that it can part from.

    A heading at the end of the box before would be left behind.
    """
    before = text[-2] if len(text) > 1 else None
    if before is None or not len(last) or (len(before) and _is_heading(before[-1])):
        return False
    last.set("class", f"{last.get('class')} {_KEEPING}")
    return True


def _is_heading(element: Any) -> bool:
    return element.tag in {"h2", "h3"}
