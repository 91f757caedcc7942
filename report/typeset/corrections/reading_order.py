"""Letters for glyphs of lines that are read from the right, so that what is copied is what was written.

Those who copy text take characters from left to right and turn round what is read from the right. That goes well as
long as every glyph means one letter, and breaks in four places, which are answered here:

- A glyph stands for several letters, or a letter has none (the half-space, U+200C): each letter without a glyph of its
  own is written as a blank that means it, between its neighbours.
- A letter has several glyphs: those left over mean a mark of direction (U+200F), which is nothing to a reader.
- A number, a Latin word or a comma is taken together with the space beside it and turned round as one: a mark of
  direction at its left end stands between.
- A bracket is mirrored by some and not by others: between marks of direction it is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import bidirectional, combining, mirrored

from report.typeset.corrections.drawn_glyphs import Glyph, Sign
from report.typeset.corrections.glyph_codes import blank_of

_FROM_RIGHT = "\u200f"
_FROM_LEFT = "\u200e"
_LETTERS = ("R", "AL")
_WEAK = ("EN", "AN", "ES", "ET", "CS")
# Marks that tell a typesetter what to do, and a reader nothing.
_UNSEEN = frozenset("\u00ad\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
# In the size of the type: a gap that is taken for a space; how near two signs may be, and how far one may lie over
# the one before, without being taken for the same one drawn twice.
_GAP = 0.03
_BESIDE = 0.11
_EDGE = 0.02
_OVER = 0.15
# Quotation marks that some mirror though the standard does not.
_TURNED = "“”‘’"


class Meant(NamedTuple):
    """A glyph, or none, and the letter it means."""

    glyph: Glyph
    is_drawn: bool
    letter: str


def letters_of(glyphs: list[Glyph]) -> list[Meant]:
    """Return what each glyph means, from left to right, and the letters that have none."""
    meant: list[Meant] = []
    for cluster in _clusters(glyphs):
        meant += _shared_out(cluster)
    return meant


def guarded(meant: list[Meant]) -> list[Meant]:
    """Return the letters with marks of direction where a reader would join what does not belong together."""
    marked = (_with_marks(meant, index) for index in range(len(meant)))
    return [
        one if letters == one.letter else one._replace(letter=letters)
        for one, letters in zip(meant, marked, strict=True)
    ]


def signs_of(meant: Iterable[Meant]) -> Iterator[Sign]:
    """Yield what is written on the line of the text: letters whose glyphs stand apart from it are blanks here."""
    before: Sign | None = None
    for sign in _placed(list(meant)):
        while before and (filler := _filler(before, sign)):
            yield filler
            before = filler
        yield sign
        before = sign


def _placed(meant: list[Meant]) -> list[Sign]:
    """Return the signs of a line; a letter that takes no room stands a little before its neighbour on the right.

    Two signs at one place have no order for a reader, and two that are nearer than that are taken for one.
    """
    signs: list[Sign] = []
    crowd = 0
    for index in range(len(meant) - 1, -1, -1):
        one = meant[index]
        glyph = one.glyph
        if one.is_drawn and glyph.number is not None and not _stands_apart(glyph):
            signs.append(Sign(glyph.font, glyph.size, glyph.number, one.letter, glyph.place))
            crowd = 0
        elif one.letter not in _UNSEEN and (blank := blank_of(glyph.font)) is not None:
            takes_room = one.is_drawn and glyph.advance > _BESIDE * glyph.size
            crowd = 0 if takes_room else crowd + 1
            is_last = index == 0 or not _is_in_word(meant[index - 1].letter)
            beside = (_EDGE if is_last else _BESIDE) * glyph.size
            signs.append(Sign(glyph.font, glyph.size, blank, one.letter, glyph.pen - crowd * beside))
    return signs[::-1]


def _filler(before: Sign, sign: Sign) -> Sign | None:
    """Return a blank for a gap within a word that would be taken for a space: kerning parts some letters so far."""
    width = before.font.widths[before.number] * before.size / 1000
    if sign.place - before.place - width <= _GAP * sign.size or not _are_in_one_word(before.meaning, sign.meaning):
        return None
    blank = blank_of(before.font)
    if blank is None:
        return None
    place = before.place + max(width - _OVER * before.size, _BESIDE * before.size)
    return Sign(before.font, before.size, blank, _FROM_RIGHT, place)


def apart(meant: Iterable[Meant]) -> Iterator[Glyph]:
    """Yield the glyphs that stand above or below the line."""
    return (one.glyph for one in meant if one.is_drawn and _stands_apart(one.glyph))


def _are_in_one_word(left: str, right: str) -> bool:
    """Whether two signs belong to a word, at least one being a letter of it: figures keep together by themselves."""
    return not (left.isspace() or right.isspace()) and (_is_in_word(left) or _is_in_word(right))


def _is_in_word(letters: str) -> bool:
    return bidirectional(letters[-1]) in (*_LETTERS, "NSM", "BN")


def _stands_apart(glyph: Glyph) -> bool:
    """Whether a glyph is above or below the line, or beside its place, as marks are."""
    if glyph.number is None:
        return False
    return glyph.rise != 0 or (glyph.advance < _BESIDE * glyph.size and combining(glyph.letters[-1]) > 0)


def _clusters(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    cluster: list[Glyph] = []
    for glyph in glyphs:
        if cluster and (glyph.at, glyph.level) != (cluster[0].at, cluster[0].level):
            yield cluster
            cluster = []
        cluster.append(glyph)
    if cluster:
        yield cluster


def _shared_out(cluster: list[Glyph]) -> list[Meant]:
    """Share the letters of a cluster out among its glyphs, both in the order of reading."""
    letters = cluster[0].letters
    if len(cluster) == 1 and (len(letters) == 1 or not cluster[0].is_from_the_right):
        return [Meant(cluster[0], True, letters)]
    if not cluster[0].is_from_the_right:
        return [Meant(glyph, True, text) for glyph, text in zip(cluster, _spread(letters, len(cluster)), strict=True)]
    read = cluster[::-1]
    shared = [Meant(glyph, True, letter) for glyph, letter in zip(read, letters, strict=False)]
    shared += [Meant(glyph, True, _FROM_RIGHT) for glyph in read[len(letters) :]]
    shared += [Meant(read[-1], False, letter) for letter in letters[len(read) :]]
    return shared[::-1]


def _spread(letters: str, count: int) -> list[str]:
    """Divide letters among glyphs that are read from the left; the last has all that are left."""
    parts = list(letters[: count - 1])
    parts += [_FROM_LEFT] * (count - 1 - len(parts))
    return [*parts, letters[count - 1 :] or _FROM_LEFT]


def _with_marks(meant: list[Meant], index: int) -> str:
    here = meant[index]
    letter, from_right = here.letter, here.glyph.is_from_the_right
    if bidirectional(letter[0]) in _LETTERS:
        return letter
    if from_right and _is_mirrored(letter):
        return f"{_FROM_RIGHT}{letter}{_FROM_LEFT}"
    before = meant[index - 1] if index else None
    after = meant[index + 1] if index + 1 < len(meant) else None
    if from_right:
        # Several weak signs from the right are each a piece of their own.
        begins = bidirectional(letter[0]) in _WEAK and not letter.isspace()
    else:
        begins = before is None or before.glyph.level != here.glyph.level
    left = _FROM_RIGHT if begins and not _is_letter_from_right(before) else ""
    ends = not from_right and (after is None or after.glyph.level != here.glyph.level)
    right = _FROM_LEFT if ends and bidirectional(letter[-1]) not in (*_WEAK, "L") else ""
    return " " if letter.isspace() else f"{left}{letter}{right}"


def _is_letter_from_right(one: Meant | None) -> bool:
    return one is not None and bidirectional(one.letter[0]) in _LETTERS


def _is_mirrored(letter: str) -> bool:
    return bool(mirrored(letter)) if len(letter) == 1 and letter not in _TURNED else letter in _TURNED
