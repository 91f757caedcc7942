"""The engine in a test: stock or corrected, with one typeface and none of the machine's, and its pages read."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import fontpkg
import pydyf
import pypdfium2

from report.typeset.corrections import corrected_engine
from report.typeset.fonts import no_machine_fonts

FAMILY = "Proof"

_FACES = (("normal", 400), ("italic", 400), ("normal", 600))

FACE_RULES = "".join(
    f"@font-face {{ font-family: {FAMILY}; font-style: {style}; font-weight: {weight};"
    f' src: url("{fontpkg.path("Spectral", weight, style).as_uri()}") }}'
    for style, weight in _FACES
)

SMALL_SHEET = f"""{FACE_RULES}
@page {{ size: 120mm 80mm; margin: 5mm }}
html {{ font: 8pt/10pt {FAMILY}; orphans: 1; widows: 1 }}
body, p, ul {{ margin: 0; padding: 0 }}
.columns {{ columns: 2; column-gap: 4mm }}
.note {{ float: footnote }}
.note::footnote-call {{ content: "C" attr(data-number); font-size: .7em; vertical-align: super; line-height: 0 }}
.note::footnote-marker {{ content: "M" attr(data-number) " "; font-size: .7em; line-height: 0 }}
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on a page: its words, its left edge and its top in points from the top left corner."""

    words: str
    left: float
    top: float


Pages = list[list[Line]]


@dataclass(frozen=True, slots=True)
class Engine:
    """One way to set pages: with the corrections, or without."""

    is_corrected: bool

    def set_html(self, html: str, **options: Any) -> bytes:
        """Set a whole document, whose sheet declares its faces."""
        with no_machine_fonts():
            from weasyprint import HTML  # noqa: PLC0415 - only once the fonts of the machine are kept out

            with corrected_engine() if self.is_corrected else nullcontext():
                if 'dir="rtl"' in html:
                    options.setdefault("finisher", _read_from_the_right)
                pdf: bytes = HTML(string=html).write_pdf(**options)
                return pdf

    def set_body(self, body: str, sheet: str = "", **options: Any) -> bytes:
        """Set the body of a document on small pages of nineteen lines."""
        head = f'<!DOCTYPE html><html lang="en"><title>Test</title><style>{SMALL_SHEET}{sheet}</style>'
        return self.set_html(f"{head}<body>{body}", **options)

    def pages(self, body: str, sheet: str = "") -> Pages:
        """Set the body of a document on small pages and read their lines."""
        document = pypdfium2.PdfDocument(self.set_body(body, sheet))
        return [_lines(page) for page in document]


def _read_from_the_right(_document: Any, pdf: Any) -> None:
    """Say of a file from which side it is read, as the program does."""
    pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())["Direction"] = "/R2L"


def note_call(number: int, text: str) -> str:
    """The markup of a note call, as the product writes it."""
    call = f'<a id="call-{number}"></a>'
    return f'{call}<span class="note" id="note-{number}" data-number="{number}">{text}</span>'


def characters(text: pypdfium2.PdfTextPage) -> str:
    """The characters of a page, each at the index under which pdfium knows its place."""
    return "".join(text.get_text_range(index, 1) or " " for index in range(text.count_chars()))


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    text = page.get_textpage()
    height = page.get_height()
    lines = []
    for match in re.finditer(r"[^\r\n]+", characters(text)):
        left, _, _, top = text.get_charbox(match.start(), loose=True)
        lines.append(Line(match[0].strip(), round(left, 1), round(height - top, 1)))
    return lines
