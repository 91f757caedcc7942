"""A letter that a font draws with several glyphs comes back from the file twice, or in another letter's place.

Minimal case: «الگو» in Amiri. Lam before gaf is two glyphs, a lam and a stroke that leads on; the engine says of both
that they are a lam, and readers copy «اللگو». Where two letters are shaped together, the engine says of the glyph that
is drawn first, in right-to-left text that of the last letter, that it is both.

Here the letters of such a group go to its glyphs in the order of reading, one each; glyphs that are left over join, and
mean nothing else. A ligature means all its letters, as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.text.ffi import ffi, pango

from report.locales.languages import has_letters_from_the_right
from report.typeset.corrections.patching import replaced

_JOINER = "\u200d"  # a glyph that means nothing at all would come back as its number
_GLYPHS = 0x0FFF_FFFF  # from here on Pango counts what is no glyph of a font


@contextmanager
def install() -> Iterator[None]:
    """Say of each glyph of a right-to-left line which letter it is, before the line is drawn."""
    stock = drawing.draw_first_line

    def draw_first_line(stream: Any, textbox: Any, *others: Any) -> Any:
        if has_letters_from_the_right(textbox.text):
            _name_glyphs(stream, textbox.pango_layout)
        return stock(stream, textbox, *others)

    with replaced(drawing, "draw_first_line", draw_first_line):
        yield


def _name_glyphs(stream: Any, layout: Any) -> None:
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    written = layout.text.encode()
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        if item.item.analysis.level % 2:
            font, _ = stream.add_font(item.item.analysis.font)
            for glyphs, letters in _groups(item, written):
                _name(font, glyphs, letters)


def _groups(item: Any, written: bytes) -> Iterator[tuple[list[int], str]]:
    """Yield the glyphs that are shaped together and their letters, both in the order of reading."""
    string = item.glyphs
    glyphs: dict[int, list[int]] = {}
    for number in reversed(range(string.num_glyphs)):
        glyphs.setdefault(string.log_clusters[number], []).append(string.glyphs[number].glyph)
    starts = sorted(glyphs)
    for start, end in zip(starts, [*starts[1:], item.item.length], strict=True):
        offset = item.item.offset
        yield glyphs[start], written[offset + start : offset + end].decode()


def _name(font: Any, glyphs: list[int], letters: str) -> None:
    if len(glyphs) < len(letters) or any(glyph >= _GLYPHS for glyph in glyphs):
        return
    for glyph, letter in zip(glyphs, letters.ljust(len(glyphs), _JOINER), strict=True):
        known = font.to_unicode.get(glyph)
        if known is None or len(known) > 1:
            font.to_unicode[glyph] = letter
