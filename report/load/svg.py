"""SVG drawings: read without trusting them, measured, and their words taken down.

Only what draws is allowed: shapes, text, paint and clips of the SVG namespace. A document type, entities,
scripts, events, animation, embedded pages and anything fetched from outside are refused at their place.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from report.findings import Checked, Finding, Mark, nearest
from report.model.manuscript import ScalarNode, Stretch

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"

_DRAWING = frozenset(
    re.findall(
        r"\w+",
        "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan "
        "textPath linearGradient radialGradient stop clipPath mask pattern marker style view switch",
    )
)
_UNSEEN = frozenset(re.findall(r"\w+", "defs symbol clipPath mask pattern marker style title desc metadata"))
_WORDED = frozenset(("text", "title", "desc", "metadata"))
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?(?!#)|javascript:|expression\(|\\[0-9a-f]", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_DEPTH_LIMIT = 64


class Drawing(NamedTuple):
    """Width and height in CSS pixels, and the words of every text element in order: empty where it is not drawn."""

    width: float
    height: float
    texts: tuple[ScalarNode, ...]


def read_drawing(body: bytes, path: str) -> Checked[Drawing | None]:
    """Read an SVG file; what is not safe or not readable is said, and then there is no drawing."""
    reader = _Reader(path)
    try:
        reader.parser.Parse(body, True)
    except expat.ExpatError as error:
        message = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
        reader.findings.append(Finding("LOD-010", Mark(path, error.lineno, error.offset + 1), message))
    except _StopError:
        pass
    if reader.findings:
        return Checked(None, tuple(reader.findings))
    size = _size(reader.root)
    if size is None:
        hint = "give the svg element a viewBox, or a width and a height"
        return Checked(None, (Finding("LOD-010", Mark(path), "the drawing has no size", hint),))
    return Checked(Drawing(*size, tuple(reader.texts)))


class _StopError(Exception):
    """What follows need not be read."""


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.root: dict[str, str] = {}
        self.texts: list[ScalarNode] = []
        self._open: list[str] = []
        self._written: list[str] = []
        self._begins: Mark | None = None
        self._sheet: list[str] = []
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction

    def _note(self, code: str, message: str, hint: str = "") -> None:
        self.findings.append(Finding(code, self._mark(), message, hint))

    def _mark(self, offset: int = 0) -> Mark:
        return Mark(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1 + offset)

    def _doctype(self, *_: object) -> None:
        self._note("LOD-011", "the drawing has a document type", "delete the <!DOCTYPE …> lines")
        raise _StopError

    def _instruction(self, target: str, _: str) -> None:
        self._note("LOD-011", f"the drawing has an instruction for other programs (<?{target} …?>)", "delete it")

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        if not self._open:
            self.root = attributes
            if name != "svg" or namespace != SVG:
                self._note("LOD-010", "the outermost element is not svg", f'begin with <svg xmlns="{SVG}" …>')
                raise _StopError
        if len(self._open) > _DEPTH_LIMIT:
            self._note("LOD-006", f"more than {_DEPTH_LIMIT} elements stand inside each other")
            raise _StopError
        if namespace == XHTML or (namespace == SVG and name not in _DRAWING):
            hint = nearest(name, _DRAWING) or "draw with shapes and text alone"
            self._note("LOD-011", f"the element “{name}” is not for printed drawings", hint)
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)
        self._open.append(name)
        if name == "text":
            self._written, self._begins = [], None
        elif name == "tspan" and "x" in attributes:
            self._written.append(" ")  # a line of its own

    def _attribute(self, name: str, value: str) -> None:
        if name.lower().startswith("on"):
            self._note("LOD-011", f"the attribute “{name}” runs a script", "delete it")
        elif name in ("href", "src", "base") and not value.lstrip().startswith("#"):
            self._note("LOD-011", f"“{value}” leads out of the drawing", "put what is needed into the file itself")
        elif _OUTSIDE.search(value):
            self._note("LOD-011", f"the attribute “{name}” fetches something from outside", "delete it")

    def _end(self, _: str) -> None:
        name = self._open.pop()
        if name == "style" and _OUTSIDE.search("".join(self._sheet)):
            self._note("LOD-011", "the style sheet fetches something from outside", "delete it")
        if name == "text":
            words, mark = " ".join("".join(self._written).split()), self._begins or self._mark()
            self.texts.append(ScalarNode(words, "text", mark, (Stretch(0, mark.line, mark.column),)))

    def _characters(self, text: str) -> None:
        if "style" in self._open:
            self._sheet.append(text)
        elif "text" in self._open and not _UNSEEN.intersection(self._open):
            self._written.append(text)
            if text.strip() and self._begins is None:
                self._begins = self._mark(len(text) - len(text.lstrip()))
        elif text.strip() and self._open[-1] in _DRAWING and not _WORDED.intersection(self._open):
            self._note("LOD-010", "words stand outside a text element", "is a “<” missing?")


def _size(root: dict[str, str]) -> tuple[float, float] | None:
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if width and height:
        return width, height
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        _, _, width, height = (float(number) for number in box)
    except ValueError:
        return None
    return (width, height) if 0 < width < 1e5 and 0 < height < 1e5 else None


def _length(written: str) -> float | None:
    match = _LENGTH.fullmatch(written)
    return float(match[1]) * _PIXELS[match[2]] if match else None
