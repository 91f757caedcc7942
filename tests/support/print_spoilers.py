"""Ways to spoil print files, by name, that are found in a file which is compared with no other file of its edition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Name, Operator

from report.model.output import Medium
from tests.support.finished import Spoiler
from tests.support.spoilers import draw
from tests.support.text_spoilers import elements, rewrite

PRINT_SPOILERS: dict[str, tuple[Medium, str, Spoiler]] = {}
_LINE = 30  # glyphs: what is shown at one stroke is a line of text
_SIDE = 1  # a side of the booklet with a page of text on it


def _spoils(medium: Medium, code: str) -> Callable[[Spoiler], Spoiler]:
    def note(spoil: Spoiler) -> Spoiler:
        PRINT_SPOILERS[spoil.__name__.replace("_", "-")] = (medium, code, spoil)
        return spoil

    return note


# Words of a booklet


@_spoils("booklet", "PRE-033")
def line_lost_on_a_side(pdf: pikepdf.Pdf) -> None:
    _rewrite_form(pdf, lambda all_: [one for at, one in enumerate(all_) if at != _lines(all_)[3]])


@_spoils("booklet", "PRE-033")
def lines_exchanged_on_a_side(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        one, two = _lines(instructions)[2:4]
        instructions[one], instructions[two] = instructions[two], instructions[one]
        return instructions

    _rewrite_form(pdf, change)


@_spoils("booklet", "PRE-035")
def lines_in_each_others_place_on_a_side(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        here, there = (_matrix_before(instructions, at) for at in _lines(instructions)[2:4])
        instructions[here], instructions[there] = instructions[there], instructions[here]
        return instructions

    _rewrite_form(pdf, change)


@_spoils("booklet", "PRE-011")
def lines_too_near_each_other(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        matrix = instructions[_matrix_before(instructions, _lines(instructions)[2])][0]
        matrix[5] = float(matrix[5]) + 11
        return instructions

    _rewrite_form(pdf, change)


@_spoils("booklet", "PRE-067")
def line_half_transparent(pdf: pikepdf.Pdf) -> None:
    form = _form_of(pdf)
    form.Resources.ExtGState["/Thin"] = pikepdf.Dictionary(ca=0.3)
    form.write(form.read_bytes().replace(b"BT", b"/Thin gs BT", 1))


@_spoils("press", "PRE-060")
def line_at_the_trim(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        matrix = instructions[_matrix_before(instructions, _lines(instructions)[2])][0]
        matrix[4] = 2
        return instructions

    rewrite(pdf, 1, change)


@_spoils("press", "PRE-037")
def folios_of_other_pages(pdf: pikepdf.Pdf) -> None:
    one, two = pdf.pages[1], pdf.pages[3]
    one.Contents, two.Contents = two.Contents, one.Contents
    one.Resources, two.Resources = two.Resources, one.Resources


# Places


@_spoils("booklet", "PRE-063")
def page_too_high(pdf: pikepdf.Pdf) -> None:
    _form_of(pdf).Matrix = Array([1, 0, 0, 1, 0, 5])


@_spoils("booklet", "PRE-068")
def page_on_its_head(pdf: pikepdf.Pdf) -> None:
    form = _form_of(pdf)
    left, bottom, right, top = map(float, form.BBox)
    form.Matrix = Array([-1, 0, 0, -1, left + right, bottom + top])


@_spoils("booklet", "PRE-061")
def tints_missing_on_one_side(pdf: pikepdf.Pdf) -> None:
    for number in range(1, len(pdf.pages)):
        draw(pdf, number, "0 0 0 1 k 60 5 10 10 re f")


@_spoils("press", "PRE-064")
def picture_lost_in_print(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        names = {str(name) for name, one in page.Resources.get("/XObject", {}).items() if one.Subtype == Name.Image}
        if names:
            lost = [(str(operands[0]) in names) if operands else False for operands, _ in _read(page)]
            kept = [one for one, is_lost in zip(_read(page), lost, strict=True) if not is_lost]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


@_spoils("paged", "PRE-068")
def picture_mirrored(pdf: pikepdf.Pdf) -> None:
    from PIL import ImageOps  # noqa: PLC0415 - only this one needs it

    pictures = (one for page in pdf.pages for one in page.Resources.get("/XObject", {}).values())
    picture: Any = next(one for one in pictures if one.Subtype == Name.Image)
    picture.write(ImageOps.mirror(pikepdf.PdfImage(picture).as_pil_image()).tobytes())


# Faces, tables, headings, addresses


@_spoils("press", "PRE-059")
def widths_of_another_face(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].Resources.Font.values():
        inner = font.DescendantFonts[0]
        first, widths = inner.W[0], [float(one) + 40 for one in inner.W[1]]
        inner.W = Array([first, Array(widths), *list(inner.W)[2:]])


@_spoils("press", "PRE-059")
def program_of_another_face(pdf: pikepdf.Pdf) -> None:
    fonts = list(pdf.pages[1].Resources.Font.values())
    one, two = (font.DescendantFonts[0].FontDescriptor for font in fonts[:2])
    one.FontFile2 = two.FontFile2


@_spoils("press", "PRE-004")
def line_in_another_face(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        at = _lines(instructions)[3]
        before = next(place for place in range(at, 0, -1) if instructions[place][1] == Operator("Tf"))
        name, size = instructions[before][0]
        others = {key for key, font in pdf.pages[1].Resources.Font.items() if "Fira" in str(font.BaseFont)}
        assert str(name) not in others
        begun = [(Array([Name(min(others)), size]), Operator("Tf"))]
        ended = [(Array([name, size]), Operator("Tf"))]
        return [*instructions[:at], *begun, instructions[at], *ended, *instructions[at + 1 :]]

    rewrite(pdf, 1, change)


@_spoils("paged", "PRE-027")
def cell_with_the_head_of_another_column(pdf: pikepdf.Pdf) -> None:
    cells = [one for one in elements(pdf, "TD") if "/Headers" in _attributes(one)]
    here, there = (_attributes(cell) for cell in cells[:2])
    here.Headers = Array([*list(here.Headers)[:-1], list(there.Headers)[-1]])


@_spoils("paged", "PRE-024")
def paragraph_tagged_as_heading(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[-1].S = Name.H3


@_spoils("paged", "PRE-057")
def link_to_another_host(pdf: pikepdf.Pdf) -> None:
    links = (one for page in pdf.pages for one in page.get("/Annots", []) if "/URI" in one.get("/A", {}))
    next(links).A.URI = pikepdf.String("https://elsewhere.example/letters")


def _form_of(pdf: pikepdf.Pdf) -> Any:
    """Return the page of text that a side of a booklet shows first."""
    return next(iter(pdf.pages[_SIDE].Resources.XObject.values()))


def _rewrite_form(pdf: pikepdf.Pdf, change: Callable[[list[Any]], list[Any]]) -> None:
    form = _form_of(pdf)
    instructions = [(list(one.operands), one.operator) for one in pikepdf.parse_content_stream(form)]
    form.write(pikepdf.unparse_content_stream(change(instructions)))


def _read(page: Any) -> list[Any]:
    return [(list(one.operands), one.operator) for one in pikepdf.parse_content_stream(page)]


def _lines(instructions: list[Any]) -> list[int]:
    """Return where lines of text are shown, or most of a line."""
    shown = (at for at, (_, operator) in enumerate(instructions) if operator == Operator("TJ"))
    return [at for at in shown if _length(instructions[at][0][0]) >= _LINE]


def _length(items: Any) -> int:
    return sum(len(bytes(item)) // 2 for item in items if isinstance(item, pikepdf.String))


def _matrix_before(instructions: list[Any], at: int) -> int:
    return next(place for place in range(at, 0, -1) if instructions[place][1] == Operator("Tm"))


def _attributes(element: Any) -> Any:
    held = element.get("/A", pikepdf.Dictionary())
    return held[0] if isinstance(held, Array) else held
