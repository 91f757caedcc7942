"""How many pages a file has (PRE-043), and whether one of them is blank or nearly empty (PRE-044)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report.findings import Finding
from report.preflight.evidence import Evidence, read_once
from report.preflight.file.document import FilePage
from report.preflight.file.drawn import Drawn
from report.preflight.technical.boxes import is_on_page, trim_of, visible
from report.preflight.technical.inks import is_paper
from report.preflight.technical.telling import on_page, told

_NEEDED = 4  # pages of a folded sheet


def check_page_count(evidence: Evidence) -> Iterator[Finding]:
    """Ask for the pages of the layout, filled up with blanks to the multiple that the printer wants."""
    assert evidence.file
    count, limits = len(evidence.file.pages), evidence.limits
    if evidence.medium == "booklet":
        yield from _sides(evidence, count)
        return
    if count % limits.multiple:
        yield told(evidence, "PRE-043", f"the file has {count} pages, which is no multiple of {limits.multiple}")
    if count < limits.least_pages:
        yield told(evidence, "PRE-043", f"the file has {count} pages, at least {limits.least_pages} are asked for")
    if limits.most_pages is not None and count > limits.most_pages:
        yield told(evidence, "PRE-043", f"the file has {count} pages, at most {limits.most_pages} are asked for")
    texts = _pages_of_text(evidence)
    wanted = texts and -(-texts // limits.multiple) * limits.multiple
    if wanted and count != wanted and count % limits.multiple == 0:
        blanks = f" and {wanted - texts} blank ones" if wanted > texts else ""
        yield told(evidence, "PRE-043", f"the file has {count} pages instead of {texts}{blanks}")


def check_stranded_pages(evidence: Evidence) -> Iterator[Finding]:
    """Ask that there are no more blank pages than the multiple needs, and that no page has a line or two alone."""
    assert evidence.file
    pages, white = evidence.file.pages, evidence.limits.white
    blanks = [page for page in pages if is_blank(page)]
    texts = _pages_of_text(evidence) or len(pages) - len(blanks)
    allowed = -texts % evidence.limits.multiple
    for page in blanks[allowed:]:
        hint = "a break before or after it is too much" if not allowed else f"only {allowed} are needed"
        yield on_page(evidence, "PRE-044", page, "it is blank", hint)
    for page in pages if white is not None else ():
        share = 0.0 if page in blanks else filled(page)
        if page not in blanks and 1 - share > (white or 0):
            hint = "shorten the text by these lines, or let a figure follow it"
            yield on_page(evidence, "PRE-044", page, f"{1 - share:.0%} of it are white", hint)


def is_blank(page: FilePage) -> bool:
    """Whether nothing can be seen within the trim of a page but paper."""
    return not any(True for _ in seen(page))


def seen(page: FilePage) -> Iterator[Drawn]:
    """Yield what can be seen of a page within its trim, artifacts too."""
    return (one for one in page.drawn if is_on_page(one, page) and not is_paper(one))


def filled(page: FilePage) -> float:
    """Return the share of a page's height at which something of its content stands, running heads and folios apart."""
    trim = trim_of(page)
    height = trim.top - trim.bottom
    margin = 0.08 * height
    rows: list[tuple[float, float]] = []
    for one in seen(page):
        for place in visible(one):
            is_running = one.is_artifact or place.top < trim.bottom + margin or place.bottom > trim.top - margin
            if not is_running:
                rows.append((max(place.bottom, trim.bottom), min(place.top, trim.top)))
    return _covered(rows) / height if height > 0 else 0.0


def _covered(rows: Iterable[tuple[float, float]]) -> float:
    """Return how much rows cover that may overlap."""
    total, reached = 0.0, float("-inf")
    for foot, head in sorted(rows):
        total += max(0.0, head - max(foot, reached))
        reached = max(reached, head)
    return total


def _pages_of_text(evidence: Evidence) -> int:
    """Return how many pages the layout has; 0 where it is not known."""
    if evidence.pages:
        return len(evidence.pages)
    if evidence.medium != "paged" and "paged" in evidence.siblings:
        return len(read_once(evidence.siblings["paged"]).pages)
    return 0


def _sides(evidence: Evidence, count: int) -> Iterator[Finding]:
    """Ask that a booklet has two sides for every four pages."""
    if count % 2:
        yield told(evidence, "PRE-043", f"the booklet has {count} sides; sheets have two each")
    pages = _pages_of_text(evidence)
    wanted = -(-pages // _NEEDED) * 2
    if pages and not count % 2 and count != wanted:
        yield told(evidence, "PRE-043", f"the booklet has {count} sides instead of {wanted} for {pages} pages")
