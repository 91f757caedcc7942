"""Internal links arrive (PRE-006)."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_int, c_void_p, create_string_buffer
from dataclasses import dataclass

from report.findings import Finding, Mark
from report.preflight.pdfium import library, words_of

_URI_ACTION = 3
_OUTSIDE = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link that leads nowhere: its page, and the place it names."""

    page: int
    target: str


def read_dead_links(document: int, page: int, number: int) -> Iterator[DeadLink]:
    """Yield the links of a page that arrive neither in the file nor at an address."""
    pdfium = library()
    position, link = c_int(0), c_void_p()
    while pdfium.FPDFLink_Enumerate(page, byref(position), byref(link)):
        destination: int | None = pdfium.FPDFLink_GetDest(document, link)
        if destination:
            if pdfium.FPDFDest_GetDestPageIndex(document, destination) < 0:
                yield DeadLink(number, _named_target(page, link))
            continue
        action: int | None = pdfium.FPDFLink_GetAction(link)
        address = _address(document, action) if action else ""
        if not address.startswith(_OUTSIDE):
            yield DeadLink(number, address or _named_target(page, link))


def check_links(dead_links: tuple[DeadLink, ...], mark: Mark) -> Iterator[Finding]:
    """Report each link that does not arrive, once."""
    for link in dict.fromkeys(dead_links):
        message = f"page {link.page}: a link leads to “{link.target}”, which is not in the file"
        yield Finding("PRE-006", mark, message, "give the target that id, or take the link away")


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
