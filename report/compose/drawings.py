"""A drawing in the words of an edition: the file as it is, with other words in its texts.

What a text says about its place stays, and so does its side of that place: words of the other direction are isolated
(Unicode bidirectional algorithm, UAX 9, section 2.4) instead of turning the text round, so that ``text-anchor``,
wherever it is inherited from, means what its draughtsman meant. The engine of pages and browsers agree on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.dom import minidom

from report.locales.languages import direction_of_words

_SVG = "http://www.w3.org/2000/svg"
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_POP_ISOLATE = "\u2069"
_PLACES = ("x", "y", "dx", "dy")
_OF_LETTERS = ("rotate", "textLength", "lengthAdjust")


class _Piece(NamedTuple):
    """Words, the element that holds them, and the element that gives their line its place."""

    line: minidom.Element
    holder: minidom.Element
    node: minidom.Text


def worded(body: bytes, texts: Sequence[str], wording: Sequence[str], families: Sequence[str]) -> bytes:
    """Return an SVG file with other words in its texts.

    ``body`` was read as sound (``load/svg.py``); ``texts`` are the words of its texts in order, ``wording`` those that
    take their places. Words of several lines are divided among as many; those of a line all look like its first.
    ``families`` are faces that have the letters of the new words; without any the file's own serve.
    """
    # The loader refuses document types, so there are no entities to expand.
    document = minidom.parseString(body)
    elements = document.getElementsByTagNameNS(_SVG, "text")
    for element, before, after in zip(elements, texts, wording, strict=True):
        if before != after:
            _reword(document, element, before, after, families)
    return b"".join(child.toxml(encoding="utf-8") for child in document.childNodes)


def _reword(
    document: minidom.Document, element: minidom.Element, before: str, after: str, families: Sequence[str]
) -> None:
    lines = [list(pieces) for _, pieces in groupby(_pieces(element, element), key=lambda piece: id(piece.line))]
    parts = _divided(after, [sum(len(piece.node.data) for piece in pieces) for pieces in lines])
    for (first, *others), part in zip(lines, parts, strict=True):
        for piece in others:
            piece.holder.removeChild(piece.node)
        # A new node, since a CDATA section cannot say everything.
        first.holder.replaceChild(document.createTextNode(_isolated(part, before)), first.node)
    for one in (element, *element.getElementsByTagName("*")):
        _place_whole(one)
    looks = [element.getAttribute("style").rstrip("; ")]
    looks += [f"font-family: {', '.join(map(_quoted, families))}, sans-serif"] if families else []
    looks += ["letter-spacing: 0"] if direction_of_words(after) == "rtl" else []
    if len(looks) > 1:
        element.setAttribute("style", "; ".join(filter(None, looks)))


def _pieces(holder: minidom.Element, line: minidom.Element) -> Iterator[_Piece]:
    """Yield the pieces of words in an element, in order; spaces between elements are none."""
    for child in holder.childNodes:
        if isinstance(child, minidom.Text) and child.data.strip():
            yield _Piece(line, holder, child)
        elif isinstance(child, minidom.Element):
            yield from _pieces(child, child if child.hasAttribute("x") else line)


def _divided(words: str, lengths: Sequence[int]) -> list[str]:
    """Divide words among lines that are to each other as those before them; each has a word while there are any."""
    left = words.split()
    parts: list[str] = []
    for number, length in enumerate(lengths):
        later = len(lengths) - number - 1
        share = len(" ".join(left)) * length / (sum(lengths[number:]) or 1)
        taken = left[:1]
        while len(left) - len(taken) > later and (
            not later or len(" ".join(taken)) + len(left[len(taken)]) / 2 < share
        ):
            taken = left[: len(taken) + 1]
        parts.append(" ".join(taken))
        left = left[len(taken) :]
    return parts


def _isolated(words: str, before: str) -> str:
    """Return words set apart where they run the other way than those in whose place they stand."""
    direction = direction_of_words(words)
    if direction is None or direction == (direction_of_words(before) or "ltr"):
        return words
    return f"{_ISOLATES[direction]}{words}{_POP_ISOLATE}"


def _place_whole(element: minidom.Element) -> None:
    """Leave an element the place of its first letter: the others are other letters now."""
    for name in _PLACES:
        first, *more = element.getAttribute(name).replace(",", " ").split() or [""]
        if more:
            element.setAttribute(name, first)
    for name in _OF_LETTERS:
        if element.hasAttribute(name):
            element.removeAttribute(name)


def _quoted(family: str) -> str:
    return f"'{family}'"
