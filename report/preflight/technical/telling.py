"""How technical findings are made: with the page and the rectangle they are about, and like ones told once a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report.findings import Finding, Spot
from report.model.output import Rectangle
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file.document import FilePage
from report.preflight.file.drawn import Drawn

POINTS_PER_MM = 72 / 25.4
_LONGEST = 40
_CALLED = {"text": "text", "fill": "a tint", "stroke": "a line", "image": "a picture", "shading": "a gradient"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something drawn that is wrong: ``what`` is said of it, and faults of which the same is said are told once."""

    drawn: Drawn
    what: str


def told(evidence: Evidence, code: str, message: str, hint: str = "", spot: Spot | None = None) -> Finding:
    """Return a finding about the whole file, or about a spot in it."""
    return Finding(code, evidence.mark, message, hint, spot)


def on_page(evidence: Evidence, code: str, page: FilePage, message: str, hint: str = "") -> Finding:
    """Return a finding about a whole page."""
    return told(evidence, code, f"page {page.number}: {message}", hint, spot_of(page.number, page.whole))


def at_place(evidence: Evidence, code: str, where: tuple[int, Rectangle], message: str, hint: str = "") -> Finding:
    """Return a finding about a rectangle on a page, told by the number of the page."""
    number, place = where
    return told(evidence, code, f"page {number}: {message}", hint, spot_of(number, place))


def each_once(evidence: Evidence, code: str, faults: Iterable[Fault], hint: str = "") -> Iterator[Finding]:
    """Yield a finding for each thing said of a page, at the first thing it is said of; the others are counted."""
    groups: dict[tuple[int, str], list[Drawn]] = {}
    for fault in faults:
        groups.setdefault((fault.drawn.page, fault.what), []).append(fault.drawn)
    for (number, what), drawn in groups.items():
        more = f", and {len(drawn) - 1} more" if len(drawn) > 1 else ""
        yield at_place(evidence, code, (number, drawn[0].place), f"{called(drawn[0])} {what}{more}", hint)


def called(drawn: Drawn) -> str:
    """Return what messages call a thing drawn: its kind, and the words of a text."""
    words = " ".join(drawn.text.split())
    if drawn.kind != "text" or not words:
        return _CALLED[drawn.kind]
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[: _LONGEST - 1]}…”"


def millimetres(points: float) -> str:
    """Return a length in words."""
    return f"{points / POINTS_PER_MM:.2f} mm"
