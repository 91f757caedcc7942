"""Tokens: what editors see as one thing when a text changes: a word, a number, a space, a sign, the call of a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from report.model.apparatus import Apparatus
from report.model.text import CitedNames, Foreign, NoteCall, Text, Wrapper
from report.revise.pieces import Piece, pieces_of

# Marks that stand above or below letters, half-spaces, joiners and soft hyphens are within words.
_LETTERS = r"\w\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
# A stop that holds its number to the word after it is that of an ordinal (“3. November”), and ends no sentence; a space
# that does not break, before three figures, parts the groups of one number (“1 850”). Locale packs set both.
_ORDINAL = r"\d+\.(?=\u00a0)"
_GROUP = r"(?<=\d)(?:\u00a0|\u202f|\u2009\u2060)(?=\d{3}(?!\d))"
_TOKEN = re.compile(
    r"[a-z]+://\S*[^\s.,;:!?)\]]"
    rf"|{_ORDINAL}"
    rf"|[{_LETTERS}]+(?:(?:[’'‑-](?=[{_LETTERS}])|(?<=\d)[.,:٫٬](?=\d)|{_GROUP})[{_LETTERS}]+)*"
    r"|\s+|.",
    re.DOTALL,
)
_ENDS = frozenset(".!?…؟۔")


@dataclass(frozen=True, slots=True)
class Token:
    """A thing by its ``key``, and the pieces it is made of: two tokens with one key print the same characters."""

    key: str
    pieces: tuple[Piece, ...]

    @property
    def is_space(self) -> bool:
        """Whether this is white space."""
        return self.key == " "

    @property
    def is_word(self) -> bool:
        """Whether this has letters or figures, or is a cross-reference."""
        return any(map(str.isalnum, self.key)) and not self.is_call

    @property
    def is_call(self) -> bool:
        """Whether this is the call of a note."""
        return self.pieces[0].is_call

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with this sign."""
        return self.key in _ENDS

    @property
    def look(self) -> tuple[tuple[str, tuple[Wrapper, ...]], ...]:
        """What two tokens with one key may still differ in: looks, addresses, languages, kinds of spaces.

        The call of a note is of no language: it stands among words of one that is not translated yet as it does among
        those of the translation.
        """
        return tuple((_words_of(piece), tuple(_looks_of(piece))) for piece in self.pieces)


def tokens_of(text: Text, apparatus: Apparatus, calls: Mapping[str, str]) -> tuple[Token, ...]:
    """Take a text apart into tokens; ``calls`` are the keys of the notes that it calls, by their ids."""
    return tuple(_tokens(pieces_of(text, apparatus), calls, apparatus))


def words_in(tokens: Sequence[Token]) -> int:
    """Return how many words there are."""
    return sum(token.is_word for token in tokens)


def _tokens(pieces: Sequence[Piece], calls: Mapping[str, str], apparatus: Apparatus) -> Iterator[Token]:
    for has_run, group in groupby(pieces, key=lambda piece: piece.run is not None):
        if not has_run:
            yield from _split(tuple(group))
            continue
        for piece in group:
            yield Token(_key(piece, calls, apparatus), (piece,))


def _key(piece: Piece, calls: Mapping[str, str], apparatus: Apparatus) -> str:
    """Return the key of a piece that is no plain words; names that lean, or are set apart, do so in their key."""
    match piece.run:
        case NoteCall(id=id_):
            return calls[id_]
        case CitedNames() as names:
            looks = [one.shells for one in pieces_of(apparatus.names_at(names), apparatus)]
            return f"{piece.text}\0{looks}" if any(looks) else piece.text
        case _:
            return piece.text


def _split(pieces: Sequence[Piece]) -> Iterator[Token]:
    """Split plain words, wherever their looks change."""
    start, at, offset = 0, 0, 0  # of the token in the text; of the piece among the pieces, and where it begins
    for found in _TOKEN.finditer("".join(piece.text for piece in pieces)):
        parts = []
        start, end = found.span()
        while True:
            piece = pieces[at]
            last = min(end, offset + len(piece.text))
            parts.append(replace(piece, text=piece.text[start - offset : last - offset]))
            start = last
            if last == offset + len(piece.text):
                at, offset = at + 1, last
            if start == end:
                break
        yield Token(" " if found[0].isspace() else found[0], tuple(parts))


def _words_of(piece: Piece) -> str:
    return "" if piece.is_call else piece.text


def _looks_of(piece: Piece) -> Iterator[Wrapper]:
    return (shell for shell in piece.shells if not (piece.is_call and isinstance(shell, Foreign)))
