"""Read a PDF back: its text in runs, in the order in which it was drawn, each with its place on the page.

A run is one text object of pdfium: what the engine drew at one stroke, a line or the part of a line in one style.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double, c_ulong, create_string_buffer
from dataclasses import dataclass

from report.locales.languages import has_letters_from_the_right
from report.model.output import Rectangle
from report.model.text import Direction
from report.preflight.fonts import FontReader, Typeface
from report.preflight.links import PageLink, read_links
from report.preflight.outline import Bookmark, read_bookmarks
from report.preflight.pdfium import Box, Size, library, opened

LINE_END_HYPHEN = "\ufffe"  # what pdfium makes of a hyphen-minus before a line break
_STRIDE = 16  # characters: most text objects are longer
_LARGE = 15.0  # points, of the line box: letters that may reach beyond their origin by more than a hair


@dataclass(frozen=True, slots=True)
class Run:
    """Text drawn at one stroke.

    ``ink`` is where its glyphs are; ``pen`` where the leftmost of them begins, which its ink may reach beyond: in small
    type, where that is little, it is the edge of the ink. ``start``, ``foot`` and ``head`` are the origin and the line
    box of its first character. ``after`` is what pdfium put between it and the next run: nothing, a space or a line
    break. ``tag`` is the marked content it stands in.
    """

    text: str
    ink: Rectangle
    pen: float
    start: float
    foot: float
    head: float
    after: str
    tag: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it was read back: number from 1, size in points, runs in the order of drawing."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read back from a PDF."""

    sheets: tuple[Sheet, ...]
    typefaces: tuple[Typeface, ...]
    bookmarks: tuple[Bookmark, ...]
    links: tuple[PageLink, ...]


def read(body: bytes, direction: Direction) -> Reading:
    """Read a PDF whose text runs in a direction back, in one pass over its pages."""
    pdfium = library()
    sheets: list[Sheet] = []
    links: list[PageLink] = []
    fonts = FontReader()
    with opened(body) as document:
        for index in range(pdfium.FPDF_GetPageCount(document)):
            page: int = pdfium.FPDF_LoadPage(document, index)
            sheets.append(_read_sheet(document, page, index, fonts, direction))
            links.extend(read_links(document, page, index + 1))
            pdfium.FPDF_ClosePage(page)
        bookmarks = read_bookmarks(document)
    return Reading(tuple(sheets), fonts.typefaces(), bookmarks, tuple(links))


def _read_sheet(document: int, page: int, index: int, fonts: FontReader, direction: Direction) -> Sheet:
    pdfium = library()
    size = Size()
    pdfium.FPDF_GetPageSizeByIndexF(document, index, byref(size))
    text_page: int = pdfium.FPDFText_LoadPage(page)
    fonts.turn_page(text_page, index + 1)
    runs = tuple(_read_runs(text_page, fonts, direction))
    pdfium.FPDFText_ClosePage(text_page)
    return Sheet(index + 1, size.width, size.height, runs)


def _read_runs(text_page: int, fonts: FontReader, direction: Direction) -> Iterator[Run]:
    units = _read_units(text_page)
    spans = list(_spans(text_page, units, direction))
    if not spans:
        return  # a blank page; what pdfium may have made up for it belongs to no text
    ends = [start for _, start, _ in spans[1:]] + [len(units) // 2]
    for (handle, start, end), following in zip(spans, ends, strict=True):
        text = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        ink = _ink(text_page, start, end)
        fonts.note_use(handle, text, start)
        if ink is None:
            continue
        between = units[2 * end : 2 * following].decode("utf-16-le", "replace")
        after = "\n" if "\n" in between or text.endswith(LINE_END_HYPHEN) else between[:1]
        line = Box()
        library().FPDFText_GetLooseCharBox(text_page, start, byref(line))
        is_large = line.top - line.bottom > _LARGE
        pen = max(ink.left, _pen(text_page, start, end)) if is_large else ink.left
        yield Run(text, ink, pen, line.left, line.bottom, line.top, after, _tag(handle))


def _read_units(text_page: int) -> bytes:
    """Return the page's characters, two bytes each, so that positions in it are pdfium's character indexes."""
    pdfium = library()
    count: int = pdfium.FPDFText_CountChars(text_page)
    buffer = create_string_buffer(2 * count + 2)
    written: int = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    if written == count + 1:
        return buffer.raw[:-2]
    # Characters without a meaning are left out of the bulk text; asked one by one they are all there.
    units = (pdfium.FPDFText_GetUnicode(text_page, index) & 0xFFFF for index in range(count))
    return b"".join(unit.to_bytes(2, "little") for unit in units)


def _spans(text_page: int, units: bytes, direction: Direction) -> Iterator[tuple[int, int, int]]:
    """Yield handle, start and end of each text object; characters between them are pdfium's own.

    In lines from the right, of whatever letters, the characters of several objects may take turns: there each is asked
    for its own.
    """
    ask = library().FPDFText_GetTextObject
    position, total = 0, len(units) // 2
    takes_turns = direction == "rtl" or has_letters_from_the_right(units.decode("utf-16-le", "replace"))
    stride = 1 if takes_turns else _STRIDE
    while position < total:
        handle: int | None = ask(text_page, position)
        if handle is None:
            position += 1
            continue
        end = _end_of_span(text_page, handle, position, total, stride)
        yield handle, position, end
        position = end


def _end_of_span(text_page: int, handle: int, start: int, total: int, stride: int) -> int:
    """Return where the span that begins at ``start`` ends, by galloping and halving: few questions a span."""
    ask = library().FPDFText_GetTextObject
    step = stride
    inside, outside = start, start + step
    while outside < total and ask(text_page, outside) == handle:
        inside, step = outside, step * 2 if stride > 1 else 1
        outside += step
    outside = min(outside, total)
    while outside - inside > 1:
        middle = (inside + outside) // 2
        inside, outside = (middle, outside) if ask(text_page, middle) == handle else (inside, middle)
    return outside


def _ink(text_page: int, start: int, end: int) -> Rectangle | None:
    """Return the rectangle of the glyphs drawn, or nothing for a run of spaces."""
    pdfium = library()
    count: int = pdfium.FPDFText_CountRects(text_page, start, end - start)
    if not count:
        return None
    left, top, right, bottom = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetRect(text_page, 0, byref(left), byref(top), byref(right), byref(bottom))
    # A space in a line from the right has a rectangle, of no size and in the corner of the page.
    return Rectangle(left.value, bottom.value, right.value, top.value) if left.value < right.value else None


def _pen(text_page: int, start: int, end: int) -> float:
    """Return the leftmost origin of some characters; in lines from the right, too, a glyph is drawn from its left."""
    x, y = c_double(), c_double()
    origins = []
    for index in range(start, end):
        library().FPDFText_GetCharOrigin(text_page, index, byref(x), byref(y))
        origins.append(x.value)
    return min(origins)


def _tag(handle: int) -> str:
    """Return the name of the innermost marked content around a text object, empty when untagged."""
    pdfium = library()
    count: int = pdfium.FPDFPageObj_CountMarks(handle)
    if not count:
        return ""
    mark: int = pdfium.FPDFPageObj_GetMark(handle, count - 1)
    buffer, length = create_string_buffer(64), c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, 64, byref(length))
    return buffer.raw[: max(length.value - 2, 0)].decode("utf-16-le", "replace")
