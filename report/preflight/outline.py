"""The outline equals the section tree: levels, titles, and the page of each heading (PRE-007)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from report.findings import Finding, Mark
from report.model.output import OutlineEntry
from report.preflight.pdfium import library, words_of
from report.preflight.words import fold


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the file's outline: level from 1, its words, and the page it leads to (0 for none)."""

    level: int
    title: str
    page: int


def read_bookmarks(document: int) -> tuple[Bookmark, ...]:
    """Read the outline in reading order."""
    return tuple(_children(document, None, 1))


def check_outline(
    bookmarks: tuple[Bookmark, ...],
    entries: tuple[OutlineEntry, ...],
    pages: Mapping[str, int],
    marks: Mapping[str, Mark],
    mark: Mark,
) -> Iterator[Finding]:
    """Compare the outline with the section tree; ``pages`` and ``marks`` tell where each heading stands."""
    for number, (bookmark, entry) in enumerate(zip(bookmarks, entries, strict=False), 1):
        place = marks.get(entry.anchor, mark)
        if _words(bookmark.title) != _words(entry.title):
            message = f"outline entry {number} reads “{bookmark.title}”, the heading “{entry.title}”"
            yield Finding("PRE-007", place, message)
            return
        if bookmark.level != entry.level:
            message = f"“{entry.title}” stands on level {bookmark.level} of the outline, not on {entry.level}"
            yield Finding("PRE-007", place, message)
        page = pages.get(entry.anchor, bookmark.page)
        if bookmark.page != page:
            message = f"the outline leads “{entry.title}” to page {bookmark.page}; the heading is on page {page}"
            yield Finding("PRE-007", place, message)
    for entry in entries[len(bookmarks) :]:
        place = marks.get(entry.anchor, mark)
        yield Finding("PRE-007", place, f"“{entry.title}” is missing in the outline")
    for bookmark in bookmarks[len(entries) :]:
        yield Finding("PRE-007", mark, f"the outline has “{bookmark.title}”, which is no heading of the brief")


def _words(title: str) -> list[str]:
    return fold(title).split()


def _children(document: int, parent: int | None, level: int) -> Iterator[Bookmark]:
    pdfium = library()
    bookmark: int | None = pdfium.FPDFBookmark_GetFirstChild(document, parent)
    while bookmark:
        title = words_of(pdfium.FPDFBookmark_GetTitle, bookmark)
        target: int | None = pdfium.FPDFBookmark_GetDest(document, bookmark)
        page = pdfium.FPDFDest_GetDestPageIndex(document, target) + 1 if target else 0
        yield Bookmark(level, title, page)
        yield from _children(document, bookmark, level + 1)
        bookmark = pdfium.FPDFBookmark_GetNextSibling(document, bookmark)
