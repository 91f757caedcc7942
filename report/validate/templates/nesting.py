"""What begins in a template ends in it: ``{% if %}`` and ``{% endif %}``, one within the other.

A missing end shows only where something else ends; the place to tell is found by ``mending``.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.findings import Finding, nearest
from report.validate.source import Source
from report.validate.templates.markup import Markup
from report.validate.templates.mending import Slip, first_slip
from report.validate.templates.scanner import Piece

PAIRED = ("if", "for", "macro", "block", "call", "filter", "with", "trans", "autoescape")
WITHIN = {"elif": ("if",), "else": ("if", "for"), "pluralize": ("trans",)}
_SINGLE = ("extends", "include", "import", "from", "do")
_KNOWN = (*PAIRED, *_SINGLE, *WITHIN, *(f"end{name}" for name in (*PAIRED, "set")), "set")


def check_nesting(source: Source, pieces: Sequence[Piece], markup: Markup) -> list[Finding]:
    """Return what is no tag at all, and the first that begins and does not end or ends and did not begin."""
    findings = []
    slip: Slip | None = None
    opened: list[Piece] = []
    for piece in pieces:
        if piece.kind == "tag" and piece.word not in _KNOWN:
            hint = nearest(piece.word, _KNOWN) or f"there are {', '.join(_KNOWN)}"
            findings.append(Finding("CMP-001", source.mark(piece.start), f"no tag is called “{piece.word}”", hint))
        elif piece.kind == "tag" and not _fits(piece, opened):
            slip = slip or Slip(piece, piece.start)
    if opened and slip is None:
        slip = Slip(opened[-1], opened[-1].start)
    if slip is not None and not findings:
        found = first_slip(source, pieces, markup) or slip
        findings.append(Finding("CMP-001", source.mark(found.at), _told(source, found.piece)))
    return findings


def _fits(piece: Piece, opened: list[Piece]) -> bool:
    """Follow a tag; say whether what it ends or branches is the last that is open."""
    if opens(piece):
        opened.append(piece)
    elif piece.word in WITHIN:
        return bool(opened) and opened[-1].word in WITHIN[piece.word]
    elif piece.word.startswith("end"):
        return bool(opened) and opened.pop().word == piece.word.removeprefix("end")
    return True


def opens(piece: Piece) -> bool:
    """Whether a tag begins what another tag ends."""
    return piece.word in PAIRED or (piece.word == "set" and "=" not in piece.text)


def _told(source: Source, piece: Piece) -> str:
    if opens(piece):
        line = source.line_of(piece.start)
        return f"{{% {piece.word} %}} of line {line} is not ended: {{% end{piece.word} %}} is missing"
    owner = WITHIN.get(piece.word, (piece.word.removeprefix("end"),))[0]
    line = source.line_of(piece.start)
    return f"{{% {piece.word} %}} of line {line} belongs to no {{% {owner} %}}: is {{% {owner} … %}} missing?"
