"""How close two texts are, and what differs between them, word by word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

CLOSE = 0.75
LAID_OUT = 1 << 23
"""Pairs of words that are laid side by side: more than two of the longest texts have."""

_WORDS = re.compile(r"\s*(?:\w+|[^\w\s])")  # each with the space before it
_SHORT = 60  # characters: below, one word more or less is much, and letters are compared
_COMMON = 64  # texts: a trait that more of them have tells nothing
_COMPARED = 8  # texts that are compared with one
_AROUND = 4  # words shown on either side of a change


def closeness(one: str, other: str, least: float = CLOSE) -> float:
    """Return how much of two texts is the same, from 0 to 1; what is below ``least`` is 0."""
    if not one or not other:
        return 0.0
    is_short = min(len(one), len(other)) < _SHORT
    first, second = (one, other) if is_short else (_words(one), _words(other))
    matcher = _matcher(first, second)
    if len(first) * len(second) > LAID_OUT or matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


class Neighbourhood:
    """Texts by their traits, which are words and runs of three letters: few need to be compared with one of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Write down the traits of the texts."""
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for trait in _traits(text):
                self._holders[trait].append(number)

    def of(self, text: str) -> list[int]:
        """Return the numbers of the texts that share most traits with one."""
        shared: Counter[int] = Counter()
        for trait in _traits(text):
            holders = self._holders.get(trait, ())
            if len(holders) <= _COMMON:
                shared.update(holders)
        return sorted(shared, key=lambda number: (-shared[number], number))[:_COMPARED]


def word_difference(before: str, after: str) -> str:
    """Return what was taken out and put in, in the notation of wdiff, with a few words around each change.

    >>> word_difference("Trade grew by 12 per cent in 2024.", "Trade grew by 15 per cent in 2024.")
    'Trade grew by [-12-] {+15+} per cent in 2024.'
    """
    return "".join(_marked(_spaced_words(before), _spaced_words(after))).strip()


def _marked(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    if len(old) * len(new) > LAID_OUT:
        yield f"[-{_shortened(old).strip()}-] {{+{_shortened(new).strip()}+}}"
        return
    operations = _matcher(_without_spaces(old), _without_spaces(new)).get_opcodes()
    for number, (kind, i1, i2, j1, j2) in enumerate(operations):
        if kind == "equal":
            same = old[i1:i2] if old[i1][0].isspace() else new[j1:j2]
            yield _shortened(same, is_first=number == 0, is_last=number == len(operations) - 1)
            continue
        gone, come = "".join(old[i1:i2]), "".join(new[j1:j2])
        space = " " if (come or gone)[0].isspace() else ""
        parts = (f"[-{gone.strip()}-]" if gone else "", f"{{+{come.strip()}+}}" if come else "")
        yield space + " ".join(part for part in parts if part)


def _shortened(words: Sequence[str], *, is_first: bool = False, is_last: bool = False) -> str:
    """Leave out what is far from a change."""
    before = () if is_first else words[:_AROUND]
    after = () if is_last else words[-_AROUND:]
    if len(before) + len(after) + 1 >= len(words):
        return "".join(words)
    return f"{''.join(before)} …{''.join(after)}"


def _traits(text: str) -> set[str]:
    words = set(_words(text))
    letters = {text[at : at + 3] for at in range(len(text) - 2)} if len(text) < 2 * _SHORT else set()
    return words | letters


def _words(text: str) -> list[str]:
    return _without_spaces(_spaced_words(text))


def _spaced_words(text: str) -> list[str]:
    # Spaces at the end belong to no word, and would be looked through again from each of them.
    return _WORDS.findall(text.rstrip())


def _without_spaces(words: Sequence[str]) -> list[str]:
    return [word.lstrip() for word in words]


def _matcher(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one, other, autojunk=False)
