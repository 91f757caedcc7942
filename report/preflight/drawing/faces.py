"""Only the faces of the edition draw text in print files, and each line is in that of its neighbours (PRE-004).

Pages for readers are asked for their faces glyph by glyph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from report.findings import Finding, nearest
from report.locales.languages import has_letters_from_the_right
from report.preflight.drawing.glyph_lines import lines_of
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import Drawn
from report.preflight.fonts import declared_names, program_name
from report.preflight.technical.folding import printed_pages

_LONG = 10  # glyphs: shorter runs are signs and abbreviations, which may have a face of their own
_MOST = 0.9  # of the glyphs of a size
_STYLE = re.compile(r"-(Thin|Light|Regular|Medium|Semi-?Bold|Bold|Black|Italic|Oblique).*")


def ask_line_faces(evidence: Evidence) -> Iterator[Finding]:
    """Ask that no line stands in another family than nearly all text of its size, and than the lines beside it."""
    if evidence.file is None:
        return
    families = {face.path.stem: face.family for face in evidence.faces or ()}
    texts = [one for page in evidence.file.pages for one in page.drawn if one.kind == "text"]
    usual = _usual_families(texts, families)
    strange = {
        (one.page, one.place)
        for one in texts
        if len(one.codes) >= _LONG and _family(one, families) != usual.get(_kind(one), _family(one, families))
    }
    for page in printed_pages(evidence) if strange else ():
        lines = list(lines_of(page.drawn))
        for line in lines:
            if (line[0].page, line[0].place) not in strange:
                continue
            wanted = usual[_kind(line[0])]
            beside = [other for other in lines if _is_beside(line[0], other[0])]
            if all(_family(one, families) != wanted for one in line) and any(
                _family(other[0], families) == wanted for other in beside
            ):
                message = f"page {page.number}: “{_opening(line)}” is set in {line[0].face}, among text in {wanted}"
                yield Finding("PRE-004", evidence.mark, message, spot=spot_of(page.side, line[0].place))


def _usual_families(texts: Sequence[Drawn], families: Mapping[str, str]) -> dict[tuple[float, bool], str]:
    """Return the family of nearly all text of a size, for letters from the left and from the right."""
    counted: dict[tuple[float, bool], Counter[str]] = {}
    for one in texts:
        counted.setdefault(_kind(one), Counter())[_family(one, families)] += len(one.codes)
    first = {kind: counts.most_common(1)[0] for kind, counts in counted.items()}
    return {kind: name for kind, (name, count) in first.items() if count >= _MOST * counted[kind].total()}


def _kind(drawn: Drawn) -> tuple[float, bool]:
    return round(drawn.size, 1), has_letters_from_the_right(drawn.text)


def _family(drawn: Drawn, families: Mapping[str, str]) -> str:
    """Return the family of a face: as declared, else the name without its last parts."""
    return families.get(drawn.face) or _STYLE.sub("", drawn.face)


def _is_beside(drawn: Drawn, other: Drawn) -> bool:
    """Whether a line stands just above or below another, in the same column and size."""
    step = abs(drawn.origin[1] - other.origin[1])
    across = abs(drawn.place.left - other.place.left)
    return 0.5 * drawn.size < step < 1.6 * drawn.size and across < 4 * drawn.size and _kind(drawn) == _kind(other)


def _opening(line: Sequence[Drawn]) -> str:
    text = " ".join("".join(one.text for one in line).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def ask_faces(evidence: Evidence) -> Iterator[Finding]:
    """Ask that every font is a declared face, by the name in its own program."""
    file, mark = evidence.file, evidence.mark
    if file is None or evidence.faces is None:
        return
    first: dict[str, Drawn] = {}
    for page in file.pages:
        for one in page.drawn:
            if one.kind == "text":
                first.setdefault(one.font_id, one)
    names = {key: program_name(file.fonts[key].body()) or file.fonts[key].name for key in first if key in file.fonts}
    declared = declared_names(set(names.values()), evidence.faces)
    for key, name in names.items():
        if name not in declared:
            one = first[key]
            message = f"text on page {one.page} is set in {name}, which is not a declared face"
            yield Finding("PRE-004", mark, message, nearest(name, declared), spot_of(one.page, one.place))
