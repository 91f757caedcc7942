"""A font program is that of the face it is said to be, and agrees with the widths beside it (PRE-059).

Widths are compared as ISO 14289-1, 7.21.5, asks: those of the dictionary and those of the program may differ by one
thousandth of the size. Glyphs are advanced by the former and drawn by the latter.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import error as not_a_program
from struct import unpack_from

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.drawn import Drawn
from report.preflight.file.typeface import FileFont
from report.preflight.fonts import postscript_name, tables_of
from report.preflight.technical.telling import at_place

_CODE = "PRE-059"
_SLACK = 1.5  # thousandths of the size, with what is rounded in either


def check_programs(evidence: Evidence) -> Iterator[Finding]:
    """Ask that each embedded TrueType program has the name and the widths that its font tells."""
    assert evidence.file
    first: dict[str, Drawn] = {}
    codes: dict[str, set[int]] = {}
    for page in evidence.file.pages:
        for one in page.drawn:
            if one.kind == "text":
                first.setdefault(one.font_id, one)
                codes.setdefault(one.font_id, set()).update(one.codes)
    for key, drawn in first.items():
        font = evidence.file.fonts.get(key)
        if font is not None and font.kind == "CIDFontType2" and font.is_embedded:
            for what in _faults(font, codes[key]):
                yield at_place(evidence, _CODE, (drawn.page, drawn.place), what)


def _faults(font: FileFont, codes: set[int]) -> Iterator[str]:
    tables = tables_of(font.body())
    name = postscript_name(tables.get(b"name", b""))
    if name and _plain(name) != _plain(font.name):
        yield f"{font.name} has the program of another face in it, {name}"
    try:
        advances = _advances(tables)
    except not_a_program:
        yield f"{font.name} has a program in it that cannot be read"
        return
    if not advances:
        return
    wrong = [code for code in sorted(codes) if abs(font.width(code) - _width(advances, font.glyph(code))) > _SLACK]
    if wrong:
        sign = (font.meanings or {}).get(wrong[0], "")
        said, drawn = font.width(wrong[0]), _width(advances, font.glyph(wrong[0]))
        more = f", and {len(wrong) - 1} more glyphs are otherwise" if len(wrong) > 1 else ""
        yield f"{font.name} says that “{sign}” is {said:.0f} wide, its program has {drawn:.0f}{more}"


def _plain(name: str) -> str:
    """Return a name without what is written in several ways: the engine says “Fira-Sans” of “FiraSans-Regular”."""
    return name.casefold().replace("-", "").replace(" ", "").removesuffix("regular")


def _advances(tables: dict[bytes, bytes]) -> list[float]:
    """Return how far the glyphs of a program move on, in thousandths of the size; the last one for all that follow."""
    head, across, widths = (tables.get(name, b"") for name in (b"head", b"hhea", b"hmtx"))
    (units,), (count,) = unpack_from(">H", head, 18), unpack_from(">H", across, 34)
    pairs = unpack_from(f">{2 * count}H", widths)
    return [1000 * one / units for one in pairs[::2]] if units else []


def _width(advances: list[float], glyph: int) -> float:
    return advances[min(glyph, len(advances) - 1)]
