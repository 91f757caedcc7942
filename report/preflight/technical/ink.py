"""Total ink (PRE-047): of tints and text exactly, with what overprints on them, of pictures pixel by pixel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Any

import pikepdf

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.drawn import Drawn
from report.preflight.file.words import items_of, name_of, number_of
from report.preflight.technical.boxes import is_on_page, meet, visible
from report.preflight.technical.inks import colours_of, process_inks
from report.preflight.technical.telling import Fault, each_once, told

Inks = tuple[float, float, float, float]

_ROUNDING = 2.0  # per cent: four inks of eight bits, added up in eight bits
_INKS = 4
_DEEPEST = 4  # functions within functions


def check_ink(evidence: Evidence) -> Iterator[Finding]:
    """Ask that no place has more ink than the limit, the sum of all four in per cent."""
    assert evidence.file
    limit = evidence.limits.ink
    if limit is None:
        return
    of_pictures: dict[tuple[int, int], float] = {}
    for page in evidence.file.pages:
        faults = [
            Fault(one, f"has {ink:.0f} % of ink, the limit is {limit:g} %")
            for one, ink in _inked((one for one in page.drawn if is_on_page(one, page)), of_pictures, limit)
            if ink > limit + (_ROUNDING if one.kind == "image" else 0.01)
        ]
        yield from each_once(evidence, "PRE-047", faults, "take colour out of it, and leave the black")
    ink = max((_gradient_ink(one) for one in _functions(evidence.file.pdf)), default=0.0)
    if ink > limit + 0.01:
        yield told(evidence, "PRE-047", f"a gradient has {ink:.0f} % of ink, the limit is {limit:g} %")


def _functions(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the functions of all gradients in process colour."""
    for one in pdf.objects:
        is_shading = isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and "/ShadingType" in one
        if is_shading and one.get("/ColorSpace") == pikepdf.Name.DeviceCMYK:
            functions = items_of(one.get("/Function"))
            yield from (each for each in functions if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)))


def _inked(
    drawn: Iterable[Drawn], of_pictures: dict[tuple[int, int], float], limit: float
) -> Iterator[tuple[Drawn, float]]:
    """Yield what is drawn, and the most ink that stands there when it has been drawn.

    What overprints is looked for on what lies below only where both together could have more than the limit.
    """
    below: list[tuple[Drawn, Inks]] = []
    for one in drawn:
        if one.kind == "image" and one.picture and not one.picture.is_stencil:
            stream = one.picture.stream
            key = tuple(stream.objgen) if stream is not None else (0, id(one))
            if key not in of_pictures:
                of_pictures[key] = most_ink(stream) if stream is not None else 0.0
            yield one, of_pictures[key]
            continue
        if one.kind == "shading":
            continue
        for colour in colours_of(one):
            inks = process_inks(colour)
            if inks is None:
                continue
            if one.overprint:
                room = limit / 100 - sum(inks)
                grounds = (ground for place, ground in below if sum(ground) > room and _share(one, place))
                inks = reduce(_over, grounds, inks)
            yield one, 100 * sum(inks)
            if one.kind == "fill" and sum(inks) > 0:
                below.append((one, inks))


def most_ink(stream: Any) -> float:
    """Return the most ink of any pixel of an image in per cent; 0 for what is not in process colour."""
    space = stream.get("/ColorSpace")
    try:
        if space == pikepdf.Name.DeviceCMYK:
            return _most_in_pixels(pikepdf.PdfImage(stream).as_pil_image(apply_mask=False))
        if isinstance(space, pikepdf.Array) and name_of(space[0]) == "Indexed" and space[1] == pikepdf.Name.DeviceCMYK:
            table = space[3].read_bytes() if isinstance(space[3], pikepdf.Stream) else bytes(space[3])
            return max((sum(table[at : at + _INKS]) for at in range(0, len(table), _INKS)), default=0) / 2.55
    except (pikepdf.PdfError, NotImplementedError, OSError, ValueError, IndexError):
        return 0.0  # what cannot be decoded is said by the question for pictures
    return 0.0


def _most_in_pixels(picture: Any) -> float:
    """Return the most ink of the pixels of a CMYK picture in per cent, to about one and a half."""
    from PIL import ImageChops  # noqa: PLC0415 - only a picture needs it

    if picture.mode != "CMYK":
        return 0.0
    cyan, magenta, yellow, black = picture.split()
    halves = (ImageChops.add(cyan, magenta, scale=2.0), ImageChops.add(yellow, black, scale=2.0))
    levels = ImageChops.add(*halves, scale=2.0).histogram()
    return max(level for level, count in enumerate(levels) if count) * _INKS / 2.55


def _over(above: Inks, ground: Inks) -> Inks:
    """Return the inks of what overprints: a component of nothing leaves what lies below (ISO 32000-1, 11.7.4.5)."""
    c, m, y, k = (one or other for one, other in zip(above, ground, strict=True))
    return (c, m, y, k)


def _share(one: Drawn, other: Drawn) -> bool:
    return any(meet(mine, its) for mine in visible(one) for its in visible(other))


def _gradient_ink(function: Any, depth: int = 0) -> float:
    """Return the most ink that a function gives at the ends of its range, in per cent (ISO 32000-1, 7.10)."""
    ends = [[number_of(one) for one in items_of(function.get(key))] for key in ("/C0", "/C1")]
    own = max((100 * sum(end) for end in ends if len(end) == _INKS), default=0.0)
    inner = items_of(function.get("/Functions")) if depth < _DEEPEST else ()
    if isinstance(function, pikepdf.Stream) and function.get("/BitsPerSample") == 8:
        samples = function.read_bytes()
        own = max((sum(samples[at : at + _INKS]) / 2.55 for at in range(0, len(samples), _INKS)), default=0.0)
    return max([own, *(_gradient_ink(one, depth + 1) for one in inner if isinstance(one, pikepdf.Dictionary))])
