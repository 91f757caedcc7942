"""What is said is what is drawn (PRE-021): ActualText has the letters of the glyphs it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import category, combining, normalize

from report.findings import Finding
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file.structure import Element
from report.preflight.tags.pieces import Piece
from report.preflight.tags.spoken import INLINE, spoken

_SHOWN = 5
# Letters that faces draw with one glyph, and that look the same: the second of each is written for both.
_SAME = str.maketrans("يىكةۀھە", "ییکههههه"[:7])


def ask_said(evidence: Evidence) -> Iterator[Finding]:
    """Ask that what assistive tools say in place of glyphs has the same letters as the glyphs."""
    words = spoken(evidence)
    if words is None:
        return
    found = [one for pieces in (words.body_pieces, words.notes_pieces) for one in _contradicting(pieces)]
    for piece, said, drawn in found[:_SHOWN]:
        message = f"page {piece.page}: “{said}” is said where “{drawn}” is drawn"
        hint = "ActualText must say what the glyphs show"
        yield Finding("PRE-021", evidence.mark, message, hint, spot_of(piece.page, piece.place))


def _contradicting(pieces: Sequence[tuple[Piece, tuple[Element, ...]]]) -> Iterator[tuple[Piece, str, str]]:
    """Yield the first piece of each block in which other letters are said than drawn, with both.

    The letters of a block are compared together: a divided word may be said at its beginning.
    """
    for _, group in groupby(pieces, key=lambda one: id(_block(one[1]))):
        told = [piece for piece, _ in group]
        if not any(piece.is_said for piece in told):
            continue
        said, drawn = (letters("".join(texts)) for texts in zip(*((one.text, one.drawn) for one in told), strict=True))
        if said == drawn:
            continue
        wrong = next((one for one in told if letters(one.text) != letters(one.drawn)), told[0])
        yield wrong, wrong.text.strip(), wrong.drawn.strip()


def _block(path: Sequence[Element]) -> Element:
    return next((one for one in reversed(path) if one.role not in INLINE), path[-1])


def letters(text: str) -> str:
    """Return the letters and figures of a text, in a form in which those that faces share are one."""
    plain = normalize("NFKD", text).translate(_SAME)
    return "".join(sign.casefold() for sign in plain if not combining(sign) and category(sign)[0] in "LN")
