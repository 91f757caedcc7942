"""Questions put to pages as pdfium sees them: the text an extractor gives, and the places of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from report.findings import Finding, Mark
from report.model.output import Copy
from report.model.text import Direction
from report.preflight.differences import (
    Comparison,
    compare,
    forgive_repeated_heads,
    pages_of_passages,
    report_differences,
)
from report.preflight.evidence import Evidence, places_are_seen
from report.preflight.fonts import check_fonts
from report.preflight.joined import in_words_of
from report.preflight.links import check_links
from report.preflight.matter import Call, Matter, divide, printed_words
from report.preflight.notes import check_places, named
from report.preflight.outline import check_outline
from report.preflight.overlaps import check_overlaps
from report.preflight.page_ways import ways_of
from report.preflight.pages import check_edges, check_feet, check_sizes
from report.preflight.tags.order import told
from report.preflight.tags.targets import ways_by_tags
from report.preflight.ways import Ways, check_ways
from report.preflight.words import expected_words, squeezed


@dataclass(frozen=True, slots=True)
class _Sight:
    """What stands on the pages, told apart and compared with the copy."""

    matters: tuple[Matter, ...]
    body: Comparison
    notes: Comparison
    calls: tuple[Call, ...]


def ask_sizes(evidence: Evidence) -> Iterator[Finding]:
    """Ask that the file has the pages of the layout, in their size (PRE-008)."""
    if evidence.view and evidence.pages:
        yield from check_sizes(evidence.view.sheets, evidence.pages, evidence.mark)


def ask_text(evidence: Evidence) -> Iterator[Finding]:
    """Ask for every word of the body, in order (PRE-001)."""
    for copy, seen in _seen(evidence):
        outside = _outside(seen.matters, copy.direction)
        yield from report_differences("PRE-001", seen.body, evidence.mark, outside=outside)


def ask_notes(evidence: Evidence) -> Iterator[Finding]:
    """Ask for every word of the notes, in order (PRE-003), and for each note on the page of its call (PRE-002)."""
    for _, seen in _seen(evidence):
        yield from report_differences("PRE-003", seen.notes, evidence.mark, named)
        if places_are_seen(evidence):
            yield from check_places(seen.notes, seen.body, seen.calls)


def ask_outline(evidence: Evidence) -> Iterator[Finding]:
    """Ask that the outline leads to the headings (PRE-007), where the pages, or else the tags, say they are."""
    copy, view = evidence.copy, evidence.view
    if copy is None or view is None:
        return
    heard = None if evidence.pages else told(evidence)
    body = sight(evidence).body if evidence.pages else heard.body if heard else None
    if body is None:
        return
    pages = pages_of_passages(body)
    numbered = reversed(list(enumerate(copy.body)))
    by_anchor = {passage.anchor: pages[number] for number, passage in numbered if number in pages}
    marks = {passage.anchor: Mark.parse(passage.place) for passage in reversed(copy.body)}
    yield from check_outline(view.bookmarks, copy.outline, by_anchor, marks, evidence.mark)


def ask_edges(evidence: Evidence) -> Iterator[Finding]:
    """Ask that text stays in its areas (PRE-008)."""
    for _, seen in _seen(evidence):
        for matter in seen.matters:
            yield from check_edges(matter, evidence.mark)


def ask_overlaps(evidence: Evidence) -> Iterator[Finding]:
    """Ask that no text covers other text (PRE-011, for notes PRE-003)."""
    for _, seen in _seen(evidence):
        for matter in seen.matters:
            yield from check_overlaps(matter, evidence.mark)


def ask_feet(evidence: Evidence) -> Iterator[Finding]:
    """Ask that pages are filled (PRE-012)."""
    for copy, seen in _seen(evidence):
        bookmarks = evidence.view.bookmarks if evidence.view else ()
        pages = {entry.anchor: one.page for entry, one in zip(copy.outline, bookmarks, strict=False)}
        yield from check_feet(seen.matters, evidence.mark, pages.get("errata", 0))


def ask_faces(evidence: Evidence) -> Iterator[Finding]:
    """Ask that only declared faces draw the text, embedded (PRE-004), with a glyph for every character (PRE-005)."""
    if evidence.view and evidence.faces is not None:
        yield from check_fonts(evidence.view.typefaces, evidence.faces, evidence.mark)


def ask_links(evidence: Evidence) -> Iterator[Finding]:
    """Ask that links within the file arrive (PRE-006)."""
    if evidence.view:
        yield from check_links(evidence.view.links, evidence.mark)


def ask_ways(evidence: Evidence) -> Iterator[Finding]:
    """Ask that calls, notes and entries lead to each other (PRE-013), as their places tell, or else the tags."""
    copy = evidence.copy
    if copy is None:
        return
    is_laid_out = evidence.view is not None and bool(evidence.pages)
    ways = _ways_by_place(evidence, copy) if is_laid_out else ways_by_tags(evidence)
    if ways is not None:
        yield from check_ways(copy, ways, evidence.mark)


def _ways_by_place(evidence: Evidence, copy: Copy) -> Ways:
    assert evidence.view is not None, "the caller has asked"
    return ways_of(evidence.view.links, evidence.pages, copy)


PAGE_QUESTIONS: Mapping[str, Callable[[Evidence], Iterator[Finding]]] = {
    "page-sizes": ask_sizes,
    "page-text": ask_text,
    "page-notes": ask_notes,
    "page-outline": ask_outline,
    "page-edges": ask_edges,
    "page-overlaps": ask_overlaps,
    "page-feet": ask_feet,
    "page-faces": ask_faces,
    "page-links": ask_links,
    "page-ways": ask_ways,
}


def _seen(evidence: Evidence) -> Iterator[tuple[Copy, _Sight]]:
    """Yield the copy and what stands on the pages, once, if both are at hand."""
    if evidence.view and evidence.copy and evidence.pages:
        yield evidence.copy, sight(evidence)


@lru_cache(maxsize=2)
def sight(evidence: Evidence) -> _Sight:
    """Tell apart what stands on the pages, and compare it with the copy."""
    view, copy = evidence.view, evidence.copy
    assert view is not None
    assert copy is not None, "the caller has asked for both"
    direction = copy.direction
    matters = [divide(sheet, page, direction) for sheet, page in zip(view.sheets, evidence.pages, strict=False)]
    printed, calls = printed_words([(matter.page.number, matter.body) for matter in matters], direction)
    printed_notes, _ = printed_words([(matter.page.number, matter.notes) for matter in matters], direction)
    if direction == "rtl":
        printed, calls = in_words_of(expected_words(copy.body), printed, calls)
        printed_notes, _ = in_words_of(expected_words(copy.notes), printed_notes, ())
    body = forgive_repeated_heads(compare(copy.body, printed), copy.heads)
    return _Sight(tuple(matters), body, compare(copy.notes, printed_notes), calls)


def _outside(matters: Sequence[Matter], direction: Direction) -> dict[int, str]:
    """Return what is printed outside the areas of each page, as one string without hyphens."""
    return {
        matter.page.number: squeezed(printed_words([(matter.page.number, matter.running)], direction)[0].words)
        for matter in matters
    }
