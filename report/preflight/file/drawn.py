"""What is drawn on a page: text, fills, strokes, pictures and shadings, each with its place, colour and marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from report.model.output import Rectangle

Kind = Literal["text", "fill", "stroke", "image", "shading"]


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as it was set: the family of its space, its components, and what the space is made of.

    ``space`` is the family of ISO 32000-1, 8.6.3: ``DeviceGray``, ``DeviceRGB``, ``DeviceCMYK``, ``CalGray``,
    ``CalRGB``, ``Lab``, ``ICCBased``, ``Indexed``, ``Pattern``, ``Separation``, ``DeviceN``; ``unknown`` for a name
    that the page's resources lack. ``base`` is the family below it (the base of Indexed, the alternate of Separation
    and DeviceN, the space of an uncoloured pattern), ``channels`` the number of components, ``name`` a colorant or a
    pattern.
    ``source`` holds the bytes' digest of an ICC profile, so that equal profiles are known.
    """

    space: str
    components: tuple[float, ...] = ()
    base: str = ""
    channels: int = 0
    name: str = ""
    source: str = ""


BLACK = Colour("DeviceGray", (0.0,), channels=1)


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked-content sequence (ISO 32000-1, 14.6): its tag and what its properties say.

    ``mcid`` is -1 where there is none. ``said`` is ActualText, ``described`` Alt, ``expanded`` E; None where the key is
    not there. ``artifact`` is the Type of an Artifact (Pagination, Layout, Page, Background) and ``part`` its Subtype.
    ``serial`` counts the sequences of a page in order, so that two with equal properties differ.
    """

    tag: str
    serial: int
    mcid: int = -1
    said: str | None = None
    described: str | None = None
    expanded: str | None = None
    language: str | None = None
    artifact: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image XObject or inline image: name, pixels, bits a component, colour space, pixels an inch at its size.

    ``ppi`` is the lower one of both directions. ``is_stencil`` tells an image mask, painted in the fill colour;
    ``has_soft_mask`` one that lets the ground through. ``stream`` is the pikepdf stream itself, None when inline.
    """

    name: str
    width: int
    height: int
    bits: int
    colour: Colour
    ppi: float
    is_stencil: bool
    has_soft_mask: bool
    filters: tuple[str, ...]
    stream: Any


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing drawn, in the order of drawing.

    ``place`` is its bounding rectangle in points from the lower left corner of the page's MediaBox; text has the line
    box of its face, a stroke reaches half its width over its path. ``colour`` is what fills it, for strokes what draws
    the line, for shadings the space they run through; ``outline`` is the line's colour of text that is stroked, too
    (a path that is filled and stroked is drawn twice). ``line`` is the width of a stroked line in points as seen.
    ``marks`` are the sequences around it, outermost first.
    ``forms`` names the form XObjects and patterns it is within, outermost first. ``opacity`` is the least of the
    constant alphas, ``blend`` the blend mode, ``overprint`` whether the graphics state asks for it. ``clip`` is the
    bounding rectangle of what may be seen of it, None where nothing clips.

    ``pieces`` are the places of a path's subpaths, where it has several. ``is_upright`` tells text and pictures that
    are neither mirrored nor upside down; they may lie on their side.

    Text: ``font`` is the resource's name, ``font_id`` the key into ``File.fonts``, ``face`` the name of that face;
    ``size`` is in points as seen; ``codes`` are the character codes shown, ``text`` what ToUnicode gives for each
    of them (``texts``) put together;
    ``advance`` is the place after the last glyph and ``origin`` that before the first one, on the base line; ``render``
    is the rendering mode (3 is invisible).
    """

    kind: Kind
    page: int
    place: Rectangle
    colour: Colour = BLACK
    outline: Colour | None = None
    line: float = 0.0
    marks: tuple[Marked, ...] = ()
    forms: tuple[str, ...] = ()
    opacity: float = 1.0
    blend: str = "Normal"
    overprint: bool = False
    clip: Rectangle | None = None
    font: str = ""
    font_id: str = ""
    face: str = ""
    size: float = 0.0
    codes: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    origin: tuple[float, float] = (0.0, 0.0)
    advance: tuple[float, float] = (0.0, 0.0)
    render: int = 0
    picture: Picture | None = None
    pieces: tuple[Rectangle, ...] = ()
    is_upright: bool = True

    @property
    def places(self) -> tuple[Rectangle, ...]:
        """Return the places of its pieces, or its own where it is of one piece."""
        return self.pieces or (self.place,)

    @property
    def text(self) -> str:
        """What the codes mean by the font's ToUnicode, in the order of drawing."""
        return "".join(self.texts)

    @property
    def is_artifact(self) -> bool:
        """Whether it stands within an Artifact: it decorates or repeats and is no content."""
        return any(one.tag == "Artifact" for one in self.marks)

    @property
    def mcid(self) -> int:
        """The id by which the structure tree may hold it, -1 for none: that of the innermost sequence with one."""
        return next((one.mcid for one in reversed(self.marks) if one.mcid >= 0), -1)
