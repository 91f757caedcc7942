"""The questions put to a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.findings import Finding, Mark
from report.model.output import Copy, Proof
from report.model.text import Direction
from report.preflight.differences import compare, forgive_repeated_heads, pages_of_passages, report_differences
from report.preflight.fonts import check_fonts
from report.preflight.joined import in_words_of
from report.preflight.links import check_links
from report.preflight.matter import Matter, divide, printed_words
from report.preflight.notes import check_places, named
from report.preflight.outline import check_outline
from report.preflight.overlaps import check_overlaps
from report.preflight.page_ways import ways_of
from report.preflight.pages import check_edges, check_feet, check_sizes
from report.preflight.pdfium import NotAPdf
from report.preflight.reading import Reading, read
from report.preflight.ways import check_ways
from report.preflight.words import expected_words, squeezed


def check_pdf(proof: Proof) -> Iterator[Finding]:
    """Read the PDF back and put every question to it."""
    mark = Mark.parse(proof.galley.place)
    direction = proof.galley.copy.direction
    try:
        reading = read(proof.body, direction)
    except NotAPdf as error:
        yield Finding("PRE-008", mark, str(error))
        return
    matters = [divide(sheet, page, direction) for sheet, page in zip(reading.sheets, proof.pages, strict=False)]
    yield from check_sizes(reading.sheets, proof.pages, mark)
    yield from _check_text(proof.galley.copy, reading, matters, mark)
    for matter in matters:
        yield from check_edges(matter, mark)
        yield from check_overlaps(matter, mark)
    yield from check_feet(matters, mark)
    yield from check_fonts(reading.typefaces, proof.galley.faces, mark)
    yield from check_links(reading.links, mark)
    copy = proof.galley.copy
    yield from check_ways(copy, ways_of(reading.links, proof.pages, copy), mark)


def _check_text(copy: Copy, reading: Reading, matters: Sequence[Matter], mark: Mark) -> Iterator[Finding]:
    """Ask for the words of body and notes, for the notes' places, and for the outline that leads to the headings."""
    printed, calls = printed_words([(matter.page.number, matter.body) for matter in matters], copy.direction)
    printed_notes, _ = printed_words([(matter.page.number, matter.notes) for matter in matters], copy.direction)
    if copy.direction == "rtl":
        printed, calls = in_words_of(expected_words(copy.body), printed, calls)
        printed_notes, _ = in_words_of(expected_words(copy.notes), printed_notes, ())
    body = forgive_repeated_heads(compare(copy.body, printed), copy.heads)
    notes = compare(copy.notes, printed_notes)
    yield from report_differences("PRE-001", body, mark, outside=_outside(matters, copy.direction))
    yield from report_differences("PRE-003", notes, mark, named)
    yield from check_places(notes, body, calls)
    pages = pages_of_passages(body)
    by_anchor = {
        passage.anchor: pages[number] for number, passage in reversed(list(enumerate(copy.body))) if number in pages
    }
    marks = {passage.anchor: Mark.parse(passage.place) for passage in reversed(copy.body)}
    yield from check_outline(reading.bookmarks, copy.outline, by_anchor, marks, mark)


def _outside(matters: Sequence[Matter], direction: Direction) -> dict[int, str]:
    """Return what is printed outside the areas of each page, as one string without hyphens."""
    return {
        matter.page.number: squeezed(printed_words([(matter.page.number, matter.running)], direction)[0].words)
        for matter in matters
    }
