"""Paths: lines that are stroked, areas that are filled, and what clips what follows (ISO 32000-1, 8.5)."""

from __future__ import annotations

from typing import Any

import pikepdf

from report.model.output import Rectangle
from report.preflight.file.colours import colour_space
from report.preflight.file.drawn import Colour, Kind
from report.preflight.file.graphics import Graphics
from report.preflight.file.matrix import bounds, placed, scale_of, shared
from report.preflight.file.state import State
from report.preflight.file.words import dictionary_of


class Paths(Graphics):
    """The operators of paths, patterns and shadings."""

    __slots__ = ()

    def point(self, operands: Any) -> None:
        """``l``, ``c`` and their like: go on with the path."""
        a, b, c, d, e, f = self.state.matrix
        numbers = [float(one) for one in operands]
        for at in range(0, len(numbers), 2):
            x, y = numbers[at], numbers[at + 1]
            self.path.append((a * x + c * y + e, b * x + d * y + f))

    def begin_path(self, operands: Any) -> None:
        """``m``: begin a part of the path."""
        self.starts.append(len(self.path))
        self.point(operands)

    def rectangle(self, operands: Any) -> None:
        """``re``: a part of the path."""
        x, y, width, height = map(float, operands)
        self.starts.append(len(self.path))
        box = placed(self.state.matrix, x, y, x + width, y + height)
        self.path += [(box.left, box.bottom), (box.right, box.top)]

    def clip(self, _: Any) -> None:
        """``W``: let the path clip what follows it."""
        self.clips = True

    def paint(self, kinds: tuple[Kind, ...]) -> None:
        """Draw the path, as a fill, a stroke, both or not at all, and let it clip."""
        if self.path:
            place = bounds(self.path)
            for kind in kinds:
                self.draw_path(kind, place)
            if self.clips:
                self.state.clip = shared(self.state.clip, place)
        self.path, self.starts, self.clips = [], [], False

    def pieces(self, half: float) -> tuple[Rectangle, ...]:
        """Return the places of the subpaths of which there are several, a line's half width around each."""
        if len(self.starts) < 2:
            return ()
        ends = [*self.starts[1:], len(self.path)]
        boxes = (bounds(self.path[start:end]) for start, end in zip(self.starts, ends, strict=True) if start < end)
        return tuple(Rectangle(b.left - half, b.bottom - half, b.right + half, b.top + half) for b in boxes)

    def draw_path(self, kind: Kind, place: Rectangle) -> None:
        """Draw the path as one thing."""
        state = self.state
        if kind == "stroke":
            line = state.line * scale_of(state.matrix)
            half = line / 2
            around = Rectangle(place.left - half, place.bottom - half, place.right + half, place.top + half)
            pieces = self.pieces(half)
            self.add(kind, around, colour=state.stroke, line=line, opacity=state.stroke_opacity, pieces=pieces)
            self.draw_pattern(state.stroke, around)
            return
        self.add(kind, place, colour=state.fill, opacity=state.fill_opacity, pieces=self.pieces(0.0))
        self.draw_pattern(state.fill, place)

    def draw_pattern(self, colour: Colour, place: Rectangle) -> None:
        """Draw what a pattern is made of, where it paints; its own places are not those on the page."""
        if colour.space != "Pattern" or not colour.name:
            return
        pattern = self.resource("/Pattern", pikepdf.Name(f"/{colour.name}"))
        if pattern is None:
            return
        if isinstance(pattern, pikepdf.Stream):
            state = State(matrix=self.state.matrix, clip=shared(self.state.clip, place))
            if int(pattern.get("/PaintType", 1)) == 2:
                plain = Colour(colour.base, colour.components, channels=len(colour.components))
                state.fill = state.stroke = plain
            own = dictionary_of(pattern.get("/Resources"))
            self.reader.recurse(pattern, own, state, (*self.forms, colour.name))
        elif "/Shading" in pattern:
            space = colour_space(pattern["/Shading"].get("/ColorSpace"), self.resources)
            self.add("shading", place, colour=space, opacity=self.state.fill_opacity)

    def shade(self, operands: Any) -> None:
        """``sh``: fill what can be seen with a shading."""
        shading = self.resource("/Shading", operands[0])
        if shading is not None:
            clip = self.state.clip or Rectangle(0.0, 0.0, 0.0, 0.0)
            space = colour_space(shading.get("/ColorSpace"), self.resources)
            self.add("shading", clip, colour=space, opacity=self.state.fill_opacity)
