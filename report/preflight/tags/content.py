"""Everything drawn is tagged or an artifact (PRE-022), and leads back to its element (PRE-031)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from report.findings import Finding, Mark, Spot
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import Drawn, File, FilePage
from report.preflight.file.structure import Element, Held, Referred, Tree

_SHOWN = 3  # of one kind on a page; one fault of a template has hundreds of places


def ask_marked_content(evidence: Evidence) -> Iterator[Finding]:
    """Ask that all that is drawn is content of an element or an artifact, once, and not both (PRE-022)."""
    file, mark = evidence.file, evidence.mark
    if file is None or evidence.medium != "paged":
        return
    if file.tree is None or file.catalog.get("MarkInfo.Marked") is not True:
        yield Finding(
            "PRE-022", mark, "the file is not tagged: assistive tools find no text in it", "it has no tag tree"
        )
        return
    for fault in file.tree.faults:
        yield Finding("PRE-022", mark, fault)
    held = Counter((one.page, one.mcid) for root in file.tree.roots for one in root.content())
    for page in file.pages:
        yield from _check_page(page, held, mark)
    there = {(page.number, sequence.mcid) for page in file.pages for sequence in page.sequences}
    for number, mcid in sorted(held.keys() - there):
        message = f"page {number}: an element holds content {mcid}, which is not on the page"
        yield Finding("PRE-022", mark, message, spot=_whole(file, number))


def ask_parents(evidence: Evidence) -> Iterator[Finding]:
    """Ask that the parent tree leads from content and annotations to the elements that hold them (PRE-031)."""
    file, mark = evidence.file, evidence.mark
    if file is None or file.tree is None:
        return
    holders, referrers = _holders(file.tree)
    for page in file.pages:
        parents = file.tree.parents.get(page.parents_key, ())
        for mcid in sorted({sequence.mcid for sequence in page.sequences if sequence.mcid >= 0}):
            wanted = holders.get((page.number, mcid))
            found = parents[mcid] if mcid < len(parents) else ""
            if wanted is not None and found != wanted.key:
                message = f"page {page.number}: content {mcid} does not lead back to its element, “{wanted.written}”"
                yield Finding("PRE-031", mark, message, "the parent tree is wrong", _place_of(page, mcid))
                break
        for annotation in page.annotations:
            element = referrers.get(annotation.key)
            found = (file.tree.parents.get(annotation.parent_key) or ("",))[0]
            if element is not None and found != element.key:
                message = f"page {page.number}: an annotation does not lead back to its element, “{element.written}”"
                spot = spot_of(page.number, annotation.place)
                yield Finding("PRE-031", mark, message, "the parent tree is wrong", spot)


def _check_page(page: FilePage, held: Counter[tuple[int, int]], mark: Mark) -> Iterator[Finding]:
    loose = [one for one in page.drawn if not one.is_artifact and one.mcid < 0]
    yield from _told(page, loose, "is neither tagged nor an artifact", mark)
    lost = [one for one in page.drawn if one.mcid >= 0 and not one.is_artifact and not held[page.number, one.mcid]]
    yield from _told(page, lost, "is marked, but no element holds it", mark)
    both = [one for one in page.drawn if one.is_artifact and one.mcid >= 0]
    yield from _told(page, both, "is marked as content and as an artifact", mark)
    untold = [one for one in page.drawn if one.kind == "text" and one.is_artifact and not _says_why(one)]
    yield from _told(page, untold, "is an artifact that does not say of which type", mark)
    for mcid, count in sorted(Counter(one.mcid for one in page.sequences if one.mcid >= 0).items()):
        if count > 1:
            message = f"page {page.number}: the number {mcid} is given to {count} marked contents"
            yield Finding("PRE-022", mark, message, spot=_place_of(page, mcid))
        if held[page.number, mcid] > 1:
            message = f"page {page.number}: content {mcid} is held by {held[page.number, mcid]} elements"
            yield Finding("PRE-022", mark, message, spot=_place_of(page, mcid))


def _told(page: FilePage, found: list[Drawn], what: str, mark: Mark) -> Iterator[Finding]:
    for one in found[:_SHOWN]:
        message = f"page {page.number}: {_named(one)} {what}"
        yield Finding("PRE-022", mark, message, spot=spot_of(page.number, one.place))
    if len(found) > _SHOWN:
        message = f"page {page.number}: so it is with {len(found) - _SHOWN} more things: “{what}”"
        yield Finding("PRE-022", mark, message, spot=spot_of(page.number, page.whole))


def _named(drawn: Drawn) -> str:
    if drawn.kind == "text":
        text = " ".join(drawn.text.split())
        return f"“{text if len(text) <= 30 else text[:29] + '…'}”"
    return {"fill": "a filled area", "stroke": "a line", "image": "a picture", "shading": "a shading"}[drawn.kind]


def _says_why(drawn: Drawn) -> bool:
    return any(one.tag == "Artifact" and one.artifact for one in drawn.marks)


def _place_of(page: FilePage, mcid: int) -> Spot:
    place = next((one.place for one in page.drawn if one.mcid == mcid), page.whole)
    return spot_of(page.number, place)


def _whole(file: File, number: int) -> Spot | None:
    return spot_of(number, file.pages[number - 1].whole) if 0 < number <= len(file.pages) else None


def _holders(tree: Tree) -> tuple[dict[tuple[int, int], Element], dict[str, Element]]:
    """Return the element that holds each content, and the one that refers to each annotation."""
    contents: dict[tuple[int, int], Element] = {}
    objects: dict[str, Element] = {}
    for element in tree.elements():
        for kid in element.kids:
            if isinstance(kid, Held):
                contents.setdefault((kid.page, kid.mcid), element)
            elif isinstance(kid, Referred):
                objects.setdefault(kid.key, element)
    return contents, objects


def pages_of(elements: Iterable[Element]) -> tuple[int, ...]:
    """Return the pages on which elements have content, in order."""
    return tuple(sorted({one.page for element in elements for one in element.content() if one.page}))
