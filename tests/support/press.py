"""Small files on their way to the press: a page made by hand, what it is made into, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from report import production
from report.desk import Desk
from report.findings import Checked
from report.model.edition import Edition
from report.model.output import Copy, Galley, InkPair, OutputProfile, Page, Proof, Rectangle
from report.model.text import Direction
from report.order import Order
from report.press import impose, press

ROOT = Path(__file__).resolve().parents[2]
TRIM = (300.0, 200.0)
MILLIMETRE = 72 / 25.4
PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")

Resources = Callable[[pikepdf.Pdf], Dictionary]
Operation = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Printed:
    """A press file opened, and what was noticed while it was made."""

    pdf: pikepdf.Pdf
    proof: Checked[Proof]

    @property
    def codes(self) -> list[str]:
        """The codes of all that was noticed."""
        return [finding.code for finding in self.proof.findings]

    @property
    def operations(self) -> list[Operation]:
        """The first page's own operators and operands, without its marks."""
        return operations_of(self.pdf.pages[0].Contents[0])

    def resource(self, kind: str, name: str) -> Any:
        """Return a resource of the first page."""
        return self.pdf.pages[0].Resources[kind][name]


@cache
def shipped() -> tuple[Edition, OutputProfile]:
    """Return the specimen in English, and the profile of the shipped house."""
    prepared = production.prepare(Order(ROOT, "specimen", "en-GB", ("press",)), Desk())
    assert prepared.profile is not None
    return prepared.edition, prepared.profile


def edition_for(direction: Direction = "ltr", **rules: Any) -> Edition:
    """Return the specimen with other rules of its printer, such as ``bleed=5``, read from a side."""
    edition, _ = shipped()
    house = edition.brief.house
    assert house.press is not None
    house = replace(house, press=replace(house.press, **rules))
    return replace(edition, brief=replace(edition.brief, house=house), direction=direction)


def a_page(*contents: str, resources: Resources = lambda _pdf: Dictionary()) -> bytes:
    """Return a file with a page for each content, as the paged medium has it: every box is the trim."""
    pdf = pikepdf.new()
    shared = pdf.make_indirect(resources(pdf))
    for content in contents:
        page = pdf.add_blank_page(page_size=TRIM)
        page.TrimBox = page.BleedBox = page.MediaBox
        page.Resources = shared
        page.Contents = pdf.make_stream(content.encode("latin-1"))
    body = BytesIO()
    pdf.save(body, deterministic_id=True)
    return body.getvalue()


def paged_proof(body: bytes, inks: Sequence[InkPair] = ()) -> Proof:
    """Return a paged proof of a file, in the faces of nobody."""
    with pikepdf.open(BytesIO(body)) as pdf:
        areas = [Rectangle(*(float(value) for value in page.mediabox)) for page in pdf.pages]
    pages = (Page(number, area.right, area.top, area, None) for number, area in enumerate(areas, 1))
    galley = Galley("", "", "paged", (), Copy((), (), ()), "brief.yaml:1:1", tuple(inks))
    return Proof("paged", body, galley, tuple(pages))


def printed(body: bytes, edition: Edition | None = None, inks: Sequence[InkPair] = ()) -> Printed:
    """Make a file ready for the press."""
    edition = edition or edition_for()
    assert edition.brief.house.press is not None
    made = press(paged_proof(body, inks), edition, edition.brief.house.press, shipped()[1])
    return Printed(pikepdf.open(BytesIO(made.value.body)), made)


def imposed(pages: int, direction: Direction, **rules: Any) -> pikepdf.Pdf:
    """Return the booklet of a file with so many pages, each of which shows its number by the width of a line."""
    edition = edition_for(direction, **rules)
    assert edition.brief.house.press is not None
    made = printed(a_page(*(f"{page} w 10 10 m 50 50 l S" for page in range(1, pages + 1))), edition)
    booklet = impose(made.proof.value, edition, edition.brief.house.press, shipped()[1])
    return pikepdf.open(BytesIO(booklet.value.body))


def picture(pdf: pikepdf.Pdf, body: bytes, size: tuple[int, int], space: Any, bits: int = 8, **more: Any) -> Stream:
    """Return a picture from its values as they are stored."""
    width, height = size
    kind = {"Type": Name.XObject, "Subtype": Name.Image, "Width": width, "Height": height}
    return pdf.make_stream(body, Dictionary(**kind, ColorSpace=space, BitsPerComponent=bits, **more))


def operations_of(stream: Any) -> list[Operation]:
    """Return operators and operands of a stream; numbers are numbers, everything else is text."""
    return [
        (str(one.operator), tuple(_plain(operand) for operand in getattr(one, "operands", ())))
        for one in pikepdf.parse_content_stream(stream)
    ]


def colours_named(pdf: pikepdf.Pdf) -> set[str]:
    """Return the names of all colour spaces that a file speaks of anywhere."""
    return {name for value in pdf.objects for name in _spaces_in(value)}


def _spaces_in(value: Any) -> Iterator[str]:
    if isinstance(value, Name):
        if str(value).startswith(("/Device", "/Cal", "/Lab", "/ICC", "/Separation")):
            yield str(value)
    elif isinstance(value, Array):
        for one in value:
            if not getattr(one, "is_indirect", False):
                yield from _spaces_in(one)
    elif isinstance(value, Dictionary | Stream):
        for one in value.values():
            if not getattr(one, "is_indirect", False):
                yield from _spaces_in(one)


def _plain(operand: Any) -> Any:
    try:
        return round(float(operand), 4)
    except (TypeError, ValueError):
        return str(operand)
