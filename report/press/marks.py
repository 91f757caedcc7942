"""Marks for printer and binder, all outside the bleed: where to cut, where to fold, whether the inks meet.

Lines that must stand on every plate are drawn once in each ink, one over the other: so no ink has a name of its own,
and nothing of what is drawn goes over the limit of inks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.press.sheets import Sheet, points, written

_INKS = ("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1")
_PATCHES = (*_INKS, ".5 0 0 0", "0 .5 0 0", "0 0 .5 0", "0 0 0 .5")
OVERPRINT = "/PressOver11"
# Millimetres: the line, from the bleed and in length; the target's cross and circle; a patch of the colour bar.
_AWAY, _LENGTH = 1.0, 5.0
_ARM, _RADIUS = 2.5, 1.5
_PATCH, _FROM_CORNER = 4.0, 15.0
_ROUND = 0.5523  # of the radius: how far the handles of a quarter of a circle reach


def marks(sheet: Sheet, targets: Sequence[float], folds: Sequence[float], slug: str) -> bytes:
    """Return the drawing of a sheet's marks.

    ``targets`` are the places, from the left of the trim in points, of the register marks at head and foot, ``folds``
    those of the fold marks; ``slug`` is the drawing of the line that names the sheet, with its own origin.
    """
    lines = [f"q {OVERPRINT} gs 0.25 w"]
    once = " ".join((*_cuts(sheet), *_targets(sheet, targets), "S"))
    lines += [f"{ink} K {once}" for ink in _INKS]
    lines += [f"0 0 0 1 K [2 2] 0 d {' '.join(_folds(sheet, folds))} S" for _ in folds[:1]]
    lines += _bar(sheet)
    left, bottom, _, _ = sheet.trim
    foot = bottom - sheet.bleed - points(_AWAY + _LENGTH / 2) - 2
    lines.append(f"0 0 0 1 k q 1 0 0 1 {written(left + points(_FROM_CORNER))} {written(foot)} cm {slug} Q Q")
    return "\n".join(lines).encode("ascii")


def _cuts(sheet: Sheet) -> Iterator[str]:
    left, bottom, right, top = sheet.trim
    near = sheet.bleed + points(_AWAY)
    far = near + points(_LENGTH)
    for y in (bottom, top):
        yield _line(left - near, y, left - far, y)
        yield _line(right + near, y, right + far, y)
    for x in (left, right):
        yield _line(x, bottom - near, x, bottom - far)
        yield _line(x, top + near, x, top + far)


def _targets(sheet: Sheet, targets: Sequence[float]) -> Iterator[str]:
    left, bottom, right, top = sheet.trim
    away = sheet.bleed + points(_AWAY + _LENGTH / 2)
    middle = (bottom + top) / 2
    places = [(left - away, middle), (right + away, middle)]
    places += [(left + x, y) for x in targets for y in (bottom - away, top + away)]
    for x, y in places:
        arm = points(_ARM)
        yield _line(x - arm, y, x + arm, y)
        yield _line(x, y - arm, x, y + arm)
        yield _circle(x, y, points(_RADIUS))


def _folds(sheet: Sheet, folds: Sequence[float]) -> Iterator[str]:
    left, bottom, _, top = sheet.trim
    near = sheet.bleed + points(_AWAY)
    far = near + points(_LENGTH)
    for x in folds:
        yield _line(left + x, bottom - near, left + x, bottom - far)
        yield _line(left + x, top + near, left + x, top + far)


def _bar(sheet: Sheet) -> Iterator[str]:
    left, _, _, top = sheet.trim
    side = points(_PATCH)
    y = top + sheet.bleed + points(_AWAY + (_LENGTH - _PATCH) / 2)
    for place, inks in enumerate(_PATCHES):
        x = left + points(_FROM_CORNER) + place * side
        yield f"{inks} k {written(x)} {written(y)} {written(side)} {written(side)} re f"


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{written(x)} {written(y)} m {written(to_x)} {written(to_y)} l"


def _circle(x: float, y: float, radius: float) -> str:
    quarters = []
    along, across = 1, 0
    for _ in range(4):
        next_along, next_across = -across, along
        handles = (
            (along + _ROUND * next_along, across + _ROUND * next_across),
            (next_along + _ROUND * along, next_across + _ROUND * across),
            (next_along, next_across),
        )
        quarters.append(" ".join(f"{written(x + radius * a)} {written(y + radius * b)}" for a, b in handles) + " c")
        along, across = next_along, next_across
    return f"{written(x + radius)} {written(y)} m {' '.join(quarters)}"
