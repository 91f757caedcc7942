"""Colour spaces of a PDF (ISO 32000-1, 8.6): of each, how many components it has and what inks they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Name, Stream
from PIL import Image

from report.model.output import Inks
from report.press.colours import BLACK, Colours, applied
from report.press.functions import numbers, value_of
from report.press.unprintable import Unprintable


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its components, the values they begin with, their inks, and the mode and inks of its pictures.

    ``table`` are the colours of an indexed one. A ``pattern`` space has the components of the colour under a stencil.
    """

    components: int
    initial: tuple[float, ...]
    inks: Callable[[Sequence[float]], Inks]
    mode: str = ""
    picture: Callable[[Image.Image], Image.Image] | None = None
    table: tuple[Inks, ...] = ()
    pattern: bool = False


def space_of(given: Any, colours: Colours) -> Space:
    """Return the colour space that an object of the file stands for.

    Raises:
        Unprintable: it names inks, or is none that is known.
    """
    family = str(given[0] if isinstance(given, Array) else given)
    read = _FAMILIES.get(family)
    if read is None:
        raise Unprintable(f"a colour of the kind {family.removeprefix('/')}")
    return read(given, colours)


def _grey(_: Any, colours: Colours) -> Space:
    return Space(1, (0.0,), colours.of_grey, "L", colours.picture_of_grey)


def _rgb(_: Any, colours: Colours) -> Space:
    return Space(3, (0.0, 0.0, 0.0), colours.of_rgb, "RGB", colours.picture_of_rgb)


def _cmyk(_: Any, colours: Colours) -> Space:
    return Space(4, (0.0, 0.0, 0.0, 1.0), colours.of_cmyk, "CMYK", colours.picture_of_cmyk)


def _lab(_: Any, colours: Colours) -> Space:
    return Space(3, (0.0, 0.0, 0.0), colours.of_lab, "LAB", colours.picture_of_lab)


def _calibrated(given: Any, colours: Colours) -> Space:
    """Read a space with a profile of its own; one that says nothing is what has as many components."""
    profile = given[1]
    count = int(profile.N)
    plain = {1: _grey, 3: _rgb, 4: _cmyk}.get(count)
    if plain is None:
        raise Unprintable(f"a profile of {count} components")
    space = plain(given, colours)
    transform = colours.with_profile(profile.read_bytes(), space.mode) if count > 1 else None
    if transform is None:
        return space

    def picture(image: Image.Image) -> Image.Image:
        return colours.picture_of_cmyk(applied(image, transform))

    def inks(values: Sequence[float]) -> Inks:
        if len(set(values)) == 1 and count == 3:
            return colours.of_rgb(values)
        point = Image.frombytes(space.mode, (1, 1), bytes(min(max(round(one * 255), 0), 255) for one in values))
        return colours.of_cmyk([one / 255 for one in applied(point, transform).tobytes()])

    return Space(count, space.initial, inks, space.mode, picture)


def _indexed(given: Any, colours: Colours) -> Space:
    base = space_of(given[1], colours)
    lookup = given[3].read_bytes() if isinstance(given[3], Stream) else bytes(given[3])
    count = base.components
    if not base.mode:
        raise Unprintable("a table of colours that are not of a known kind")
    entries = [lookup[at : at + count] for at in range(0, len(lookup) - count + 1, count)]
    table = tuple(base.inks(_decoded(entry, base, given[1])) for entry in entries)

    def inks(values: Sequence[float]) -> Inks:
        return table[min(max(int(values[0]), 0), len(table) - 1)]

    return Space(1, (0.0,), inks, "P", None, table)


def _decoded(entry: bytes, base: Space, given: Any) -> list[float]:
    """Return the values of an entry of a table; those of L*a*b* go over their ranges."""
    shares = [one / 255 for one in entry]
    if base.mode != "LAB":
        return shares
    low_a, high_a, low_b, high_b = lab_ranges(given)
    light, a, b = shares
    return [light * 100, low_a + a * (high_a - low_a), low_b + b * (high_b - low_b)]


def lab_ranges(given: Any) -> list[float]:
    """Return the ranges of a* and b* of a Lab space."""
    return numbers(given[1].Range) if Name.Range in given[1] else [-100.0, 100.0, -100.0, 100.0]


def _named(given: Any, colours: Colours) -> Space:
    base, tint = space_of(given[2], colours), given[3]

    def inks(values: Sequence[float]) -> Inks:
        return base.inks(value_of(tint, values[0]))

    return Space(1, (1.0,), inks)


def _pattern(given: Any, colours: Colours) -> Space:
    if not isinstance(given, Array) or len(given) == 1:
        return Space(0, (), lambda _: BLACK, pattern=True)
    base = space_of(given[1], colours)
    return Space(base.components, base.initial, base.inks, pattern=True)


_FAMILIES: dict[str, Callable[[Any, Colours], Space]] = {
    **dict.fromkeys(("/DeviceGray", "/CalGray", "/G"), _grey),
    **dict.fromkeys(("/DeviceRGB", "/CalRGB", "/RGB"), _rgb),
    **dict.fromkeys(("/DeviceCMYK", "/CMYK"), _cmyk),
    **dict.fromkeys(("/Indexed", "/I"), _indexed),
    "/Lab": _lab,
    "/ICCBased": _calibrated,
    "/Separation": _named,
    "/Pattern": _pattern,
}
