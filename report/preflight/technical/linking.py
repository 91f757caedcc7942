"""Links (PRE-057): each can be clicked, stands on its words, and arrives; in print there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from report.findings import Finding
from report.model.output import Rectangle
from report.preflight.evidence import Evidence
from report.preflight.file.document import FilePage
from report.preflight.file.links import Annotation
from report.preflight.technical.boxes import meet
from report.preflight.technical.telling import at_place, told

_CODE = "PRE-057"
_LEAST = 1.0  # points: what is lower or narrower cannot be clicked
_OUTER = re.compile(r"(https?://[^\s/?#]+|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)
_HREF = re.compile(r'<a\b[^>]*\bhref="([^"#][^"]*)"')
_AMPERSAND = "&amp;"
_DOIS = "https://doi.org/"


def check_links(evidence: Evidence) -> Iterator[Finding]:
    """Ask of every link where it stands and where it leads; where links are not allowed, ask for any annotation."""
    assert evidence.file
    for page in evidence.file.pages:
        for link in page.annotations:
            if not evidence.limits.links:
                what = f"an annotation of the kind “{link.kind}” stands here, in print there are none"
                yield at_place(evidence, _CODE, (page.number, link.place), what)
            elif link.kind == "Link":
                for what in (*_place(link, page), *_target(evidence, link)):
                    yield at_place(evidence, _CODE, (page.number, link.place), what)
    if evidence.limits.links:
        yield from _addresses(evidence)


def _place(link: Annotation, page: FilePage) -> Iterator[str]:
    place = link.place
    if min(place.right - place.left, place.top - place.bottom) < _LEAST:
        yield "a link is too small to be clicked"
    elif not _is_within(place, page.whole):
        yield "a link stands off the page"
    elif not any(meet(place, one.place) for one in page.drawn if one.kind in ("text", "image")):
        yield "a link stands where there is nothing"
    if not link.is_printed:
        yield "a link lacks the flag that archives ask for (Print)"


def _target(evidence: Evidence, link: Annotation) -> Iterator[str]:
    """Yield what is wrong with where a link leads."""
    assert evidence.file
    there = link.destination
    if link.address:
        if not _OUTER.match(link.address) or link.address != link.address.strip():
            yield f"a link leads to “{link.address}”, which is no address of the web or of a mailbox"
    elif there is None:
        yield f"a link leads to “{link.target or 'nowhere'}”, which is not in the file"
    else:
        page = evidence.file.pages[there.page - 1]
        if there.fit == "XYZ" and not _is_within(
            Rectangle(there.left or 0, there.top or 0, 0, 0), page.whole, point=True
        ):
            yield f"a link leads to a place off page {there.page}"


def _addresses(evidence: Evidence) -> Iterator[Finding]:
    """Compare the addresses that the file leads to with those of the web page of the same edition, or the sources."""
    assert evidence.file
    links = {link.address: link for page in evidence.file.pages for link in page.annotations if link.address}
    webpage = evidence.siblings.get("screen")
    if webpage is None:
        yield from _without_source(evidence, links)
        return
    text = webpage.decode("utf-8", "replace").replace(_AMPERSAND, "&")
    known = {address for address in _HREF.findall(text) if _OUTER.match(address)}
    for address, link in links.items():
        if address not in known:
            message = f"a link leads to “{address}”, as none does in the web page"
            yield at_place(evidence, _CODE, (link.page, link.place), message)
    for address in sorted(known - links.keys()):
        yield told(evidence, _CODE, f"no link leads to “{address}”, as one does in the web page")


def _without_source(evidence: Evidence, links: Mapping[str, Annotation]) -> Iterator[Finding]:
    """Ask that the sources inside the file have the addresses that it leads to."""
    assert evidence.file
    bodies = [one.body() for one in evidence.file.attachments]
    for address, link in links.items() if bodies else ():
        written = (address, unquote(address), address.removeprefix("mailto:"), *_bare_doi(address))
        if not any(one.encode() in body for body in bodies for one in written):
            message = f"a link leads to “{address}”, which is in none of the sources inside the file"
            yield at_place(evidence, _CODE, (link.page, link.place), message)


def _bare_doi(address: str) -> tuple[str, ...]:
    """Return a DOI as sources write it, without the address of its registry."""
    return (unquote(address.removeprefix(_DOIS)),) if address.startswith(_DOIS) else ()


def _is_within(place: Rectangle, whole: Rectangle, *, point: bool = False) -> bool:
    right, top = (place.left, place.bottom) if point else (place.right, place.top)
    return (
        whole.left - 1 <= place.left
        and whole.bottom - 1 <= place.bottom
        and right <= whole.right + 1
        and top <= whole.top + 1
    )
