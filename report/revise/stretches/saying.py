"""What the list of changes says of a change whose own words would not tell it."""

from __future__ import annotations

from collections.abc import Sequence

from report.revise.stretches.stretch import Stretch
from report.revise.tokens import Token


def what_differs(old: str, new: str) -> tuple[str, str]:
    """Return the words of two plain texts from the first to the last that is not in both.

    >>> what_differs("Six dated steps from 1887.", "Seven steps from 1887.")
    ('Six dated', 'Seven')
    """
    before, after = old.split(" "), new.split(" ")
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return " ".join(before), " ".join(after)


def figured(stretch: Stretch, following: Sequence[Stretch]) -> Sequence[Token]:
    """Return what is said with figures that changed: the word after them, and the figures after that.

    In the text a day may change alone; a list that says “2, now 3” is of no use, and one that says “2 May 2014” is.
    """
    if (
        not stretch.replaces
        or not following
        or any(map(str.isalpha, "".join(one.key for one in (*stretch.old, *stretch.new))))
    ):
        return ()
    tokens = following[0].new
    if len(tokens) < 2 or not (tokens[0].is_space and tokens[1].is_word):
        return ()
    has_more = len(tokens) > 3 and tokens[2].is_space and any(map(str.isdigit, tokens[3].key))
    return tokens[: 4 if has_more else 2]
