"""The text of a print file is that of the edition (PRE-033), where the pages it was made of are not at hand.

A print file has no tags. It draws the text of a page, then its notes, then heads and folios, which are known by what
they say and where they stand: so the copy's text is walked along all else that is drawn, the notes along what is left
over, and then nothing must be left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import partial
from unicodedata import bidirectional

from report.findings import Finding
from report.model.output import Passage
from report.model.text import Direction
from report.preflight.differences import Comparison, compare, report_differences
from report.preflight.drawing.glyph_lines import drawn_words
from report.preflight.drawing.running import known_heads, squeezed_signs
from report.preflight.evidence import Evidence
from report.preflight.joined import in_words_of
from report.preflight.notes import named
from report.preflight.tags.spoken import whole_fold
from report.preflight.technical.folding import printed_pages, stands_alone
from report.preflight.words import Alignment, Printed, expected_words

_SHOWN = 5


def ask_printed_text(evidence: Evidence) -> Iterator[Finding]:
    """Ask that a print file has every word of the copy, in order, by its own glyphs."""
    copy = evidence.copy
    if evidence.file is None or copy is None or not stands_alone(evidence):
        return
    known = {squeezed_signs(name) for name in known_heads(copy)}
    # The first page has the masthead, which is text; a head is there what is not.
    opening = known - {squeezed_signs(whole_fold(passage.text)) for passage in copy.body}
    is_head = partial(_is_head, known, opening)
    words = drawn_words(printed_pages(evidence), copy.direction, is_head)
    body = _compared(copy.body, words, copy.direction)
    notes = _compared(copy.notes, _left_over(body), copy.direction)
    yield from report_differences("PRE-033", _without_extras(body), evidence.mark)
    yield from report_differences("PRE-033", _without_extras(notes), evidence.mark, named)
    yield from _check_rest(_left_over(notes), evidence)


def _is_head(known: Set[str], opening: Set[str], text: str, page: int) -> bool:
    return squeezed_signs(text) in (known if page > 1 else opening)


def _compared(passages: tuple[Passage, ...], printed: Printed, direction: Direction) -> Comparison:
    """Lay passages and words side by side; lines of two directions may be read in several orders, the copy tells."""
    if direction == "rtl":
        printed, _ = in_words_of(expected_words(passages, whole_fold), printed, (), _is_of_one_direction)
    return compare(passages, printed, whole_fold)


def _is_of_one_direction(words: Sequence[str]) -> bool:
    return not any(bidirectional(sign) == "L" or (sign.isascii() and sign.isdigit()) for word in words for sign in word)


def _left_over(comparison: Comparison) -> Printed:
    """Return the words that are drawn and are not in the passages."""
    printed = comparison.printed
    extras = (one for one in comparison.alignment.differences if one.first == one.last)
    numbers = [number for one in extras for number in range(one.printed_first, one.printed_last)]
    ends = frozenset(at for at, number in enumerate(numbers) if number in printed.line_ends)
    words, pages = (
        tuple(printed.words[number] for number in numbers),
        tuple(printed.pages[number] for number in numbers),
    )
    return Printed(words, pages, ends, tuple(printed.spots[number] for number in numbers))


def _without_extras(comparison: Comparison) -> Comparison:
    """Return a comparison without what is drawn besides: it is looked at by itself."""
    alignment = comparison.alignment
    told = tuple(one for one in alignment.differences if one.first != one.last)
    return Comparison(comparison.passages, comparison.expected, comparison.printed, Alignment(alignment.places, told))


def _check_rest(rest: Printed, evidence: Evidence) -> Iterator[Finding]:
    """Ask that there is nothing that is neither text nor note, head nor folio."""
    for at, word in list(enumerate(rest.words))[:_SHOWN]:
        message = f"page {rest.page(at)}: “{word}” is printed, and is not in the copy"
        yield Finding("PRE-033", evidence.mark, message, spot=rest.spot(at))
