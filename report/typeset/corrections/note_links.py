"""Note calls and notes do not link to each other.

Minimal case: one paragraph with one ``float: footnote``; the PDF has no link, and a reader on a
screen cannot go to a note and back.

The links are set on the box tree before it is laid out: the call links to the id of the note's
element, the marker to an anchor on the call (``<id>-call``). How they are tagged and described is
told in ``structure``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import document

from report.typeset.corrections.patching import replaced

# Boxes of the engine are untyped.
Box = Any

_MARKER = "::footnote-marker"


@contextmanager
def install() -> Iterator[None]:
    """Link calls and notes."""
    with replaced(document, "build_formatting_structure", _linking(document.build_formatting_structure)):
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


def _link(call: Box, note: Box) -> None:
    """Link a call to its note, and the note's marker back to the call."""
    name = note.element.get("id")
    call.link = ("url", ("internal", name))
    call.style = call.style.copy()
    call.style["anchor"] = f"{name}-call"
    for box in note.descendants():
        if (box.element_tag or "").endswith(_MARKER):
            box.link = ("url", ("internal", f"{name}-call"))
            return
