"""Pictures have their alternative text, and say where on the page they are (PRE-028): ISO 14289-1, 7.3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.findings import Finding, Mark
from report.model.output import Alternative, Rectangle
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import File, FilePage
from report.preflight.file.structure import Element
from report.preflight.tags.nesting import spot_of_element

_NEAR = 2.0  # points between the place a figure claims and what is drawn for it
_DRAWN = ("image", "fill", "stroke", "shading")


def ask_figures(evidence: Evidence) -> Iterator[Finding]:
    """Ask that each figure has the alternative text of the copy, and a BBox around what is drawn, on its page."""
    file = evidence.file
    if file is None or file.tree is None:
        return
    figures = [one for one in file.tree.elements() if one.role == "Figure"]
    for figure in figures:
        for fault in _faults(figure, file):
            spot = spot_of_element(file, figure)
            where = f"page {spot.page}: " if spot else ""
            yield Finding("PRE-028", evidence.mark, f"{where}a picture {fault}", spot=spot)
    if evidence.copy is not None:
        yield from _check_alternatives(figures, evidence.copy.alternatives, evidence)
    yield from _check_pictures(file, figures, evidence.mark)


def _check_alternatives(
    figures: Sequence[Element], wanted: Sequence[Alternative], evidence: Evidence
) -> Iterator[Finding]:
    file = evidence.file
    assert file is not None, "the caller has asked"
    if len(figures) != len(wanted):
        message = f"the copy has {len(wanted)} pictures, tagged as such are {len(figures)}"
        yield Finding("PRE-028", evidence.mark, message)
    for figure, alternative in zip(figures, wanted, strict=False):
        if figure.described and _words(figure.described) != _words(alternative.text):
            message = f"the alternative text of a picture is “{_short(figure.described)}”"
            hint = f"the brief says “{_short(alternative.text)}”"
            yield Finding("PRE-028", Mark.parse(alternative.place), message, hint, spot_of_element(file, figure))


def _check_pictures(file: File, figures: Sequence[Element], mark: Mark) -> Iterator[Finding]:
    """Ask that images are part of a figure, where they are no artifacts."""
    held = {(one.page, one.mcid) for figure in figures for one in figure.content()}
    for page in file.pages:
        for one in page.drawn:
            if one.kind == "image" and one.mcid >= 0 and not one.is_artifact and (page.number, one.mcid) not in held:
                message = f"page {page.number}: a picture is not tagged as one"
                yield Finding("PRE-028", mark, message, spot=spot_of(page.number, one.place))


def _faults(figure: Element, file: File) -> Iterator[str]:
    if not (figure.described or "").strip():
        yield "has no alternative text"
    box = figure.attributes.get("BBox")
    contents = [one for one in figure.content() if 0 < one.page <= len(file.pages)]
    if not isinstance(box, Rectangle):
        yield "does not say where it is (BBox)"
        return
    if not contents:
        return
    page = file.pages[contents[0].page - 1]
    mcids = {one.mcid for one in contents}
    drawn = [one.clip or one.place for one in page.drawn if one.mcid in mcids and one.kind in _DRAWN]
    box = _on(page, box)
    if not _holds(page.whole, box, _NEAR):
        yield "says that it is outside its page (BBox)"
    elif not any(_touch(box, one) for one in drawn) or not _is_around_middle(drawn, box):
        yield "is not where it says (BBox)"


def _on(page: FilePage, box: Rectangle) -> Rectangle:
    across, up = page.media.left, page.media.bottom
    return Rectangle(box.left - across, box.bottom - up, box.right - across, box.top - up)


def _is_around_middle(drawn: Sequence[Rectangle], box: Rectangle) -> bool:
    """Whether something drawn comes near to the middle of the box."""
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    wide = Rectangle(
        min((one.left for one in drawn), default=x),
        min((one.bottom for one in drawn), default=y),
        max((one.right for one in drawn), default=x),
        max((one.top for one in drawn), default=y),
    )
    return wide.left - _NEAR <= x <= wide.right + _NEAR and wide.bottom - _NEAR <= y <= wide.top + _NEAR


def _holds(outer: Rectangle, inner: Rectangle, tolerance: float) -> bool:
    return (
        outer.left - tolerance <= inner.left
        and outer.bottom - tolerance <= inner.bottom
        and inner.right <= outer.right + tolerance
        and inner.top <= outer.top + tolerance
    )


def _touch(one: Rectangle, other: Rectangle) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > 0 and up > 0


def _words(text: str) -> list[str]:
    return text.split()


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
