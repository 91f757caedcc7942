"""A word that is divided over lines is said whole by its last part, and by the others not at all.

Whatever stands between two spaces counts as a word: addresses too, and what is divided at a hyphen or dash of its own.
Those who extract text join two lines, without the hyphen, wherever the first of them ends with one; so a word that ends
a line with a hyphen of its own is said together with the next. A part that says nothing says a space. A word that is
emphasised in part, and divided there, is one all the same: all of it is said by its last part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

# Contexts and boxes of the engine are untyped.
Box = Any

_HYPHENS = ("-", "\u00ad")
_FIRST = re.compile(r"\S*")
_LAST = re.compile(r"\S*$")
_REVISED = ("ins", "del")


@dataclass(frozen=True, slots=True)
class _Division:
    """How a line of text is divided: what its first word has on earlier lines, and whether its last word goes on."""

    before: str = ""
    goes_on: bool = False


_WHOLE = _Division()


def noting_divisions(stock: Callable[..., Any]) -> Callable[..., Any]:
    """Note on every line of text how it is divided."""

    def split_text_box(context: Any, box: Box, available_width: float | None, skip: int | None, **others: Any) -> Any:
        line, resume, preserved = stock(context, box, available_width, skip, **others)
        if line is not None:
            line.division = box, skip or 0, None if preserved else resume
            line.whole_text = box
        return line, resume, preserved

    return split_text_box


def join_parts(line: Box) -> None:
    """Note for the texts of a line which of them begin a word that goes on in the next text, and is divided there."""
    begun: list[tuple[Box, Box]] = []
    for one, other in reversed(list(pairwise(_texts_in(line)))):
        if one is None or other is None or not _tail(one):
            continue
        if _division_of(other).goes_on and other.text and not last_part(other):
            one.division = replace(_division_of(one), goes_on=True)
            begun.append((one, other))
    for first, second in reversed(begun):
        start = last_part(first)
        before = first.text[start:] if start else begun_before(first) + first.text
        for box in (second, second.whole_text):
            box.division = replace(_division_of(box), before=before)


def is_divided(box: Box) -> bool:
    """Whether a word of a line is divided over lines."""
    return _division_of(box) != _WHOLE


def begun_before(box: Box) -> str:
    """Return what earlier lines have of the first word of a line."""
    return _division_of(box).before


def whole_words(box: Box) -> str:
    """Return the text of a line with the whole of its first word, and nothing of a last one that goes on."""
    kept: str = box.text[: last_part(box)]
    return begun_before(box) + kept if kept.strip() else " "


def first_part(box: Box) -> int:
    """Return where the first word of a line ends if it began on an earlier line and ends here; else 0."""
    found = _FIRST.match(box.text)
    end = found.end() if found and begun_before(box) else 0
    return end if end <= last_part(box) else 0


def last_part(box: Box) -> int:
    """Return where the last word of a line begins if it goes on on the next; else the end of the line."""
    found = _LAST.search(box.text)
    return found.start() if found and _division_of(box).goes_on else len(box.text)


def _texts_in(box: Box) -> Iterator[Box | None]:
    """Yield the texts of a line, with None where no word goes on: what is put in or taken out is no part of another."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif not isinstance(child, boxes.InlineBox):
            yield None
        elif child.element_tag in _REVISED:
            yield from (None, *_texts_in(child), None)
        else:
            yield from _texts_in(child)


def _tail(box: Box) -> str:
    """Return what a text has of its last word, nothing if a space follows."""
    found = _LAST.search(box.text)
    return found[0] if found else ""


def _division_of(box: Box) -> _Division:
    noted = getattr(box, "division", _WHOLE)
    if not isinstance(noted, _Division):  # most lines that are laid out are never drawn
        box.division = noted = _noted(*noted)
    return noted


def _noted(box: Box, skip: int, resume: int | None) -> _Division:
    """Return how the line of a text is divided that begins after so many bytes and ends where the next resumes."""
    whole, text = _division_of(box), box.text.encode()
    earlier = text[:skip].decode()
    before = _beginning(earlier)
    if before == earlier:  # the text itself may begin within a word
        before = whole.before + before
    if resume is None:
        return _Division(before, whole.goes_on)
    ended, rest = text[:resume].decode(), text[resume:].decode()
    is_divided = not ended[-1:].isspace() and not rest[:1].isspace()
    return _Division(before, bool(rest.strip()) and (is_divided or ended.rstrip().endswith(_HYPHENS)))


def _beginning(text: str) -> str:
    """Return the beginning of a word with which a text ends, or a whole one with a hyphen and the space behind it."""
    space = text[len(text.rstrip()) :]
    words = text.split()
    if not words or (space and not words[-1].endswith(_HYPHENS)):
        return ""
    return words[-1] + space
