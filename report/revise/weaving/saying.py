"""What the list of changes says: words in their looks, leading nowhere, with those of their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.model.apparatus import Apparatus
from report.model.text import Emphasis, Foreign, Link, NoteCall, SmallCaps, Strong, Text
from report.revise.pieces import NOWHERE, Piece, nested, pieces_of

_LOOKS = (Emphasis, Strong, SmallCaps, Foreign)
_ADDRESS = Foreign((), "", "ltr", NOWHERE)  # of no language


def said_of(pieces: Sequence[Piece], apparatus: Apparatus) -> Text:
    """Return pieces as words: a note that is called alone by its words, one among others in brackets."""
    said: list[Piece] = []
    is_alone = all(piece.is_call for piece in pieces)
    for piece in pieces:
        if not isinstance(piece.run, NoteCall):
            said.append(_with_looks(piece))
            continue
        words = [_with_looks(one) for one in pieces_of(apparatus.notes[piece.run.id].text, apparatus)]
        if is_alone:
            said += words
        else:
            said += [_words(" ["), *words, _words("]")]
    if said:
        said[0] = replace(said[0], text=said[0].text.lstrip())
        said[-1] = replace(said[-1], text=said[-1].text.rstrip())
    return nested(piece for piece in said if piece.text)


def with_addresses(before: Sequence[Piece], after: Sequence[Piece], said: tuple[Text, Text]) -> tuple[Text, Text]:
    """Return what is said of words before and after, with the addresses they lead to if those are others."""
    leads = _addresses(before), _addresses(after)
    if leads[0] == leads[1]:
        return said
    return (*said[0], *_in_brackets(leads[0])), (*said[1], *_in_brackets(leads[1]))


def _with_looks(piece: Piece) -> Piece:
    return replace(piece, shells=tuple(shell for shell in piece.shells if isinstance(shell, _LOOKS)), run=None)


def _words(words: str) -> Piece:
    return Piece(words, (), None, NOWHERE)


def _addresses(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return the addresses that pieces lead to."""
    return tuple(dict.fromkeys(one.address for piece in pieces for one in piece.shells if isinstance(one, Link)))


def _in_brackets(addresses: Sequence[str]) -> Text:
    """Return addresses in brackets, together set apart from a text that is read from the right."""
    if not addresses:
        return ()
    return nested([_words(" "), replace(_words(f"({', '.join(addresses)})"), shells=(_ADDRESS,))])
