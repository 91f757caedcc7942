"""How far the translation of an edition is, counted in words of the source text."""

from __future__ import annotations

from collections.abc import Iterable

from report.localize.reviewing import is_reviewed
from report.model.catalog import Progress, Translation
from report.model.text import Standing


def progress_of(translations: Iterable[Translation]) -> Progress:
    """Return the words of the source text by the standing of their translation, and those that were reviewed."""
    words: dict[Standing, int] = {"current": 0, "stale": 0, "missing": 0}
    reviewed = unsettled = 0
    for one in translations:
        count = len(one.unit.source.split())
        words[one.standing] += count
        reviewed += count if is_reviewed(one) else 0
        unsettled += one.standing != "current" and not one.unit.is_plain
    return Progress(words["current"], words["stale"], words["missing"], reviewed, unsettled)
