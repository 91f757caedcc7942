"""All questions that can be put to a finished file, by the names that profiles know them by.

A question takes the evidence and yields what is wrong. It asks only what it has evidence for: without a brief at hand,
the questions about a file alone are left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.findings import Finding
from report.preflight.drawing import DRAWING_QUESTIONS
from report.preflight.drawing.streams import meaningful
from report.preflight.evidence import Evidence
from report.preflight.paged import PAGE_QUESTIONS, sight
from report.preflight.tags import TAG_QUESTIONS
from report.preflight.tags.order import told
from report.preflight.tags.pieces import pieces_of
from report.preflight.tags.spoken import spoken
from report.preflight.tags.targets import homes, tagged_links
from report.preflight.technical import TECHNICAL_QUESTIONS

Question = Callable[[Evidence], Iterator[Finding]]

QUESTIONS: dict[str, Question] = {
    **PAGE_QUESTIONS,
    **TAG_QUESTIONS,
    **DRAWING_QUESTIONS,
    **TECHNICAL_QUESTIONS,
}


def forget_readings() -> None:
    """Let go of what several questions share about the last files."""
    for shared in (sight, spoken, told, tagged_links, homes, pieces_of, meaningful):
        shared.cache_clear()
