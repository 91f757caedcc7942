"""The elements of which styles make citations, as nodes of pybtex's template language.

An element that the entry says nothing for is empty, and the punctuation around it falls away. What an element is
called here is what styles call it; ``docs/citation-styles.md`` lists them for writers of styles.
"""

from __future__ import annotations

# Each of these enters its elements into the table.
from report.cite.elements import extent, people, places, publication, titles  # noqa: F401
from report.cite.elements.table import ELEMENTS
from report.cite.elements.titles import leading_article, short_title

__all__ = ["ELEMENTS", "leading_article", "short_title"]
