"""Small proofs for preflight: hand-written HTML set by the bare engine, with the copy written beside it.

Nothing of the package's own typesetting is used here: a fault in it must not hide in the test of what looks for faults.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from report.findings import Finding
from report.model.output import Copy, Face, Galley, OutlineEntry, Page, Passage, Proof, Rectangle, Way
from report.preflight import preflight
from report.typeset.fonts import no_machine_fonts

PLACE = "content/test/brief.yaml:1:1"
_POINTS = 0.75

SHEET = """
@page { size: 148mm 120mm; margin: 16mm 14mm 18mm;
  @top-left { content: "Policy Brief 2/2017"; font: 7pt Fira Sans }
  @bottom-right { content: counter(page); font: 7pt Fira Sans } }
html { font: 9pt/12pt Spectral; text-align: justify; hyphens: auto; font-variant-numeric: oldstyle-nums }
body { margin: 0 } p, ul, ol, h1, h2, table { margin: 0 } ul, ol { padding-inline-start: 6mm }
h1 { font: 700 16pt/24pt Fira Sans; text-align: start } h2 { font: 700 10pt/12pt Fira Sans; text-align: start }
.columns { columns: 2; column-gap: 5mm }
.note { float: footnote; font-size: 7pt; line-height: 9pt }
.note::footnote-call { content: attr(data-number); font-size: .7em; vertical-align: super; line-height: 0 }
.note::footnote-marker { content: attr(data-number) ' ' }
.small-caps { font-variant-caps: small-caps }
a { color: inherit; text-decoration: none } .address { hyphens: none }
"""


def passages(*texts: str, prefix: str = "p") -> tuple[Passage, ...]:
    """Return passages with anchors p1, p2 … and lines of their own in an invented file."""
    return tuple(
        Passage(f"{prefix}{number}", text, f"content/test/sections/one.yaml:{number}:3")
        for number, text in enumerate(texts, 1)
    )


def copy_of(*body: str, notes: Sequence[str] = (), outline: Sequence[tuple[int, str, str]] = ()) -> Copy:
    """Return a copy of these paragraphs, notes and outline entries."""
    return Copy(passages(*body), passages(*notes, prefix="note-n"), tuple(OutlineEntry(*one) for one in outline))


def with_ways(copy: Copy, from_notes: Mapping[str, Sequence[str]], from_entries: Mapping[str, Sequence[str]]) -> Copy:
    """Return a copy that asks for links: from notes to their calls and entries, from entries to their notes."""
    asked = [tuple(Way(id_, tuple(there)) for id_, there in one.items()) for one in (from_notes, from_entries)]
    return replace(copy, from_notes=asked[0], from_entries=asked[1])


def paged_proof(
    html: str,
    copy: Copy,
    sheet: str = "",
    variant: str | None = "pdf/ua-1",
    is_declared: Callable[[Face], bool] = lambda _face: True,
) -> Proof:
    """Set a body of HTML in pages with the bare engine; some faces may be left out of those that are declared."""
    faces = _faces()
    with no_machine_fonts():
        from weasyprint import CSS, HTML  # noqa: PLC0415 - only after the fonts of the machine are kept out
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        fonts = FontConfiguration()
        css = CSS(string=_face_rules(faces) + SHEET + sheet, font_config=fonts)
        page = f'<!doctype html><html lang="en"><head><title>T</title></head><body>{html}</body></html>'
        document = HTML(string=page).render(stylesheets=[css], font_config=fonts, pdf_variant=variant)
        body = document.write_pdf(pdf_variant=variant)
    pages = tuple(_page(number, one._page_box) for number, one in enumerate(document.pages, 1))
    declared = tuple(face for face in faces if is_declared(face))
    return Proof("paged", body, Galley(html, sheet, "paged", declared, copy, PLACE), pages)


def screen_proof(html: str, copy: Copy) -> Proof:
    """Return a web page as a proof."""
    return Proof("screen", html.encode("utf-8"), Galley(html, "", "screen", (), copy, PLACE))


def found(proof: Proof) -> list[Finding]:
    """Return what preflight says about a proof."""
    return list(preflight(proof).findings)


def faults(proof: Proof) -> list[Finding]:
    """Return what is wrong with a proof; that the pages of small proofs are mostly white is not told."""
    return [finding for finding in found(proof) if finding.holds]


def codes(proof: Proof) -> set[str]:
    """Return the codes of what preflight says about a proof."""
    return {finding.code for finding in found(proof)}


def paragraphs(*texts: str) -> str:
    """Return texts as paragraphs p1, p2 … of HTML."""
    return "".join(f'<p id="p{number}">{escape(text, quote=False)}</p>' for number, text in enumerate(texts, 1))


def _faces() -> tuple[Face, ...]:
    styles = (("Regular", 400, False), ("Italic", 400, True), ("Bold", 700, False), ("BoldItalic", 700, True))
    families = (("Spectral", "fontpkg_spectral", "Spectral"), ("Fira Sans", "fontpkg_fira_sans", "FiraSans"))
    return tuple(
        Face(family, weight, leans, Path(str(files(package))) / "files" / f"{name}-{style}.ttf", "1", "OFL-1.1")
        for family, package, name in families
        for style, weight, leans in styles
    )


def _face_rules(faces: Sequence[Face]) -> str:
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; src: url("{face.path.as_uri()}"); font-weight: {face.weight};'
        f" font-style: {'italic' if face.is_italic else 'normal'} }}\n"
        for face in faces
    )


def _page(number: int, box: Any) -> Page:  # the engine has no types
    """Return a page's areas in points from the lower left corner, from the engine's boxes."""
    height = box.margin_height() * _POINTS
    notes = next((child for child in box.children if type(child).__name__ == "FootnoteAreaBox"), None)
    top, left = height - box.content_box_y() * _POINTS, box.content_box_x() * _POINTS
    right, bottom = left + box.width * _POINTS, top - box.height * _POINTS
    if notes is None or not notes.children:
        return Page(number, box.margin_width() * _POINTS, height, Rectangle(left, bottom, right, top), None)
    head = height - notes.position_y * _POINTS
    foot = head - notes.margin_height() * _POINTS
    return Page(
        number,
        box.margin_width() * _POINTS,
        height,
        Rectangle(left, head, right, top),
        Rectangle(left, foot, right, head),
    )
