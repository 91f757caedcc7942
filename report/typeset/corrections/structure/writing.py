"""The structure tree as objects of the file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pydyf
from weasyprint.logger import LOGGER

from report.typeset.corrections.structure.nodes import Area, Content, Node

# Files of the engine are untyped.
Pdf = Any

_ROLES = {"Em": "/Span", "Strong": "/Span"}  # types of PDF 2.0, and what they are in PDF 1.7
# Types of no standard, in files that have them: ISO 32000-1, 14.8.4.4 knows no words that were put in or taken out.
_OWN_ROLES = {"Ins": "/Span", "Del": "/Span"}


def write_tree(pdf: Pdf, tree: Node, pages: int) -> None:
    """Write the tree, the way back from content to elements, and what a tagged file says of itself."""
    writer = _Writer(pdf, pages)
    document = writer.element(tree, writer.root.reference, tree.language)
    writer.root["K"] = pydyf.Array([document.reference])
    writer.root["ParentTree"] = writer.parent_tree()
    writer.root["ParentTreeNextKey"] = pages + len(writer.areas)
    used = {node.tag for node in tree.descendants()}
    own = {written: role for written, role in _OWN_ROLES.items() if written in used}
    writer.root["RoleMap"] = pydyf.Dictionary(_ROLES | own)
    if writer.named:
        names = chain.from_iterable((pydyf.String(name), writer.named[name]) for name in sorted(writer.named))
        writer.root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})
    pdf.catalog["StructTreeRoot"] = writer.root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    if "Outlines" in pdf.catalog:
        pdf.catalog["PageMode"] = "/UseOutlines"
    if "Lang" not in pdf.catalog:
        LOGGER.error('Missing required "lang" attribute at the root of the document')
        pdf.catalog["Lang"] = pydyf.String()


class _Writer:
    """Writes elements, and remembers what hangs on which."""

    def __init__(self, pdf: Pdf, pages: int) -> None:
        self._pdf = pdf
        self.root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        pdf.add_object(self.root)
        self.contents: list[dict[int, bytes]] = [{} for _ in range(pages)]
        self.areas: list[bytes] = []
        self.named: dict[str, bytes] = {}

    def element(self, node: Node, parent: bytes, language: str) -> pydyf.Dictionary:
        """Write an element and all below it; ``language`` is the one around it."""
        made = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.tag}", "P": parent})
        self._pdf.add_object(made)
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        if page is not None:
            made["Pg"] = self._pdf.page_references[page]
        if node.language != language:
            made["Lang"] = pydyf.String(node.language)
        if node.id:
            made["ID"] = pydyf.String(node.id)
            self.named[node.id] = made.reference
        if node.alternative:
            made["Alt"] = pydyf.String(node.alternative)
        owned = [pydyf.Dictionary({"O": f"/{owner}", **values}) for owner, values in node.attributes.items() if values]
        if owned:
            made["A"] = owned[0] if len(owned) == 1 else pydyf.Array(owned)
        made["K"] = pydyf.Array(self._kid(kid, made.reference, page, node.language) for kid in node.kids)
        return made

    def parent_tree(self) -> bytes:
        """Write which element the contents of each page and each link annotation belong to."""
        numbers = pydyf.Array()
        for page, contents in enumerate(self.contents):
            numbers += [page, pydyf.Array(contents[mcid] for mcid in sorted(contents))]
        for key, owner in enumerate(self.areas, start=len(self.contents)):
            numbers += [key, owner]
        tree = pydyf.Dictionary({"Nums": numbers})
        self._pdf.add_object(tree)
        reference: bytes = tree.reference
        return reference

    def _kid(self, kid: Node | Content | Area, owner: bytes, page: int | None, language: str) -> Any:
        if isinstance(kid, Node):
            return self.element(kid, owner, language).reference
        there = self._pdf.page_references[kid.page]
        if isinstance(kid, Content):
            self.contents[kid.page][kid.mcid] = owner
            if kid.page == page:
                return kid.mcid
            return pydyf.Dictionary({"Type": "/MCR", "Pg": there, "MCID": kid.mcid})
        kid.annotation["StructParent"] = len(self.contents) + len(self.areas)
        self.areas.append(owner)
        where = {} if kid.page == page else {"Pg": there}
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, **where})
