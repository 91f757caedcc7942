"""What is copied, searched or read aloud is not what was written: divided words, half-spaces, order and signs.

Minimal cases: “Zusammen-” and “arbeit” on two lines come back as two words; «می‌شود، اما» in Amiri comes back without
its half-space and with the comma after the space; «الگو», where lam is two glyphs, with two of it; a kasra on a line of
its own; a bracket turned round. The engine says of each glyph what it meant where it was first met, and draws nothing
for a half-space.

Here each glyph of a line from the right means its own letter, in its place (``reading_order``, ``glyph_codes``);
foreign words in it are said whole (``foreign_words``); and a word that is divided over lines is said by its last part
and by no other (``divided_words``). The glyphs are drawn where the engine draws them (``drawn_glyphs``). Letters and
marks above or below the line are drawn after it, as artifacts that mean a space: in the line a blank means them. What
stands in a line from the right is drawn from left to right, since those who extract text part a raised note call from
the rest, and after a mark that tells where the line belongs (``line_openings``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any
from unicodedata import bidirectional

import pydyf
from weasyprint import document, draw
from weasyprint.draw import text as drawing
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from report.locales.languages import has_letters_from_the_right
from report.typeset.corrections.divided_words import (
    begun_before,
    first_part,
    is_divided,
    join_parts,
    last_part,
    noting_divisions,
    whole_words,
)
from report.typeset.corrections.drawn_glyphs import Glyph, Sign, glyphs_of, write
from report.typeset.corrections.foreign_words import Said, is_more_than_a_number, said_in, said_of
from report.typeset.corrections.glyph_codes import coded_glyphs
from report.typeset.corrections.line_openings import Faces, open_line
from report.typeset.corrections.patching import replaced
from report.typeset.corrections.reading_order import Meant, apart, guarded, letters_of, signs_of

# Boxes, pages, streams and colours of the engine are untyped.
Box = Any
Stream = Any

# Marks that tell the engine where not to break a line, or where to, and a reader nothing.
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u2060\u2066\u2067\u2068\u2069", ""))
_LEAST_SIZE = 1e-6  # pixels: the engine draws no smaller type


@dataclass(frozen=True, slots=True)
class _Part:
    """Glyphs that are written together, and what is said of them."""

    meant: list[Meant]
    said: Said = ()


class _Page:
    """The page that is being drawn: from which side its document is read, and the line that is drawn on it.

    ``apart`` are the glyphs that are still to be drawn beside the line, outside lines none; ``said`` is what is said
    of its foreign words, ``faces`` what its lines were opened with.
    """

    def __init__(self) -> None:
        self.is_from_right = False
        self.apart: list[tuple[Box, Any, Glyph]] | None = None
        self.said: dict[Box, Said] = {}
        self.faces: Faces = {}


@contextmanager
def install() -> Iterator[None]:
    """Write what each glyph means, and what a divided word is."""
    page = _Page()
    with (
        coded_glyphs(),
        replaced(inline, "split_text_box", noting_divisions(inline.split_text_box)),
        replaced(document, "draw_page", _pages(document.draw_page, page)),
        replaced(draw, "draw_inline_level", _lines(draw.draw_inline_level, page)),
        replaced(drawing, "draw_first_line", _texts(drawing.draw_first_line, page)),
    ):
        yield


def _pages(stock: Callable[..., None], drawn: _Page) -> Callable[..., None]:
    """Draw a page, knowing from which side its document is read."""

    def draw_page(page: Box, stream: Stream) -> None:
        roots = (box for box in page.children if box.is_for_root_element)
        drawn.faces = {}
        drawn.is_from_right = any(root.style["direction"] == "rtl" for root in roots)
        stock(page, stream)
        drawn.is_from_right = False

    return draw_page


def _lines(stock: Callable[..., None], drawn: _Page) -> Callable[..., None]:
    """Draw what stands in a line from left to right, and then what stands apart from it."""

    def draw_inline_level(stream: Stream, page: Any, box: Box, *others: Any) -> None:
        if isinstance(box, boxes.LineBox) and not drawn.is_from_right:
            join_parts(box)
        if not drawn.is_from_right or not isinstance(box, (boxes.LineBox, boxes.InlineBox)):
            stock(stream, page, box, *others)
            return
        outer, said, children = drawn.apart, drawn.said, box.children
        if isinstance(box, boxes.LineBox):
            texts = list(_texts_in(box))
            drawn.apart, drawn.said = [], said_in(texts)
            open_line(stream, texts, drawn.faces)
        box.children = sorted(children, key=_left_edge)
        stock(stream, page, box, *others)
        box.children = children
        if isinstance(box, boxes.LineBox):
            _draw_apart(stream, drawn.apart or [])
            drawn.apart, drawn.said = outer, said

    return draw_inline_level


def _texts(stock: Callable[..., Any], drawn: _Page) -> Callable[..., Any]:
    """Draw a text with the letters that its glyphs mean."""

    def draw_first_line(stream: Stream, box: Box, overflow: str, ellipsis: Any, matrix: Any) -> Any:
        from_right = drawn.is_from_right or has_letters_from_the_right(box.text)
        is_whole = not from_right and not is_divided(box)
        is_shortened = overflow == "ellipsis" or ellipsis != "none"
        if is_whole or is_shortened or not box.text.strip() or box.style["font_size"] < _LEAST_SIZE:
            return stock(stream, box, overflow, ellipsis, matrix)
        glyphs = glyphs_of(stream, box.pango_layout)
        if glyphs is None:
            return stock(stream, box, overflow, ellipsis, matrix)
        meant = letters_of(glyphs)
        _write(stream, matrix, _from_right(meant, box, drawn.said) if from_right else _from_left(meant, box))
        beside = [(box, matrix, glyph) for glyph in apart(meant)] if from_right else []
        if drawn.apart is None:
            for _, _, glyph in beside:
                _write_apart(stream, matrix, glyph)
        else:
            drawn.apart += beside
        return []

    return draw_first_line


def _from_left(meant: list[Meant], box: Box) -> list[_Part]:
    """Return a text in which words are divided: the last part of a word says it whole, the others a space."""
    text, first, last = box.text, first_part(box), last_part(box)
    after_first, before_last = len(text[:first].encode()), len(text[:last].encode())
    parts = (
        _Part([one for one in meant if one.glyph.at < after_first], (("Span", begun_before(box) + text[:first]),)),
        _Part([one for one in meant if after_first <= one.glyph.at < before_last]),
        _Part([one for one in meant if one.glyph.at >= before_last], (("Span", " "),)),
    )
    return [part for part in parts if part.meant]


def _from_right(meant: list[Meant], box: Box, said: dict[Box, Said]) -> list[_Part]:
    """Return a text in which some is read from the right, in parts in the order of reading."""
    if box in said:
        return [_Part(meant, said[box])]
    if _is_all_foreign(meant, box.text):
        return [_Part(meant, said_of(whole_words(box)))]
    guards = dict(zip(map(id, meant), guarded(meant), strict=True))
    runs = [list(run) for _, run in groupby(meant, key=lambda one: one.glyph.level)]
    parts: list[_Part] = []
    for is_foreign, group in groupby(runs, key=_is_foreign):
        if is_foreign:
            parts += (_Part(run, said_of("".join(one.letter for one in run))) for run in group)
        else:
            parts.append(_Part([guards[id(one)] for one in chain.from_iterable(group)]))
    return sorted(parts, key=lambda part: min(one.glyph.at for one in part.meant))


def _is_all_foreign(meant: list[Meant], text: str) -> bool:
    """Whether a text is of words that are read from the left, though signs at its ends may stand as from the right."""
    if any(one.glyph.is_from_the_right for one in meant):
        return _has_foreign_letters(text) and not has_letters_from_the_right(text)
    return is_more_than_a_number(text)


def _is_foreign(run: list[Meant]) -> bool:
    """Whether a run is of words that are read from the left, and not of figures."""
    return not run[0].glyph.is_from_the_right and _has_foreign_letters("".join(one.letter for one in run))


def _has_foreign_letters(text: str) -> bool:
    return any(bidirectional(letter) == "L" for letter in text)


def _write(stream: Stream, matrix: Any, parts: Iterable[_Part]) -> None:
    stream.set_text_matrix(*matrix.values)
    pen = 0.0
    for part in parts:
        for tag, words in part.said:
            said = words.translate(_UNSEEN)
            stream.begin_marked_content(tag, pydyf.Dictionary({"ActualText": pydyf.String(said)}))
        pen = write(stream, signs_of(part.meant), pen)
        for _ in part.said:
            stream.end_marked_content()


def _draw_apart(stream: Stream, glyphs: list[tuple[Box, Any, Glyph]]) -> None:
    if not glyphs:
        return
    with stream.artifact():
        for box, matrix, glyph in glyphs:
            stream.set_color(box.style["color"])
            stream.begin_text()
            _write_apart(stream, matrix, glyph)
            stream.end_text()


def _write_apart(stream: Stream, matrix: Any, glyph: Glyph) -> None:
    """Write a glyph where it stands, meaning a space: its letter has been written in the line."""
    assert glyph.number is not None, "what is not drawn stands nowhere"
    stream.set_text_matrix(*matrix.values)
    if glyph.rise:
        stream.set_text_rise(-glyph.rise)
    write(stream, [Sign(glyph.font, glyph.size, glyph.number, " ", glyph.place)], 0.0)
    if glyph.rise:
        stream.set_text_rise(0)


def _texts_in(box: Box) -> Iterator[Box | None]:
    """Yield the texts of a line in the order in which they are read; None stands for whatever else is among them."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _texts_in(child)
        else:
            yield None


def _left_edge(child: Any) -> float:
    edge: float = getattr(child, "box", child).position_x
    return edge
