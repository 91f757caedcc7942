"""A redline made ready for the page: every change numbered at one place, and labels for what moved.

The redline says which words changed. Here is decided where the number of a change stands: once, before the first of
its words, or on the label of its block, and never within a link, since links do not nest.

- ``marking``: the whole of it, with the list of changes.
- ``parts``: what a redline may name, and the texts of all that it holds.
- ``fates``: what became of titles, notes and blocks, by what became of the words in them and of the part around them.
- ``labels``: what is said before what moved, and before pictures.
- ``numbers``: where the number of a change stands.
- ``paper``: what parts two words of which one takes the place of the other.
- ``reading``: what templates and the copy ask of texts of two revisions.
- ``state``: what all of these hand on.
"""

from __future__ import annotations

from report.compose.revised.marking import marked
from report.compose.revised.paper import on_paper
from report.compose.revised.reading import alone, now, places, section_of
from report.compose.revised.state import GONE, Label, Listed, Marked, change_anchor, title_name

__all__ = [
    "GONE",
    "Label",
    "Listed",
    "Marked",
    "alone",
    "change_anchor",
    "marked",
    "now",
    "on_paper",
    "places",
    "section_of",
    "title_name",
]
