"""Words in order: what the copy says against what was read back (PRE-001, and the words of notes).

The copy's words are walked along the words read back. A word may be divided at a line end by a hyphen, or beside a
mark that allows a break (a hyphen or dash of its own, a slash); nothing else is forgiven. Where the two part, the walk
looks for the nearest place where they meet again, so that the time stays in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from report.findings import Spot
from report.model.output import Passage

# Not seen by readers: soft hyphens, zero-width marks, marks of direction. All hyphens count as one.
_FOLDED = str.maketrans(
    dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff", "")
    | {"\u2010": "-", "\u2011": "-"}
)
_ADDRESS = re.compile(r"\W*(https?://|www\.|doi\.org/|10\.\d{4,}/)")
_AGREEING = 3  # so many words in order are taken for a place where copy and output meet again
_CANDIDATES = 8  # places tried for one word: common words would make the search quadratic
_ENOUGH = 50  # differences after which the rest is not worth walking


@dataclass(frozen=True, slots=True)
class Printed:
    """The words read back in order, the page of each (empty for a web page), and those that end a line.

    ``spots`` are the places of the words, or of what they were drawn with, where they are known.
    """

    words: tuple[str, ...]
    pages: tuple[int, ...]
    line_ends: frozenset[int]
    spots: tuple[Spot, ...] = ()

    def spot(self, index: int) -> Spot | None:
        """Return the place of a word, or of the nearest one there is; nothing where no places are known."""
        return self.spots[max(0, min(index, len(self.spots) - 1))] if self.spots else None

    def page(self, index: int) -> int:
        """Return the page of a word, or of the nearest one there is; 0 without pages."""
        return self.pages[max(0, min(index, len(self.pages) - 1))] if self.pages else 0


@dataclass(frozen=True, slots=True)
class Expected:
    """The copy's words in order, and for each the passage it is from."""

    words: tuple[str, ...]
    owners: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where they part: the copy's words from ``first`` to ``last``, and what is printed instead (both may be none)."""

    first: int
    last: int
    printed_first: int
    printed_last: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each of the copy's words was found (-1 for nowhere), and where the two part."""

    places: tuple[int, ...]
    differences: tuple[Difference, ...]


def fold(text: str) -> str:
    """Return a text in the form in which texts are compared: compatibility forms and hyphens made equal."""
    return (text if text.isascii() else normalize("NFKC", text)).translate(_FOLDED)


def expected_words(passages: Iterable[Passage], form: Callable[[str], str] = fold) -> Expected:
    """Return the words of passages in order, in a form in which they are compared; the end of a passage ends a word."""
    words: list[str] = []
    owners: list[int] = []
    for number, passage in enumerate(passages):
        found = form(passage.text).split()
        words += found
        owners += [number] * len(found)
    return Expected(tuple(words), tuple(owners))


def align(expected: Expected, printed: Printed) -> Alignment:
    """Walk the copy's words along the printed ones and note where they part."""
    words, found = expected.words, printed.words
    places = [-1] * len(words)
    differences: list[Difference] = []
    here = there = 0
    while here < len(words) and there < len(found) and len(differences) < _ENOUGH:
        taken = 1 if words[here] == found[there] else spelled(words[here], printed, there)
        if taken:
            places[here] = there
            here, there = here + 1, there + taken
            continue
        next_here, next_there = _meeting(words, printed, here, there)
        differences.append(Difference(here, next_here, there, next_there))
        here, there = next_here, next_there
    if here < len(words) or there < len(found):
        differences.append(Difference(here, len(words), there, len(found)))
    return Alignment(tuple(places), tuple(differences))


def spelled(word: str, printed: Printed, start: int) -> int:
    """Return how many printed words, divided at line ends, spell a word; 0 when they do not.

    The sheet may set a word in capitals.
    """
    taken = _pieces(word, printed, start)
    if not taken and printed.words[start].isupper() and not word.isupper():
        taken = _pieces(word.upper(), printed, start)
    return taken


def _pieces(word: str, printed: Printed, start: int) -> int:
    found = printed.words
    rest = word
    for index in range(start, len(found)):
        piece = found[index]
        if piece == rest:
            return index - start + 1
        if index not in printed.line_ends or len(piece) > len(rest):
            return 0
        if rest.startswith(piece) and _may_break(word, rest, len(piece)):
            rest = rest[len(piece) :]
        elif len(piece) > 1 and piece.endswith("-") and rest.startswith(piece[:-1]):
            rest = rest[len(piece) - 1 :]
        else:
            return 0
    return 0


def _may_break(word: str, rest: str, at: int) -> bool:
    """Whether a line may end here without a hyphen: beside a mark, or anywhere in an address."""
    if at >= len(rest):
        return False
    beside_mark = not (rest[at - 1].isalnum() and rest[at].isalnum())
    return beside_mark or _ADDRESS.match(word) is not None


def _meeting(words: Sequence[str], printed: Printed, here: int, there: int) -> tuple[int, int]:
    """Return the nearest places, in copy and output, from which the two agree again; else both ends."""
    left = max(len(words) - here, len(printed.words) - there)
    window = 64
    while True:
        meeting = _meeting_within(words, printed, here, there, window)
        if meeting or window >= left:
            break
        window *= 4
    if not meeting:
        return len(words), len(printed.words)
    return _drawn_back(words, printed, meeting, (here, there))


def _meeting_within(
    words: Sequence[str], printed: Printed, here: int, there: int, window: int
) -> tuple[int, int] | None:
    positions: dict[str, list[int]] = {}
    for index in range(there, min(there + window, len(printed.words))):
        places = positions.setdefault(printed.words[index], [])
        if len(places) < _CANDIDATES:
            places.append(index)
    best: tuple[int, int] | None = None
    nearest = 2 * window
    for index in range(here, min(here + window, len(words))):
        if index - here >= nearest:
            break
        for place in positions.get(words[index], ()):
            distance = index - here + place - there
            if distance < nearest and _agree(words, printed, index, place):
                best, nearest = (index, place), distance
    return best


def _agree(words: Sequence[str], printed: Printed, here: int, there: int) -> bool:
    """Whether the next few words agree, or all that are left."""
    for index in range(here, min(here + _AGREEING, len(words))):
        if there >= len(printed.words):
            return False
        taken = spelled(words[index], printed, there)
        if not taken:
            return False
        there += taken
    return here + _AGREEING <= len(words) or there == len(printed.words)


def _drawn_back(
    words: Sequence[str], printed: Printed, meeting: tuple[int, int], limit: tuple[int, int]
) -> tuple[int, int]:
    """Move a meeting place back over divided words just before it, which the search by whole words passes over."""
    here, there = meeting
    while here > limit[0]:
        pieces = (n for n in (1, 2, 3) if there - n >= limit[1] and spelled(words[here - 1], printed, there - n) == n)
        taken = next(pieces, 0)
        if not taken:
            break
        here, there = here - 1, there - taken
    return here, there


def squeezed(words: Iterable[str]) -> str:
    """Return words as one string without hyphens: equal for the same words, however divided."""
    return "".join(words).replace("-", "")
