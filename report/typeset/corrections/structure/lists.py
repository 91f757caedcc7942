"""How a list is numbered, as its marks show (ISO 32000-1, table 347)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BULLETS = {"•": "Disc", "●": "Disc", "◦": "Circle", "○": "Circle", "■": "Square", "▪": "Square"}
_ROMAN = re.compile(r"[ivxlcdm]+", re.IGNORECASE)


def numbering(marks: Sequence[str]) -> str:
    """Return the numbering of a list by the marks of its items; marks of no numbering scheme are “None”.

    Digits of every script are decimal numbers, and letters that know no capitals are small.
    """
    if not marks:
        return "None"
    signs = ["".join(filter(str.isalnum, mark)) for mark in marks]
    if not all(signs):
        kinds = {_BULLETS.get(mark.strip(), "None") for mark in marks}
        return kinds.pop() if len(kinds) == 1 else "None"
    if all(map(str.isdecimal, signs)):
        return "Decimal"
    case = "Upper" if signs[0].isupper() else "Lower"
    if signs[0].lower() == "i" and all(map(_ROMAN.fullmatch, signs)):
        return f"{case}Roman"
    return f"{case}Alpha" if len(signs[0]) == 1 or not signs[0].isascii() else "None"
