"""The graphics state while a content stream is read (ISO 32000-1, 8.4)."""

from __future__ import annotations

from dataclasses import dataclass

from report.model.output import Rectangle
from report.preflight.file.drawn import BLACK, Colour
from report.preflight.file.matrix import IDENTITY, Matrix
from report.preflight.file.typeface import FileFont


@dataclass(slots=True)
class State:
    """What ``q`` puts by and ``Q`` takes up again; the only value here that is changed in place.

    ``matrix`` leads from user space to points from the lower left corner of the MediaBox.
    """

    matrix: Matrix = IDENTITY
    clip: Rectangle | None = None
    fill: Colour = BLACK
    stroke: Colour = BLACK
    line: float = 1.0
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    blend: str = "Normal"
    overprint_fill: bool = False
    overprint_stroke: bool = False
    font: FileFont | None = None
    font_name: str = ""
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0
