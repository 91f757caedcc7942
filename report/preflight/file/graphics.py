"""What the operators of a content stream change and share: graphics state, colours, resources, what is drawn."""

from __future__ import annotations

from copy import copy
from typing import Any, Protocol

import pikepdf

from report.model.output import Rectangle
from report.preflight.file.colours import UNKNOWN, colour_space, device
from report.preflight.file.drawn import Colour, Drawn, Kind, Marked
from report.preflight.file.matrix import IDENTITY, Matrix, placed, shared, times
from report.preflight.file.sequences import read_sequence
from report.preflight.file.state import State
from report.preflight.file.typeface import FileFont
from report.preflight.file.words import dictionary_of

_MOST_STATES = 512  # q without Q: ISO 32000-1, annex C, speaks of 28


class Reader(Protocol):
    """What a walk needs of the one who reads the page."""

    page: int
    drawn: list[Drawn]
    marks: list[Marked]
    sequences: list[Marked]

    def fonts(self, font: Any) -> FileFont:
        """Return the font that a font dictionary is."""

    def fault(self, words: str) -> None:
        """Note what is wrong with the stream."""

    def recurse(self, stream: Any, resources: Any, state: State, forms: tuple[str, ...]) -> None:
        """Read a form, pattern or mask, unless it is being read already."""


class Graphics:
    """One stream being read: its resources, its state, the path and the text line it is at."""

    __slots__ = ("clips", "forms", "line", "path", "reader", "resources", "saved", "starts", "state", "text")

    def __init__(self, reader: Reader, resources: Any, state: State, forms: tuple[str, ...]) -> None:
        self.reader, self.resources, self.state, self.forms = reader, resources, state, forms
        self.saved: list[State] = []
        self.path: list[tuple[float, float]] = []
        self.starts: list[int] = []
        self.clips = False
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY

    # Graphics state

    def save(self, _: Any) -> None:
        """``q``: put the state by."""
        if len(self.saved) < _MOST_STATES:
            self.saved.append(copy(self.state))
        else:
            self.reader.fault("the graphics state is saved (q) too often")

    def restore(self, _: Any) -> None:
        """``Q``: take the last state up again."""
        if self.saved:
            self.state = self.saved.pop()
        else:
            self.reader.fault("the graphics state is restored (Q) more often than saved")

    def concat(self, operands: Any) -> None:
        """``cm``: move what follows."""
        self.state.matrix = times(matrix_of(operands), self.state.matrix)

    def line_width(self, operands: Any) -> None:
        """``w``."""
        self.state.line = float(operands[0])

    def settings(self, operands: Any) -> None:
        """``gs``: what an ExtGState dictionary sets (ISO 32000-1, 8.4.5)."""
        chosen, state = self.resource("/ExtGState", operands[0]), self.state
        if chosen is None:
            return
        if "/LW" in chosen:
            state.line = float(chosen["/LW"])
        if "/ca" in chosen:
            state.fill_opacity = float(chosen["/ca"])
        if "/CA" in chosen:
            state.stroke_opacity = float(chosen["/CA"])
        if "/OP" in chosen:
            state.overprint_stroke = state.overprint_fill = bool(chosen["/OP"])
        if "/op" in chosen:
            state.overprint_fill = bool(chosen["/op"])
        if "/BM" in chosen:
            mode = chosen["/BM"]
            state.blend = str(mode[0] if isinstance(mode, pikepdf.Array) else mode)[1:]
        if "/Font" in chosen:
            state.font, state.size = self.reader.fonts(chosen["/Font"][0]), float(chosen["/Font"][1])
        mask = chosen.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            self.draw_form(mask["/G"], "SMask")

    # Colour

    def set_space(self, operands: Any, *, fills: bool) -> None:
        """``cs`` and ``CS``: choose a colour space."""
        space = colour_space(operands[0], self.resources)
        if space == UNKNOWN:
            self.reader.fault(f"the colour space “{operands[0]}” is not among the resources")
        self.paint_with(space, fills=fills)

    def set_colour(self, operands: Any, *, fills: bool) -> None:
        """``sc``, ``scn`` and their like: choose a colour of the space."""
        space = self.state.fill if fills else self.state.stroke
        values = list(operands)
        name = str(values.pop())[1:] if values and isinstance(values[-1], pikepdf.Name) else space.name
        numbers = tuple(map(float, values))
        self.paint_with(Colour(space.space, numbers, space.base, space.channels, name, space.source), fills=fills)

    def set_device(self, operands: Any, space: str, *, fills: bool) -> None:
        """``g``, ``rg``, ``k`` and their like: choose a device colour."""
        self.paint_with(device(space, tuple(map(float, operands))), fills=fills)

    def paint_with(self, colour: Colour, *, fills: bool) -> None:
        """Take a colour for fills or for strokes."""
        if fills:
            self.state.fill = colour
        else:
            self.state.stroke = colour

    # Marked content

    def begin(self, operands: Any) -> None:
        """``BMC`` and ``BDC``: begin marked content."""
        known = dictionary_of(self.resources.get("/Properties"))
        sequence = read_sequence(operands, known, len(self.reader.sequences))
        self.reader.sequences.append(sequence)
        self.reader.marks.append(sequence)

    def end(self, _: Any) -> None:
        """``EMC``: end marked content."""
        if self.reader.marks:
            self.reader.marks.pop()
        else:
            self.reader.fault("marked content ends (EMC) that did not begin")

    # What is drawn

    def resource(self, kind: str, name: Any) -> Any:
        """Return what a name means among the resources."""
        known = self.resources.get(kind)
        found = known.get(str(name)) if isinstance(known, pikepdf.Dictionary) else None
        if found is None:
            self.reader.fault(f"“{name}” is not among the resources ({kind[1:]})")
        return found

    def add(self, kind: Kind, place: Rectangle, **facts: Any) -> None:
        """Note that something is drawn."""
        state = self.state
        overprint = state.overprint_stroke if kind == "stroke" else state.overprint_fill
        self.reader.drawn.append(
            Drawn(
                kind,
                self.reader.page,
                place,
                marks=tuple(self.reader.marks),
                forms=self.forms,
                blend=state.blend,
                overprint=overprint,
                clip=state.clip,
                **facts,
            )
        )

    def draw_form(self, form: Any, name: str) -> None:
        """Draw what a form holds."""
        state = copy(self.state)
        written = form.get("/Matrix")
        if isinstance(written, pikepdf.Array):
            state.matrix = times(matrix_of(written), state.matrix)
        box = form.get("/BBox")
        if isinstance(box, pikepdf.Array) and len(box) == 4:
            left, bottom, right, top = map(float, box)
            state.clip = shared(state.clip, placed(state.matrix, left, bottom, right, top))
        own = dictionary_of(form.get("/Resources")) if "/Resources" in form else self.resources
        self.reader.recurse(form, own, state, (*self.forms, name))


def matrix_of(operands: Any) -> Matrix:
    """Return the matrix that six operands are."""
    a, b, c, d, e, f = map(float, operands)
    return (a, b, c, d, e, f)
