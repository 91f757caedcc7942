"""What differs between two texts as translators read it on a page: old words struck through, new ones strong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from report.localize.differences import LAID_OUT

_AROUND = 12  # words of what stayed that are shown on either side of a change
_GAP = "…"
_SPACE = re.compile(r"[ \t\n]+")  # a space that does not break belongs to its words


def shown_difference(before: str, after: str, escaped: Callable[[str], str]) -> str:
    """Return one text in Markdown, word by word, far words that stayed left out; ``escaped`` makes words plain.

    A change begins and ends with a whole word and its signs, since marks of Markdown within a word are read as signs.

    >>> shown_difference("Trade grew by 12 per cent.", "Trade grew by 15 per cent.", str)
    'Trade grew by ~~12~~ **15** per cent.'
    """
    return " ".join(_parts(_words(before), _words(after), escaped))


def _parts(old: Sequence[str], new: Sequence[str], escaped: Callable[[str], str]) -> Iterator[str]:
    operations = list(_operations(old, new))
    for number, (is_same, i1, i2, j1, j2) in enumerate(operations):
        if is_same:
            yield from map(escaped, _near(new[j1:j2], is_first=not number, is_last=number == len(operations) - 1))
            continue
        if i1 < i2:
            yield f"~~{escaped(' '.join(old[i1:i2]))}~~"
        if j1 < j2:
            yield f"**{escaped(' '.join(new[j1:j2]))}**"


def _operations(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield what stayed and what changed, with its places in both; a word alone between two changes goes with them."""
    if len(old) * len(new) > LAID_OUT:
        yield False, 0, len(old), 0, len(new)
        return
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    last = len(found) - 1
    are_same = [kind == "equal" and (i2 - i1 > 1 or at in {0, last}) for at, (kind, i1, i2, _, _) in enumerate(found)]
    for is_same, group in groupby(zip(are_same, found, strict=True), key=itemgetter(0)):
        codes = [code for _, code in group]
        yield is_same, codes[0][1], codes[-1][2], codes[0][3], codes[-1][4]


def _near(words: Sequence[str], *, is_first: bool, is_last: bool) -> Sequence[str]:
    """Return words that stayed, those that are far from any change left out; all, where only spaces changed."""
    if is_first and is_last:
        return words
    before = () if is_first else words[:_AROUND]
    after = () if is_last else words[-_AROUND:]
    return words if len(before) + len(after) + 1 >= len(words) else (*before, _GAP, *after)


def _words(text: str) -> list[str]:
    return [word for word in _SPACE.split(text) if word]
