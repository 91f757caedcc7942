"""Note calls and notes do not link to each other, and notes are not tagged as notes.

Minimal case: one paragraph with one ``float: footnote``; the PDF has no link, and the structure
tree calls the note a Span. A reader on a screen cannot go to a note and back, and an assistive
tool cannot tell a note from text.

The links are set on the box tree before it is laid out: the call links to the id of the note's
element, the marker to an anchor on the call (``<id>-call``). In the structure tree the call is a
Link, the note a Note with the ID that PDF/UA-1 asks for, its marker a Link within a Lbl. An
``<a>`` without ``href``, as stands at a call to be linked to, is no Link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import document
from weasyprint.pdf import tags

from report.typeset.corrections.patching import replaced

# Boxes of the engine and dictionaries of its PDF are untyped.
Box = Any
Element = Any

_NOTE = "note"
_MARKER = "::footnote-marker"
_CALL = "::footnote-call"


@contextmanager
def install() -> Iterator[None]:
    """Link calls and notes, and tag both."""
    with (
        replaced(document, "build_formatting_structure", _linking(document.build_formatting_structure)),
        replaced(tags, "_get_pdf_tag", _naming(tags._get_pdf_tag)),
        replaced(tags, "_build_box_tree", _tagging(tags._build_box_tree)),
    ):
        yield


def _linking(stock: Callable[..., Box]) -> Callable[..., Box]:
    """The box tree of a document, with links between calls and notes."""

    def build_formatting_structure(*arguments: Any, **options: Any) -> Box:
        root = stock(*arguments, **options)
        for box in root.descendants():
            if box.footnote is not None and box.footnote.element.get("id"):
                _link(box, box.footnote)
        return root

    return build_formatting_structure


def _naming(stock: Callable[[str | None], str]) -> Callable[[str | None], str]:
    """The tag of an element: notes, their calls and markers have their own."""

    def get_pdf_tag(tag: str | None) -> str:
        if tag == _NOTE:
            return "Note"
        return "Link" if tag and tag.endswith((_CALL, _MARKER)) else stock(tag)

    return get_pdf_tag


def _tagging(stock: Callable[..., Iterator[Element]]) -> Callable[..., Iterator[Element]]:
    """The structure tree of a box: markers in a label, notes with an ID, links only where there is one."""

    def build_box_tree(box: Box, parent: Element, pdf: Any, *arguments: Any) -> Iterator[Element]:
        tag = box.element_tag or ""
        if tag.endswith(_MARKER):
            label = _label(pdf, parent)
            label["K"].extend(link.reference for link in stock(box, label, pdf, *arguments))
            yield label
            return
        for element in stock(box, parent, pdf, *arguments):
            if tag == _NOTE:
                _name_note(element, box, parent)
            elif tag == "a" and box.element.get("href") is None:
                element["S"] = "/Span"
            yield element

    return build_box_tree


def _link(call: Box, note: Box) -> None:
    """Link a call to its note, and the note's marker back to the call."""
    name = note.element.get("id")
    call.link = ("url", ("internal", name))
    call.style = call.style.copy()
    call.style["anchor"] = f"{name}-call"
    note.element_tag = _NOTE
    for box in note.descendants():
        if (box.element_tag or "").endswith(_MARKER):
            box.link = ("url", ("internal", f"{name}-call"))
            return


def _label(pdf: Any, parent: Element) -> Element:
    label = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/Lbl", "K": pydyf.Array([]), "Pg": parent["Pg"], "P": parent.reference}
    )
    pdf.add_object(label)
    return label


def _name_note(element: Element, box: Box, parent: Element) -> None:
    """Give a note its ID; the anonymous blocks within it are nothing of their own."""
    if parent["S"] == "/Note":
        element["S"] = "/NonStruct"
    else:
        element["ID"] = pydyf.String(box.element.get("id"))
