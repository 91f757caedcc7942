"""Names out of a file that is not trusted, as they may be shown to a person."""

from __future__ import annotations

_LONGEST = 80


def shown(name: str) -> str:
    r"""Return a name in quotes, cut where it is long; signs that do not print are written ``\u202e``."""
    cut = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return "“" + "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in cut) + "”"
