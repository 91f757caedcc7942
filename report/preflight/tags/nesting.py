"""Elements are of the standard's types and stand where they may (PRE-023): ISO 32000-1, 14.8.4; ISO 14289-1, 7.2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from report.findings import Finding, Mark, Spot
from report.model.output import Part
from report.preflight.evidence import Evidence, spot_of
from report.preflight.file import File
from report.preflight.file.structure import Element, Held, Tree
from report.preflight.tags.order import told

_GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"}
_HEADINGS = {"H", "H1", "H2", "H3", "H4", "H5", "H6"}
_BLOCKS = {"P", *_HEADINGS, "L", "Table", "Note", "Figure", "Formula", "Form"}
_PARTS = {"LI", "Lbl", "LBody", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Private"}
_INLINE = {"Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu"}
STANDARD = frozenset({*_GROUPING, *_BLOCKS, *_PARTS, *_INLINE, "WT", "WP"})
# In which elements an element may stand only.
_WITHIN: Mapping[str, Set[str]] = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TOCI": {"TOC"},
    "Lbl": {"LI", "Note", "Caption", "Figure", "Formula", "TOCI", "Link", "BibEntry", "Reference", *_HEADINGS, "P"},
}
# What elements may hold only.
_HOLDS: Mapping[str, Set[str]] = {
    "L": {"Caption", "LI", "L"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "TR", "THead", "TBody", "TFoot"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "Document": STANDARD - _PARTS,
}
# Elements in which blocks stand, and no words but in a block of their own.
_PLACES = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote"}
_WORDLESS = {*_PLACES, "L", "LI", "Table", "TR", "THead", "TBody", "TFoot"}
# Elements of a line and single paragraphs hold no blocks; a Note may be called, and stand, anywhere.
_FLAT = {"P", *_HEADINGS, *_INLINE}
_NOT_IN_LINES = (_BLOCKS | _GROUPING | _PARTS) - {"Note", "Lbl", "Figure", "Formula", "Form", "NonStruct"}
# What the passages of the copy may be tagged as: the element around a word, or one further out.
_ROLES: Mapping[Part, Set[str]] = {
    "title": {"H1"},
    "heading": _HEADINGS - {"H1"},
    "paragraph": {"P"},
    "quotation": {"BlockQuote"},
    "attribution": {"BlockQuote"},
    "marker": {"Lbl"},
    "item": {"LBody"},
    "step": {"LBody"},
    "drawing": {"Figure"},
    "caption": {"Caption"},
    "head-cell": {"TH"},
    "row-head": {"TH"},
    "cell": {"TD"},
    "note": {"Note"},
    "entry": {"LBody"},
}
_NAMES: Mapping[Part, str] = {"head-cell": "head of a column", "row-head": "head of a row", "item": "list item"}


def ask_nesting(evidence: Evidence) -> Iterator[Finding]:
    """Ask that tags are known, stand where they may, and are what the copy says they are (PRE-023)."""
    if evidence.file is None or evidence.file.tree is None:
        return
    tree, mark = evidence.file.tree, evidence.mark
    for written, role in tree.roles.items():
        if written in STANDARD and role != written:
            yield Finding("PRE-023", mark, f"the standard type “{written}” is mapped to “{role}”")
    if [root.role for root in tree.roots] != ["Document"]:
        yield Finding("PRE-023", mark, "the structure tree does not begin with one element “Document”")
    for element, outer in _with_outer(tree):
        for fault in _faults(element, outer):
            yield Finding("PRE-023", mark, fault, spot=spot_of_element(evidence.file, element))
    yield from _check_roles(evidence)


def spot_of_element(file: File, element: Element) -> Spot | None:
    """Return the place of an element's first content; nothing for an empty one."""
    for held in element.content():
        if 0 < held.page <= len(file.pages):
            page = file.pages[held.page - 1]
            place = next((one.place for one in page.drawn if one.mcid == held.mcid), page.whole)
            return spot_of(page.number, place)
    return None


def _with_outer(tree: Tree) -> Iterator[tuple[Element, Element | None]]:
    for root in tree.roots:
        yield root, None
        for element in root.within():
            for kid in element.elements:
                yield kid, element


def _faults(element: Element, outer: Element | None) -> Iterator[str]:
    role = element.role
    if role not in STANDARD:
        yield f"“{element.written}” is no type of the standard, and is not mapped to one"
        return
    around = outer.role if outer else ""
    if outer and role in _WITHIN and around not in _WITHIN[role]:
        yield f"“{role}” stands in “{around}”, where it may not"
    elif around in _HOLDS and role not in _HOLDS[around]:
        yield f"“{around}” holds “{role}”, which it may not"
    elif around in _FLAT and role in _NOT_IN_LINES:
        yield f"“{role}” stands in “{around}”, which holds words only"
    elif around in _PLACES and role in _INLINE:
        yield f"“{role}” stands in “{around}”, without a paragraph around it"
    if role in _WORDLESS and any(isinstance(kid, Held) for kid in element.kids):
        yield f"“{role}” holds words or drawings itself, without an element for them"
    if role == "Document" and outer:
        yield "“Document” stands within the document"
    if not element.kids and role not in ("TD", "TH"):
        yield f"“{role}” is empty"


def _check_roles(evidence: Evidence) -> Iterator[Finding]:
    """Ask that each passage of the copy is tagged as what it is."""
    heard = told(evidence)
    if heard is None:
        return
    for comparison, words in heard.streams():
        asked: set[int] = set()
        for owner, place in zip(comparison.expected.owners, comparison.alignment.places, strict=True):
            passage = comparison.passages[owner]
            if place < 0 or owner in asked or passage.part not in _ROLES:
                continue
            asked.add(owner)
            word, wanted = words[place], _ROLES[passage.part]
            if not any(element.role in wanted for element in word.path):
                what = _NAMES.get(passage.part, passage.part)
                message = f"page {word.page}: “{_opening(passage.text)}” ({what}) is tagged as “{word.block.role}”"
                hint = f"it should be within “{'”, “'.join(sorted(wanted))}”"
                spot = spot_of(word.page, word.place)
                yield Finding("PRE-023", Mark.parse(passage.place), message, hint, spot)


def _opening(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
