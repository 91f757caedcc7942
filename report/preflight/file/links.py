"""Where a file leads: destinations, annotations and their actions (ISO 32000-1, 12.3, 12.5 and 12.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from report.model.output import Rectangle
from report.preflight.file.structure import key_of
from report.preflight.file.trees import names_in
from report.preflight.file.words import dictionary_of, items_of, name_of, number_of, rectangle_of, text_of, whole_of

_PRINT = 4  # the flag of annotations that are printed (ISO 32000-1, table 165)
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Destination:
    """A place a link or an outline line leads to: page from 1 (0 for none), how it is shown, and its upper left corner.

    ``left`` and ``top`` are in points from the lower left corner of the page; None where the destination has none.
    """

    page: int
    fit: str
    left: float | None
    top: float | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation: its Subtype, place, words, and where it leads.

    ``target`` is the name of its destination, ``destination`` the place, None where it arrives nowhere; ``address`` is
    that of a URI action. ``action`` is the type of any other action. ``parent_key`` is its key in the parent tree, -1
    for none.
    """

    kind: str
    page: int
    key: str
    place: Rectangle
    words: str
    target: str
    destination: Destination | None
    address: str
    action: str
    flags: int
    parent_key: int
    has_appearance: bool

    @property
    def is_printed(self) -> bool:
        """Whether its print flag is set."""
        return bool(self.flags & _PRINT)


@dataclass(frozen=True, slots=True)
class Places:
    """The named destinations of a file, its pages by object number, and the lower left corner of each."""

    named: Mapping[str, Any]
    numbers: Mapping[str, int]
    corners: Sequence[tuple[float, float]]

    @classmethod
    def of(cls, catalog: Any, numbers: Mapping[str, int], corners: Sequence[tuple[float, float]]) -> Places:
        """Collect the named destinations of a catalog, those of PDF 1.1 too."""
        named = {key[1:]: value for key, value in dictionary_of(catalog.get("/Dests")).items()}
        named.update(names_in(dictionary_of(catalog.get("/Names")).get("/Dests")))
        return cls(named, numbers, corners)

    def at(self, written: Any) -> tuple[str, Destination | None]:
        """Return the name and the place of a destination as written; no place where it arrives nowhere."""
        name = ""
        if isinstance(written, (pikepdf.String, pikepdf.Name)):
            name = text_of(written) or name_of(written)
            written = self.named.get(name)
        if isinstance(written, pikepdf.Dictionary):
            written = written.get("/D")
        if not isinstance(written, pikepdf.Array) or len(written) < 2:
            return name, None
        page = self.numbers.get(key_of(written[0]), 0)
        if not page:
            return name, None
        fit = name_of(written[1])
        left, top = (2, 3) if fit == "XYZ" else (None, 2) if fit in ("FitH", "FitBH") else (None, None)
        across, up = self.corners[page - 1]
        return name, Destination(page, fit, _less(written, left, across), _less(written, top, up))


def read_annotations(page: Any, number: int, places: Places) -> Iterator[Annotation]:
    """Yield the annotations of a page in order."""
    across, up = places.corners[number - 1]
    for one in items_of(page.get("/Annots")):
        if not isinstance(one, pikepdf.Dictionary):
            continue
        action = dictionary_of(one.get("/A"))
        kind = name_of(action.get("/S"))
        written = one.get("/Dest", action.get("/D") if kind == "GoTo" else None)
        target, destination = places.at(written)
        box = rectangle_of(one.get("/Rect")) or Rectangle(0.0, 0.0, 0.0, 0.0)
        yield Annotation(
            kind=name_of(one.get("/Subtype")),
            page=number,
            key=key_of(one),
            place=Rectangle(box.left - across, box.bottom - up, box.right - across, box.top - up),
            words=text_of(one.get("/Contents")) or "",
            target=target,
            destination=destination,
            address=text_of(action.get("/URI")) or "",
            action="" if kind in ("", "GoTo", "URI") else kind,
            flags=int(number_of(one.get("/F"))),
            parent_key=whole_of(one.get("/StructParent")),
            has_appearance="/AP" in one,
        )


def find_actions(catalog: Any, pages: Sequence[Any]) -> Iterator[str]:
    """Yield, in words, the actions that do more than lead somewhere: in the catalog, on pages, of annotations."""
    if list(names_in(dictionary_of(catalog.get("/Names")).get("/JavaScript"))):
        yield "the file holds JavaScript"
    yield from (f"opening the file does: {kind}" for kind in _kinds(catalog.get("/OpenAction")))
    if "/AA" in catalog:
        yield "the file acts on events"
    for number, page in enumerate(pages, 1):
        if "/AA" in page.obj:
            yield f"page {number} acts on events"
        for one in items_of(page.obj.get("/Annots")):
            if isinstance(one, pikepdf.Dictionary):
                if "/AA" in one:
                    yield f"an annotation on page {number} acts on events"
                yield from (f"an annotation on page {number} does: {kind}" for kind in _kinds(one.get("/A")))


def _kinds(action: Any, depth: int = 0) -> Iterator[str]:
    if not isinstance(action, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    kind = name_of(action.get("/S"))
    if kind not in ("", "GoTo", "URI"):
        yield kind
    for following in items_of(action.get("/Next")):
        yield from _kinds(following, depth + 1)


def _less(written: Any, at: int | None, corner: float) -> float | None:
    if at is None or at >= len(written) or written[at] is None:
        return None
    return number_of(written[at]) - corner
