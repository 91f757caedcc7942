"""Which links a PDF has between calls, notes and entries of the bibliography, by the places they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from report.model.output import Copy, Page, Rectangle
from report.preflight.links import PageLink
from report.preflight.ways import Ways

_NEAR = 1.0  # points between the place a note leads to and the corner of the call that stands there
_LEAST = 1.0  # points: what is lower or narrower cannot be clicked


def ways_of(links: Sequence[PageLink], pages: Sequence[Page], copy: Copy) -> Ways:
    """Return which links there are between the calls, notes and entries of a copy.

    A note leads back to its call if it leads to the place of a link that leads to the note. Its other links follow
    that one, as the notes follow each other; the links of the bibliography follow each other as its entries do.
    """
    areas = {page.number: page.note_area for page in pages}
    notes = frozenset(way.anchor for way in copy.from_notes)
    in_notes: list[PageLink] = []
    to_notes: list[PageLink] = []
    for link in filter(_can_be_clicked, links):
        if _is_within(link, areas.get(link.page)):
            in_notes.append(link)
        elif link.target in notes:
            to_notes.append(link)
    by_note, calls = _by_note(in_notes, to_notes)
    listed = [link.target for link in to_notes if link not in calls]
    return Ways(frozenset(by_note), by_note, _by_entry(copy, listed))


def _by_note(
    in_notes: Sequence[PageLink], to_notes: Sequence[PageLink]
) -> tuple[Mapping[str, frozenset[str]], frozenset[PageLink]]:
    """Return what each note that leads back to its call leads to, and the links that are calls."""
    by_page: dict[int, list[PageLink]] = {}
    for link in to_notes:
        by_page.setdefault(link.page, []).append(link)
    targets: dict[str, set[str]] = {}
    calls: set[PageLink] = set()
    note = ""
    for link in in_notes:
        there = by_page.get(link.arrival.page, ()) if link.arrival else ()
        call = next((one for one in there if _arrives_at(link, one)), None)
        if call is not None:
            note = call.target
            calls.add(call)
        if note:
            targets.setdefault(note, set()).add(link.target)
    return {one: frozenset(found) for one, found in targets.items()}, frozenset(calls)


def _by_entry(copy: Copy, listed: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Share out the links of the bibliography among its entries, in their order."""
    wanted = [(way.anchor, target) for way in copy.from_entries for target in way.targets]
    matcher = SequenceMatcher(None, [target for _, target in wanted], listed, autojunk=False)
    found: dict[str, set[str]] = {}
    for block in matcher.get_matching_blocks():
        for entry, note in wanted[block.a : block.a + block.size]:
            found.setdefault(entry, set()).add(note)
    return {entry: frozenset(targets) for entry, targets in found.items()}


def _can_be_clicked(link: PageLink) -> bool:
    place = link.place
    return min(place.right - place.left, place.top - place.bottom) > _LEAST


def _is_within(link: PageLink, area: Rectangle | None) -> bool:
    if area is None:
        return False
    middle = (link.place.bottom + link.place.top) / 2
    return area.bottom <= middle <= area.top


def _arrives_at(link: PageLink, other: PageLink) -> bool:
    """Whether a link arrives where another one stands on that page."""
    there = link.arrival
    return there is not None and abs(there.left - other.place.left) < _NEAR and abs(there.top - other.place.top) < _NEAR
