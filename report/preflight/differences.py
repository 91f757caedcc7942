"""Say in plain words where copy and output part: what is missing, moved, doubled, changed or too much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from report.findings import Finding, Mark
from report.model.output import Passage
from report.preflight.words import Alignment, Difference, Expected, Printed, align, expected_words, fold, squeezed

_SHOWN = 5
_QUOTED = 10
_HALF_SPACE = "\u200c"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Passages, their words, the words read back, and how the two lie together."""

    passages: tuple[Passage, ...]
    expected: Expected
    printed: Printed
    alignment: Alignment


def compare(passages: tuple[Passage, ...], printed: Printed, form: Callable[[str], str] = fold) -> Comparison:
    """Lay passages and the words read back side by side; ``form`` is that in which words are compared."""
    expected = expected_words(passages, form)
    return Comparison(passages, expected, printed, align(expected, printed))


def forgive_repeated_heads(comparison: Comparison, heads: Sequence[str]) -> Comparison:
    """Return the comparison without the heads of tables that go on on another page and print their heads again.

    Where the next row begins with the same word as the head, the walk meets the copy one word later; so the words of
    the head may stand turned round.
    """
    known = {
        head[turn:] + head[:turn]
        for head in (tuple(fold(written).split()) for written in heads)
        for turn in range(len(head))
    }
    words = comparison.printed.words

    def is_repeated(one: Difference) -> bool:
        return one.first == one.last and words[one.printed_first : one.printed_last] in known

    differences = tuple(one for one in comparison.alignment.differences if not is_repeated(one))
    return replace(comparison, alignment=replace(comparison.alignment, differences=differences))


def pages_of_passages(comparison: Comparison) -> dict[int, int]:
    """Return the page on which each passage's first word stands, by the passage's number."""
    pages: dict[int, int] = {}
    for owner, place in zip(comparison.expected.owners, comparison.alignment.places, strict=True):
        if owner not in pages:
            pages[owner] = comparison.printed.page(place) if place >= 0 else 0
    return {owner: page for owner, page in pages.items() if page}


def report_differences(
    code: str,
    comparison: Comparison,
    fallback: Mark,
    named: Callable[[Passage], str] = lambda _: "",
    outside: Mapping[int, str] | None = None,
) -> Iterator[Finding]:
    """Yield a finding for each of the first differences.

    ``named`` opens the message with the passage's name; ``outside`` holds, by page, what is printed outside the areas.
    """
    differences = comparison.alignment.differences
    moved = _moves(comparison)
    told = [one for one in differences if one not in moved.values()]
    for difference in told[:_SHOWN]:
        passage = _passage(comparison, difference)
        mark = Mark.parse(passage.place) if passage else fallback
        name = named(passage) if passage else ""
        message = name + _told(comparison, difference, moved.get(difference))
        if _is_of_half_spaces(comparison, difference):
            hint = "a half-space (U+200C) of the copy is lost, or stands where the copy has none"
        elif difference in moved:
            hint = "“position”, “float” and “transform” in a sheet make the engine draw a box out of its order"
        else:
            stray = _page_outside(comparison, difference, outside or {})
            hint = f"the same words stand outside the type area of page {stray}" if stray else ""
        yield Finding(code, mark, message, hint, comparison.printed.spot(difference.printed_first))
    if len(told) > _SHOWN:
        more = f"the words differ in {len(told) - _SHOWN} more places"
        yield Finding(code, fallback, more, "mend the first ones and build again")


def _passage(comparison: Comparison, difference: Difference) -> Passage | None:
    """Return the passage a difference belongs to: of its first word, else of the word before."""
    owners = comparison.expected.owners
    if not owners:
        return None
    at = difference.first if difference.last > difference.first else difference.first - 1
    return comparison.passages[owners[max(0, min(at, len(owners) - 1))]]


def _moves(comparison: Comparison) -> dict[Difference, Difference]:
    """Return, for words that are missing in one place, the place where the same words are too much."""
    extra: dict[str, Difference] = {}
    for one in comparison.alignment.differences:
        if one.first == one.last:
            extra.setdefault(squeezed(comparison.printed.words[one.printed_first : one.printed_last]), one)
    moves: dict[Difference, Difference] = {}
    for one in comparison.alignment.differences:
        if one.printed_first == one.printed_last:
            there = extra.pop(squeezed(comparison.expected.words[one.first : one.last]), None)
            if there:
                moves[one] = there
    return moves


def _is_of_half_spaces(comparison: Comparison, difference: Difference) -> bool:
    """Whether both sides have the same words but for half-spaces."""
    missing = comparison.expected.words[difference.first : difference.last]
    extra = comparison.printed.words[difference.printed_first : difference.printed_last]
    one, other = "".join(missing), "".join(extra)
    return one != other and one.replace(_HALF_SPACE, "") == other.replace(_HALF_SPACE, "")


def _page_outside(comparison: Comparison, difference: Difference, outside: Mapping[int, str]) -> int:
    """Return the page outside whose areas the missing words are printed, or 0."""
    if difference.first == difference.last or difference.printed_first < difference.printed_last:
        return 0
    wanted = squeezed(comparison.expected.words[difference.first : difference.last])
    page = comparison.printed.page(difference.printed_first)
    return next((near for near in (page, page - 1, page + 1) if wanted in outside.get(near, "")), 0)


def _told(comparison: Comparison, difference: Difference, moved_to: Difference | None) -> str:
    missing = comparison.expected.words[difference.first : difference.last]
    extra = comparison.printed.words[difference.printed_first : difference.printed_last]
    page = comparison.printed.page(difference.printed_first)
    where = f"page {page}: " if page else ""
    after = _after(comparison.expected.words[: difference.first])
    if moved_to:
        there = comparison.printed.page(moved_to.printed_first)
        place = f"on page {there}, " if there else ""
        return f"{where}{_quoted(missing)} belongs here{after}, and is printed {place}in another place"
    if not extra:
        return f"{where}{_quoted(missing)} is missing{after}"
    if missing:
        return f"{where}{_quoted(missing)} is printed as {_quoted(extra)}{after}"
    if _is_doubled(comparison, difference):
        return f"{where}{_quoted(extra)} is printed twice"
    return f"{where}{_quoted(extra)} is printed{after}, and is not in the copy"


def _is_doubled(comparison: Comparison, difference: Difference) -> bool:
    """Whether words that are too much repeat the words just before or just after them."""
    extra = squeezed(comparison.printed.words[difference.printed_first : difference.printed_last])
    words, at = comparison.expected.words, difference.first
    count = difference.printed_last - difference.printed_first
    before, after = squeezed(words[max(0, at - count) : at]), squeezed(words[at : at + count])
    return before.endswith(extra) or after.startswith(extra)


def _after(words: Sequence[str]) -> str:
    return f" after {_quoted(words[-3:])}" if words else ""


def _quoted(words: Sequence[str]) -> str:
    if len(words) <= _QUOTED:
        return f"“{' '.join(words)}”"
    return f"“{' '.join(words[:5])} … {' '.join(words[-3:])}” ({len(words)} words)"
