"""The margins of proofs and redlines: numbers of lines, bars beside what changed, and words beside a block.

CSS sets one thing in a margin, at one place; here things stand beside lines, wherever these fall. What the markup asks
for is drawn when the pages are laid out and before they are written:

* ``data-numbered="5"`` on an element numbers its lines, page by page, and prints every fifth number;
* ``data-bar`` on a block or on words in a line draws a bar beside every line that they touch;
* ``data-beside="…"`` writes a few words beside the first line of an element;
* ``data-refers="ID"`` does so with the place of another element: ``data-place`` holds the words, ``{page}`` and
  ``{line}`` in them; ``data-page`` those for a target none of whose lines is numbered, with ``{page}`` alone;
  ``data-called`` writes a few words beside the first line of that element.

The sheet says how they look, in the corners of the page, which are patterns and do not print themselves:
``@top-left-corner`` is that of numbers, ``@bottom-left-corner`` that of words (``content`` is any sign; the padding on
the right is the distance from the text), ``@top-right-corner`` that of bars (its border on the right, and that
padding). What has no pattern on a page is not drawn there.

Everything stands at the outer side of the column that its line is in, and at the side where lines begin for what takes
the full width. All of it are artifacts of pagination (ISO 32000-1, 14.8.2.2): no text of the publication.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from report.typeset.margins.drawing import Patterns
from report.typeset.margins.lines import read_lines
from report.typeset.margins.numbering import number_lines
from report.typeset.margins.places import Finder

__all__ = ["fill_margins"]

# Pages are boxes of the engine, which are untyped.
Page = Any

_ASKED = ("data-numbered", "data-bar", "data-beside", "data-refers")


def fill_margins(pages: Sequence[Page], digits: Callable[[str], str]) -> None:
    """Draw into the margins of laid-out pages what the markup asks for; ``digits`` writes figures as the edition does.

    Call after ``render``, when nothing moves any more, and before ``write_pdf``.
    """
    patterns = [Patterns.taken_from(page) for page in pages]
    if not any(patterns) or not _is_asked_for(pages):
        return
    read = [number_lines(read_lines(page)) for page in pages]
    finder = Finder(read, digits)
    for page, pattern, lines in zip(pages, patterns, read, strict=True):
        if pattern:
            page.children = [*page.children, *pattern.drawn(lines, finder.words_beside(lines), digits)]


def _is_asked_for(pages: Sequence[Page]) -> bool:
    """Whether anything in the markup asks for matter in the margins."""
    root = next(box.element for page in pages for box in page.children if box.is_for_root_element)
    return any(element.get(name) is not None for element in root.iter() for name in _ASKED)
