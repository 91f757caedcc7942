"""Lines that are written from the right: their letters are compared, not the order in which they come back.

pdfium gives the letters of such a line back, but not always in order. It reverses a line that it takes for one run
from the right, with it the letters of a ligature and the figures of another run, and it loses spaces beside figures.
So a line whose letters are those of the copy's next words, none more and none less, is taken to hold these words;
lines that a divided word joins are taken together, without the hyphens that divide. Lines that hold anything else stay
as they were read, and are found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from unicodedata import combining

from report.findings import Spot
from report.preflight.matter import Call
from report.preflight.words import Expected, Printed

# Signs that pdfium mirrors. Marks above and below letters are not asked for: it gives them back anywhere, or not.
_TURNED = str.maketrans("»›”’)]", "«‹“‘([")
_LINES = 4  # so many lines together are tried, since a word may be divided; with those a hyphen ends, twice as many
_AHEAD = 80  # words of the copy among which the next line is looked for when one was not found


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it was read: its first word and its end among the words, its letters, and whether a hyphen ends it."""

    first: int
    end: int
    letters: Counter[str]
    ends_in_hyphen: bool


def in_words_of(
    expected: Expected,
    printed: Printed,
    calls: Sequence[Call],
    is_sure: Callable[[Sequence[str]], bool] = lambda _: False,
) -> tuple[Printed, tuple[Call, ...]]:
    """Return the words read back, with the copy's words for every line that has exactly their letters; and the calls.

    A call belongs to the word of its line that has its label. A line whose order ``is_sure`` keeps its own words.
    """
    words: list[str] = []
    pages: list[int] = []
    ends: list[int] = []
    places: list[range] = []
    spots: list[Spot] = []
    lines = _lines(printed)
    spelled = [_letters((word,)) for word in expected.words]
    here = at = 0
    while at < len(lines):
        found = _found(lines, at, spelled, here)
        taken, here, end = found or (1, here, here)
        first, last = lines[at].first, lines[at + taken - 1].end
        line = printed.words[first:last]
        if found and not is_sure(line):
            line = expected.words[here:end]
        places += [range(len(words), len(words) + len(line))] * (last - first)
        pages += [printed.page(first)] * len(line)
        spots += [spot] * len(line) if (spot := printed.spot(first)) else []
        words += line
        ends.append(len(words) - 1)
        here, at = end, at + taken
    placed = (
        replace(call, word=next((at for at in places[call.word] if call.label in words[at]), places[call.word].start))
        for call in calls
    )
    return Printed(tuple(words), tuple(pages), frozenset(ends), tuple(spots)), tuple(placed)


def _lines(printed: Printed) -> list[_Line]:
    ends = sorted({end + 1 for end in printed.line_ends if end >= 0} | {len(printed.words)})
    lines, first = [], 0
    for end in ends:
        if end > first:
            words = printed.words[first:end]
            lines.append(_Line(first, end, Counter(_letters(words)), words[-1].endswith("-")))
            first = end
    return lines


def _found(lines: Sequence[_Line], at: int, words: Sequence[str], here: int) -> tuple[int, int, int] | None:
    """Return how many lines from ``at`` on hold words of the copy, and which: the first and the end of them."""
    for start in range(here, min(here + _AHEAD, len(words))):
        letters: Counter[str] = Counter()
        hyphens = 0
        for taken, line in enumerate(lines[at : at + 2 * _LINES], start=1):
            letters.update(line.letters)
            end, is_one_too_many = _words_with(letters, words, start, hyphens)
            if end:
                return taken, start, end
            hyphens += line.ends_in_hyphen and not is_one_too_many
            if taken - hyphens == _LINES:
                break
    return None


def _words_with(letters: Counter[str], words: Sequence[str], start: int, hyphens: int) -> tuple[int, bool]:
    """Return the end of the words from ``start`` on that have just these letters; 0 if there are none.

    So many hyphens as divide words at the ends of lines may be left over. Beside the end stands whether one more is
    left, behind whole words: it divides none.
    """
    left = letters.copy()
    total = letters.total()
    is_one_too_many = False
    for end in range(start, len(words)):
        for letter in words[end]:
            if not left[letter]:
                return 0, is_one_too_many
            left[letter] -= 1
        total -= len(words[end])
        if total == left["-"]:
            if total <= hyphens:
                return end + 1, False
            is_one_too_many = total == hyphens + 1
    return 0, is_one_too_many


def _letters(words: Sequence[str]) -> str:
    return "".join(sign for sign in "".join(words).translate(_TURNED) if not combining(sign))
