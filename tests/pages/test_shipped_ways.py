"""Readers of the shipped PDFs find the way: from a call to its note, from there to the entry, and all the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

Printed = Callable[[str], pypdfium2.PdfDocument]
BRIEFS = ("iran-russia-nexus", "specimen")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: its target, its height in points, and the page on which that target stands."""

    target: str
    page: int
    height: float
    arrival: int


@pytest.fixture(params=BRIEFS)
def links(request: pytest.FixtureRequest, printed: Printed) -> list[Link]:
    printed(request.param).save(saved := BytesIO())
    with pikepdf.open(saved) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        names = list(pdf.Root.Names.Dests.Names)
        places = {str(name): pages[place[0].objgen] for name, place in zip(names[::2], names[1::2], strict=True)}
        return [
            Link(str(one.Dest), number, abs(float(one.Rect[3]) - float(one.Rect[1])), places[str(one.Dest)])
            for number, page in enumerate(pdf.pages, start=1)
            for one in page.get("/Annots", ())
            if "/Dest" in one
        ]


def test_a_call_and_its_note_lead_to_each_other_on_one_page(links: list[Link]) -> None:
    backs = [link for link in links if link.target.endswith("-call")]
    assert len(backs) >= 11
    for back in backs:
        calls = [link for link in links if link.target == back.target.removesuffix("-call")]
        assert calls[0].page == calls[0].arrival == back.page == back.arrival


def test_every_entry_that_a_note_leads_to_leads_back_to_it(links: list[Link]) -> None:
    back, led = links[0], 0
    for link in links:
        if link.target.endswith("-call"):
            back = link
        elif link.target.startswith("ref-") and back.target.endswith("-call") and back.page == link.page:
            led += 1
            note = back.target.removesuffix("-call")
            assert any(one.target == note and one.page == link.arrival for one in links)
    assert led >= 4


def test_every_link_can_be_clicked(links: list[Link]) -> None:
    assert min(link.height for link in links) > 5
