"""Internal links arrive (PRE-006)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_int, c_void_p, create_string_buffer
from dataclasses import dataclass

from report.findings import Finding, Mark
from report.model.output import Rectangle
from report.preflight.pdfium import Box, library, words_of

_URI_ACTION = 3
_OUTSIDE = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a link arrives: its page, from 1, and the upper left corner of what stands there."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link within the file: its page and place on it, the name of its target, and where that is, if anywhere."""

    page: int
    place: Rectangle
    target: str
    arrival: Arrival | None


def read_links(document: int, page: int, number: int) -> Iterator[PageLink]:
    """Yield the links of a page that do not lead to an address, in the order in which they were drawn."""
    pdfium = library()
    position, link, box = c_int(0), c_void_p(), Box()
    while pdfium.FPDFLink_Enumerate(page, byref(position), byref(link)):
        pdfium.FPDFLink_GetAnnotRect(link, byref(box))
        place = Rectangle(box.left, min(box.top, box.bottom), box.right, max(box.top, box.bottom))
        destination: int | None = pdfium.FPDFLink_GetDest(document, link)
        if destination:
            yield PageLink(number, place, _named_target(page, link), _arrival(document, destination))
            continue
        action: int | None = pdfium.FPDFLink_GetAction(link)
        address = _address(document, action) if action else ""
        if not address.startswith(_OUTSIDE):
            yield PageLink(number, place, address or _named_target(page, link), None)


def check_links(links: Sequence[PageLink], mark: Mark) -> Iterator[Finding]:
    """Report each link that does not arrive, once a page."""
    for page, target in dict.fromkeys((link.page, link.target) for link in links if link.arrival is None):
        message = f"page {page}: a link leads to “{target}”, which is not in the file"
        yield Finding("PRE-006", mark, message, "give the target that id, or take the link away")


def _arrival(document: int, destination: int) -> Arrival | None:
    pdfium = library()
    page: int = pdfium.FPDFDest_GetDestPageIndex(document, destination)
    if page < 0:
        return None
    has_x, has_y, has_zoom, x, y, zoom = c_int(), c_int(), c_int(), c_float(), c_float(), c_float()
    asked = (byref(one) for one in (has_x, has_y, has_zoom, x, y, zoom))
    pdfium.FPDFDest_GetLocationInPage(destination, *asked)
    return Arrival(page + 1, x.value, y.value)


def _address(document: int, action: int) -> str:
    pdfium = library()
    if pdfium.FPDFAction_GetType(action) != _URI_ACTION:
        return ""
    length: int = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = create_string_buffer(max(length, 1))
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _named_target(page: int, link: c_void_p) -> str:
    pdfium = library()
    annotation: int | None = pdfium.FPDFLink_GetAnnot(page, link)
    if not annotation:
        return "an unnamed place"
    texts = [words_of(pdfium.FPDFAnnot_GetStringValue, annotation, key) for key in (b"Dest", b"Contents")]
    pdfium.FPDFPage_CloseAnnot(annotation)
    return next((text for text in texts if text), "an unnamed place")
