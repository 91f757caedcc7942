"""What a moved part of the text stands beside now, said as editors say it: by its first words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.model.apparatus import Apparatus
from report.model.blocks import Block, Callout, Section, texts_of
from report.model.brief import Brief
from report.model.revision import Beside
from report.model.text import Foreign, Text
from report.revise.pieces import NOWHERE, Piece, nested, pieces_of, settled

_OPENING = 48  # signs: as much of a text as tells it from the others of its section
_WEAK = " .,;:–—،؛"  # no quotation is cut off after these
# The sign stands apart where whole words are left out, in all our languages (CLDR, ellipsis, “word-final” and “final”).
_WORDS_FOLLOW, _LETTERS_FOLLOW = "\u00a0…", "…"


def beside_block(brief: Brief, id_: str, apparatus: Apparatus) -> Beside:
    """Return what a block stands after, or, where it is the first of its place, before.

    What is alone in a call-out stands after the title of that.
    """
    around, siblings = _place_of(brief, id_)
    at = next(at for at, one in enumerate(siblings) if one.id == id_)
    if not at and len(siblings) == 1:
        return Beside("after", opening((around.title,), apparatus) if around else ())
    return Beside("after" if at else "before", opening(texts_of(siblings[at - 1 if at else 1]), apparatus))


def beside_section(sections: Sequence[Section], id_: str, apparatus: Apparatus) -> Beside:
    """Return what a section stands after, or, if it is the first, before; one without a title is told by its words."""
    at = next(at for at, one in enumerate(sections) if one.id == id_)
    other = sections[at - 1 if at else 1]
    return Beside("after" if at else "before", opening(_texts_in(other), apparatus))


def opening(texts: Sequence[Text] | Iterator[Text], apparatus: Apparatus) -> Text:
    """Return the first words of texts, without notes and looks; words of other languages stay marked as such."""
    for text in texts:
        pieces = [replace(one, shells=_languages(one)) for one in settled(pieces_of(text, apparatus))]
        if any(piece.text.strip() for piece in pieces):
            return nested(_shortened(pieces))
    return ()


def _place_of(brief: Brief, id_: str) -> tuple[Callout | None, Sequence[Block]]:
    """Return the blocks among which a block stands, and the call-out that holds them, if one does."""
    for blocks in (brief.summary, *(section.blocks for section in brief.sections)):
        if any(one.id == id_ for one in blocks):
            return None, blocks
        for block in blocks:
            if isinstance(block, Callout) and any(one.id == id_ for one in block.blocks):
                return block, block.blocks
    raise AssertionError("a block that was moved stands somewhere")


def _texts_in(section: Section) -> Iterator[Text]:
    yield section.title
    for block in section.blocks:
        yield from texts_of(block)


def _languages(piece: Piece) -> tuple[Foreign, ...]:
    return tuple(shell for shell in piece.shells if isinstance(shell, Foreign))


def _shortened(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield whole words up to the measure, and a sign where there are more."""
    left = _OPENING
    for piece in pieces:
        if len(piece.text) <= left:
            left -= len(piece.text)
            yield piece
            continue
        cut = piece.text[: left + 1]
        kept, sign = (cut.rpartition(" ")[0], _WORDS_FOLLOW) if " " in cut else (cut[:left], _LETTERS_FOLLOW)
        yield replace(piece, text=kept.rstrip(_WEAK))
        yield Piece(sign, piece.shells, None, NOWHERE)
        return
