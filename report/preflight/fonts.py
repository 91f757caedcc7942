"""Faces: only declared ones, embedded, and a glyph in them for every character (PRE-004, PRE-005)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from ctypes import byref, c_double, c_size_t, create_string_buffer
from dataclasses import dataclass

from report.findings import Finding, Mark, nearest
from report.model.output import Face
from report.preflight.pdfium import library

_WITHOUT_INK = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe")


@dataclass(frozen=True, slots=True)
class Typeface:
    """A face found in the file: its PostScript name, if its glyphs are in the file, and where it lacked one."""

    name: str
    is_embedded: bool
    first_page: int
    missing: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    """The glyph a face draws for a character it lacks: its box in thousandths of an em, flat when empty."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class _Font:
    """A font of the file, and the characters seen in it so far."""

    name: str
    is_embedded: bool
    first_page: int
    notdef: _Outline
    seen: set[str]
    missing: dict[str, int]


class FontReader:
    """Collects, page by page, which fonts draw the text and which characters have no glyph in them."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._fonts: dict[str, _Font] = {}
        self._handles: dict[int, _Font] = {}
        self._text_page = 0
        self._page = 0

    def turn_page(self, text_page: int, number: int) -> None:
        """Go on to the next page; handles of fonts hold for one page only."""
        self._handles.clear()
        self._text_page, self._page = text_page, number

    def note_use(self, text_object: int, text: str, start: int) -> None:
        """Note the font of a run of text that begins at a character index, and look at its new characters."""
        handle: int = library().FPDFTextObj_GetFont(text_object)
        font = self._handles.get(handle)
        if font is None:
            font = self._handles[handle] = self._font(handle)
        new = set(text) - font.seen
        if not new:
            return
        font.seen.update(new)
        for character in sorted(new):
            # Indexes count UTF-16 units; characters beyond the first plane take two.
            before = text[: text.index(character)]
            index = start + len(before.encode("utf-16-le", "replace")) // 2
            if _lacks_glyph(self._text_page, index, character, font.notdef):
                font.missing[character] = self._page

    def typefaces(self) -> tuple[Typeface, ...]:
        """Return the faces found, in the order of their first use."""
        return tuple(
            Typeface(font.name, font.is_embedded, font.first_page, tuple(sorted(font.missing.items())))
            for font in self._fonts.values()
        )

    def _font(self, handle: int) -> _Font:
        pdfium = library()
        buffer = create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
        base = buffer.value.decode("utf-8", "replace")
        if base not in self._fonts:
            embedded = pdfium.FPDFFont_GetIsEmbedded(handle) == 1
            tables = tables_of(_font_data(handle)) if embedded else {}
            name = postscript_name(tables.get(b"name", b"")) or base.rpartition("+")[2]
            self._fonts[base] = _Font(name, embedded, self._page, _notdef(tables), set(), {})
        return self._fonts[base]


def check_fonts(typefaces: tuple[Typeface, ...], faces: tuple[Face, ...], mark: Mark) -> Iterator[Finding]:
    """Ask that every face is declared and embedded, and has a glyph for each of its characters."""
    declared = declared_names({face.name for face in typefaces}, faces)
    for face in typefaces:
        if face.name not in declared:
            hint = nearest(face.name, declared) or "declare the face, or name a declared family in the sheet"
            message = f"text on page {face.first_page} is set in {face.name}, which is not a declared face"
            yield Finding("PRE-004", mark, message, hint)
        if not face.is_embedded:
            yield Finding("PRE-004", mark, f"{face.name} is not embedded (first used on page {face.first_page})")
        for character, page in face.missing:
            message = f"page {page}: {face.name} has no glyph for “{character}” (U+{ord(character):04X})"
            yield Finding("PRE-005", mark, message, "write it otherwise, or declare a face that has it")


def program_name(program: bytes) -> str:
    """Return the PostScript name that an embedded OpenType or TrueType program gives itself; empty for none."""
    return postscript_name(tables_of(program).get(b"name", b""))


def declared_names(wanted: set[str], faces: tuple[Face, ...]) -> set[str]:
    """Return the PostScript names of the declared faces; most files are named by them and need not be opened."""
    names = {face.path.stem for face in faces}
    if wanted <= names:
        return names
    return names | {postscript_name(tables_of(face.path.read_bytes()).get(b"name", b"")) for face in faces}


def _lacks_glyph(text_page: int, index: int, character: str, notdef: _Outline) -> bool:
    """Whether nothing, or the face's box for missing glyphs, was drawn for a character."""
    if character in "\x00\ufffd":
        return True
    if character.isspace() or character in _WITHOUT_INK:
        return False
    pdfium = library()
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(text_page, index, byref(left), byref(right), byref(bottom), byref(top))
    width, height = right.value - left.value, top.value - bottom.value
    if width < 0.01 and height < 0.01:
        return True
    if notdef.top <= notdef.bottom:
        return False
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, byref(x), byref(y))
    scale = height / (notdef.top - notdef.bottom)
    drawn = (left.value - x.value, right.value - x.value, bottom.value - y.value)
    box = (notdef.left * scale, notdef.right * scale, notdef.bottom * scale)
    return all(abs(one - other) < 0.02 * height for one, other in zip(drawn, box, strict=True))


def _font_data(handle: int) -> bytes:
    pdfium = library()
    length = c_size_t()
    pdfium.FPDFFont_GetFontData(handle, None, 0, byref(length))
    buffer = create_string_buffer(length.value)
    pdfium.FPDFFont_GetFontData(handle, buffer, length.value, byref(length))
    return buffer.raw


def tables_of(data: bytes) -> dict[bytes, bytes]:
    """Return the tables of an OpenType or TrueType file."""
    if len(data) < 12:
        return {}
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sLLL", data, 12 + 16 * one) for one in range(count))
    return {tag: data[offset : offset + length] for tag, _, offset, length in records}


def postscript_name(table: bytes) -> str:
    """Return name 6 of a font's name table: the PostScript name."""
    if len(table) < 6:
        return ""
    count, strings = struct.unpack_from(">HH", table, 2)
    for record in range(count):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * record)
        if name == 6:
            encoding = "latin-1" if platform == 1 else "utf-16-be"
            return table[strings + offset :][:length].decode(encoding, "replace")
    return ""


def _notdef(tables: dict[bytes, bytes]) -> _Outline:
    """Return the box of glyph 0; flat where it has no outline or the outlines are not TrueType's."""
    flat = _Outline(0, 0, 0, 0)
    if not {b"glyf", b"loca", b"head"} <= tables.keys():
        return flat
    is_long = struct.unpack_from(">h", tables[b"head"], 50)[0] == 1
    start, end = struct.unpack_from(">LL" if is_long else ">HH", tables[b"loca"])
    if start == end:
        return flat
    left, bottom, right, top = struct.unpack_from(">4h", tables[b"glyf"], 2 + (start if is_long else 2 * start))
    return _Outline(left, bottom, right, top)
