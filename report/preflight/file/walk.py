"""One content stream being walked through: what each operator does to the state, and what it draws."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, Protocol

import pikepdf

from report.model.output import Rectangle
from report.preflight.file.colours import UNKNOWN, colour_space, device
from report.preflight.file.drawn import Colour, Drawn, Kind, Marked
from report.preflight.file.matrix import IDENTITY, Matrix, bounds, is_upright, placed, scale_of, shared, times
from report.preflight.file.pictures import read_inline, read_picture
from report.preflight.file.sequences import read_sequence
from report.preflight.file.showing import show
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


class Walk:
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
        self.state.matrix = times(_matrix(operands), self.state.matrix)

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

    # Paths

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

    # Objects

    def draw_object(self, operands: Any) -> None:
        """``Do``: an image or a form."""
        found, name = self.resource("/XObject", operands[0]), str(operands[0])[1:]
        if not isinstance(found, pikepdf.Stream):
            return
        if found.get("/Subtype") == pikepdf.Name.Form:
            self.draw_form(found, name)
        elif found.get("/Subtype") == pikepdf.Name.Image:
            picture = read_picture(found, name, self.state.matrix, self.resources)
            place = placed(self.state.matrix, 0.0, 0.0, 1.0, 1.0)
            colour = self.state.fill if picture.is_stencil else picture.colour
            self.add(
                "image",
                place,
                colour=colour,
                opacity=self.state.fill_opacity,
                picture=picture,
                is_upright=is_upright(self.state.matrix),
            )

    def draw_form(self, form: Any, name: str) -> None:
        """Draw what a form holds."""
        state = copy(self.state)
        written = form.get("/Matrix")
        if isinstance(written, pikepdf.Array):
            state.matrix = times(_matrix(written), state.matrix)
        box = form.get("/BBox")
        if isinstance(box, pikepdf.Array) and len(box) == 4:
            left, bottom, right, top = map(float, box)
            state.clip = shared(state.clip, placed(state.matrix, left, bottom, right, top))
        own = dictionary_of(form.get("/Resources")) if "/Resources" in form else self.resources
        self.reader.recurse(form, own, state, (*self.forms, name))

    def inline_image(self, operands: Any) -> None:
        """Draw an image that stands in the stream itself."""
        picture = read_inline(operands[0], self.state.matrix, self.resources)
        place = placed(self.state.matrix, 0.0, 0.0, 1.0, 1.0)
        colour = self.state.fill if picture.is_stencil else picture.colour
        self.add(
            "image",
            place,
            colour=colour,
            opacity=self.state.fill_opacity,
            picture=picture,
            is_upright=is_upright(self.state.matrix),
        )

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

    # Text

    def begin_text(self, _: Any) -> None:
        """``BT``."""
        self.text = self.line = IDENTITY

    def set_font(self, operands: Any) -> None:
        """``Tf``."""
        font = self.resource("/Font", operands[0])
        self.state.font = None if font is None else self.reader.fonts(font)
        self.state.font_name, self.state.size = str(operands[0])[1:], float(operands[1])

    def text_matrix(self, operands: Any) -> None:
        """``Tm``."""
        self.text = self.line = _matrix(operands)

    def move_line(self, operands: Any) -> None:
        """``Td``: begin a line."""
        self.line = times((1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1])), self.line)
        self.text = self.line

    def move_line_leading(self, operands: Any) -> None:
        """``TD``: begin a line and remember how far below."""
        self.state.leading = -float(operands[1])
        self.move_line(operands)

    def next_line(self, _: Any) -> None:
        """``T*``: begin the next line."""
        self.move_line((0.0, -self.state.leading))

    def show(self, operands: Any) -> None:
        """``Tj``: show a string."""
        self.show_all(operands[-1])

    def show_array(self, operands: Any) -> None:
        """``TJ``: show strings with numbers between them."""
        self.show_all(operands[0])

    def show_next(self, operands: Any) -> None:
        """``'``: show a string on the next line."""
        self.next_line(operands)
        self.show(operands)

    def show_spaced(self, operands: Any) -> None:
        """``"``: show a string on the next line, with spaces set."""
        self.state.word_space, self.state.letter_space = float(operands[0]), float(operands[1])
        self.show_next(operands)

    def show_all(self, items: Any) -> None:
        """Show strings, and go on to behind them."""
        state = self.state
        if state.font is None:
            self.reader.fault("text is shown without a font")
            return
        shown = show(items, state, self.text)
        self.text = shown.after
        if not shown.codes:
            return
        self.add(
            "text",
            shown.place,
            colour=state.fill,
            outline=state.stroke if state.render in (1, 2, 5, 6) else None,
            line=state.line * scale_of(state.matrix) if state.render in (1, 2, 5, 6) else 0.0,
            opacity=state.fill_opacity,
            font=state.font_name,
            font_id=state.font.key,
            face=state.font.name,
            is_upright=is_upright(shown.seen),
            size=shown.size,
            codes=shown.codes,
            texts=shown.texts,
            origin=shown.origin,
            advance=shown.advance,
            render=state.render,
        )

    def setting(self, operands: Any, name: str) -> None:
        """Set one of the numbers of the text state."""
        value = float(operands[0])
        setattr(self.state, name, value / 100 if name == "stretch" else int(value) if name == "render" else value)

    # What all share

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


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return (a, b, c, d, e, f)


