"""Small PDFs written by hand, for tests of what reads them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from report.preflight.file import Drawn, File, read_file

TO_UNICODE = b"""begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar
2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <0079>] endbfrange endcmap"""


def small_pdf(content: bytes, *, media: tuple[float, ...] = (0, 0, 200, 100), **resources: Any) -> pikepdf.Pdf:
    """Return a PDF of one page with some content, a font F1 of two bytes a code, and further resources."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 100))
    page = pdf.pages[0]
    page.MediaBox = Array(list(media))
    page.Contents = pdf.make_stream(content)
    page.Resources = Dictionary(Font=Dictionary(F1=_font(pdf)), **{k: Dictionary(v) for k, v in resources.items()})
    return pdf


def body_of(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """Return the bytes of a PDF."""
    written = BytesIO()
    pdf.save(written, static_id=True, **options)
    return written.getvalue()


def read_small(content: bytes, **options: Any) -> File:
    """Read a PDF of one page with some content."""
    return read_file(body_of(small_pdf(content, **options)))


def drawn(content: bytes, **options: Any) -> tuple[Drawn, ...]:
    """Return what a page with some content draws."""
    return read_small(content, **options).pages[0].drawn


def _font(pdf: pikepdf.Pdf) -> Any:
    described = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Small"), Ascent=800, Descent=-200)
    described.FontFile2 = pdf.make_stream(b"no program")
    inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+Small"), DW=500)
    inner.FontDescriptor, inner.W = described, Array([1, Array([600, 700]), 16, 18, 400])
    inner.CIDSystemInfo = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Small"), Encoding=Name("/Identity-H"))
    font.DescendantFonts, font.ToUnicode = Array([inner]), pdf.make_stream(TO_UNICODE)
    return pdf.make_indirect(font)
