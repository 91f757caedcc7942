"""Running heads and folios are those of the brief, on every page but the first (PRE-037)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.findings import Finding
from report.model.output import Copy
from report.model.text import Direction
from report.preflight.drawing.glyph_lines import is_at_edge, lines_of, text_of_line
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import Drawn, FilePage
from report.preflight.tags.pieces import read_pieces
from report.preflight.tags.spoken import whole_fold
from report.preflight.technical.folding import direction_of_pages, printed_pages, stands_alone

_PARTS = ("Header", "Footer")
_CLOSE = 0.1  # of the size: so close stand letters of a word
_NAME = re.compile(r"[0-9]+[a-z][0-9a-z]*")


def ask_running(evidence: Evidence) -> Iterator[Finding]:
    """Ask that running heads say what the brief is called, and folios the number of the page."""
    file, copy = evidence.file, evidence.copy
    if file is None or copy is None:
        return
    if file.tree is None:
        yield from _check_folios(evidence)
        return
    known = {squeezed_signs(name) for name in known_heads(copy)}
    for page in file.pages:
        folios = 0
        for text in _texts(page, copy.direction):
            if text.isdecimal() and (int(text) == page.number or squeezed_signs(text) not in known):
                folios += 1
                if int(text) != page.number:
                    message = f"page {page.number}: the folio is “{text}”"
                    yield Finding("PRE-037", evidence.mark, message, spot=spot_of(page.number, page.whole))
            elif squeezed_signs(text) not in known:
                message = f"page {page.number}: “{text}” is in a running head, but no name of the brief or its parts"
                yield Finding("PRE-037", evidence.mark, message, spot=spot_of(page.number, page.whole))
        if folios != 1:
            message = f"page {page.number} has {folios or 'no'} folio{'s' if folios > 1 else ''}"
            yield Finding("PRE-037", evidence.mark, message, spot=spot_of(page.number, page.whole))


def _check_folios(evidence: Evidence) -> Iterator[Finding]:
    """Ask the pages of a print file, which have no tags, for their folios: figures alone at the head or at the foot."""
    if not evidence.limits.intent or not stands_alone(evidence):
        return
    found = []
    for page in printed_pages(evidence):
        lines = [line for line in lines_of(page.drawn) if is_at_edge(page, line[0])]
        texts = [whole_fold(text_of_line(line, direction_of_pages(evidence))) for line in lines]
        folios = [int(text) for text in texts if text.isdecimal()]
        if any(one.kind == "text" for one in page.drawn):
            found.append((page, folios))
    if not any(folios for _, folios in found):
        return
    for page, folios in found:
        if folios != [page.number]:
            said = "”, “".join(map(str, folios))
            message = f"page {page.number}: the folio is “{said}”" if folios else f"page {page.number} has no folio"
            yield Finding("PRE-037", evidence.mark, message, spot=spot_of(page.side, page.frame))


def _texts(page: FilePage, direction: Direction) -> Iterator[str]:
    """Yield the running heads and folios of a page: pieces that stand together are one."""
    for part in _PARTS:
        drawn = [one for one in page.drawn if one.kind == "text" and _part_of(one) == part]
        pieces = sorted(read_pieces(drawn, direction), key=lambda one: one.place.left)
        together: list[list[str]] = []
        edge = 0.0
        for piece in pieces:
            text = whole_fold(piece.text)
            gap = piece.place.left - edge
            if together and gap < _CLOSE * piece.size and _NAME.fullmatch(together[-1][-1] + text):
                # The figures that the name of a commit begins with are drawn by themselves; it runs from the left.
                together[-1][-1] += text
            elif together and gap < 3 * piece.size:
                together[-1].append(text)
            elif text:
                together.append([text])
            edge = max(edge, piece.place.right)
        yield from ("".join(texts if direction == "ltr" else reversed(texts)) for texts in together)


def _part_of(drawn: Drawn) -> str:
    return next((one.part for one in drawn.marks if one.tag == "Artifact" and one.artifact == "Pagination"), "")


def known_heads(copy: Copy) -> set[str]:
    """Return what running heads may say: names of the brief, of its series, its house and its parts."""
    return {whole_fold(name) for name in (*copy.running, *(entry.title for entry in copy.outline))}


def squeezed_signs(text: str) -> str:
    """Return a text without its spaces: what parts the pieces of a head is not told."""
    return text.replace(" ", "").replace("\u200c", "")
