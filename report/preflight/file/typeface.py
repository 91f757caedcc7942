"""Fonts as a PDF holds them: name, embedding, widths, and what their codes mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pikepdf

from report.preflight.file.words import name_of, number_of

_MOST_MAPPED = 200_000  # codes of one ToUnicode map: a range may claim more than a file could ever show
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")
_SUBSET = re.compile(r"[A-Z]{6}\+")
_SPAN = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f\s]*)>")


@dataclass(frozen=True, slots=True, eq=False)
class FileFont:
    """A font dictionary of the file.

    ``name`` is BaseFont without the tag of a subset; ``kind`` its Subtype, for composite fonts that of the descendant.
    ``meanings`` is its ToUnicode map by code, None where there is none. ``widths`` are in thousandths of the size;
    ``ascent`` and ``descent`` too. ``digest`` is that of the embedded program, empty where none is embedded.
    ``code_length`` is the number of bytes a code has, ``scale`` what its widths are multiplied by. ``glyphs`` leads
    from codes to glyphs, None where they are the same. ``program`` is the pikepdf stream of the embedded program.
    """

    key: str
    name: str
    kind: str
    is_subset: bool
    is_embedded: bool
    digest: str
    meanings: Mapping[int, str] | None
    widths: Mapping[int, float]
    default_width: float
    ascent: float
    descent: float
    code_length: int
    scale: float
    glyphs: Mapping[int, int] | None
    program: Any

    def body(self) -> bytes:
        """Return the embedded program; nothing where none is embedded or it cannot be decoded."""
        try:
            return self.program.read_bytes() if self.program is not None else b""
        except pikepdf.PdfError:
            return b""

    def advance(self, codes: Sequence[int]) -> float:
        """Return how far codes move on together, in thousandths of the size."""
        widths, otherwise = self.widths, self.default_width
        return sum([widths.get(code, otherwise) for code in codes])

    def width(self, code: int) -> float:
        """Return how far a code moves on, in thousandths of the size."""
        return self.widths.get(code, self.default_width)

    def glyph(self, code: int) -> int:
        """Return the glyph of the embedded program that a code of a composite TrueType font shows."""
        return code if self.glyphs is None else self.glyphs.get(code, 0)


def read_font(font: Any, key: str) -> FileFont:
    """Read a font dictionary; what is missing or odd in it becomes empty or a default."""
    kind, base = name_of(font.get("/Subtype")), name_of(font.get("/BaseFont"))
    is_composite = kind == "Type0"
    inner = font
    if is_composite:
        descendants = font.get("/DescendantFonts")
        inner = descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else font
        kind = name_of(inner.get("/Subtype"))
    descriptor = inner.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        descriptor = pikepdf.Dictionary()
    program = next((descriptor[key] for key in ("/FontFile2", "/FontFile3", "/FontFile") if key in descriptor), None)
    mapped = font.get("/ToUnicode")
    ascent, descent = number_of(descriptor.get("/Ascent"), 750.0), number_of(descriptor.get("/Descent"), -250.0)
    return FileFont(
        key=key,
        name=_SUBSET.sub("", base, count=1),
        kind=kind,
        is_subset=bool(_SUBSET.match(base)),
        is_embedded=isinstance(program, pikepdf.Stream) or kind == "Type3",
        digest=sha256(program.read_raw_bytes()).hexdigest() if isinstance(program, pikepdf.Stream) else "",
        meanings=_meanings(mapped.read_bytes()) if isinstance(mapped, pikepdf.Stream) else None,
        widths=dict(_composite_widths(inner) if is_composite else _simple_widths(font)),
        default_width=number_of(inner.get("/DW"), 1000.0)
        if is_composite
        else number_of(descriptor.get("/MissingWidth")),
        ascent=ascent,
        descent=descent,
        code_length=_code_length(font) if is_composite else 1,
        scale=_type3_scale(font) if kind == "Type3" else 0.001,
        glyphs=_glyphs(inner.get("/CIDToGIDMap")) if is_composite else None,
        program=program if isinstance(program, pikepdf.Stream) else None,
    )


def _meanings(body: bytes) -> dict[int, str]:
    """Read a ToUnicode map (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for kind, section in _SECTION.findall(body):
        items = [(mark or _units(digits), bool(mark)) for digits, mark in _ITEM.findall(section)]
        if kind == b"bfchar":
            for (code, _), (text, _) in zip(items[::2], items[1::2], strict=False):
                found[int.from_bytes(code)] = _text(text)
        else:
            found.update(_ranges(items))
        if len(found) > _MOST_MAPPED:
            break
    return found


def _ranges(items: list[tuple[bytes, bool]]) -> Iterator[tuple[int, str]]:
    at = 0
    while at + 2 < len(items):
        first, last = int.from_bytes(items[at][0]), int.from_bytes(items[at + 1][0])
        text, is_list = items[at + 2]
        at += 3
        if is_list:
            for code in range(first, last + 1):
                if at >= len(items) or items[at][1]:
                    break
                yield code, _text(items[at][0])
                at += 1
            while at < len(items) and not items[at][1]:
                at += 1
            at += 1
            continue
        left = min(last - first, _MOST_MAPPED)
        start = int.from_bytes(text[-2:])
        for step in range(left + 1):
            yield first + step, _text(text[:-2] + ((start + step) & 0xFFFF).to_bytes(2))


def _units(digits: bytes) -> bytes:
    """Return the bytes that hexadecimal digits write; a last one that lacks counts as 0 (ISO 32000-1, 7.3.4.3)."""
    written = b"".join(digits.split())
    return bytes.fromhex((written + b"0" * (len(written) % 2)).decode("ascii"))


def _text(units: bytes) -> str:
    return units.decode("utf-16-be", "replace")


def _composite_widths(font: Any) -> Iterator[tuple[int, float]]:
    """Read W of a CIDFont (ISO 32000-1, 9.7.4.3)."""
    listed = font.get("/W")
    if not isinstance(listed, pikepdf.Array):
        return
    items: list[Any] = list(listed)
    at = 0
    while at + 1 < len(items):
        first, second = int(number_of(items[at])), items[at + 1]
        if isinstance(second, pikepdf.Array):
            for step, given in enumerate(second):
                yield first + step, number_of(given)
            at += 2
        elif at + 2 < len(items):
            width = number_of(items[at + 2])
            for code in range(first, min(int(number_of(second)), first + 65535) + 1):
                yield code, width
            at += 3
        else:
            return


def _simple_widths(font: Any) -> Iterator[tuple[int, float]]:
    first, widths = int(number_of(font.get("/FirstChar"))), font.get("/Widths")
    if isinstance(widths, pikepdf.Array):
        for step, width in enumerate(widths):
            yield first + step, number_of(width)


def _code_length(font: Any) -> int:
    """Return the bytes a code of a composite font has: as its CMap says, two for the named ones."""
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Stream):
        span = _SPAN.search(encoding.read_bytes())
        if span:
            return max(1, len(span[1].split()[0]) // 2) if span[1].split() else 2
    return 2


def _glyphs(listed: Any) -> dict[int, int] | None:
    if not isinstance(listed, pikepdf.Stream):
        return None
    body = listed.read_bytes()
    pairs = (int.from_bytes(body[at : at + 2]) for at in range(0, len(body) - 1, 2))
    return {code: glyph for code, glyph in enumerate(pairs) if glyph}


def _type3_scale(font: Any) -> float:
    matrix = font.get("/FontMatrix")
    return number_of(matrix[0], 0.001) if isinstance(matrix, pikepdf.Array) and len(matrix) else 0.001
