"""What a glyph means where it stands: a code of its own for each pair of glyph and text.

The engine writes glyph numbers into the page and one text for each of them into the file (``ToUnicode``), that of the
first place where it met the glyph. A pair met later gets a code beyond the glyphs of the face; a ``CIDToGIDMap`` leads
from there back to the glyph (ISO 32000-1, 9.7.4.2). Faces with PostScript outlines have no such map and keep one text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pydyf
from fontTools.ttLib import TTFont
from weasyprint.pdf import fonts

from report.typeset.corrections.patching import replaced

# Faces of the engine and dictionaries of its PDF are untyped.
Font = Any

_KEPT_FOR_MISSING = 256  # the engine numbers characters that a face lacks from its last glyph on
_LAST_CODE = 0xFFFF


@contextmanager
def coded_glyphs() -> Iterator[None]:
    """Let the faces of a file have codes beyond their glyphs."""
    with (
        replaced(fonts.Font, "clean", _cleaning(fonts.Font.clean)),
        replaced(fonts, "_build_vector_font_dictionary", _mapping(fonts._build_vector_font_dictionary)),
    ):
        yield


def code_of(font: Font, glyph: int, text: str) -> int:
    """Return the code under which a glyph of a face means a text; its width must be known to the face."""
    meaning = font.to_unicode.setdefault(glyph, text)
    if meaning == text or font.type == "otf":
        return glyph
    codes = _codes(font)
    if (glyph, text) not in codes:
        code = font.glyph_count + _KEPT_FOR_MISSING + len(codes)
        if code > _LAST_CODE:
            return glyph
        codes[glyph, text] = code
        font.to_unicode[code] = text
        font.widths[code] = font.widths[glyph]
    return codes[glyph, text]


def blank_of(font: Font) -> int | None:
    """Return the glyph of a face that draws nothing, its word space; none if the face has none."""
    if not hasattr(font, "blank"):
        face = TTFont(BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        name = face.getBestCmap().get(0x20)
        font.blank = None if name is None else face.getGlyphID(name)
        if name is not None:
            font.widths.setdefault(font.blank, round(1000 * face["hmtx"][name][0] / font.upem))
    blank: int | None = font.blank
    return blank


def note_blank(font: Font, glyph: int) -> None:
    """Remember the word space of a face where one is drawn, which is faster than to look it up."""
    if not hasattr(font, "blank") and glyph < font.glyph_count:
        font.blank = glyph


def _codes(font: Font) -> dict[tuple[int, str], int]:
    if not hasattr(font, "codes"):
        font.codes = {}
    codes: dict[tuple[int, str], int] = font.codes
    return codes


def _cleaning(stock: Callable[..., None]) -> Callable[..., None]:
    """Keep the glyphs that codes lead to, instead of the codes."""

    def clean(font: Font, to_unicode: dict[int, str], hinting: bool) -> None:
        glyphs = {code: glyph for (glyph, _), code in _codes(font).items()}
        stock(font, {glyphs.get(code, code): text for code, text in to_unicode.items()}, hinting)

    return clean


def _mapping(stock: Callable[..., None]) -> Callable[..., None]:
    """Write the map from codes to glyphs beside the face."""

    def build(dictionary: Any, pdf: Any, font: Font, widths: Any, compress: bool, *others: Any) -> None:
        stock(dictionary, pdf, font, widths, compress, *others)
        codes = _codes(font)
        if not codes:
            return
        glyphs = {code: glyph for (glyph, _), code in codes.items()}
        pairs = (glyphs.get(code, code if code in font.to_unicode else 0) for code in range(max(glyphs) + 1))
        stream = pydyf.Stream([b"".join(glyph.to_bytes(2, "big") for glyph in pairs)], compress=compress)
        pdf.add_object(stream)
        next(one for one in reversed(pdf.objects) if isinstance(one, dict) and "CIDToGIDMap" in one)["CIDToGIDMap"] = (
            stream.reference
        )

    return build
