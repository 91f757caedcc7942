"""Imposition: the pages of a press file two by two on sheets that are folded once and stitched through the fold.

Of a booklet of *n* pages (a multiple of four) sheet *i*, counted from 0 and from outside, has the pages *n* − 2*i* and
2*i* + 1 on its front and 2*i* + 2 and *n* − 2*i* − 1 on its back, from left to right; bound on the right, from right to
left. Folded into the others, it stands out at the fore-edge by the paper of those around it, and is cut off there. So
its pages move towards the spine by **creep = *i* × thickness of the paper**, and all have the same outer margin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from report.model.brief import PressRules
from report.model.edition import Edition
from report.model.output import OutputProfile, Proof
from report.model.text import Direction
from report.press.lettering import Lettering
from report.press.marks import OVERPRINT, marks
from report.press.metadata import describe
from report.press.pages import name_of, saved
from report.press.sheets import Sheet, points, set_boxes, sheet_for, written


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a sheet: its number from the outermost, from 0; front or back; its pages from 1, left and right."""

    sheet: int
    is_front: bool
    left: int
    right: int


def sides_of(count: int, direction: Direction) -> tuple[Side, ...]:
    """Return the sides of a saddle-stitched booklet in the order in which they are printed, blanks at its end."""
    whole = count + -count % 4
    sides = []
    for sheet in range(whole // 4):
        first, last = 2 * sheet + 1, whole - 2 * sheet
        for is_front, pages in ((True, (last, first)), (False, (first + 1, last - 1))):
            left, right = pages if direction == "ltr" else pages[::-1]
            sides.append(Side(sheet, is_front, left, right))
    return tuple(sides)


def impose_pages(proof: Proof, edition: Edition, rules: PressRules, profile: OutputProfile) -> bytes:
    """Return the booklet of a press file: a page for each side of each sheet.

    It is filled up to whole sheets of its own, so the blanks of the press file, which another machine folds, stay out.
    """
    with pikepdf.open(BytesIO(proof.body)) as pdf:
        del pdf.pages[len(proof.pages) :]
        count = len(pdf.pages)
        left, bottom, right, top = (float(value) for value in pdf.pages[0].trimbox)
        page = sheet_for(right - left, top - bottom, rules.bleed)
        sheet = sheet_for(2 * page.width, page.height, rules.bleed)
        forms = [_form(pdf, one, page) for one in pdf.pages]
        sides = sides_of(count, edition.direction)
        lettering = Lettering(proof.galley.faces)
        targets, folds = (sheet.width / 4, sheet.width * 3 / 4), (sheet.width / 2,)
        for side in sides:
            made = pdf.add_blank_page(page_size=sheet.media[2:])
            set_boxes(made, sheet)
            made.Resources = Dictionary(
                XObject=_forms_of(side, forms),
                ExtGState=Dictionary({OVERPRINT: Dictionary(Type=Name.ExtGState, op=True, OP=True, OPM=1)}),
            )
            name = f"sheet {side.sheet + 1} of {len(sides) // 2}, {'front' if side.is_front else 'back'}"
            slug = lettering.line(f"{name_of(edition)}   {name}   pages {side.left} and {side.right}")
            drawing = _drawing(side, made.Resources.XObject, sheet, points(rules.paper * side.sheet))
            made.Contents = Array(
                [pdf.make_stream(drawing), pdf.make_stream(marks(sheet, targets, folds, slug))],
            )
        del pdf.pages[:count]
        describe(pdf, edition, "booklet", rules, profile, proof.body)
        return saved(pdf)


def _form(pdf: pikepdf.Pdf, page: pikepdf.Page, sheet: Sheet) -> Any:
    """Return a page as a form, within its bleed and without its marks, which are its last stream; a blank is none."""
    body = b"\n".join(stream.read_bytes() for stream in list(page.Contents)[:-1])
    if not body:
        return None
    box = Array([round(value, 5) for value in sheet.bled])
    return pdf.make_stream(body, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=page.Resources)


def _forms_of(side: Side, forms: Sequence[Any]) -> Dictionary:
    """Return the pages of a side that are no blanks, by name."""
    numbers = [number for number in (side.left, side.right) if number <= len(forms) and forms[number - 1] is not None]
    return Dictionary({_name(number): forms[number - 1] for number in numbers})


def _drawing(side: Side, forms: Dictionary, sheet: Sheet, creep: float) -> bytes:
    """Return the drawing of a side: each page up to the spine and no further, moved towards it by the creep."""
    left, bottom, right, top = sheet.bled
    spine = sheet.margin + sheet.width / 2
    lines = []
    for number, start, end, move in (
        (side.left, left, spine, creep),
        (side.right, spine, right, sheet.width / 2 - creep),
    ):
        if _name(number) in forms:
            clip = " ".join(written(value) for value in (start, bottom, end - start, top - bottom))
            lines.append(f"q {clip} re W n 1 0 0 1 {written(move)} 0 cm {_name(number)} Do Q")
    return "\n".join(lines).encode("ascii")


def _name(number: int) -> str:
    return f"/Page{number}"
