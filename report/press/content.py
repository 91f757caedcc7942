"""Content streams (ISO 32000-1, 7.8) written anew for the press: in process colour, without tags, no line too thin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from report.model.output import Inks
from report.press.colours import BLACK
from report.press.hairlines import LEAST, PATH, Segment, thickened
from report.press.matrices import PLAIN, Matrix, matrix_of, scale_of, times
from report.press.spaces import Space, space_of
from report.press.surroundings import State, Surroundings
from report.press.unprintable import Unprintable

_FILLED = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
_STROKED = frozenset(("S", "s", "B", "B*", "b", "b*"))
_PAINTED = _FILLED | _STROKED | {"n"}
_SPACES = {"rg": "/DeviceRGB", "g": "/DeviceGray", "k": "/DeviceCMYK"}
_INVISIBLE = 3
# The names under which what is written anew finds what it needs, one for each state of overprinting.
UNDER_STENCILS = "/PressUnderStencil"
_OVERPRINTS = {(fill, stroke): f"/PressOver{fill:d}{stroke:d}" for fill in (False, True) for stroke in (False, True)}


def rewrite(stream: Any, around: Surroundings, state: State, *, is_page: bool = False) -> bytes:
    """Return a content stream written anew; what a page begins with by itself is said in inks at its head.

    Raises:
        Unprintable: something in it cannot be turned into process colour.
    """
    writer = _Writer(around, state)
    if is_page:
        writer.begin()
    for instruction in pikepdf.parse_content_stream(stream):
        writer.take(instruction)
    return pikepdf.unparse_content_stream(writer.written)


@dataclass(slots=True)
class _Writer:
    around: Surroundings
    state: State
    written: list[Any] = field(default_factory=list)
    outer: list[State] = field(default_factory=list)
    path: list[Segment] = field(default_factory=list)
    clip: str = ""
    kept: list[bool] = field(default_factory=list)
    line: Matrix = PLAIN

    def begin(self) -> None:
        """Say in inks what a page begins with: black, which overprints."""
        for operator in ("k", "K"):
            self._ink(BLACK, is_stroke=operator == "K")

    def take(self, instruction: Any) -> None:
        """Write one instruction anew."""
        operator = str(instruction.operator)
        operands = instruction.operands
        if operator in PATH:
            self.path.append((operands, operator))
        elif operator in _PAINTED:
            self._paint(operator)
        elif handle := _HANDLERS.get(operator):
            handle(self, operands, operator)
        else:
            self.written.append(instruction)

    def write(self, operands: Sequence[Any], operator: str) -> None:
        """Write an instruction of our own."""
        self.written.append((list(operands), Operator(operator)))

    def save(self, operands: Sequence[Any], operator: str) -> None:
        """Keep the state, or take it back."""
        if operator == "q":
            self.outer.append(self.state)
        elif self.outer:
            self.state = self.outer.pop()
        self.write(operands, operator)

    def transform(self, operands: Sequence[Any], operator: str) -> None:
        """Follow a transform."""
        self.state = replace(self.state, matrix=times(matrix_of(operands), self.state.matrix))
        self.write(operands, operator)

    def clip_by(self, _: Sequence[Any], operator: str) -> None:
        """Remember that the path clips."""
        self.clip = operator

    def _paint(self, operator: str) -> None:
        """Write the path and what is done with it; its lines and slivers are no thinner than a hairline."""
        scale, width = scale_of(self.state.matrix), self.state.width
        is_thin = operator in _STROKED and scale > 0 and width * scale < LEAST - 1e-6
        path: Sequence[Segment] = self.path
        if self.clip or operator in _FILLED:
            path = thickened(path, self.state.matrix)
        if is_thin:
            self.write((round(LEAST / scale, 6),), "w")
        for operands, segment in path:
            self.write(operands, segment)
        if self.clip:
            self.write((), self.clip)
        self.write((), operator)
        if is_thin:
            self.write((width,), "w")
        self.path, self.clip = [], ""

    def width(self, operands: Sequence[Any], operator: str) -> None:
        """Follow the width of lines."""
        self.state = replace(self.state, width=float(operands[0]))
        self.write(operands, operator)

    def colour(self, operands: Sequence[Any], operator: str) -> None:
        """Write a colour of a device as inks."""
        is_stroke = operator.isupper()
        space = space_of(Name(_SPACES[operator.lower()]), self.around.colours)
        self._in_space(space, is_stroke=is_stroke)
        self._coloured(space, [float(one) for one in operands], is_stroke=is_stroke)

    def colour_space(self, operands: Sequence[Any], operator: str) -> None:
        """Write the colour that a space begins with."""
        is_stroke = operator == "CS"
        given = operands[0]
        space = space_of(self.around.space(str(given)), self.around.colours)
        self._in_space(space, is_stroke=is_stroke)
        if not space.pattern:
            self._coloured(space, space.initial, is_stroke=is_stroke)

    def colour_in_space(self, operands: Sequence[Any], operator: str) -> None:
        """Write a colour of a space as inks; a pattern by its name, with the inks under its stencil if it is one."""
        is_stroke = operator.isupper()
        space = self.state.stroke if is_stroke else self.state.fill
        if space is None:
            space = space_of(Name.DeviceGray, self.around.colours)
        values = list(operands)
        if not values or not isinstance(values[-1], Name):
            self._coloured(space, [float(one) for one in values], is_stroke=is_stroke)
            return
        self.around.used("/Pattern", str(values[-1]))
        under: list[Any] = []
        device = "/DeviceGray" if self.state.is_mask else "/DeviceCMYK"
        named: Any = Name.Pattern
        if len(values) > 1:
            under = list(self._values(space, [float(one) for one in values[:-1]]))
            named = Name(UNDER_STENCILS)
            self.around.put("/ColorSpace", UNDER_STENCILS, Array([Name.Pattern, Name(device)]))
        self._overprint(is_stroke=is_stroke, wanted=False)
        self.write((named,), "CS" if is_stroke else "cs")
        self.write((*under, values[-1]), "SCN" if is_stroke else "scn")

    def _in_space(self, space: Space, *, is_stroke: bool) -> None:
        self.state = replace(self.state, stroke=space) if is_stroke else replace(self.state, fill=space)

    def _values(self, space: Space, values: Sequence[float]) -> tuple[float, ...]:
        """Return a colour as it is written: in inks, or in a mask as the lightness that they have for readers."""
        inks = space.inks(values)
        if not self.state.is_mask:
            return inks
        if space.mode == "RGB":
            red, green, blue = values
            return (round(0.3 * red + 0.59 * green + 0.11 * blue, 4),)
        if space.mode == "L":
            return (values[0],)
        cyan, magenta, yellow, black = inks
        return (round(1 - min(1.0, 0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black), 4),)

    def _coloured(self, space: Space, values: Sequence[float], *, is_stroke: bool) -> None:
        if self.state.is_mask:
            self.write(self._values(space, values), "G" if is_stroke else "g")
            return
        self._ink(space.inks(values), is_stroke=is_stroke)

    def _ink(self, inks: Inks, *, is_stroke: bool) -> None:
        """Write inks; full black, and it alone, overprints."""
        self.write(inks, "K" if is_stroke else "k")
        self._overprint(is_stroke=is_stroke, wanted=inks == BLACK)

    def _overprint(self, *, is_stroke: bool, wanted: bool) -> None:
        fill, stroke = self.state.overprints or (False, False)
        overprints = (fill, wanted) if is_stroke else (wanted, stroke)
        if self.state.is_mask or overprints == self.state.overprints:
            return
        self.state = replace(self.state, overprints=overprints)
        name = _OVERPRINTS[overprints]
        state = Dictionary(Type=Name.ExtGState, op=overprints[0], OP=overprints[1], OPM=1)
        self.around.put("/ExtGState", name, state)
        self.write((Name(name),), "gs")

    def graphics_state(self, operands: Sequence[Any], operator: str) -> None:
        """Make a graphics state ready."""
        self.around.used("/ExtGState", str(operands[0]))
        self.write(operands, operator)

    def shade(self, operands: Sequence[Any], operator: str) -> None:
        """Make a gradient ready."""
        self.around.used("/Shading", str(operands[0]))
        self.write(operands, operator)

    def draw(self, operands: Sequence[Any], operator: str) -> None:
        """Make what is drawn ready."""
        self.around.drawn(str(operands[0]), self.state.matrix, self.state)
        self.write(operands, operator)

    def picture(self, operands: Sequence[Any], operator: str) -> None:
        """Let a stencil in the line pass; engine and drawings have no other picture there."""
        if not operands[0].image_mask:
            raise Unprintable("a picture in the midst of the drawing")
        self.write(operands, operator)

    def mark(self, operands: Sequence[Any], operator: str) -> None:
        """Keep of marked content its name and the words that stand for it; numbers of tags are for readers' files."""
        words = self.around.words_instead(operands[1]) if operator == "BDC" else None
        self.kept.append(words is not None)
        if words is not None:
            self.write((operands[0], Dictionary(ActualText=words)), "BDC")

    def end_mark(self, operands: Sequence[Any], operator: str) -> None:
        """End marked content that is kept."""
        if self.kept and self.kept.pop():
            self.write(operands, operator)

    def leave_out(self, operands: Sequence[Any], operator: str) -> None:
        """Leave an instruction out that has no place in a file for the press."""

    def font(self, operands: Sequence[Any], operator: str) -> None:
        """Follow face and size."""
        self.around.used("/Font", str(operands[0]))
        self.state = replace(self.state, size=float(operands[1]))
        self.write(operands, operator)

    def rendering(self, operands: Sequence[Any], operator: str) -> None:
        """Follow whether letters can be seen."""
        self.state = replace(self.state, mode=int(operands[0]))
        self.write(operands, operator)

    def place(self, operands: Sequence[Any], operator: str) -> None:
        """Follow where letters stand."""
        if operator == "BT":
            self.line = PLAIN
        elif operator == "Tm":
            self.line = matrix_of(operands)
        else:
            across, up = float(operands[0]), float(operands[1])
            self.line = times((1.0, 0.0, 0.0, 1.0, across, up), self.line)
        self.write(operands, operator)

    def letters(self, operands: Sequence[Any], operator: str) -> None:
        """Look at the size of letters."""
        if self.state.mode != _INVISIBLE:
            self.around.lettered(self.state.size, times(self.line, self.state.matrix))
        self.write(operands, operator)


_HANDLERS: dict[str, Callable[[_Writer, Sequence[Any], str], None]] = {
    **dict.fromkeys(("q", "Q"), _Writer.save),
    **dict.fromkeys(("W", "W*"), _Writer.clip_by),
    **dict.fromkeys(("rg", "RG", "g", "G", "k", "K"), _Writer.colour),
    **dict.fromkeys(("cs", "CS"), _Writer.colour_space),
    **dict.fromkeys(("sc", "SC", "scn", "SCN"), _Writer.colour_in_space),
    **dict.fromkeys(("BMC", "BDC"), _Writer.mark),
    **dict.fromkeys(("MP", "DP", "ri"), _Writer.leave_out),
    **dict.fromkeys(("BT", "Tm", "Td", "TD"), _Writer.place),
    **dict.fromkeys(("Tj", "TJ", "'", '"'), _Writer.letters),
    "cm": _Writer.transform,
    "w": _Writer.width,
    "gs": _Writer.graphics_state,
    "sh": _Writer.shade,
    "Do": _Writer.draw,
    "INLINE IMAGE": _Writer.picture,
    "EMC": _Writer.end_mark,
    "Tf": _Writer.font,
    "Tr": _Writer.rendering,
}
