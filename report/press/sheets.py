"""The sheet around a page: its boxes, and the room for marks outside the bleed (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf
from pikepdf import Array

_POINTS = 72 / 25.4
# From the bleed to the edge of the sheet, in millimetres: room for marks of 5 with a millimetre on either side.
_MARKS_ROOM = 7.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it is cut: the size of the trim in points; bleed and margin, trim to edge, in points too."""

    width: float
    height: float
    bleed: float
    margin: float

    @property
    def media(self) -> tuple[float, float, float, float]:
        """The whole sheet."""
        return (0.0, 0.0, self.width + 2 * self.margin, self.height + 2 * self.margin)

    @property
    def trim(self) -> tuple[float, float, float, float]:
        """What remains when it is cut."""
        return (self.margin, self.margin, self.margin + self.width, self.margin + self.height)

    @property
    def bled(self) -> tuple[float, float, float, float]:
        """The trim and what is printed beyond it, so that a cut that is not exact shows no paper."""
        left, bottom, right, top = self.trim
        return (left - self.bleed, bottom - self.bleed, right + self.bleed, top + self.bleed)


def sheet_for(width: float, height: float, bleed: float) -> Sheet:
    """Return the sheet for a trim in points with a bleed in millimetres."""
    return Sheet(width, height, points(bleed), points(bleed + _MARKS_ROOM))


def set_boxes(page: pikepdf.Page, sheet: Sheet) -> None:
    """Give a page the boxes of its sheet, and no other."""
    for name in ("/CropBox", "/ArtBox", "/Rotate", "/UserUnit"):
        if name in page:
            del page[name]
    page.MediaBox, page.TrimBox, page.BleedBox = (_box(one) for one in (sheet.media, sheet.trim, sheet.bled))


def points(millimetres: float) -> float:
    """Return a length in points."""
    return millimetres * _POINTS


def written(value: float) -> str:
    """Return a number as content writes it, to a ten-thousandth of a point."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _box(corners: tuple[float, float, float, float]) -> Array:
    return Array([round(value, 5) for value in corners])
