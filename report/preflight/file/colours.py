"""Colour spaces as a PDF writes them (ISO 32000-1, 8.6), told as the family and what it is made of."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pikepdf

from report.preflight.file.drawn import Colour

_DEVICE = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_CHANNELS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "DeviceCMYK": 4, "Indexed": 1}
_DEEPEST = 8  # a space may be based on a space; more than a few times only in a hostile file
UNKNOWN = Colour("unknown")


def colour_space(written: Any, resources: Any, depth: int = 0) -> Colour:  # noqa: PLR0911 - one for each family
    """Return the space that a name or an array of a content stream, image or shading means, in its first colour."""
    if isinstance(written, pikepdf.Name):
        return _named(str(written)[1:], resources, depth)
    if not isinstance(written, pikepdf.Array) or not len(written) or depth > _DEEPEST:
        return UNKNOWN
    family = str(written[0])[1:]
    family = _DEVICE.get(family, family)
    if len(written) == 1:
        return _named(family, resources, depth)
    if family == "ICCBased":
        return _by_profile(written[1])
    if family == "Indexed":
        base = colour_space(written[1], resources, depth + 1)
        return Colour("Indexed", (0.0,), base.space, 1, base.name, base.source)
    if family == "Pattern":
        return Colour("Pattern", (), colour_space(written[1], resources, depth + 1).space)
    if family in ("Separation", "DeviceN") and len(written) > 2:
        base = colour_space(written[2], resources, depth + 1)
        names = [written[1]] if family == "Separation" else list(written[1])
        channels = len(names)
        return Colour(family, (1.0,) * channels, base.space, channels, ", ".join(str(one)[1:] for one in names))
    channels = _CHANNELS.get(family, 0)
    return Colour(family, (0.0,) * channels, "", channels) if channels else UNKNOWN


def device(space: str, components: tuple[float, ...]) -> Colour:
    """Return a colour of a device space."""
    return Colour(space, components, "", len(components))


def _named(name: str, resources: Any, depth: int) -> Colour:
    family = _DEVICE.get(name, name)
    if family in ("DeviceGray", "DeviceRGB", "DeviceCMYK"):
        channels = _CHANNELS[family]
        black = (0.0, 0.0, 0.0, 1.0) if family == "DeviceCMYK" else (0.0,) * channels
        return Colour(family, black, "", channels)
    if family == "Pattern":
        return Colour("Pattern")
    spaces = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
    known = spaces.get(f"/{name}") if isinstance(spaces, pikepdf.Dictionary) else None
    return UNKNOWN if known is None or depth > _DEEPEST else colour_space(known, resources, depth + 1)


def _by_profile(profile: Any) -> Colour:
    if not isinstance(profile, pikepdf.Stream):
        return UNKNOWN
    try:
        channels = int(profile.get("/N", 0))
    except (TypeError, ValueError):
        return UNKNOWN
    return Colour("ICCBased", (0.0,) * channels, "", channels, "", sha256(profile.read_bytes()).hexdigest())
