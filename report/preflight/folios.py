"""Numbers of pages within the text, as “moved to page 5”: what they must be is told by the links that they are."""

from __future__ import annotations

from dataclasses import replace

from report.model.output import Copy, Passage, with_pages
from report.preflight.file import File


def with_folios(copy: Copy, file: File) -> Copy:
    """Return the copy with the numbers of pages in their places; one that nothing leads to is a question mark."""
    pages = {
        link.target: str(link.destination.page)
        for page in file.pages
        for link in page.annotations
        if link.destination and link.target
    }
    in_digits = str.maketrans("0123456789", copy.digits)

    def page_of(anchor: str) -> str:
        return pages.get(anchor, "?").translate(in_digits)

    def settled(passage: Passage) -> Passage:
        words = with_pages(passage.text, page_of)
        return passage if words is passage.text else replace(passage, text=words)

    return replace(copy, body=tuple(map(settled, copy.body)))
