"""Text can be seen (PRE-067): it is told from its ground, nothing is drawn over it, and none of it is invisible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report.findings import Finding
from report.model.output import Rectangle
from report.preflight.evidence import Evidence
from report.preflight.file.document import FilePage
from report.preflight.file.drawn import Colour, Drawn
from report.preflight.technical.boxes import visible
from report.preflight.technical.inks import colours_of, process_inks
from report.preflight.technical.telling import Fault, each_once

_INVISIBLE = 3  # a rendering mode (ISO 32000-1, table 106)
_COVERS = 0.5  # opacity: what lets less than half of the light through hides what lies below
_PAPER = 1.0


@dataclass(frozen=True, slots=True)
class _Ground:
    """Something that text may stand on or be hidden by: when it was drawn, where, and how light it is, if known."""

    order: int
    place: Rectangle
    light: float | None


def check_legibility(evidence: Evidence) -> Iterator[Finding]:
    """Ask that text stands out from what lies below it, that nothing lies over it, and that none is invisible."""
    assert evidence.file
    least = evidence.limits.contrast or 0.0
    for page in evidence.file.pages:
        yield from each_once(evidence, "PRE-067", _faults(page, least), "readers must see what is read aloud to others")


def _faults(page: FilePage, least: float) -> Iterator[Fault]:
    grounds = list(_grounds(page))
    for order, one in enumerate(page.drawn):
        if one.kind != "text" or not any(text.strip() for text in one.texts):
            continue
        if one.render == _INVISIBLE or one.opacity <= 0:
            yield Fault(one, "is invisible")
            continue
        if one.opacity < 1:
            yield Fault(one, f"is drawn at {one.opacity:.0%}, and lets its ground through")
        x, y = (one.place.left + one.place.right) / 2, (one.place.bottom + one.place.top) / 2
        there = [ground for ground in grounds if _holds(ground.place, x, y)]
        if any(ground.order > order for ground in there):
            yield Fault(one, "is covered by what is drawn over it")
            continue
        light = next((ground.light for ground in reversed(there)), _PAPER)
        own = next((_light(colour) for colour in colours_of(one)), None)
        if own is not None and light is not None and _contrast(own, light) < least:
            yield Fault(one, f"has a contrast of {_contrast(own, light):.1f} to its ground, {least:g} is the least")


def _grounds(page: FilePage) -> Iterator[_Ground]:
    for order, one in enumerate(page.drawn):
        if one.kind in ("fill", "image", "shading") and one.opacity >= _COVERS and not one.overprint:
            light = _light(one.colour) if one.kind == "fill" else None
            yield from (_Ground(order, place, light) for place in _solid(one))


def _solid(drawn: Drawn) -> tuple[Rectangle, ...]:
    """Return where something hides what lies below; a shape of several pieces may be a frame, and hides nothing."""
    return () if len(drawn.pieces) > 1 else visible(drawn)


def _light(colour: Colour) -> float | None:
    """Return the relative luminance of a colour (WCAG 2.1), from 0 to 1; None where it is not known."""
    inks = process_inks(colour)
    if inks is not None:
        red, green, blue = ((1 - inks[3]) * (1 - ink) for ink in inks[:3])
    elif colour.channels == 3 and len(colour.components) == 3 and colour.space in ("DeviceRGB", "ICCBased", "CalRGB"):
        red, green, blue = colour.components
    else:
        return None
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _contrast(one: float, other: float) -> float:
    lighter, darker = max(one, other), min(one, other)
    return (lighter + 0.05) / (darker + 0.05)


def _holds(place: Rectangle, x: float, y: float) -> bool:
    return place.left <= x <= place.right and place.bottom <= y <= place.top
