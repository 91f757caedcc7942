"""A mark of direction at the left end of a line from the right, so that lines are taken for a paragraph.

poppler puts lines into a block that are no more than one and a half times the size of the type apart, by the type of
the word that stands furthest to the left. Persian text has more leading than that, and a raised note call at the end of
a line is that word: every line was a block of its own, and two columns were read line by line across.

A blank that means a mark of direction, a twentieth larger than the text, opens the line for it. It is an artifact.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from report.typeset.corrections.drawn_glyphs import Sign, glyphs_of, write
from report.typeset.corrections.glyph_codes import blank_of

# Boxes, streams and faces of the engine are untyped.
Box = Any
Stream = Any
Face = tuple[Any, float]

# The face, and its size in pixels, in which a text of a style is set; none that has no blank.
Faces = dict[tuple[str, ...], Face | None]

_FROM_RIGHT = "\u200f"
_LARGER = 1.049  # of the size of the text: poppler takes what differs by less than a twentieth for the same type
_STYLE = ("font_family", "font_size", "font_weight", "font_style", "lang")


def open_line(stream: Stream, texts: Iterable[Box | None], faces: Faces) -> None:
    """Write the mark that opens a line before its texts are drawn; ``faces`` remembers the faces of styles."""
    drawn = [text for text in texts if text is not None and text.text.strip()]
    if not drawn:
        return
    main = max(drawn, key=lambda text: text.style["font_size"])
    face = _face_of(stream, main, faces)
    if face is None:
        return
    font, size = face[0], face[1] * _LARGER
    blank = blank_of(font)
    assert blank is not None, "a face without a blank opens no line"
    left = min(text.position_x for text in drawn) - font.widths[blank] * size / 1000
    with stream.artifact():
        stream.begin_text()
        stream.set_text_matrix(1, 0, 0, -1, left, main.position_y + main.baseline)
        write(stream, [Sign(font, size, blank, _FROM_RIGHT, 0.0)], 0.0)
        stream.end_text()


def _face_of(stream: Stream, text: Box, faces: Faces) -> Face | None:
    style = tuple(str(text.style[name]) for name in _STYLE)
    if style not in faces:
        text.pango_layout.reactivate(text.style)
        glyphs = glyphs_of(stream, text.pango_layout) or []
        text.pango_layout.deactivate()
        faces[style] = next(((one.font, one.size) for one in glyphs if blank_of(one.font) is not None), None)
    return faces[style]
