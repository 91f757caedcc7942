"""The glyphs of a line that is drawn, each with its place and its letters, and the way they are written into the page.

Places are those at which the engine itself would draw (``weasyprint.draw.text.draw_first_line``), which leaves off the
fractions of what it moves the pen by; so pages look the same whoever writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from report.typeset.corrections.glyph_codes import code_of, note_blank

# Streams, faces, lines and boxes of the engine are untyped.
Stream = Any
Font = Any

_GLYPHS = 0x0FFF_FFFF  # from here on Pango counts what is no glyph of a face


# Tuples: a brief has thirty thousand of each, and frozen dataclasses are made at a third of the pace.
class Glyph(NamedTuple):
    """A glyph: its number in the face, or none if nothing is drawn, where it is drawn, and where the pen stood before.

    Places are in CSS pixels from the origin of the line. ``letters`` is what its cluster stands for, ``at`` where that
    is in the text, in bytes; ``level`` is the embedding level of its run: odd from the right.
    """

    font: Font
    size: float
    number: int | None
    pen: float
    place: float
    advance: float
    rise: float
    letters: str
    at: int
    level: int

    @property
    def is_from_the_right(self) -> bool:
        """Whether it stands in a run that is read from the right."""
        return self.level % 2 == 1


class Sign(NamedTuple):
    """A glyph as it is written: its number, what it means, and where it stands."""

    font: Font
    size: float
    number: int
    meaning: str
    place: float


def glyphs_of(stream: Stream, layout: Any) -> list[Glyph] | None:
    """Return the glyphs of a layout's line from left to right; none if some are not drawn as glyphs of an outline."""
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    written = layout.text.encode()
    glyphs: list[Glyph] = []
    pen = 0.0
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        item, run = run.data, run.next
        font, size = stream.add_font(item.item.analysis.font)
        if font.bitmap or font.png or font.svg or font.colr:
            return None
        for glyph in _run(stream, (font, size), item, written, pen):
            if glyph.number is not None and glyph.number >= _GLYPHS:
                return None
            glyphs.append(glyph)
            pen = glyph.pen + glyph.advance
    return glyphs


def write(stream: Stream, signs: Iterable[Sign], pen: float) -> float:
    """Write signs in their order, the pen being where it is; return where it is then."""
    font: Font = None
    string = ""
    for sign in signs:
        if sign.font is not font:
            if string:
                stream.show_text(_closed(string))
            font, string = sign.font, "<"
            stream.set_font_size(font.hash, sign.size)
        thousandths = round((pen - sign.place) * 1000 / sign.size, 2)
        if thousandths:
            string += f">{thousandths:g}<"
            pen -= thousandths * sign.size / 1000
        string += f"{code_of(font, sign.number, sign.meaning):04x}"
        pen += font.widths[sign.number] * sign.size / 1000
    if string:
        stream.show_text(_closed(string))
    return pen


def _closed(string: str) -> str:
    """Return a string that ends, without the empty one it may begin with."""
    return f"{string}>".removeprefix("<>")


def _run(stream: Stream, face: tuple[Font, float], item: Any, written: bytes, pen: float) -> Iterator[Glyph]:
    font, size = face
    string, start, level = item.glyphs, item.item.offset, item.item.analysis.level
    clusters = [string.log_clusters[index] for index in range(string.num_glyphs)]
    ends = dict(zip(sorted(set(clusters)), [*sorted(set(clusters))[1:], item.item.length], strict=True))
    for index, cluster in enumerate(clusters):
        geometry, number = string.glyphs[index].geometry, string.glyphs[index].glyph
        letters = written[start + cluster : start + ends[cluster]].decode()
        if number == pango.PANGO_GLYPH_EMPTY:
            advance = geometry.width / 1000
            yield Glyph(font, size, None, pen, pen, advance, 0.0, letters, start + cluster, level)
        else:
            if letters == " ":
                note_blank(font, number)
            offset = geometry.x_offset / size
            natural = _width(stream, font, size, item, number) if number < _GLYPHS else 0
            kerning = int(natural + offset - geometry.width * 1000 * FROM_UNITS / size)
            place = pen + offset * size / 1000
            advance = (offset + natural - kerning) * size / 1000
            rise = geometry.y_offset / 1000
            yield Glyph(font, size, number, pen, place, advance, rise, letters, start + cluster, level)
        pen += advance


def _width(stream: Stream, font: Font, size: float, item: Any, number: int) -> int:
    """Return the width of a glyph in thousandths of its size, as the engine writes it into the file."""
    if number not in font.widths:
        pango.pango_font_get_glyph_extents(item.item.analysis.font, number, stream.ink_rect, stream.logical_rect)
        font.widths[number] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    width: int = font.widths[number]
    return width
