"""What a question may look at: the finished file as it was read, and whatever is known of what should be in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from report.findings import Mark, Spot
from report.model.output import Copy, Enclosure, Face, Medium, OutputProfile, Page, Proof, Rectangle
from report.model.preflight import Facts, Known, Limits
from report.preflight.file import File, read_file
from report.preflight.folios import with_folios
from report.preflight.markup import WebPage
from report.preflight.reading import Reading, read


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A finished file, read; and what is known of the edition it should hold, as far as it is at hand.

    ``mark`` is the place that findings name which have none of their own in the sources. ``file`` is the reading with
    pikepdf, None for a web page, which has ``webpage``; ``view`` that with pdfium, of pages for readers alone, since
    their text is what is copied and searched. Without a brief at hand ``copy``, ``facts`` and ``faces`` are None.
    ``pages`` are those of the layout, empty where it is not known. ``limits`` are those of the profile. ``siblings``
    are the other files of the same edition by medium.
    """

    medium: Medium
    mark: Mark
    body: bytes
    file: File | None = None
    view: Reading | None = None
    webpage: WebPage | None = None
    copy: Copy | None = None
    facts: Facts | None = None
    faces: tuple[Face, ...] | None = None
    pages: tuple[Page, ...] = ()
    enclosures: tuple[Enclosure, ...] | None = None
    profile: OutputProfile | None = None
    limits: Limits = field(default_factory=Limits)
    siblings: Mapping[Medium, bytes] = field(default_factory=dict)


def evidence_of(proof: Proof, siblings: Mapping[Medium, Proof], known: Known) -> Evidence:
    """Read the PDF of a proof and lay beside it what is known of it.

    Raises:
        Unreadable: it cannot be read at all.
        NotAPdf: pdfium cannot open it.
    """
    galley = proof.galley
    profile = known.profiles.get(proof.medium)
    file = read_once(proof.body)
    return Evidence(
        medium=proof.medium,
        mark=Mark.parse(galley.place),
        body=proof.body,
        file=file,
        view=read(proof.body, galley.copy.direction) if proof.medium == "paged" else None,
        copy=None if known.is_alone else with_folios(galley.copy, file),
        facts=known.facts,
        faces=None if known.is_alone else galley.faces,
        pages=proof.pages,
        enclosures=proof.enclosures if proof.medium == "paged" and not known.is_alone else None,
        profile=known.output,
        limits=profile.limits if profile else Limits(),
        siblings={medium: one.body for medium, one in siblings.items() if medium != proof.medium},
    )


def places_are_seen(evidence: Evidence) -> bool:
    """Whether layout and pdfium tell where notes and calls stand; lines from the right it does not keep in order."""
    is_from_right = evidence.copy is not None and evidence.copy.direction == "rtl"
    return bool(evidence.pages) and not (is_from_right and evidence.file and evidence.file.tree)


@lru_cache(maxsize=4)
def read_once(body: bytes) -> File:
    """Read a PDF, or return what was read of it before: the files of an edition are compared with each other.

    Raises:
        Unreadable: it cannot be read at all.
    """
    return read_file(body)


def spot_of(page: int, place: Rectangle) -> Spot:
    """Return a rectangle on a page as findings tell it, to the hundredth of a point."""
    left, bottom, right, top = (round(one, 2) for one in (place.left, place.bottom, place.right, place.top))
    return Spot(page, left, bottom, right, top)
