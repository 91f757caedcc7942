"""Pieces: a text taken apart into words and what they stand in, and put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from report.findings import Mark
from report.model.apparatus import Apparatus
from report.model.text import (
    CitedNames,
    CrossReference,
    Foreign,
    NoteCall,
    Run,
    Text,
    Unsettled,
    Words,
    Wrapper,
)

NOWHERE = Mark("")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters in one look, as they print; ``run`` is what carries them where that is no plain words.

    ``shells`` are what they stand in, outermost first: wrappers without their runs and marks, so that two that look
    the same are equal.
    """

    text: str
    shells: tuple[Wrapper, ...]
    run: Run | None
    mark: Mark

    @property
    def is_call(self) -> bool:
        """Whether this is the call of a note."""
        return isinstance(self.run, NoteCall)


def pieces_of(text: Text, apparatus: Apparatus) -> tuple[Piece, ...]:
    """Take a text apart; cross-references and cited names have the words by which the apparatus prints them.

    How a translation stands to its source text is no look of the words, and is left out.
    """
    joined: list[Piece] = []
    for piece in _pieces(text, (), apparatus):
        last = joined[-1] if joined else None
        if last and not last.run and not piece.run and last.shells == piece.shells:
            joined[-1] = replace(last, text=last.text + piece.text)
        elif piece.text or piece.run:
            joined.append(piece)
    return tuple(joined)


def printed_words(text: Text, apparatus: Apparatus) -> str:
    """Return the words of a text as they print, without the calls of notes."""
    return "".join(piece.text for piece in pieces_of(text, apparatus))


def in_words(words: str) -> Text:
    """Return words of no source as a text; none are no text."""
    return (Words(words, NOWHERE),) if words else ()


def settled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces that lead nowhere in the text: cross-references as their words, calls of notes left out."""
    for piece in pieces:
        if not piece.is_call:
            yield replace(piece, run=None)


def nested(pieces: Iterable[Piece], depth: int = 0) -> Text:
    """Put pieces together, those in one shell within one wrapper."""
    runs: list[Run] = []
    for shell, group in groupby(pieces, key=lambda piece: piece.shells[depth] if len(piece.shells) > depth else None):
        members = tuple(group)
        if shell is not None:
            runs.append(replace(shell, runs=nested(members, depth + 1), mark=members[0].mark))
            continue
        for has_run, parts in groupby(members, key=lambda piece: piece.run is not None):
            same = tuple(parts)
            if has_run:
                runs += [piece.run for piece in same if piece.run]
            else:
                runs.append(Words("".join(piece.text for piece in same), same[0].mark))
    return tuple(runs)


def shared(one: Sequence[Wrapper], other: Sequence[Wrapper]) -> int:
    """Return how many shells two pieces have in common, from the outermost inwards."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def shared_by_all(rows: Iterable[Sequence[Wrapper]]) -> int:
    """Return how many shells all pieces have in common, from the outermost inwards."""
    listed = list(rows)
    least = min((len(row) for row in listed), default=0)
    return min((least, *(shared(one, other) for one, other in pairwise(listed))))


def as_words(piece: Piece, own: Foreign) -> Piece:
    """Return a piece as words that lead nowhere.

    Labels of cross-references and cited names are in the edition's language, the shell ``own``, among foreign words.
    """
    is_worded = isinstance(piece.run, CrossReference | CitedNames)
    is_apart = is_worded and any(isinstance(shell, Foreign) for shell in piece.shells)
    return replace(piece, shells=(*piece.shells, own) if is_apart else piece.shells, run=None)


def shell_of(run: Wrapper) -> Wrapper:
    """Return a wrapper as a shell: what it is, without its words and its place."""
    return replace(run, runs=(), mark=NOWHERE)


def _pieces(text: Text, shells: tuple[Wrapper, ...], apparatus: Apparatus) -> Iterator[Piece]:
    for run in text:
        match run:
            case Unsettled():
                yield from _pieces(run.runs, shells, apparatus)
            case Words():
                yield Piece(run.text, shells, None, run.mark)
            case CrossReference():
                yield Piece(apparatus.targets[run.target].label, shells, run, run.mark)
            case CitedNames():
                words = printed_words(apparatus.names_at(run), apparatus)
                yield Piece(words, shells, run, run.mark)
            case NoteCall():
                yield Piece("", shells, run, run.mark)
            case _ if isinstance(run, Wrapper):
                yield from _pieces(run.runs, (*shells, shell_of(run)), apparatus)
            case _:
                raise AssertionError("citations are set by the apparatus")
