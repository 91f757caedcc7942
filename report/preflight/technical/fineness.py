"""What is too coarse or too fine to be printed: pictures (PRE-048), lines (PRE-049) and text (PRE-050)."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.drawn import Drawn
from report.preflight.technical.boxes import visible
from report.preflight.technical.inks import is_paper
from report.preflight.technical.telling import Fault, each_once

_ROUNDING = 0.005  # points: what is written in a content stream is rounded
_PIXEL = 0.5


def check_resolution(evidence: Evidence) -> Iterator[Finding]:
    """Ask that pictures have the pixels that their size on the page needs."""
    assert evidence.file
    least = evidence.limits.resolution or 0.0
    for page in evidence.file.pages:
        faults = [
            Fault(one, f"has {one.picture.ppi:.0f} pixels an inch at its size, {least:g} are needed")
            for one in page.drawn
            if one.picture and one.picture.ppi < least - _PIXEL
        ]
        yield from each_once(evidence, "PRE-048", faults, "take a larger picture, or show it smaller")


def check_hairlines(evidence: Evidence) -> Iterator[Finding]:
    """Ask that lines, and tints as thin as lines, are thick enough."""
    assert evidence.file
    least = evidence.limits.hairline or 0.0
    for page in evidence.file.pages:
        lined = {(one.place.left + one.line / 2, one.place.bottom + one.line / 2) for one in page.drawn if one.line}
        faults = [
            Fault(one, f"is {width:.2f} pt thick, {least:g} pt are needed")
            for one in page.drawn
            if not is_paper(one) and (width := _thickness(one)) is not None and width < least - _ROUNDING
            if width or (one.place.left, one.place.bottom) not in lined
        ]
        yield from each_once(evidence, "PRE-049", faults, "make it thicker")


def check_text_size(evidence: Evidence) -> Iterator[Finding]:
    """Ask that text is large enough to be read."""
    assert evidence.file
    least = evidence.limits.text_size or 0.0
    for page in evidence.file.pages:
        faults = [
            Fault(one, f"is set in {one.size:.1f} pt, {least:g} pt are the least")
            for one in page.drawn
            if one.kind == "text" and not is_paper(one) and one.size < least - _ROUNDING
        ]
        yield from each_once(evidence, "PRE-050", faults, "set it larger")


def _thickness(drawn: Drawn) -> float | None:
    """Return how thick a line is, or what can be seen of a tint at its thinnest; None for what is neither."""
    if drawn.kind == "stroke":
        return drawn.line if visible(drawn) else None
    if drawn.kind == "fill":
        sizes = [min(one.right - one.left, one.top - one.bottom) for one in visible(drawn)]
        # A frame is a rectangle within another: where it has no room the inner one is none.
        return min((size for size in sizes if size > 0), default=min(sizes, default=None))
    return None
