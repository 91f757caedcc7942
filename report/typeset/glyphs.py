"""Characters that no declared face has: found before the engine puts something else in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fontTools.ttLib import TTFont

from report.findings import Finding, Mark
from report.model.output import Face, Galley, with_pages

# Spaces and marks of direction or division that print nothing.
_INVISIBLE = frozenset("\n\u00a0\u00ad\u2009\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069")


def missing_glyphs(galley: Galley) -> Iterator[Finding]:
    """Yield a finding for each character of the copy that is in none of the families, where it first stands."""
    known = _characters(galley.faces) | _INVISIBLE
    said: set[str] = set()
    for passage in (*galley.copy.body, *galley.copy.notes):
        for sign in with_pages(passage.text, lambda _anchor: ""):
            if sign in known or sign in said:
                continue
            said.add(sign)
            message = f"no typeface of the house has “{sign}” (U+{ord(sign):04X})"
            hint = "write it otherwise, or choose a face that has it in house.yaml"
            yield Finding("SET-003", Mark.parse(passage.place), message, hint)


def _characters(faces: Iterable[Face]) -> set[str]:
    """Return the characters of the families; the faces of a family have the same, so one is read of each."""
    first: dict[str, Face] = {}
    for face in faces:
        first.setdefault(face.family, face)
    return {chr(code) for face in first.values() for code in _codes(face)}


def _codes(face: Face) -> Iterable[int]:
    with TTFont(face.path, lazy=True) as font:
        return tuple(font.getBestCmap())
