"""What the list of changes says: words in their looks, leading nowhere, with those of their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.model.apparatus import Apparatus
from report.model.text import Emphasis, Foreign, Link, NoteCall, SmallCaps, Strong, Text
from report.revise.pieces import NOWHERE, Piece, as_words, nested, pieces_of

_LOOKS = (Emphasis, Strong, SmallCaps, Foreign)
_ADDRESS = Foreign((), "", "ltr", NOWHERE)  # of no language


def said_of(pieces: Sequence[Piece], apparatus: Apparatus, own: Foreign) -> Text:
    """Return pieces as words: a note that is called alone by its words, one among others in brackets.

    ``own`` is the shell of words in the edition's language among foreign ones.
    """
    said: list[Piece] = []
    is_alone = all(piece.is_call for piece in pieces)
    for piece in pieces:
        if not isinstance(piece.run, NoteCall):
            said.append(_with_looks(piece, own))
            continue
        words = [_with_looks(one, own) for one in pieces_of(apparatus.notes[piece.run.id].text, apparatus)]
        if is_alone:
            said += words
        else:
            said += [_words(" ["), *words, _words("]")]
    if said:
        said[0] = replace(said[0], text=said[0].text.lstrip())
        said[-1] = replace(said[-1], text=said[-1].text.rstrip())
    return nested(piece for piece in said if piece.text)


def with_what_does_not_show(
    before: Sequence[Piece], after: Sequence[Piece], said: tuple[Text, Text]
) -> tuple[Text, Text]:
    """Return what is said of words before and after, with their addresses, and their languages, if those are others."""
    told: tuple[list[str], list[str]] = ([], [])
    for read in (_addresses, _languages):
        ways = read(before), read(after)
        if ways[0] != ways[1]:
            told[0].extend(ways[0])
            told[1].extend(ways[1])
    return (*said[0], *_in_brackets(told[0])), (*said[1], *_in_brackets(told[1]))


def _with_looks(piece: Piece, own: Foreign) -> Piece:
    looks = tuple(shell for shell in piece.shells if isinstance(shell, _LOOKS))
    return as_words(replace(piece, shells=looks), own)


def _words(words: str) -> Piece:
    return Piece(words, (), None, NOWHERE)


def _addresses(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return the addresses that pieces lead to."""
    return tuple(dict.fromkeys(one.address for piece in pieces for one in piece.shells if isinstance(one, Link)))


def _languages(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return the languages of words that are in others than the text (BCP 47 tags)."""
    tags = (one.language for piece in pieces for one in piece.shells if isinstance(one, Foreign))
    return tuple(dict.fromkeys(filter(None, tags)))


def _in_brackets(told: Sequence[str]) -> Text:
    """Return addresses and tags in brackets, together set apart from a text that is read from the right."""
    if not told:
        return ()
    return nested([_words(" "), replace(_words(f"({', '.join(told)})"), shells=(_ADDRESS,))])
