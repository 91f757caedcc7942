"""The line that names a sheet, drawn as outlines: it needs no face in the file and is not found among its words."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from report.model.output import Face
from report.press.sheets import written

_SIZE = 6.0
_REGULAR = 400


class Lettering:
    """Draws lines in a face of the edition that has Latin letters and figures."""

    def __init__(self, faces: Sequence[Face]) -> None:
        """Take the last upright face of regular weight that has them, the house’s sans; without one draw nothing."""
        upright = (face for face in reversed(faces) if face.weight == _REGULAR and not face.is_italic)
        self._font = next(
            (font for face in upright if _is_latin(font := TTFont(BytesIO(face.path.read_bytes()), lazy=True))), None
        )
        self._drawn: dict[str, tuple[str, float]] = {}
        if self._font:
            self._cmap = self._font.getBestCmap()
            self._glyphs = self._font.getGlyphSet()
            self._scale = _SIZE / self._font["head"].unitsPerEm

    def line(self, words: str) -> str:
        """Return the drawing of a line that begins at the origin; what the face does not have is left out."""
        pieces = []
        if self._font:
            for letter in words:
                path, advance = self._letter(letter)
                pieces.append(f"{path} 1 0 0 1 {written(advance)} 0 cm".strip())
        return " ".join(pieces)

    def _letter(self, letter: str) -> tuple[str, float]:
        if letter not in self._drawn:
            name = self._cmap.get(ord(letter))
            if name is None:
                self._drawn[letter] = ("", 0.0)
            else:
                pen = _Pen(self._glyphs, self._scale)
                self._glyphs[name].draw(pen)
                path = " ".join((*pen.written, "f")) if pen.written else ""
                self._drawn[letter] = (path, self._glyphs[name].width * self._scale)
        return self._drawn[letter]


class _Pen(BasePen):  # type: ignore[misc]  # the font library comes without types
    """Writes outlines as content does; curves of TrueType come as cubic ones from the base."""

    def __init__(self, glyphs: Any, scale: float) -> None:
        super().__init__(glyphs)
        self.written: list[str] = []
        self._scale = scale

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the font library calls it
        self._write("m", point)

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the font library calls it
        self._write("l", point)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802 - the font library calls it
        self._write("c", *points)

    def _closePath(self) -> None:  # noqa: N802 - the font library calls it
        self.written.append("h")

    def _write(self, operator: str, *points: tuple[float, float]) -> None:
        values = " ".join(written(value * self._scale) for point in points for value in point)
        self.written.append(f"{values} {operator}")


def _is_latin(font: Any) -> bool:
    cmap = font.getBestCmap()
    return all(ord(letter) in cmap for letter in "0aAgz")
