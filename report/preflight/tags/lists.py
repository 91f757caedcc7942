"""Lists say how they are numbered; items have label and body (PRE-026): ISO 32000-1, 14.8.4.3.3 and 14.8.5.5."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.structure import Element
from report.preflight.tags.nesting import spot_of_element
from report.preflight.tags.pieces import Piece, pieces_of

_BULLETS = {"Disc": "•●", "Circle": "◦○", "Square": "■▪"}
_NUMBERINGS = {"None", *_BULLETS, "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"}


def ask_lists(evidence: Evidence) -> Iterator[Finding]:
    """Ask that lists are numbered as their labels show, and made of items with label and body."""
    file = evidence.file
    if file is None or file.tree is None:
        return
    texts = pieces_of(file)
    for element in file.tree.elements():
        if element.role != "L":
            continue
        spot = spot_of_element(file, element)
        where = f"page {spot.page}: " if spot else ""
        for fault in _faults(element, texts):
            yield Finding("PRE-026", evidence.mark, f"{where}a list {fault}", spot=spot)


def _faults(listed: Element, texts: Mapping[tuple[int, int], Sequence[Piece]]) -> Iterator[str]:
    items = [one for one in listed.elements if one.role == "LI"]
    if not items:
        yield "has no items"
        return
    numbering = listed.attributes.get("ListNumbering")
    labels = [_label(item, texts) for item in items]
    if numbering is None:
        yield "does not say how it is numbered (ListNumbering)"
    elif numbering not in _NUMBERINGS:
        yield f"is numbered “{numbering}”, which is no numbering"
    elif not _fits(numbering, labels):
        yield f"says that it is numbered “{numbering}”; its labels are “{'”, “'.join(labels[:3])}”"
    if any(labels) and not all(labels):
        yield f"has {labels.count('')} items without a label (Lbl)"
    for item in items:
        bodies = [one.role for one in item.elements].count("LBody")
        if bodies != 1:
            yield f"has an item with {bodies} bodies (LBody)"
            break


def _label(item: Element, texts: Mapping[tuple[int, int], Sequence[Piece]]) -> str:
    labels = (one for one in item.elements if one.role == "Lbl")
    held = (piece.text for label in labels for one in label.content() for piece in texts.get((one.page, one.mcid), ()))
    return "".join(held).strip()


def _fits(numbering: str, labels: Sequence[str]) -> bool:
    """Whether labels are those of a numbering; a list with labels of other kinds, such as dates, is numbered “None”."""
    signs = ["".join(filter(str.isalnum, label)) for label in labels]
    if numbering in _BULLETS:
        return all(label in _BULLETS[numbering] for label in labels)
    if numbering == "Decimal":
        return all(sign.isdecimal() for sign in signs)
    if numbering == "None":
        return not _counts(signs)
    return all(sign.isalpha() for sign in signs)


def _counts(signs: Sequence[str]) -> bool:
    """Whether labels count from one on in figures."""
    wanted = range(1, len(signs) + 1)
    return all(sign.isdecimal() and int(sign) == number for sign, number in zip(signs, wanted, strict=True))
