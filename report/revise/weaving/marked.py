"""Pieces put together again, with what is said of some of them around these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from report.model.text import Revised, Text, Wrapper
from report.revise.pieces import Piece, nested, shared, shared_by_all


@dataclass(frozen=True, slots=True)
class Marked:
    """Pieces that stand together in the merged text, and what is said of them; ``former`` are restyled ones before."""

    pieces: tuple[Piece, ...]
    said: Revised | None = None
    former: tuple[Piece, ...] = ()


def assembled(marked: Sequence[Marked]) -> Text:
    """Put pieces together; what is said of some stands within the shells that they share with those beside them."""
    made: list[Piece] = []
    for at, part in enumerate(marked):
        if not part.said:
            made += part.pieces
            continue
        left = marked[at - 1].pieces[-1].shells if at else ()
        right = marked[at + 1].pieces[0].shells if at + 1 < len(marked) else ()
        depths = _depths([piece.shells for piece in part.pieces], left, right)
        said: Wrapper = part.said
        if part.former:
            depth = min(*depths, shared_by_all(piece.shells for piece in (*part.pieces, *part.former)))
            depths = [depth for _ in depths]
            said = replace(part.said, former=nested(_within(part.former, depth)))
        for piece, depth in zip(part.pieces, depths, strict=True):
            made.append(replace(piece, shells=(*piece.shells[:depth], said, *piece.shells[depth:])))
    return nested(made)


def _depths(rows: Sequence[Sequence[Wrapper]], left: Sequence[Wrapper], right: Sequence[Wrapper]) -> list[int]:
    """Return how many shells of each piece go on from one side, and so stand outside of what is said of it."""
    from_left: list[int] = []
    from_right: list[int] = []
    for made, beside, listed in ((from_left, left, rows), (from_right, right, rows[::-1])):
        depth = len(beside)
        for shells in listed:
            depth = min(depth, shared(beside, shells))
            made.append(depth)
    return [max(pair) for pair in zip(from_left, from_right[::-1], strict=True)]


def _within(pieces: Iterable[Piece], depth: int) -> Iterator[Piece]:
    return (replace(piece, shells=piece.shells[depth:]) for piece in pieces)
