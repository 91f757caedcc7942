"""Links are elements, described in words, and printed with the page (PRE-029): ISO 14289-1, 7.18."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding, Mark
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import File, FilePage
from report.preflight.file.links import Annotation
from report.preflight.file.structure import Element, Held, Referred
from report.preflight.tags.nesting import spot_of_element
from report.preflight.technical.boxes import meet

_SILENT = ("Popup", "PrinterMark")


def ask_links(evidence: Evidence) -> Iterator[Finding]:
    """Ask that every annotation is in the tree, described, printed, and that each Link element has one."""
    file, mark = evidence.file, evidence.mark
    if file is None or file.tree is None:
        return
    around = {kid.key: element for element in file.tree.elements() for kid in element.kids if isinstance(kid, Referred)}
    for page in file.pages:
        if page.annotations and page.tabs != "S":
            message = f"page {page.number}: links are not reached in the order of reading (Tabs)"
            yield Finding("PRE-029", mark, message, spot=spot_of(page.number, page.whole))
        for one in page.annotations:
            for fault in (*_faults(one, around.get(one.key)), *_misplaced(one, around.get(one.key), page)):
                message = f"page {page.number}: a link to “{one.address or one.target}” {fault}"
                yield Finding("PRE-029", mark, message, spot=spot_of(page.number, one.place))
    known = {one.key for page in file.pages for one in page.annotations}
    for key, element in around.items():
        if key not in known:
            yield Finding("PRE-029", mark, f"an element “{element.written}” refers to an annotation that is on no page")
    yield from _check_elements(file, mark)


def _check_elements(file: File, mark: Mark) -> Iterator[Finding]:
    """Ask that each Link element leads somewhere."""
    assert file.tree is not None, "the caller has asked"
    for element in file.tree.elements():
        if element.role == "Link" and not any(isinstance(kid, Referred) for kid in element.kids):
            spot = spot_of_element(file, element)
            where = f"page {spot.page}: " if spot else ""
            yield Finding("PRE-029", mark, f"{where}an element “Link” leads nowhere: no annotation is in it", spot=spot)


def _misplaced(annotation: Annotation, element: Element | None, page: FilePage) -> Iterator[str]:
    """Say so if a link does not stand on the words of its element."""
    held = {one.mcid for one in element.content() if one.page == page.number} if element else set()
    places = [one.place for one in page.drawn if one.mcid in held and one.kind in ("text", "image")]
    if places and not any(meet(annotation.place, place) for place in places):
        yield "does not stand on its words"


def _faults(annotation: Annotation, element: Element | None) -> Iterator[str]:
    if annotation.kind in _SILENT:
        return
    if element is None:
        yield "is in no element of the structure tree"
    elif annotation.kind == "Link" and element.role != "Link":
        yield f"is in an element “{element.role}”, not in “Link”"
    elif not any(isinstance(kid, Held) for inner in element.within() for kid in inner.kids):
        yield "has no words in its element"
    if not annotation.words.strip():
        yield "is not described (Contents)"
    if not annotation.is_printed:
        yield "is not printed (F)"
