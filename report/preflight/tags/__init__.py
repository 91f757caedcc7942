"""Questions put to the tags of a file: what those hear who do not see the page (ISO 14289-1, ISO 32000-1, 14.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.tags.content import ask_marked_content, ask_parents
from report.preflight.tags.figures import ask_figures
from report.preflight.tags.headings import ask_headings
from report.preflight.tags.languages import ask_languages
from report.preflight.tags.links import ask_links
from report.preflight.tags.lists import ask_lists
from report.preflight.tags.nesting import ask_nesting
from report.preflight.tags.notes import ask_notes
from report.preflight.tags.order import ask_tagged_text, ask_whole_elements
from report.preflight.tags.tables import ask_tables
from report.preflight.tags.targets import ask_targets

TAG_QUESTIONS: Mapping[str, Callable[[Evidence], Iterator[Finding]]] = {
    "tagged-text": ask_tagged_text,
    "whole-elements": ask_whole_elements,
    "marked-content": ask_marked_content,
    "parents": ask_parents,
    "nesting": ask_nesting,
    "headings": ask_headings,
    "tagged-notes": ask_notes,
    "lists": ask_lists,
    "tables": ask_tables,
    "figures": ask_figures,
    "tagged-links": ask_links,
    "languages": ask_languages,
    "targets": ask_targets,
}
