"""A note is tagged as one, with id and label, after its call, and they lead to each other (PRE-025).

ISO 32000-1, 14.8.4.4.1; ISO 14289-1, 7.9.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from report.findings import Finding, Mark, Spot
from report.preflight.evidence import Evidence, places_are_seen
from report.preflight.file.links import Annotation
from report.preflight.file.structure import Element, Referred, Tree
from report.preflight.notes import label_of
from report.preflight.tags.content import pages_of
from report.preflight.tags.nesting import spot_of_element
from report.preflight.tags.pieces import Piece, pieces_of
from report.preflight.tags.spoken import whole_fold

_NEAR = 20.0  # points: a call's link leads to the line of its note


@dataclass(frozen=True, slots=True)
class _Met:
    """A note as the tree has it: its label, the calls before it by label with their pages, and its own pages.

    In a redline a note of either revision may have the same label.
    """

    element: Element
    label: str
    calls: Mapping[str, tuple[int, ...]]
    pages: tuple[int, ...]


def ask_notes(evidence: Evidence) -> Iterator[Finding]:
    """Ask for each note of the copy as a Note with its label, an id of its own, after a call that leads to it."""
    file, mark = evidence.file, evidence.mark
    if file is None or file.tree is None:
        return
    texts = pieces_of(file)
    annotations = {one.key: one for page in file.pages for one in page.annotations}
    changes = evidence.copy.changes if evidence.copy else frozenset()
    aside = {key for key, one in annotations.items() if one.target in changes}
    notes = list(_met(file.tree, texts, aside))
    ids = Counter(note.element.id for note in notes)
    marks = _marks(evidence)
    for note in notes:
        where, spot = marks.get(note.label, mark), spot_of_element(file, note.element)
        for fault in _faults(note, ids, file.tree, annotations):
            yield Finding("PRE-025", where, f"{_page(spot)}note {note.label or '?'} {fault}", spot=spot)
        called = note.calls.get(note.label, ())[: None if changes else 1]
        if called and not places_are_seen(evidence) and note.pages not in [(page,) for page in called]:
            pages = " and ".join(map(str, note.pages))
            message = f"note {note.label} stands on page {pages}, its call on page {called[0]}"
            yield Finding("PRE-002", where, message, spot=spot)
    yield from _check_calls(evidence, notes)


def _faults(note: _Met, ids: Counter[str], tree: Tree, annotations: Mapping[str, Annotation]) -> Iterator[str]:
    element = note.element
    if not element.id:
        yield "has no ID"
    elif ids[element.id] > 1:
        yield f"has the ID “{element.id}”, which another has, too"
    elif tree.ids is not None and tree.ids.get(element.id) != element.key:
        yield f"is not the one that the tree of IDs has for “{element.id}”"
    labels = [one for one in element.elements if one.role == "Lbl"]
    if len(labels) != 1 or element.elements[0] is not labels[0]:
        yield "does not begin with its label (Lbl)"
    if note.label and note.label not in note.calls:
        yield "stands before its call, or is not called"
    links = [annotations[key] for label in labels for key in _references(label) if key in annotations]
    if labels and not any(link.destination for link in links):
        yield "does not lead back to its call"


def _check_calls(evidence: Evidence, notes: Sequence[_Met]) -> Iterator[Finding]:
    """Ask that there is a Note for each note of the copy, and that each call leads to the one with its label."""
    file = evidence.file
    assert file is not None
    assert file.tree is not None, "the caller has asked"
    known: dict[str, list[_Met]] = {}
    for note in notes:
        known.setdefault(note.label, []).append(note)
    if evidence.copy is not None:
        for passage in evidence.copy.notes:
            label = label_of(passage)
            if label not in known:
                yield Finding("PRE-025", Mark.parse(passage.place), f"note {label} is not tagged as a note")
    texts = pieces_of(file)
    annotations = {one.key: one for page in file.pages for one in page.annotations}
    changes = evidence.copy.changes if evidence.copy else frozenset()
    for element in file.tree.elements():
        label = _text(element, texts) if element.role == "Reference" else ""
        if not label or label not in known or _is_within_note(element, notes):
            continue
        homes = [(spot_of_element(file, note.element), note.element) for note in known[label]]
        for key in _references(element):
            link = annotations.get(key)
            if link is None or not link.destination or link.target in changes:
                continue
            if not any(home is None or _leads_to(link, home, note) for home, note in homes):
                spot = spot_of_element(file, element)
                message = f"{_page(spot)}the call {label} does not lead to note {label}"
                yield Finding("PRE-025", evidence.mark, message, "", spot)


def _leads_to(link: Annotation, home: Spot, note: Element) -> bool:
    there = link.destination
    if there is None or there.page != home.page:
        # An entry of the bibliography leads to notes by the same label, from another page, by the note's own id.
        return link.target == note.id
    return link.target == note.id or there.top is None or abs(there.top - home.top) < _NEAR


def _met(tree: Tree, texts: Mapping[tuple[int, int], Sequence[Piece]], aside: Set[str]) -> Iterator[_Met]:
    """Yield the notes in the order of reading; links that lead ``aside``, as numbers of changes do, call none."""
    calls: dict[str, tuple[int, ...]] = {}
    for element in tree.elements():
        if element.role == "Note":
            label = next((_text(one, texts) for one in element.elements if one.role == "Lbl"), "")
            yield _Met(element, label.rstrip("."), dict(calls), pages_of((element,)))
        elif element.role in ("Reference", "Link") and aside.isdisjoint(_references(element)):
            label = _text(element, texts)
            calls[label] = (*calls.get(label, ()), next(iter(pages_of((element,))), 0))


def _is_within_note(element: Element, notes: Sequence[_Met]) -> bool:
    return any(element is inner for note in notes for inner in note.element.within())


def _references(element: Element) -> Iterator[str]:
    return (kid.key for inner in element.within() for kid in inner.kids if isinstance(kid, Referred))


def _text(element: Element, texts: Mapping[tuple[int, int], Sequence[Piece]]) -> str:
    held = (piece.text for one in element.content() for piece in texts.get((one.page, one.mcid), ()))
    return whole_fold("".join(held))


def _marks(evidence: Evidence) -> dict[str, Mark]:
    if evidence.copy is None:
        return {}
    return {label_of(passage): Mark.parse(passage.place) for passage in evidence.copy.notes}


def _page(spot: Spot | None) -> str:
    return f"page {spot.page}: " if spot else ""
