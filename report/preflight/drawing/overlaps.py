"""Text stands on the page (PRE-008), and not over other text (PRE-011), where the layout is not at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining

from report.findings import Finding
from report.model.output import Rectangle
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import Drawn
from report.preflight.technical.folding import printed_pages, stands_alone

_SHOWN = 3
_BAND = 8.0  # points; pieces are compared within bands of this height
_X_HEIGHT = 0.45  # of the size: so high above the base line stands what overlaps when letters do
_LEADING = 0.8  # of the size: base lines of words above each other are further apart
_WORD = 12.0  # points: what shares less may be a mark, or kerned
_TOUCH = 2.0  # points that italic letters and kerned pairs may share
_SLACK = 1.0
_LEVEL = 0.01


def ask_overlaps(evidence: Evidence) -> Iterator[Finding]:
    """Ask that pieces of text do not cover each other or leave the page."""
    if evidence.file is None or not (stands_alone(evidence) or (evidence.medium == "paged" and not evidence.pages)):
        return
    for page in printed_pages(evidence):
        texts = [one for one in page.drawn if one.kind == "text" and one.text.strip() and not _are_marks(one.text)]
        for one in [one for one in texts if not _is_on(one.place, page.frame)][:_SHOWN]:
            message = f"page {page.number}: “{_opening(one)}” runs off the page"
            yield Finding("PRE-008", evidence.mark, message, spot=spot_of(page.side, one.place))
        for one, other in _pairs(texts)[:_SHOWN]:
            message = f"page {page.number}: “{_opening(one)}” and “{_opening(other)}” are printed over each other"
            yield Finding("PRE-011", evidence.mark, message, spot=spot_of(page.side, other.place))


def _pairs(texts: Sequence[Drawn]) -> list[tuple[Drawn, Drawn]]:
    bands: dict[int, list[tuple[Drawn, Rectangle]]] = {}
    found: list[tuple[Drawn, Drawn]] = []
    for one in texts:
        body = _body(one)
        first, last = int(body.bottom // _BAND), int(max(body.top, body.bottom + one.size) // _BAND)
        for band in range(first, last + 1):
            for other, there in bands.get(band, ()):
                # A pair may share several bands: the lowest one they share counts.
                is_lowest = band == max(first, int(there.bottom // _BAND))
                if is_lowest and (_cover(body, there) or _are_too_near(one, other)):
                    found.append((other, one))
            bands.setdefault(band, []).append((one, body))
    return found


def _are_too_near(one: Drawn, other: Drawn) -> bool:
    """Whether words stand above each other so near that tall letters meet."""
    across = min(one.place.right, other.place.right) - max(one.place.left, other.place.left)
    up = abs(one.origin[1] - other.origin[1])
    size = min(one.size, other.size)
    return across > _WORD and 0.2 * size < up < _LEADING * size and max(one.size, other.size) < 1.5 * size


def _body(drawn: Drawn) -> Rectangle:
    """Return the band in which small letters stand; text that is not level has its whole place."""
    y = drawn.origin[1]
    if abs(drawn.advance[1] - y) > _LEVEL:
        return drawn.place
    return Rectangle(drawn.place.left, y, drawn.place.right, y + _X_HEIGHT * drawn.size)


def _cover(one: Rectangle, other: Rectangle) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > _TOUCH and up > 0.4 * min(one.top - one.bottom, other.top - other.bottom)


def _is_on(place: Rectangle, whole: Rectangle) -> bool:
    return (
        place.left >= whole.left - _SLACK
        and place.right <= whole.right + _SLACK
        and place.bottom >= whole.bottom - _SLACK
        and place.top <= whole.top + _SLACK
    )


def _are_marks(text: str) -> bool:
    return all(map(combining, text.strip()))


def _opening(drawn: Drawn) -> str:
    text = " ".join(drawn.text.split())
    return text if len(text) <= 30 else f"{text[:29]}…"
