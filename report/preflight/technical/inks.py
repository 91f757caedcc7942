"""Colours as inks: what is drawn with which, how much of it, and what is no more than paper."""

from __future__ import annotations

from collections.abc import Iterator

from report.preflight.file.drawn import Colour, Drawn

_INVISIBLE = 3  # a rendering mode (ISO 32000-1, table 106)
_CLIPS = 7
_STROKED = (1, 2, 5, 6)
_FILLED = (0, 2, 4, 6)


def colours_of(drawn: Drawn) -> Iterator[Colour]:
    """Yield the colours that can be seen of a thing drawn; a picture has the space of its pixels."""
    if drawn.kind == "text":
        if drawn.render in _FILLED:
            yield drawn.colour
        if drawn.render in _STROKED:
            yield drawn.outline or drawn.colour
    elif drawn.kind == "image" and drawn.picture:
        yield drawn.colour if drawn.picture.is_stencil else drawn.picture.colour
    else:
        yield drawn.colour
        if drawn.outline:
            yield drawn.outline


def is_paper(drawn: Drawn) -> bool:
    """Whether a thing drawn leaves no mark: white, wholly transparent, invisible, or text without signs."""
    if drawn.kind == "text" and (drawn.render in (_INVISIBLE, _CLIPS) or all(map(str.isspace, drawn.texts))):
        return True
    if drawn.opacity <= 0:
        return True
    is_picture = drawn.kind == "image" and not (drawn.picture and drawn.picture.is_stencil)
    return not is_picture and drawn.kind != "shading" and all(map(is_white, colours_of(drawn)))


def is_white(colour: Colour) -> bool:
    """Whether a colour is that of the paper."""
    if colour.space in ("DeviceGray", "DeviceRGB", "CalGray", "CalRGB") or (
        colour.space == "ICCBased" and colour.channels in (1, 3)
    ):
        return all(one >= 1 for one in colour.components)
    if colour.space in ("DeviceCMYK", "Separation", "DeviceN") or (colour.space == "ICCBased" and colour.channels == 4):
        return bool(colour.components) and all(one <= 0 for one in colour.components)
    return False


def process_inks(colour: Colour) -> tuple[float, float, float, float] | None:
    """Return cyan, magenta, yellow and black of a colour, each from 0 to 1; None for what is no process colour."""
    if colour.space == "DeviceCMYK" and len(colour.components) == 4:
        cyan, magenta, yellow, black = colour.components
        return (cyan, magenta, yellow, black)
    if colour.space == "DeviceGray" and len(colour.components) == 1:
        return (0.0, 0.0, 0.0, 1 - colour.components[0])
    return None


def said(colour: Colour) -> str:
    """Return a colour in words: its space and components."""
    space = f"{colour.space} of {colour.base}" if colour.base else colour.space
    name = f" “{colour.name}”" if colour.name else ""
    numbers = " ".join(f"{one:.3g}" for one in colour.components)
    return f"{space}{name}{f' ({numbers})' if numbers and colour.space not in _WITHOUT_NUMBERS else ''}"


_WITHOUT_NUMBERS = ("Indexed", "Pattern")
