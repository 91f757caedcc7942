"""Words as glyphs show them, line by line, where no tags tell what belongs together: in print files.

What is said in place of glyphs (ActualText) does not count here: paper shows glyphs. A word that is divided at the end
of a line is known by its hyphen, as in all pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from report.findings import Spot
from report.model.text import Direction
from report.preflight.evidence import spot_of
from report.preflight.file import Drawn
from report.preflight.tags.pieces import in_reading_order
from report.preflight.tags.spoken import whole_fold
from report.preflight.technical.folding import PrintedPage
from report.preflight.words import Printed

_HYPHENS = ("-", "\u2010", "\u00ad")
_EDGE = 0.08  # of the height
_GAP = 0.15  # of the size: what is wider parts words
_SHARED = 0.4  # of the height: what two strokes of a line have in common, calls of notes among them


def drawn_words(pages: Iterable[PrintedPage], direction: Direction, is_head: Callable[[str, int], bool]) -> Printed:
    """Return all words of the pages in the order of drawing, with those that end a line.

    Folios, and what ``is_head`` knows by its words and its page, are left out where they stand at the head or at the
    foot.
    """
    words: list[str] = []
    numbers: list[int] = []
    spots: list[Spot] = []
    ends: set[int] = set()
    for page, line in _in_order(pages):
        text = whole_fold(text_of_line(line, direction))
        found = text.split()
        if found and not (is_at_edge(page, line[0]) and (text.isdecimal() or is_head(text, page.number))):
            words += found
            numbers += [page.number] * len(found)
            spots += [spot_of(page.side, line[0].place)] * len(found)
            ends.add(len(words) - 1)
    return Printed(tuple(words), tuple(numbers), frozenset(ends), tuple(spots))


def _in_order(pages: Iterable[PrintedPage]) -> Iterator[tuple[PrintedPage, list[Drawn]]]:
    """Yield all lines; where the text of a page ends within a word, its notes and heads after the line that ends it."""
    waiting: list[tuple[PrintedPage, list[Drawn]]] = []
    for page in pages:
        lines = [(page, line) for line in lines_of(page.drawn)]
        first = next((at for at, (_, line) in enumerate(lines, 1) if not _is_divided(line)), 0)
        yield from lines[:first]
        yield from waiting
        last = _last_of_text([line for _, line in lines])
        end = last + 1 if last >= first and _is_divided(lines[last][1]) else len(lines)
        yield from lines[first:end]
        waiting = lines[max(end, first) :]
    yield from waiting


def _is_divided(line: Sequence[Drawn]) -> bool:
    return line[-1].text.rstrip().endswith(_HYPHENS)


def _last_of_text(lines: Sequence[Sequence[Drawn]]) -> int:
    """Return the number of the last line in the size of most of the text, -1 for none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        for one in line:
            sizes[round(one.size, 1)] += len(one.codes)
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    return max((at for at, line in enumerate(lines) if round(line[-1].size, 1) == usual), default=-1)


def is_at_edge(page: PrintedPage, drawn: Drawn) -> bool:
    """Whether something stands at the head or the foot of a page, where heads and folios do."""
    frame, height = page.frame, page.frame.top - page.frame.bottom
    y = drawn.origin[1]
    return y < frame.bottom + _EDGE * height or y > frame.top - _EDGE * height


def lines_of(drawn: Iterable[Drawn]) -> Iterator[list[Drawn]]:
    """Yield the strokes that stand side by side, one drawn after the other."""
    line: list[Drawn] = []
    for one in drawn:
        if one.kind != "text" or not one.text.strip(" \u200e\u200f"):
            continue
        if line and not _goes_on(line[-1], one):
            yield line
            line = []
        line.append(one)
    if line:
        yield line


def text_of_line(line: Sequence[Drawn], direction: Direction) -> str:
    """Return what the glyphs of a line mean, in the order of reading, with a space where they are parted."""
    glyphs: list[str] = []
    texts: list[str] = []
    for number, one in enumerate(line):
        is_parted = number > 0 and _are_parted(line[number - 1], one)
        if is_parted:
            glyphs.append(" ")
        glyphs += one.texts
        texts.append(f"{' ' if is_parted else ''}{in_reading_order(one.texts, 'ltr')}")
    return in_reading_order(glyphs, direction) if direction == "rtl" else "".join(texts)


def _goes_on(before: Drawn, following: Drawn) -> bool:
    one, two = before.place, following.place
    shared = min(one.top, two.top) - max(one.bottom, two.bottom)
    if shared < _SHARED * min(one.top - one.bottom, two.top - two.bottom):
        return False
    size = min(before.size, following.size)
    return -size < two.left - one.right < 2 * max(before.size, following.size)


def _are_parted(before: Drawn, following: Drawn) -> bool:
    gap = following.place.left - before.place.right
    return gap > _GAP * min(before.size, following.size)
