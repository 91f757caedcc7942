"""The few functions of pdfium that preflight asks, with their C types.

pypdfium2 brings the library. Its own bindings declare all of it, untyped, and take 20 ms to import; the list below is
what we use, and a handle that comes back as a plain number can be compared and looked up.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, c_char_p, c_double, c_float, c_int, c_size_t, c_ulong, c_void_p
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from report.errors import ReportError


class Size(ctypes.Structure):
    """A width and a height, as pdfium hands them over."""

    _fields_ = (("width", c_float), ("height", c_float))


class Box(ctypes.Structure):
    """A rectangle in page coordinates, as pdfium hands it over."""

    _fields_ = (("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float))


class NotAPdf(ReportError):
    """The bytes cannot be opened as a PDF."""


_DOUBLES = (POINTER(c_double),) * 4
# Result and argument types; handles are void pointers, lengths come back as unsigned longs.
# The C types of ctypes have no common public base: hence Any.
_FUNCTIONS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "FPDF_InitLibrary": (None, ()),
    "FPDF_LoadMemDocument64": (c_void_p, (c_char_p, c_size_t, c_char_p)),
    "FPDF_CloseDocument": (None, (c_void_p,)),
    "FPDF_GetPageCount": (c_int, (c_void_p,)),
    "FPDF_GetPageSizeByIndexF": (c_int, (c_void_p, c_int, POINTER(Size))),
    "FPDF_LoadPage": (c_void_p, (c_void_p, c_int)),
    "FPDF_ClosePage": (None, (c_void_p,)),
    "FPDF_GetNamedDestByName": (c_void_p, (c_void_p, c_char_p)),
    "FPDFText_LoadPage": (c_void_p, (c_void_p,)),
    "FPDFText_ClosePage": (None, (c_void_p,)),
    "FPDFText_CountChars": (c_int, (c_void_p,)),
    "FPDFText_GetText": (c_int, (c_void_p, c_int, c_int, c_void_p)),
    "FPDFText_GetUnicode": (c_int, (c_void_p, c_int)),
    "FPDFText_GetTextObject": (c_void_p, (c_void_p, c_int)),
    "FPDFText_GetCharBox": (c_int, (c_void_p, c_int, *_DOUBLES)),
    "FPDFText_GetCharOrigin": (c_int, (c_void_p, c_int, *_DOUBLES[:2])),
    "FPDFText_GetLooseCharBox": (c_int, (c_void_p, c_int, POINTER(Box))),
    "FPDFText_CountRects": (c_int, (c_void_p, c_int, c_int)),
    "FPDFText_GetRect": (c_int, (c_void_p, c_int, *_DOUBLES)),
    "FPDFTextObj_GetFont": (c_void_p, (c_void_p,)),
    "FPDFFont_GetBaseFontName": (c_size_t, (c_void_p, c_void_p, c_size_t)),
    "FPDFFont_GetIsEmbedded": (c_int, (c_void_p,)),
    "FPDFFont_GetFontData": (c_int, (c_void_p, c_void_p, c_size_t, POINTER(c_size_t))),
    "FPDFPageObj_CountMarks": (c_int, (c_void_p,)),
    "FPDFPageObj_GetMark": (c_void_p, (c_void_p, c_ulong)),
    "FPDFPageObjMark_GetName": (c_int, (c_void_p, c_void_p, c_ulong, POINTER(c_ulong))),
    "FPDFBookmark_GetFirstChild": (c_void_p, (c_void_p, c_void_p)),
    "FPDFBookmark_GetNextSibling": (c_void_p, (c_void_p, c_void_p)),
    "FPDFBookmark_GetTitle": (c_ulong, (c_void_p, c_void_p, c_ulong)),
    "FPDFBookmark_GetDest": (c_void_p, (c_void_p, c_void_p)),
    "FPDFDest_GetDestPageIndex": (c_int, (c_void_p, c_void_p)),
    "FPDFLink_Enumerate": (c_int, (c_void_p, POINTER(c_int), POINTER(c_void_p))),
    "FPDFLink_GetDest": (c_void_p, (c_void_p, c_void_p)),
    "FPDFLink_GetAction": (c_void_p, (c_void_p,)),
    "FPDFDest_GetLocationInPage": (
        c_int,
        (c_void_p, *(POINTER(c_int),) * 3, *(POINTER(c_float),) * 3),
    ),
    "FPDFLink_GetAnnotRect": (c_int, (c_void_p, POINTER(Box))),
    "FPDFLink_GetAnnot": (c_void_p, (c_void_p, c_void_p)),
    "FPDFAction_GetType": (c_ulong, (c_void_p,)),
    "FPDFAction_GetURIPath": (c_ulong, (c_void_p, c_void_p, c_void_p, c_ulong)),
    "FPDFAnnot_GetStringValue": (c_ulong, (c_void_p, c_char_p, c_void_p, c_ulong)),
    "FPDFPage_CloseAnnot": (None, (c_void_p,)),
}


@cache
def library() -> ctypes.CDLL:
    """Load pdfium, once, and declare the functions above."""
    spec = find_spec("pypdfium2_raw")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ReportError("pypdfium2 is not installed; run: python3 build.py")
    name = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}.get(sys.platform, "libpdfium.so")
    pdfium = ctypes.CDLL(str(Path(folders[0], name)))
    for function, (result, arguments) in _FUNCTIONS.items():
        declared = getattr(pdfium, function)
        declared.restype, declared.argtypes = result, arguments
    pdfium.FPDF_InitLibrary()
    return pdfium


@contextmanager
def opened(body: bytes) -> Iterator[int]:
    """Open the bytes of a PDF and yield the document's handle."""
    document: int | None = library().FPDF_LoadMemDocument64(body, len(body), None)
    if document is None:
        raise NotAPdf("pdfium cannot open the file")
    try:
        yield document
    finally:
        library().FPDF_CloseDocument(document)


def words_of(function: Any, *arguments: object) -> str:  # a ctypes function has no public type
    """Ask for a text in UTF-16, first for its length in bytes, then for the text."""
    length: int = function(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    function(*arguments, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
