"""What is drawn can be read: no faults in streams (PRE-034), glyphs that exist (PRE-005) and mean a sign (PRE-036)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from report.findings import Finding
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import Drawn, FilePage
from report.preflight.file.typeface import FileFont

_SHOWN = 3
_MEANINGLESS = ("Cc", "Co", "Cn", "Cs")  # control signs, private use, unassigned
_NO_SIGN = "\ufffd\ufeff\ufffe"


def ask_streams(evidence: Evidence) -> Iterator[Finding]:
    """Ask that pages and the file around them could be read without a fault."""
    file, mark = evidence.file, evidence.mark
    if file is None:
        return
    for fault in file.faults[:_SHOWN]:
        yield Finding("PRE-034", mark, f"the file is damaged: {fault}")
    for page in file.pages:
        for fault in page.faults:
            spot = spot_of(page.number, page.whole)
            yield Finding("PRE-034", mark, f"page {page.number}: {fault}", "what made the file?", spot)


def ask_meanings(evidence: Evidence) -> Iterator[Finding]:
    """Ask that every glyph is one of its face, and means a sign or is spoken for."""
    file = evidence.file
    if file is None:
        return
    for page in file.pages:
        yield from _check_page(page, evidence)


def _check_page(page: FilePage, evidence: Evidence) -> Iterator[Finding]:
    assert evidence.file is not None, "the caller has asked"
    missing, unknown = 0, 0
    for one in page.drawn:
        font = evidence.file.fonts.get(one.font_id) if one.kind == "text" else None
        if font is None:
            continue
        if font.kind == "CIDFontType2" and _draws_nothing(one, font):
            missing += 1
            if missing <= _SHOWN:
                message = f"page {page.number}: {font.name} draws its sign for a missing glyph in “{_opening(one)}”"
                yield Finding("PRE-005", evidence.mark, message, spot=spot_of(page.number, one.place))
        if not _is_spoken_for(one) and not _means_all(one, font):
            unknown += 1
            if unknown <= _SHOWN:
                message = f"page {page.number}: {font.name} draws signs whose meaning the file does not tell"
                hint = "they cannot be copied, searched or read aloud (ToUnicode)"
                yield Finding("PRE-036", evidence.mark, message, hint, spot_of(page.number, one.place))


def _draws_nothing(drawn: Drawn, font: FileFont) -> bool:
    """Whether a code shows glyph 0, which stands for those that a face lacks."""
    return 0 in drawn.codes if font.glyphs is None else not font.glyphs.keys() >= set(drawn.codes)


def _means_all(drawn: Drawn, font: FileFont) -> bool:
    return meaningful(font).issuperset(drawn.codes)


@lru_cache(maxsize=64)
def meaningful(font: FileFont) -> frozenset[int]:
    """Return the codes of a font that mean signs."""
    return frozenset(code for code, text in (font.meanings or {}).items() if not _is_meaningless(text))


def _is_meaningless(text: str) -> bool:
    return any(sign in _NO_SIGN or category(sign) in _MEANINGLESS for sign in text)


def _is_spoken_for(drawn: Drawn) -> bool:
    return any(mark.said is not None for mark in drawn.marks)


def _opening(drawn: Drawn) -> str:
    text = " ".join(drawn.text.split())
    return text if len(text) <= 30 else f"{text[:29]}…"
