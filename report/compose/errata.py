"""Where an erratum stands in the text that it speaks of, in the words of the edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report import locales
from report.model.apparatus import Apparatus
from report.model.blocks import Block, Callout, Heading, Paragraph, Recommendations
from report.model.edition import Edition
from report.model.revision import Erratum


@dataclass(frozen=True, slots=True)
class Place:
    """A place that an erratum is about: the id in the markup, what it is called, and which paragraph of it is meant.

    Figures and tables have names of their own. Of other blocks the section is named, and the ``paragraph`` counted in
    it, in the edition's digits; it is empty where the block is none. A section without a title has no name.
    """

    anchor: str
    label: str
    paragraph: str


def places_of(erratum: Erratum, edition: Edition, apparatus: Apparatus) -> tuple[Place, ...]:
    """Return the places in this edition that an erratum is about; blocks that it does not have are left out."""
    places = dict(_places(edition, apparatus))
    return tuple(places[target] for target in erratum.targets if target in places)


def _places(edition: Edition, apparatus: Apparatus) -> Iterator[tuple[str, Place]]:
    summary = Place("summary", edition.words.word("Summary"), "")
    yield from _within(edition.brief.summary, summary, edition, apparatus)
    for section in edition.brief.sections:
        target, first = apparatus.targets.get(section.id), next(iter(section.blocks), None)
        if target:
            whole = Place(f"s-{section.id}", target.label, "")
        else:  # on paper a section without a title is no element of its own
            whole = Place(f"b-{first.id}" if first else "", "", "")
        if whole.anchor:
            yield section.id, whole
        yield from _within(section.blocks, whole, edition, apparatus)


def _within(
    blocks: tuple[Block, ...], whole: Place, edition: Edition, apparatus: Apparatus
) -> Iterator[tuple[str, Place]]:
    """Yield the places of blocks in a ``whole``, by their ids.

    What has a heading of its own has no number, and the link names that of the whole: so it leads there.
    """
    paragraphs = 0
    for block in blocks:
        target = apparatus.targets.get(block.id)
        if target:
            yield block.id, Place(f"b-{block.id}", target.label, "")
        elif isinstance(block, Paragraph):
            paragraphs += 1
            number = locales.in_digits(str(paragraphs), edition.pack)
            yield block.id, Place(f"b-{block.id}", whole.label, number)
        elif isinstance(block, Heading | Callout | Recommendations):
            yield block.id, whole
        else:
            yield block.id, Place(f"b-{block.id}", whole.label, "")
        if isinstance(block, Callout):
            yield from ((inner.id, Place(f"b-{inner.id}", whole.label, "")) for inner in block.blocks)
