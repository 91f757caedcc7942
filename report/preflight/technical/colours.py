"""Colours: only spaces that the medium can show or print (PRE-045), dark text in black alone (PRE-046), overprint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.colours import colour_space
from report.preflight.file.drawn import Colour
from report.preflight.technical.boxes import is_on_page
from report.preflight.technical.inks import colours_of, is_white, process_inks, said
from report.preflight.technical.telling import Fault, each_once, on_page, told

_HARMLESS = ("", "unknown")
_ANY_INK = 0.004  # half a step of eight bits: less is rounding
_GREY = 0.12  # the inks of a grey are as far apart at most: more is a colour
_DARK = 0.5


def check_colours(evidence: Evidence) -> Iterator[Finding]:
    """Ask for the colour spaces of everything drawn, of groups, and of what lies unused in the file."""
    assert evidence.file
    hint = f"allowed here: {', '.join(evidence.limits.colours)}"
    told_already: set[str] = set()
    for page in evidence.file.pages:
        wrong = [(one, colour) for one in page.drawn for colour in colours_of(one) if not _is_allowed(colour, evidence)]
        told_already.update(colour.space for _, colour in wrong)
        yield from each_once(evidence, "PRE-045", (Fault(one, f"is in {said(colour)}") for one, colour in wrong), hint)
        if page.group and page.group not in evidence.limits.colours:
            yield on_page(evidence, "PRE-045", page, f"its transparency is blended in {page.group}", hint)
    if evidence.limits.intent == "GTS_PDFX":
        for name in sorted(_lying_about(evidence) - told_already):
            yield told(evidence, "PRE-045", f"the file holds colours in {name}", hint)


def check_text_black(evidence: Evidence) -> Iterator[Finding]:
    """Ask that dark grey and black text is of black ink alone: several inks never stand exactly over each other."""
    assert evidence.file
    if not evidence.limits.text_black:
        return
    hint = "set it in black ink alone: 0 0 0 1"
    for page in evidence.file.pages:
        faults = [
            Fault(one, f"is black of several inks, {said(colour)}")
            for one in page.drawn
            if one.kind == "text" and one.text.strip()
            for colour in colours_of(one)
            if _is_rich_black(colour)
        ]
        yield from each_once(evidence, "PRE-046", faults, hint)


def check_overprint(evidence: Evidence) -> Iterator[Finding]:
    """Ask that only black overprints: colours would mix with what lies below, and white would vanish."""
    assert evidence.file
    for page in evidence.file.pages:
        faults = [
            Fault(one, f"overprints in {said(colour)}")
            for one in page.drawn
            if one.overprint and is_on_page(one, page)
            for colour in colours_of(one)
            if not _is_black_alone(colour)
        ]
        yield from each_once(evidence, "PRE-051", faults, "let it knock out what lies below")


def _is_allowed(colour: Colour, evidence: Evidence) -> bool:
    allowed = evidence.limits.colours
    if colour.space == "ICCBased" and "ICCBased" in allowed:
        return True
    return colour.space in allowed and (colour.base in _HARMLESS or colour.base in allowed)


def _is_rich_black(colour: Colour) -> bool:
    inks = process_inks(colour)
    if inks is None or max(inks[:3]) <= _ANY_INK:
        return False
    low, high, black = min(inks[:3]), max(inks[:3]), inks[3]
    return black >= 0.85 or (high - low <= _GREY and low + black >= _DARK)


def _is_black_alone(colour: Colour) -> bool:
    inks = process_inks(colour)
    return inks is not None and max(inks[:3]) <= _ANY_INK and not is_white(colour)


def _lying_about(evidence: Evidence) -> set[str]:
    """Return the families of colour spaces that resources, images, shadings and groups name, used or not."""
    assert evidence.file
    found: set[str] = set()
    for one in evidence.file.pdf.objects:
        for holder in _dictionaries(one):
            for space in _spaces_in(holder):
                colour = colour_space(space, None)
                found.update(name for name in (colour.space, colour.base) if name not in _HARMLESS)
    return {name for name in found if name not in evidence.limits.colours}


def _dictionaries(one: Any) -> Iterator[Any]:
    """Yield a dictionary and those directly in it, two levels down: resources in a page, a group in a form."""
    if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    yield one
    for inner in (one.get("/Resources"), one.get("/Group")):
        if isinstance(inner, pikepdf.Dictionary):
            yield inner


def _spaces_in(holder: Any) -> Iterator[Any]:
    spaces = holder.get("/ColorSpace")
    if isinstance(spaces, pikepdf.Dictionary):
        yield from spaces.values()
    elif isinstance(spaces, (pikepdf.Array, pikepdf.Name)):
        yield spaces
    if holder.get("/S") == pikepdf.Name.Transparency and "/CS" in holder:
        yield holder["/CS"]