def _sized(name: str) -> Callable[[Walk, Any], None]:
    return lambda walk, operands: walk.setting(operands, name)


def _painting(*kinds: Kind) -> Callable[[Walk, Any], None]:
    return lambda walk, _: walk.paint(kinds)


def _device(space: str, *, fills: bool) -> Callable[[Walk, Any], None]:
    return lambda walk, operands: walk.set_device(operands, space, fills=fills)


OPERATORS: dict[str, Callable[[Walk, Any], None]] = {
    "q": Walk.save,
    "Q": Walk.restore,
    "cm": Walk.concat,
    "w": Walk.line_width,
    "gs": Walk.settings,
    "cs": lambda walk, operands: walk.set_space(operands, fills=True),
    "CS": lambda walk, operands: walk.set_space(operands, fills=False),
    "sc": lambda walk, operands: walk.set_colour(operands, fills=True),
    "SC": lambda walk, operands: walk.set_colour(operands, fills=False),
    "scn": lambda walk, operands: walk.set_colour(operands, fills=True),
    "SCN": lambda walk, operands: walk.set_colour(operands, fills=False),
    "g": _device("DeviceGray", fills=True),
    "G": _device("DeviceGray", fills=False),
    "rg": _device("DeviceRGB", fills=True),
    "RG": _device("DeviceRGB", fills=False),
    "k": _device("DeviceCMYK", fills=True),
    "K": _device("DeviceCMYK", fills=False),
    "m": Walk.begin_path,
    "l": Walk.point,
    "c": Walk.point,
    "v": Walk.point,
    "y": Walk.point,
    "re": Walk.rectangle,
    "W": Walk.clip,
    "W*": Walk.clip,
    "n": _painting(),
    "f": _painting("fill"),
    "F": _painting("fill"),
    "f*": _painting("fill"),
    "S": _painting("stroke"),
    "s": _painting("stroke"),
    "B": _painting("fill", "stroke"),
    "B*": _painting("fill", "stroke"),
    "b": _painting("fill", "stroke"),
    "b*": _painting("fill", "stroke"),
    "sh": Walk.shade,
    "Do": Walk.draw_object,
    "INLINE IMAGE": Walk.inline_image,
    "BMC": Walk.begin,
    "BDC": Walk.begin,
    "EMC": Walk.end,
    "BT": Walk.begin_text,
    "Tf": Walk.set_font,
    "Tm": Walk.text_matrix,
    "Td": Walk.move_line,
    "TD": Walk.move_line_leading,
    "T*": Walk.next_line,
    "Tj": Walk.show,
    "TJ": Walk.show_array,
    "'": Walk.show_next,
    '"': Walk.show_spaced,
    "Tc": _sized("letter_space"),
    "Tw": _sized("word_space"),
    "Tz": _sized("stretch"),
    "TL": _sized("leading"),
    "Ts": _sized("rise"),
    "Tr": _sized("render"),
}
# They change nothing that is asked for: ends and joins of lines, dashes, flatness, intents, marked points.
IGNORED = frozenset({"h", "ET", "J", "j", "M", "d", "i", "ri", "BX", "EX", "MP", "DP", "d0", "d1"})
