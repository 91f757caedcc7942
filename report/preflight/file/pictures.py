"""Images: pixels, colour space, and how many pixels an inch they have at the size they are shown at."""

from __future__ import annotations

from math import hypot
from typing import Any

from report.preflight.file.colours import UNKNOWN, colour_space
from report.preflight.file.drawn import Picture
from report.preflight.file.matrix import Matrix
from report.preflight.file.words import items_of, name_of, number_of


def read_picture(image: Any, name: str, matrix: Matrix, resources: Any) -> Picture:
    """Read an image XObject that is shown with a matrix."""
    width, height = int(number_of(image.get("/Width"))), int(number_of(image.get("/Height")))
    is_stencil = bool(image.get("/ImageMask", False))
    space = image.get("/ColorSpace")
    return Picture(
        name=name,
        width=width,
        height=height,
        bits=1 if is_stencil else int(number_of(image.get("/BitsPerComponent"), 8)),
        colour=UNKNOWN if space is None or is_stencil else colour_space(space, resources),
        ppi=_pixels_an_inch(width, height, matrix),
        is_stencil=is_stencil,
        has_soft_mask="/SMask" in image,
        filters=tuple(name_of(one) for one in items_of(image.get("/Filter"))),
        stream=image,
    )


def read_inline(image: Any, matrix: Matrix, resources: Any) -> Picture:
    """Read an inline image (pikepdf writes its short keys out in full)."""
    facts = image.obj if hasattr(image, "obj") else {}
    space = facts.get("/ColorSpace", facts.get("/CS"))
    return Picture(
        name="",
        width=image.width,
        height=image.height,
        bits=1 if image.image_mask else image.bits_per_component,
        colour=UNKNOWN if space is None or image.image_mask else colour_space(space, resources),
        ppi=_pixels_an_inch(image.width, image.height, matrix),
        is_stencil=bool(image.image_mask),
        has_soft_mask=False,
        filters=tuple(str(one).lstrip("/") for one in image.filters),
        stream=None,
    )


def _pixels_an_inch(width: int, height: int, matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    across, up = hypot(a, b), hypot(c, d)
    if across <= 0 or up <= 0:
        return 0.0
    return min(width * 72 / across, height * 72 / up)
