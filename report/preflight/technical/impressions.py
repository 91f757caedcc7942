"""What stands on a page or half a sheet, from the lower left corner of its trim, so that media can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from report.model.output import Rectangle
from report.preflight.file.document import FilePage
from report.preflight.file.drawn import Drawn
from report.preflight.technical.boxes import trim_of, visible
from report.preflight.technical.inks import is_paper

_TEXT_SLACK = 0.06  # points: numbers in content streams are rounded
_SLACK = 0.6  # a thin line is made thicker for print
_SIZE_SLACK = 0.02


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that can be seen: its kind, its words, and where it begins, from the corner of the trim."""

    drawn: Drawn
    text: str
    left: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Difference:
    """What two impressions have otherwise: what is seen in the one, what in the other, nothing where it is lacking."""

    here: Seen | None
    there: Seen | None


def impression(page: FilePage, frame: Rectangle | None = None) -> tuple[Seen, ...]:
    """Return what can be seen within the trim of a page, or within a frame on it, in the order of drawing."""
    frame = frame or trim_of(page)
    return tuple(_within(page.drawn, frame))


def moved_by(seen: Sequence[Seen], other: Sequence[Seen]) -> tuple[float, float]:
    """Return how far most of the text of an impression stands from where it stands in another one."""
    pairs = [(a, b) for a, b in zip(_texts(seen), _texts(other), strict=False) if a.text == b.text]
    if not pairs:
        return (0.0, 0.0)
    return (median(a.left - b.left for a, b in pairs), median(a.bottom - b.bottom for a, b in pairs))


def differences(seen: Sequence[Seen], other: Sequence[Seen], across: float = 0.0) -> Iterator[Difference]:
    """Yield the first difference in the text of two impressions, and the first in all that is no text."""
    for kind in (_texts, _matter):
        here, there = kind(seen), kind(other)
        for number in range(max(len(here), len(there))):
            one = here[number] if number < len(here) else None
            two = there[number] if number < len(there) else None
            if one is None or two is None or not _are_alike(one, two, across):
                yield Difference(one, two)
                break


def likeness(seen: Sequence[Seen], other: Sequence[Seen]) -> float:
    """Return how much of the text two impressions share, from 0 to 1."""
    one, two = [text.text for text in _texts(seen)], [text.text for text in _texts(other)]
    if not one or not two:
        return 1.0 if not one and not two else 0.0
    return len(set(one) & set(two)) / max(len(set(one)), len(set(two)))


def _within(drawn: Iterable[Drawn], frame: Rectangle) -> Iterator[Seen]:
    for one in drawn:
        places = () if is_paper(one) else tuple(place for place in visible(one) if _is_in(place, frame))
        if places:
            is_text = one.kind == "text"
            left = one.origin[0] if is_text else min(place.left for place in places)
            bottom = one.origin[1] if is_text else min(place.bottom for place in places)
            yield Seen(one, one.text, left - frame.left, bottom - frame.bottom)


def _is_in(place: Rectangle, frame: Rectangle) -> bool:
    """Whether the middle of a place is within a frame."""
    x, y = (place.left + place.right) / 2, (place.bottom + place.top) / 2
    return frame.left <= x <= frame.right and frame.bottom <= y <= frame.top


def _texts(seen: Sequence[Seen]) -> list[Seen]:
    return [one for one in seen if one.drawn.kind == "text"]


def _matter(seen: Sequence[Seen]) -> list[Seen]:
    return [one for one in seen if one.drawn.kind != "text"]


def _are_alike(one: Seen, two: Seen, across: float) -> bool:
    slack = _TEXT_SLACK if one.drawn.kind == "text" else _SLACK
    is_there = abs(one.left - two.left - across) <= slack and abs(one.bottom - two.bottom) <= slack
    is_sized = abs(one.drawn.size - two.drawn.size) <= _SIZE_SLACK
    is_set = one.drawn.face == two.drawn.face and one.drawn.is_upright == two.drawn.is_upright
    return one.drawn.kind == two.drawn.kind and one.text == two.text and is_there and is_sized and is_set
