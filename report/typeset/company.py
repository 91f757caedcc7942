"""The company of the imprint: where it would stand alone on the last page, the end of the text goes there with it.

CSS can ask that no page break comes before a block (``break-before: avoid``); the engine then looks for an earlier one
among what stands before it, and finds none in column boxes. So the pages are set, looked at, and, if the imprint has
come to stand alone, set again with the last entries of the bibliography (or the last block) in a column box of their
own, which keeps to the imprint (``.closing``).
"""

from __future__ import annotations

from typing import Any

_KEPT = 4  # entries: two lines or more in each column
_FOOT = "foot"


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
    """Move the end of the text of an HTML tree into a box that keeps to the imprint; false if there is nothing to move.

    Whatever else stands between the text and the imprint keeps to that by itself, or is company enough.
    """
    parents = {child: parent for parent in document.iter() for child in parent}
    foot = next((one for one in document.iter() if one.get("data-stands") == _FOOT), None)
    columns = [one for one in document.iter("div") if one.get("class") == "columns"]
    if foot is None or not columns or _is_parted(columns[-1], foot, parents):
        return False
    moved = _end_of(columns[-1])
    if not moved:
        return False
    box = columns[-1].makeelement("div", {"class": "columns closing", "data-continues": ""})
    box.extend(moved)
    parent = parents[columns[-1]]
    parent.insert(list(parent).index(columns[-1]) + 1, box)
    return True


def _is_parted(columns: Any, foot: Any, parents: Any) -> bool:
    """Whether something stands between the last column box and the imprint."""
    main = parents[columns]
    body = parents[foot]
    siblings = list(body)
    return main[-1] is not columns or siblings[siblings.index(foot) - 1] is not main


def _end_of(columns: Any) -> list[Any]:
    """Take the end out of a column box: entries of its last list, or its last block with the headings above it."""
    if not len(columns):
        return []
    last = columns[-1]
    if last.get("class") == "references" and len(last) > _KEPT:
        rest = last.makeelement("ul", dict(last.attrib))
        for entry in list(last)[-_KEPT:]:
            last.remove(entry)
            rest.append(entry)
        return [rest]
    first = len(columns) - 1
    while first and columns[first - 1].tag in {"h2", "h3"}:
        first -= 1
    moved = list(columns)[first:] if first else []
    for one in moved:
        columns.remove(one)
    return moved
