"""Words that are read from the left, within a file that is read from the right: said in the order of reading.

In such a file pdfium takes a line for read from the right as a whole: it gives the words and signs of “Iran’s Turn”
back from the last to the first. What is drawn cannot answer that, nor can true ActualText, which it turns round too.

So each such text has two: the outer one, ``Span``, says what is written, to every reader that keeps to ISO 32000-1,
14.9.4 (what stands outside speaks for all within) and to poppler, which heeds no other tag. The inner one, ``Turned``,
is for pdfium alone, which heeds the innermost: it says the same words piece by piece from the last to the first, and
pdfium puts them right. Texts that stand side by side are turned as one, by the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from unicodedata import bidirectional

from report.locales.languages import has_letters_from_the_right
from report.typeset.corrections.divided_words import whole_words

# Boxes of the engine are untyped.
Box = Any

# What is said of glyphs: tags and their ActualText, from the outside in.
Said = tuple[tuple[str, str], ...]

_FROM_RIGHT = "\u200f"
_FROM_LEFT = "\u200e"
_WEAK = ("EN", "AN", "ES", "ET", "CS")


def said_in(texts: Iterable[Box | None]) -> dict[Box, Said]:
    """Return what is said of the foreign texts of a line; ``texts`` are in reading order, parted by None."""
    found: dict[Box, Said] = {}
    for group in _side_by_side(texts):
        words = [whole_words(box) for box in group]
        together = "".join(words)
        if not is_more_than_a_number(together):
            continue
        for box, own in zip(group, words, strict=True):
            first = _FROM_RIGHT if box is group[0] else ""
            turned = _for_pdfium(together) if box is group[0] else " "
            found[box] = ("Span", f"{first}{own}{_end_of(own) if box is group[-1] else ''}"), ("Turned", turned)
    return found


def said_of(words: str) -> Said:
    """Return what is said of foreign words that stand by themselves."""
    return ("Span", f"{_FROM_RIGHT}{words}{_end_of(words)}"), ("Turned", _for_pdfium(words))


def is_more_than_a_number(words: str) -> bool:
    """Whether words are more than a number, which is read rightly from either side."""
    return any(bidirectional(letter) not in ("EN", "AN") for letter in words.strip())


def _side_by_side(texts: Iterable[Box | None]) -> Iterator[list[Box]]:
    """Yield the foreign texts of a line, those together that stand side by side; none begins or ends with blanks.

    Nothing is said of a text of blanks alone, so it cannot say the words of others.
    """
    group: list[Box] = []
    for box in (*texts, None):
        foreign = box if box is not None and _is_foreign(box) else None
        if group and (foreign is None or foreign.position_x < group[-1].position_x):
            while not group[-1].text.strip():
                group.pop()
            yield group
            group = []
        if foreign is not None and (group or foreign.text.strip()):
            group.append(foreign)


def _is_foreign(box: Box) -> bool:
    return box.style["direction"] == "ltr" and not has_letters_from_the_right(box.text)


def _end_of(words: str) -> str:
    """Return the mark of direction that keeps a last sign, such as a bracket, with the words before it."""
    return "" if bidirectional(words[-1]) in ("L", *_WEAK) else _FROM_LEFT


def _for_pdfium(words: str) -> str:
    """Return the pieces into which pdfium divides words, from the last to the first."""
    first = "" if bidirectional(words[0]) == "L" else _FROM_LEFT
    pieces = ["".join(piece) for _, piece in groupby(first + words, key=_kind)]
    return _FROM_RIGHT + "".join(reversed(pieces))


def _kind(letter: str) -> str:
    """Return the kind of a letter, of those that pdfium tells apart."""
    kind = bidirectional(letter)
    if kind in (*_WEAK, "NSM", "BN"):
        return "weak"
    return kind if kind in ("L", "R", "AL") else "neutral"
