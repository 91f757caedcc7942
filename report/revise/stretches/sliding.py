"""What was put in or taken out, moved to where it reads best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report.revise.stretches.stretch import Stretch, without_seams
from report.revise.tokens import Token


def slid(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Join what stayed again, and move what was put in or taken out to where it reads best."""
    parts = without_seams(stretches)
    for at in range(1, len(parts) - 1):
        before, part, after = parts[at - 1 : at + 2]
        if before.is_same and after.is_same and not part.is_same and not part.replaces:
            parts[at - 1 : at + 2] = _best_place(before, part, after)
    return (part for part in parts if part.old or part.new)


def _best_place(before: Stretch, part: Stretch, after: Stretch) -> tuple[Stretch, Stretch, Stretch]:
    """Return the three with the one between them where it begins best; the tokens it passes over look the same."""
    is_new = bool(part.new)
    moved = list(part.new or part.old)
    left, right = list(zip(before.old, before.new, strict=True)), list(zip(after.old, after.new, strict=True))
    while left and _alike(left[-1], moved[-1]):
        right.insert(0, (moved.pop(), left[-1][1]) if not is_new else (left[-1][0], moved.pop()))
        pair = left.pop()
        moved.insert(0, pair[1] if is_new else pair[0])
    best, places = (_merit(left, moved), 0), [(tuple(left), tuple(moved), tuple(right))]
    while right and _alike(right[0], moved[0]):
        pair = right.pop(0)
        left.append((pair[0], moved[0]) if is_new else (moved[0], pair[1]))
        moved = [*moved[1:], pair[1] if is_new else pair[0]]
        places.append((tuple(left), tuple(moved), tuple(right)))
        best = max(best, (_merit(left, moved), len(places) - 1))
    left_best, moved_best, right_best = places[best[1]]
    return (
        _same(left_best),
        Stretch((), moved_best, is_same=False) if is_new else Stretch(moved_best, (), is_same=False),
        _same(right_best),
    )


def _alike(pair: tuple[Token, Token], token: Token) -> bool:
    """Whether a token can change places with a pair that stayed, and nothing else becomes of it."""
    return not token.is_call and pair[0].key == token.key and pair[0].look == pair[1].look == token.look


def _same(pairs: Sequence[tuple[Token, Token]]) -> Stretch:
    return Stretch(tuple(old for old, _ in pairs), tuple(new for _, new in pairs), is_same=True)


def _merit(left: Sequence[tuple[Token, Token]], moved: Sequence[Token]) -> int:
    """Return how well a stretch begins after what stands before it."""
    before = [new for _, new in left[-2:]]
    if not before:
        return 3
    if before[-1].is_space and len(before) > 1 and before[0].ends_sentence:
        return 3
    if before[-1].is_space and not moved[0].is_space:
        return 2
    return 1 if moved[0].is_space else 0
