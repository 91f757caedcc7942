"""What content leads to (ISO 32000-1, 7.8.3): each thing made ready for the press once, and named where it is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from report.model.output import Rectangle
from report.press.colours import Colours
from report.press.content import rewrite
from report.press.functions import numbers, with_inks
from report.press.hairlines import widened
from report.press.matrices import Matrix, box_of, matrix_of, scales_of, times
from report.press.pictures import print_picture
from report.press.spaces import space_of
from report.press.surroundings import State
from report.press.unprintable import Unprintable

# Colours of devices and halftones that were meant for another press (ISO 15930-7, 6.2).
_OF_DEVICES = ("/TR", "/TR2", "/HT", "/HTP", "/BG", "/BG2", "/UCR", "/UCR2", "/OP", "/op", "/OPM", "/Type")
_OF_READERS = ("/StructParent", "/StructParents", "/OC", "/Metadata", "/PieceInfo", "/LastModified", "/AF")


@dataclass(frozen=True, slots=True)
class Sight:
    """Something that was looked at on a page: letters of a size in points, or a picture of so many pixels an inch."""

    page: int
    area: Rectangle
    points: float | None = None
    pixels_per_inch: float | None = None
    pixels: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Job:
    """A file on its way to the press: what turns its colours, what is ready, and what was seen on the way."""

    pdf: pikepdf.Pdf
    colours: Colours
    page: int = 0
    ready: set[tuple[int, int]] = field(default_factory=set)
    sights: list[Sight] = field(default_factory=list)

    def content(self, stream: Any, given: Any, state: State, *, is_page: bool = False) -> tuple[bytes, Dictionary]:
        """Return content written anew, and the resources that it uses."""
        resources = Resources(self, given, state)
        body = rewrite(stream, resources, state, is_page=is_page)
        return body, resources.used_ones()

    def begins(self, value: Any) -> bool:
        """Whether a thing is met for the first time; it is ready from now on."""
        if value.objgen in self.ready:
            return False
        self.ready.add(value.objgen)
        return True


class Resources:
    """The resources of a stream, made ready as they are used."""

    def __init__(self, job: Job, given: Any, state: State) -> None:
        """Begin with what the stream was given; nothing of it is used yet."""
        self._job = job
        self._given = given
        self._is_mask = state.is_mask
        self._used: dict[str, dict[str, Any]] = {}
        self._makers: dict[str, Callable[[Any], None]] = {
            "/ExtGState": self._graphics_state,
            "/Shading": self._shading,
            "/Pattern": self._pattern,
            "/Font": self._font,
        }

    @property
    def colours(self) -> Colours:
        """What turns colours into inks."""
        return self._job.colours

    def used_ones(self) -> Dictionary:
        """Return the resources that were used, by kind and name in their order."""
        return Dictionary({kind: Dictionary(dict(sorted(named.items()))) for kind, named in sorted(self._used.items())})

    def put(self, kind: str, name: str, value: Any) -> None:
        """Give a resource of our own a name."""
        self._used.setdefault(kind, {}).setdefault(name, value)

    def space(self, name: str) -> Any:
        """Return a colour space by its name; those of devices have none in the resources."""
        named = self._given.get("/ColorSpace", Dictionary()) if self._given is not None else Dictionary()
        return named.get(name, Name(name))

    def words_instead(self, properties: Any) -> Any:
        """Return the text that stands for marked content, if it has one."""
        if isinstance(properties, Name):
            properties = self._found("/Properties", str(properties))
        return properties.get("/ActualText") if isinstance(properties, Dictionary) else None

    def used(self, kind: str, name: str) -> None:
        """Make a resource ready."""
        if name in self._used.get(kind, {}):
            return
        value = self._found(kind, name)
        self.put(kind, name, value)
        if self._job.begins(value):
            self._makers[kind](value)

    def drawn(self, name: str, matrix: Matrix, state: State) -> None:
        """Make a picture or a form ready; a picture is looked at each time it is drawn."""
        value = self._found("/XObject", name)
        self.put("/XObject", name, value)
        is_new = self._job.begins(value)
        if value.Subtype == Name.Image:
            self._look_at(value, matrix)
            if is_new:
                self._picture(value)
        elif value.Subtype != Name.Form:
            raise Unprintable("a program for a printer")
        elif is_new:
            self._form(value, State(matrix, is_mask=state.is_mask, overprints=None))

    def lettered(self, size: float, matrix: Matrix) -> None:
        """Look at the size of letters, by their height."""
        height = abs(size) * scales_of(matrix)[1]
        left, bottom = matrix[4], matrix[5]
        area = Rectangle(left, bottom, left + height, bottom + height)
        self._job.sights.append(Sight(self._job.page, area, points=round(height, 2)))

    def _look_at(self, picture: Any, matrix: Matrix) -> None:
        across, up = scales_of(matrix)
        width, height = int(picture.Width), int(picture.Height)
        if not across or not up or width * height == 1:  # nothing to be seen, or a colour and no picture
            return
        resolution = min(width / across, height / up) * 72
        area = box_of(matrix)
        self._job.sights.append(
            Sight(self._job.page, area, pixels_per_inch=round(resolution, 1), pixels=(width, height))
        )

    def _found(self, kind: str, name: str) -> Any:
        """Return a resource as an object of its own, so that it is made ready once wherever it is used."""
        named = self._given.get(kind) if self._given is not None else None
        if named is None or name not in named:
            raise Unprintable(f"something called {name.removeprefix('/')} that the file does not hold")
        value = named[name]
        if not value.is_indirect and not isinstance(value, Name):
            value = named[name] = self._job.pdf.make_indirect(value)
        return value

    def _picture(self, picture: Any) -> None:
        try:
            print_picture(self._job.pdf, picture, self.colours)
        except Unprintable as trouble:
            raise Unprintable(str(trouble), (int(picture.Width), int(picture.Height))) from trouble

    def _form(self, form: Any, state: State) -> None:
        """Write a form anew, in the place where it is drawn first."""
        inner = matrix_of(form.Matrix) if Name.Matrix in form else None
        if inner:
            state = State(times(inner, state.matrix), is_mask=state.is_mask, overprints=None)
        body, resources = self._job.content(form, form.get("/Resources", self._given), state)
        _leave_out(form, _OF_READERS)
        form.Resources = resources
        form.BBox = Array(widened(numbers(form.BBox), state.matrix))
        if "/Group" in form:
            form.Group.CS = Name.DeviceGray if state.is_mask else Name.DeviceCMYK
        form.write(body)

    def _graphics_state(self, state: Any) -> None:
        _leave_out(state, _OF_DEVICES)
        mask = state.get("/SMask")
        if not isinstance(mask, Dictionary):
            return
        if "/BC" in mask:
            space = space_of(mask.G.Group.get("/CS", Name.DeviceGray), self.colours)
            inks = space.inks(numbers(mask.BC))
            mask.BC = Array([round(1 - min(1.0, 0.3 * inks[0] + 0.59 * inks[1] + 0.11 * inks[2] + inks[3]), 4)])
        _leave_out(mask, ("/TR",))
        if self._job.begins(mask.G):
            self._form(mask.G, State(is_mask=True, overprints=None))

    def _shading(self, shading: Any) -> None:
        space = space_of(shading.ColorSpace, self.colours)
        if self._is_mask and space.mode == "L":
            return
        if self._is_mask or int(shading.ShadingType) not in (2, 3):
            raise Unprintable("a gradient of another kind than along a line or around a point")
        shading.Function = with_inks(self._job.pdf, shading.Function, space.inks)
        if "/Background" in shading:
            shading.Background = Array(list(space.inks(numbers(shading.Background))))
        shading.ColorSpace = Name.DeviceCMYK

    def _pattern(self, pattern: Any) -> None:
        if int(pattern.PatternType) == 2:
            inner = pattern.Shading = self._indirect(pattern.Shading)
            if self._job.begins(inner):
                self._shading(inner)
            return
        state = State(matrix_of(pattern.get("/Matrix", ())), is_mask=self._is_mask, overprints=None)
        body, pattern.Resources = self._job.content(pattern, pattern.get("/Resources", self._given), state)
        pattern.write(body)

    def _font(self, font: Any) -> None:
        """Write the letters anew that are drawings; those of real faces have no colour of their own."""
        if font.get("/Subtype") != Name.Type3:
            return
        state = State(matrix_of(font.FontMatrix), is_mask=self._is_mask, overprints=None)
        given = font.get("/Resources", self._given)
        resources = Resources(self._job, given, state)
        for _, letter in sorted(font.CharProcs.items()):
            if isinstance(letter, Stream) and self._job.begins(letter):
                letter.write(rewrite(letter, resources, state))
        font.Resources = resources.used_ones()

    def _indirect(self, value: Any) -> Any:
        return value if value.is_indirect else self._job.pdf.make_indirect(value)


def _leave_out(value: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in value:
            del value[key]
