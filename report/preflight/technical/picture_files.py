"""Pictures on the pages are those of the brief: all there (PRE-064), neither mirrored nor upside down (PRE-068).

Colours may be others, and pixels fewer: so pictures are compared as small grey ones, each way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.technical.boxes import visible
from report.preflight.technical.telling import at_place, told

_SIDE = 16  # pixels of a small picture
_ALIKE = 0.6  # how much of two pictures must agree, from -1 to 1, for the one to be the other
_MORE = 0.05  # how much better a turned picture must agree: some are nearly the same either way
_WAYS = ("mirrored", "upside down", "turned round")
Grey = tuple[int, ...]


def check_picture_files(evidence: Evidence) -> Iterator[Finding]:
    """Ask for the pictures of the brief, and that each stands as its file shows it."""
    assert evidence.file
    files = evidence.facts.pictures if evidence.facts else ()
    if not files:
        return
    shown = [
        one
        for page in evidence.file.pages
        for one in page.drawn
        if one.picture and one.picture.stream is not None and not one.picture.is_stencil and visible(one)
    ]
    if len(shown) < len(files):
        yield told(evidence, "PRE-064", f"the brief has {len(files)} pictures made of pixels, {len(shown)} are shown")
    wanted = [small for body in dict.fromkeys(files) if (small := _of_file(body))]
    for one in shown:
        assert one.picture
        way = _turned(_of_stream(one.picture.stream), wanted)
        if way:
            yield at_place(evidence, "PRE-068", (one.page, one.place), f"a picture is {way}")


def _turned(small: Grey, wanted: Sequence[Grey]) -> str:
    """Return how a picture is turned that is one of those wanted; empty for one that is not, or that is not turned."""
    if not small:
        return ""
    rows = [small[at : at + _SIDE] for at in range(0, len(small), _SIDE)]
    turned = ([row[::-1] for row in rows], rows[::-1], [row[::-1] for row in rows[::-1]])
    ways = {"": small, **{way: sum(map(tuple, one), ()) for way, one in zip(_WAYS, turned, strict=True)}}
    agree = {way: max((_likeness(one, other) for other in wanted), default=0.0) for way, one in ways.items()}
    best = max(agree, key=lambda way: agree[way])
    return best if agree[best] > max(_ALIKE, agree[""] + _MORE) else ""


def _likeness(one: Grey, other: Grey) -> float:
    """Return how much two pictures agree (the coefficient of correlation), from -1 to 1; 0 for even ones."""
    mean, means = sum(one) / len(one), sum(other) / len(other)
    across = sum((a - mean) * (b - means) for a, b in zip(one, other, strict=True))
    own, its = sum((a - mean) ** 2 for a in one), sum((b - means) ** 2 for b in other)
    return float(across / (own * its) ** 0.5) if own and its else 0.0


@lru_cache(maxsize=32)
def _of_file(body: bytes) -> Grey:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only a picture needs it

    try:
        return _small(Image.open(BytesIO(body)))
    except (UnidentifiedImageError, OSError, ValueError):
        return ()


def _of_stream(stream: Any) -> Grey:
    try:
        return _small(pikepdf.PdfImage(stream).as_pil_image())
    except (pikepdf.PdfError, NotImplementedError, OSError, ValueError, IndexError):
        return ()  # what cannot be decoded is said by the question for pictures


def _small(picture: Any) -> Grey:
    factor = max(1, min(picture.size) // (4 * _SIDE))
    plain = picture.convert("RGB") if picture.mode in ("P", "RGBA", "LA") else picture
    return tuple(plain.reduce(factor).convert("L").resize((_SIDE, _SIDE)).tobytes())
