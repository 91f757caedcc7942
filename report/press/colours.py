"""Colours to process colour: by their partners in the tokens, else through the profile of the printing condition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageMath

from report.model.output import InkPair, Inks

# What is not a neutral grey keeps its place among the colours that the condition can print, and dark colours stay
# apart: relative colorimetric with black-point compensation, for flat colours and pictures alike, so that they agree.
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOOPTIMIZE
_FULL = 255
BLACK: Inks = (0.0, 0.0, 0.0, 1.0)


class Colours:
    """Turns colours into inks, each between 0 and 1, whose sum never goes over the limit of the house (in per cent)."""

    def __init__(self, pairs: Iterable[InkPair], profile: bytes, ink_limit: int) -> None:
        """Begin with the partners of the tokens and the ICC profile of the printing condition."""
        self._partners = dict(pairs)
        self._profile = profile
        self._limit = ink_limit / 100
        self._known: dict[tuple[str, tuple[int, ...]], Inks] = {}

    def of_rgb(self, values: Sequence[float]) -> Inks:
        """Return the inks of an sRGB colour: those of its partner, black alone for a grey, else by the profile."""
        red, green, blue = (_byte(value) for value in values)
        partner = self._partners.get((red, green, blue))
        if partner:
            return self.of_cmyk(partner)
        if red == green == blue:
            return (0.0, 0.0, 0.0, round(self.blacks[red] / _FULL, 4))
        return self._converted("RGB", (red, green, blue), self._from_srgb)

    def of_grey(self, values: Sequence[float]) -> Inks:
        """Return the inks of a grey: black alone."""
        return self.of_rgb((values[0],) * 3)

    def of_cmyk(self, values: Sequence[float]) -> Inks:
        """Return inks as they are, within the limit."""
        cyan, magenta, yellow, black = (min(max(value, 0.0), 1.0) for value in values)
        over = cyan + magenta + yellow + black - self._limit
        if over <= 1e-9:
            return (cyan, magenta, yellow, black)
        grey = min(over / 2, 1 - black, cyan, magenta, yellow)
        black += grey
        coloured = cyan + magenta + yellow - 3 * grey
        share = min(1.0, (self._limit - black) / coloured) if coloured else 1.0
        return (
            _down((cyan - grey) * share),
            _down((magenta - grey) * share),
            _down((yellow - grey) * share),
            _down(black),
        )

    def of_lab(self, values: Sequence[float]) -> Inks:
        """Return the inks of a colour of CIE L*a*b*; L from 0 to 100."""
        light, a, b = values
        signs = (_byte(light / 100), _signed(a), _signed(b))
        return self._converted("LAB", signs, self._from_lab)

    def picture_of_rgb(self, picture: Image.Image) -> Image.Image:
        """Return an sRGB picture in inks; one without a colour in it becomes a grey one, of black alone."""
        red, green, blue = picture.split()
        differences = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
        if not any(one.getbbox() for one in differences):
            return self.picture_of_grey(red)
        return self.picture_of_cmyk(applied(picture, self._from_srgb))

    def picture_of_grey(self, picture: Image.Image) -> Image.Image:
        """Return a grey picture whose paper is 255 and whose full black ink is 0."""
        return picture.point([_FULL - black for black in self.blacks])

    def picture_of_lab(self, picture: Image.Image) -> Image.Image:
        """Return a picture of CIE L*a*b* in inks."""
        return self.picture_of_cmyk(applied(picture, self._from_lab))

    def picture_of_cmyk(self, picture: Image.Image) -> Image.Image:
        """Return a picture in inks with no more of them than the limit: as ``of_cmyk``, for each of its points."""
        limit = int(self._limit * _FULL)
        bands = dict(zip("cmyk", picture.split(), strict=True))
        total = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"] + of["k"], **bands)
        _, most = total.getextrema()
        if most <= limit:
            return picture

        def reduced(of: dict[str, Any]) -> tuple[Any, ...]:
            least, most = of["min"], of["max"]
            over = most(of["c"] + of["m"] + of["y"] + of["k"] - limit, 0)
            grey = least(least(least((over + 1) / 2, _FULL - of["k"]), of["c"]), least(of["m"], of["y"]))
            black = of["k"] + grey
            inks = [of[name] - grey for name in "cmy"]
            coloured = most(inks[0] + inks[1] + inks[2], 1)
            room = least(limit - black, coloured)
            return (*(ink * room / coloured for ink in inks), black)

        def part(place: int) -> Image.Image:
            made: Image.Image = ImageMath.lambda_eval(lambda of: of["convert"](reduced(of)[place], "L"), **bands)
            return made

        return Image.merge("CMYK", [part(place) for place in range(4)])

    def with_profile(self, profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
        """Return what turns colours of another profile into inks, if it is one for this many components."""
        try:
            return ImageCms.buildTransform(BytesIO(profile), self._printer, mode, "CMYK", _INTENT, _FLAGS)
        except (ImageCms.PyCMSError, OSError):
            return None

    @cached_property
    def blacks(self) -> tuple[int, ...]:
        """How much black, from 0 to 255, prints each grey from 0 to 255: the one as light, from paper to full black."""
        ramp = Image.frombytes("CMYK", (_FULL + 1, 1), b"".join(bytes((0, 0, 0, black)) for black in range(_FULL + 1)))
        lab = ImageCms.createProfile("LAB")
        to_lab = ImageCms.buildTransform(self._printer, lab, "CMYK", "LAB", _INTENT, _FLAGS)
        lights = applied(ramp, to_lab).getchannel(0).tobytes()
        rising = [-light for light in lights]  # the more black, the less light
        paper, full = lights[0], lights[-1]
        wanted = (full + (paper - full) * _lightness(grey / _FULL) / 100 for grey in range(_FULL + 1))
        found = [min(bisect_left(rising, -light), _FULL) for light in wanted]
        return (_FULL, *found[1:-1], 0)

    @cached_property
    def _printer(self) -> ImageCms.ImageCmsProfile:
        return ImageCms.ImageCmsProfile(BytesIO(self._profile))

    @cached_property
    def _from_srgb(self) -> ImageCms.ImageCmsTransform:
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(srgb, self._printer, "RGB", "CMYK", _INTENT, _FLAGS)

    @cached_property
    def _from_lab(self) -> ImageCms.ImageCmsTransform:
        lab = ImageCms.createProfile("LAB")
        return ImageCms.buildTransform(lab, self._printer, "LAB", "CMYK", _INTENT, _FLAGS)

    def _converted(self, mode: str, values: tuple[int, ...], transform: ImageCms.ImageCmsTransform) -> Inks:
        key = (mode, values)
        if key not in self._known:
            point = applied(Image.frombytes(mode, (1, 1), bytes(values)), transform).tobytes()
            self._known[key] = self.of_cmyk([round(value / _FULL, 4) for value in point])
        return self._known[key]


def applied(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    """Return a picture as a transform makes it."""
    converted = ImageCms.applyTransform(picture, transform)
    assert converted is not None, "a picture is returned where none is changed in place"
    return converted


def _byte(value: float) -> int:
    return min(max(round(value * _FULL), 0), _FULL)


def _signed(value: float) -> int:
    """Return a* or b* as a byte with a sign, which is how pictures in L*a*b* are read from bytes."""
    return min(max(round(value), -128), 127) & _FULL


def _down(value: float) -> float:
    """Return an ink rounded downwards, so that the sum stays within the limit."""
    return int(value * 10000) / 10000


def _lightness(grey: float) -> float:
    """Return L* of a neutral sRGB colour (IEC 61966-2-1; CIE 15, 8.2.1)."""
    linear = grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4
    return 116 * float(linear ** (1 / 3)) - 16 if linear > 216 / 24389 else linear * 24389 / 27
