"""From boxes to elements: the structure tree of a document, in the order of reading.

Boxes are many for one element: one for each column, page and line it stands in, and others that the engine needs for
itself. All of them name the element they were made for, so the tree follows the elements of the HTML, and the boxes
only say what stands in which, and in which order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout import replaced
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.logger import LOGGER

from report.typeset.corrections.structure.links import CALL, MARKER, describe
from report.typeset.corrections.structure.lists import numbering
from report.typeset.corrections.structure.nodes import GROUPING, Area, Content, Node
from report.typeset.corrections.structure.roles import OWNERS, PLAIN_BLOCKS, is_internal, role_of

# Boxes and elements of the engine are untyped.
Box = Any
Element = Any

_POINTS = 0.75
_INLINE_ROLES = frozenset({"Span", "Em", "Strong", "Ins", "Del", "Quote", "Code", "Link"})
_DECORATED = {"Ins": "/Underline", "Del": "/LineThrough"}
_CELLS = ("TH", "TD")
_ITEMS = ("li", "dt", "dd")


def read_tree(pages: Sequence[Box], marks: Sequence[dict[Box, Any]], heights: Sequence[float]) -> Node:
    """Return the tree of a drawn document.

    ``marks`` are the sequences of marked content of every page, by the box they were drawn for, and ``heights`` the
    heights of the pages, in pixels.
    """
    root = next(box.element for box in pages[0].children if box.is_for_root_element)
    reader = _Reader(root)
    for number, (page, drawn, height) in enumerate(zip(pages, marks, heights, strict=True)):
        reader.read(page, number, drawn, height)
    return reader.finished()


class _Reader:
    """Reads pages, and remembers the structure element of every element of the HTML."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._parents: dict[Element, Element] = {child: parent for parent in root.iter() for child in parent}
        self._languages: dict[Element, str] = {root: root.get("lang", "")}
        self._document = Node("Document", self._languages[root])
        self._nodes: dict[Element, Node] = {root: self._document}
        self._roles: dict[Element, str] = {root: "Document"}
        self._loose: dict[Element, Node] = {}
        self._items: dict[Element, Node] = {}
        self._labels: dict[Element, Node] = {}
        self._parts: dict[tuple[Element, str], Node] = {}
        self._lists: dict[Node, dict[Node, str]] = {}

    def read(self, box: Box, page: int, marks: Mapping[Box, Any], height: float) -> None:
        """Read a box and all within it."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        element = self._root if box.element is None else box.element
        if box.element_tag == element.tag and element in self._parents:
            self._meet(box, element)
        if box.link_annotation is not None:
            self._link(box, element).kids.append(Area(page, box.link_annotation))
        if (mark := marks.get(box)) is not None:
            content = Content(page, mark["mcid"])
            if isinstance(box, boxes.ReplacedBox):
                self._figure(box, height).kids.append(content)
            else:
                self._holder_of(box).kids.append(content)
        for child in box.children:
            self.read(child, page, marks, height)

    def finished(self) -> Node:
        """Return the tree, its lists numbered."""
        for node, marks in self._lists.items():
            node.attributes["List"] = {"ListNumbering": f"/{numbering(list(marks.values()))}"}
        return self._document

    def _meet(self, box: Box, element: Element) -> None:
        """Keep what is there though it holds no words: cells, and how many columns and rows they take."""
        if isinstance(box, boxes.TableCellBox) and self._role(element) in _CELLS:
            cell = self._node(element)
            cell.span = (box.colspan, box.rowspan)
            spans = zip(("ColSpan", "RowSpan"), cell.span, strict=True)
            cell.attributes["Table"] |= {name: size for name, size in spans if size > 1}

    def _holder_of(self, box: Box) -> Node:
        """Return the element on which the words of a box hang."""
        element = box.element
        _, _, part = box.element_tag.partition("::")
        if part in (CALL, MARKER):
            return self._part(element, part)
        is_mark = part == "marker" or (part == "before" and element.get("data-marker") is not None)
        if is_mark and self._is_item(element):
            return self._mark(element, box.text)
        return self._holder(element)

    def _node(self, element: Element) -> Node:
        """Return the element on which the blocks in an element of the HTML hang."""
        if element not in self._nodes:
            self._nodes[element] = self._made(element)
        return self._nodes[element]

    def _made(self, element: Element) -> Node:
        role, parent = self._role(element), self._parents[element]
        if not role:
            return self._node(parent)
        if role == "Lbl":
            item = self._item_around(element)
            return self._node(parent) if item is None else self._label(item)
        if self._is_item(element):
            body = self._add(self._item(element), "LBody", element)
            return body if role == "LBody" else self._add(body, role, element)
        if role == "Link" and is_internal(element):
            return self._add(self._add(self._holder(parent), "Reference", element), role, element)
        made = self._add(self._holder(parent) if role in _INLINE_ROLES else self._node(parent), role, element)
        if role == "L":
            self._lists[made] = {}
        if role in _DECORATED:
            made.attributes["Layout"] = {"TextDecorationType": _DECORATED[role]}
        if role in _CELLS:
            scope = "Row" if element.get("scope", "").startswith("row") else "Column"
            made.attributes["Table"] = {"Scope": f"/{scope}"} if role == "TH" else {}
        return made

    def _holder(self, element: Element) -> Node:
        """Return the element on which words in an element of the HTML hang; loose ones make a paragraph."""
        node = self._node(element)
        if node.tag not in GROUPING:
            return node
        block = element
        while not self._role(block) and block.tag not in PLAIN_BLOCKS:
            block = self._parents[block]
        loose = self._loose.get(block)
        if loose is None or node.kids[-1] is not loose:
            loose = self._loose[block] = self._add(node, "P", block)
        return loose

    def _item_around(self, element: Element) -> Element | None:
        """Return what makes the list item that a label belongs to."""
        around = element
        while around is not None and not self._is_item(around):
            around = self._parents.get(around)
        return around

    def _is_item(self, element: Element) -> bool:
        return element.tag in _ITEMS and self._role(self._owner(element)) == "L"

    def _owner(self, element: Element) -> Element:
        """Return the element that an item of a list, a row or a cell is in: the nearest that is no plain division."""
        owner = self._parents[element]
        while owner.tag == "div" and owner in self._parents:
            owner = self._parents[owner]
        return owner

    def _item(self, element: Element) -> Node:
        """Return the list item of an ``li``, ``dt`` or ``dd``: terms and what is said of them stand in one."""
        if element not in self._items:
            parent = self._node(self._parents[element])
            last = parent.nodes[-1] if parent.nodes else None
            if element.tag == "dd" and last and [kid.tag for kid in last.nodes] == ["Lbl"]:
                self._items[element] = last
            else:
                self._items[element] = self._add(parent, "LI", element)
        return self._items[element]

    def _label(self, element: Element) -> Node:
        """Return the label of a list item, which comes first in it."""
        if element not in self._labels:
            item = self._item(element)
            label = self._labels[element] = Node("Lbl", self._language(element))
            item.kids.insert(0, label)
        return self._labels[element]

    def _mark(self, element: Element, words: str) -> Node:
        """Return the label that holds the mark of a list item, and remember the mark: it tells the numbering."""
        label = self._label(element)
        marks = self._lists[self._node(self._parents[element])]
        marks[label] = marks.get(label, "") + words
        return label

    def _part(self, element: Element, part: str) -> Node:
        """Return the call of a note, behind which the note itself is met, or its marker."""
        key = (element, part)
        if key not in self._parts:
            if part == CALL:
                outer = self._add(self._holder(self._parents[element]), "Reference", self._parents[element])
                self._note(element)
            else:
                outer = self._add(self._note(element), "Lbl", element)
            is_linked = element.get("id") is not None
            self._parts[key] = self._add(outer, "Link", element) if is_linked else outer
        return self._parts[key]

    def _note(self, element: Element) -> Node:
        if element not in self._nodes:
            note = self._nodes[element] = self._add(self._holder(self._parents[element]), "Note", element)
            note.id = element.get("id") or f"note at {len(self._nodes)}"
        return self._nodes[element]

    def _link(self, box: Box, element: Element) -> Node:
        """Return the link of a box, described; a link that no element makes is one of its own."""
        _, _, part = box.element_tag.partition("::")
        if part in (CALL, MARKER):
            describe(box.link_annotation, element, part)
            return self._part(element, part)
        around = element
        while around is not None and self._role(around) != "Link":
            around = self._parents.get(around)
        if around is None:
            describe(box.link_annotation, element, "")
            return self._add(self._holder(element), "Link", element)
        describe(box.link_annotation, around, "")
        return self._node(around)

    def _figure(self, box: Box, height: float) -> Node:
        """Return the figure of a picture, with its alternative text and its place on the page (in points)."""
        element, is_block = box.element, isinstance(box, boxes.BlockReplacedBox)
        parent = self._parents[element]
        around = self._node(parent)
        stands_alone = is_block or around.tag == "Div"
        figure = self._add(around if stands_alone else self._holder(parent), "Figure", element)
        figure.alternative = element.get("alt") or element.findtext("{http://www.w3.org/2000/svg}title") or ""
        if not figure.alternative:
            LOGGER.error('Image "%s" has no required alt description', element.get("src", "unknown"))
        width, depth, left, top = replaced.replacedbox_layout(box)
        edges = (left, height - top - depth, left + width, height - top)
        layout = {"BBox": pydyf.Array(round(edge * _POINTS, 3) for edge in edges)}
        figure.attributes["Layout"] = layout | ({"Placement": "/Block"} if is_block else {})
        return figure

    def _add(self, parent: Node, tag: str, element: Element) -> Node:
        node = Node(tag, self._language(element))
        parent.kids.append(node)
        return node

    def _role(self, element: Element) -> str:
        """Return the structure type of an element; parts of lists and tables are none elsewhere."""
        if element not in self._roles:
            role = role_of(element, self._language(self._parents[element]))
            owners = OWNERS.get(element.tag)
            if owners and role not in ("", element.get("data-tag")) and self._role(self._owner(element)) not in owners:
                role = ""
            self._roles[element] = role
        return self._roles[element]

    def _language(self, element: Element) -> str:
        if element not in self._languages:
            self._languages[element] = element.get("lang") or self._language(self._parents[element])
        return self._languages[element]
