"""One edition made for the preview: the production line as a build has it, and the places of its blocks."""

from __future__ import annotations

import io
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from report import production
from report.desk import Desk, Held
from report.errors import ReportError
from report.findings import Finding
from report.kept import Kept
from report.model.brief import Brief
from report.model.output import Copy, Proof
from report.order import Order
from report.preview.messages import Pages, Place, Spot, Target, Web


@dataclass(frozen=True, slots=True)
class Made:
    """An edition as far as its web page: what was prepared for its pages, if nothing holds it; what was noticed.

    ``target`` is what was asked for, with the brief's own locale if none was.
    """

    target: Target
    prepared: production.Prepared | None
    web: Web | None
    findings: tuple[Finding, ...]
    locales: tuple[tuple[str, str], ...]
    fault: str = ""


def make_web(project: Path, target: Target, kept: Kept) -> Made:
    """Read an edition and make its web page, unless an error holds it."""
    desk = Desk()
    locales: tuple[tuple[str, str], ...] = ()
    try:
        reading = production.read(project, target.brief, kept)
        locales = tuple((tag, reading.shelf.pack(tag).name) for tag in reading.locales if tag in reading.shelf.known())
        target = Target(target.brief, target.locale or reading.brief.value.language)
        order = Order(project, target.brief, target.locale, ("screen", "paged"))
        prepared = production.prepare(order, desk, reading)
        (proof,) = production.produce(prepared, ("screen",), desk)
        desk.hold()
    except Held:
        return Made(target, None, None, tuple(desk.findings), locales)
    except ReportError as trouble:
        return Made(target, None, None, tuple(desk.findings), locales, str(trouble))
    places = places_of(reading.brief.value, prepared.edition.brief, proof.galley.copy)
    return Made(target, prepared, Web(proof.body, places), tuple(desk.findings), locales)


def make_pages(prepared: production.Prepared, blocks: Container[str]) -> tuple[Pages | None, tuple[Finding, ...], str]:
    """Set an edition in pages and ask preflight; return what was noticed, and the trouble that ended it, if any.

    ``blocks`` are the ids whose places on the pages are wanted.
    """
    desk = Desk()
    try:
        (proof,) = production.produce(prepared, ("paged",), desk)
        desk.hold()
    except Held:
        return None, tuple(desk.findings), ""
    except ReportError as trouble:
        return None, tuple(desk.findings), str(trouble)
    return _pages(proof, blocks), tuple(desk.findings), ""


def places_of(original: Brief, brief: Brief, copy: Copy) -> Mapping[str, Place]:
    """Return where the blocks and notes of an edition stand, by the ids of the markup.

    The words of a translation stand in a catalog, its source text with the ``original``; what has no words of its own,
    and a note, stands where the copy says.
    """
    words, sources = _first_words(brief), _first_words(original)
    passages = {passage.anchor: passage.place for passage in reversed((*copy.body, *copy.notes))}
    here = {anchor: words.get(anchor, place) for anchor, place in passages.items()}
    there = {anchor: sources.get(anchor, place) for anchor, place in here.items()}
    return {anchor: Place(place, there[anchor] if there[anchor] != place else "") for anchor, place in here.items()}


def _first_words(brief: Brief) -> dict[str, str]:
    """Return where the first words of each block, section and text of the title page stand, by the id of its markup."""
    places: dict[str, str] = {}
    for unit in brief.units:
        name = unit.context.partition("/")[0]
        for anchor in (f"b-{name}", f"s-{name}", name):
            places.setdefault(anchor, str(unit.mark))
    return places


def _pages(proof: Proof, blocks: Container[str]) -> Pages:
    sizes = tuple((page.width, page.height) for page in proof.pages)
    with pikepdf.open(io.BytesIO(proof.body)) as file:
        return Pages(proof.body, sizes, tuple(sorted(spot for spot in _spots(file) if spot.anchor in blocks)))


def _spots(file: pikepdf.Pdf) -> Iterator[Spot]:
    """Yield where the named destinations of a PDF lie (ISO 32000-1, 12.3.2): the upper left corners of blocks."""
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
    boxes = [[float(edge) for edge in page.cropbox.as_list()] for page in file.pages]
    names = file.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    for anchor, destination in pikepdf.NameTree(names).items() if names is not None else ():
        if isinstance(destination, pikepdf.Array):
            page, _, left, top, _ = destination.as_list()
            number = numbers[page.objgen]
            box = boxes[number - 1]
            yield Spot(number, round(float(left) - box[0], 1), round(box[3] - float(top), 1), str(anchor))
