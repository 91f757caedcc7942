"""Pages have the sheet's size, and text stays where it belongs (PRE-008); pages are filled (PRE-012)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.findings import Finding, Mark
from report.model.output import Page
from report.preflight.matter import Matter
from report.preflight.reading import Run, Sheet

_SAME_SIZE = 0.01
_SIDEWAYS = 1.5
_OVERHANG = 0.05  # of the line box: letters of a title may reach over the right edge by their bearing
_SHOWN = 3
_WHITE_FOOT = 0.2
_TOO_WIDE = "is a word, a table or a drawing too wide for its column? “span: true” gives a table both columns"


def check_sizes(sheets: Sequence[Sheet], pages: Sequence[Page], mark: Mark) -> Iterator[Finding]:
    """Ask that the file has the pages of the layout, in their size."""
    if len(sheets) != len(pages):
        yield Finding("PRE-008", mark, f"the file has {len(sheets)} pages, the layout {len(pages)}")
    for sheet, page in zip(sheets, pages, strict=False):
        if max(abs(sheet.width - page.width), abs(sheet.height - page.height)) > _SAME_SIZE:
            found, wanted = (f"{one.width:.2f} × {one.height:.2f} pt" for one in (sheet, page))
            yield Finding("PRE-008", mark, f"page {page.number} is {found}, the sheet {wanted}")


def check_feet(matters: Sequence[Matter], mark: Mark, closing: int = 0) -> Iterator[Finding]:
    """Ask that every page but the last is filled: what takes the full width is never divided, and may leave white.

    ``closing`` is the page on which corrections begin, 0 for none: they stay with the imprint, so where they begin the
    last page the one before may end early; and where the end of the text was brought there for the imprint's company.
    """
    ends_early = bool(matters) and (closing == len(matters) or matters[-1].page.has_company)
    last = len(matters) - (2 if ends_early else 1)
    for matter in matters[:last]:
        area = matter.page.type_area
        lowest = min((run.ink.bottom for run in matter.body), default=area.top)
        white = (lowest - area.bottom) / (area.top - area.bottom)
        if white > _WHITE_FOOT:
            page = matter.page.number
            hint = f"move the figure, table or box at the head of page {page + 1}, or below it, to another place"
            yield Finding("PRE-012", mark, f"page {page}: the lowest {white:.0%} of the page are white", hint)


def check_edges(matter: Matter, mark: Mark) -> Iterator[Finding]:
    """Ask that body and notes stay in their areas, and everything on the page."""
    page = matter.page
    found = [
        *((run, "stands outside the type area") for run in matter.strays),
        *((run, "runs off the page") for run in (*matter.body, *matter.notes, *matter.running) if _is_off(run, page)),
        *((run, over) for run in matter.body if (over := _over_edge(run, page))),
    ]
    told: dict[Run, str] = {}
    for run, what in found:
        told.setdefault(run, what)
    for run, what in list(told.items())[:_SHOWN]:
        yield Finding("PRE-008", mark, f"page {page.number}: “{_opening(run)}” {what}", _TOO_WIDE)
    if len(told) > _SHOWN:
        more = len(told) - _SHOWN
        yield Finding("PRE-008", mark, f"page {page.number}: {more} more pieces of text are out of place")


def _is_off(run: Run, page: Page) -> bool:
    ink = run.ink
    return ink.left < 0 or ink.bottom < 0 or ink.right > page.width or ink.top > page.height


def _over_edge(run: Run, page: Page) -> str:
    """Say over which edge of the type area a run goes; letters may reach over every edge by their bearing."""
    area, ink = page.type_area, run.ink
    bearing = 0.3 * (run.head - run.foot)
    sideways = max(_SIDEWAYS, _OVERHANG * (run.head - run.foot))
    over = {
        "left": area.left - run.pen - _SIDEWAYS,
        "right": ink.right - area.right - sideways,
        "upper": ink.top - area.top - bearing,
        "lower": area.bottom - ink.bottom - bearing,
    }
    edge = max(over, key=lambda one: over[one])
    return f"goes over the {edge} edge of the type area" if over[edge] > 0 else ""


def _opening(run: Run) -> str:
    text = " ".join(run.text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
