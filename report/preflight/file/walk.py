"""One content stream being walked through: what each operator does, by its name (ISO 32000-1, annex A)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from report.preflight.file.drawn import Kind, Picture
from report.preflight.file.matrix import is_upright, placed
from report.preflight.file.paths import Paths
from report.preflight.file.pictures import read_inline, read_picture
from report.preflight.file.texts import Texts


class Walk(Paths, Texts):
    """All operators on one stream."""

    __slots__ = ()

    def draw_object(self, operands: Any) -> None:
        """``Do``: an image or a form."""
        found, name = self.resource("/XObject", operands[0]), str(operands[0])[1:]
        if not isinstance(found, pikepdf.Stream):
            return
        if found.get("/Subtype") == pikepdf.Name.Form:
            self.draw_form(found, name)
        elif found.get("/Subtype") == pikepdf.Name.Image:
            self.draw_picture(read_picture(found, name, self.state.matrix, self.resources))

    def inline_image(self, operands: Any) -> None:
        """Draw an image that stands in the stream itself."""
        self.draw_picture(read_inline(operands[0], self.state.matrix, self.resources))

    def draw_picture(self, picture: Picture) -> None:
        """Draw an image, which is a square of side one in its own space (ISO 32000-1, 8.9.3)."""
        state = self.state
        self.add(
            "image",
            placed(state.matrix, 0.0, 0.0, 1.0, 1.0),
            colour=state.fill if picture.is_stencil else picture.colour,
            opacity=state.fill_opacity,
            picture=picture,
            is_upright=is_upright(state.matrix),
        )


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
