"""A web page leads to the files beside it and to the brief's other editions, and to nothing else that is near it.

The other pages need not be there yet: what is known of them is where they will be published, and that they have the
same ids, since ids are the same in every edition.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding, Mark, nearest
from report.model.output import Copy
from report.preflight.markup import WebPage

_HINT = "a template must set the link, from “edition_pages”"


def check_ways_out(page: WebPage, copy: Copy, mark: Mark) -> Iterator[Finding]:
    """Ask that links to neighbours arrive (PRE-006), and lead to every edition and to a newer version (PRE-014)."""
    known = {*copy.files, *copy.editions, *copy.newer}
    ids = frozenset(page.ids)
    for way in page.ways_out:
        if way.address not in known:
            message = f"line {way.line} of the page: a link leads to “{way.address}”, which is not published with it"
            yield Finding("PRE-006", mark, message, nearest(way.address, known))
        elif way.target and way.address in copy.editions and way.target not in ids:
            message = f"line {way.line} of the page: no edition has the place “#{way.target}” that a link leads to"
            yield Finding("PRE-006", mark, message)
    addresses = {way.address for way in page.ways_out}
    for address in copy.newer:
        if address not in addresses:
            yield Finding("PRE-014", mark, f"the page does not lead readers to the newer version, “{address}”")
    for is_alternate, readers in ((False, "readers"), (True, "machines")):
        there = {way.address for way in page.ways_out if way.is_alternate == is_alternate}
        for address in copy.editions:
            if address not in there:
                yield Finding("PRE-014", mark, f"the page does not lead {readers} to “{address}”", _HINT)
