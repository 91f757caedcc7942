"""The engine's tag tree says what boxes it made, not what the text is.

Minimal case: a paragraph that goes on in the next column or on the next page; the structure tree has two
paragraphs, and a Span for each line. Beyond that the engine tags every anonymous box as NonStruct, running heads
and repeated table heads as text, and nothing as a note, a quotation, a caption of a table or a foreign run; list
items with marks of their own have no label, and links tell assistive tools the id they lead to.

The answer builds the tree anew (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7), from the HTML: fragments of one element
hang on one element (``reading``), whose type its tag and attributes say (``roles``). Then whole trees are put in order:
notes follow the block that calls them (``notes``), captions stand in what they are captions of, headers of cells are
named (``tables``), headings open sections (``sections``). What is no text is an artifact (``artifacts``), every
link annotation is described (``links``), and all of it is written as objects of the file (``writing``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import document as documents
from weasyprint import pdf as writers
from weasyprint.pdf.stream import Stream

from report.typeset.corrections.patching import replaced
from report.typeset.corrections.structure.artifacts import LAYOUT, artifacts_of
from report.typeset.corrections.structure.notes import settle_notes
from report.typeset.corrections.structure.reading import read_tree
from report.typeset.corrections.structure.sections import open_sections
from report.typeset.corrections.structure.tables import complete_tables, place_captions
from report.typeset.corrections.structure.writing import write_tree

# Documents, streams and boxes of the engine are untyped.
Untyped = Any


@contextmanager
def install() -> Iterator[None]:
    """Write our own structure tree in place of the engine's."""
    artifacts: dict[Untyped, pydyf.Dictionary] = {}
    stock_generate, stock_marked = documents.generate_pdf, Stream.marked

    def generate_pdf(document: Untyped, *arguments: Any, **options: Any) -> Untyped:
        artifacts.update(artifacts_of(page._page_box for page in document.pages))
        try:
            return stock_generate(document, *arguments, **options)
        finally:
            artifacts.clear()

    @contextmanager
    def marked(stream: Untyped, box: Untyped, tag: str) -> Iterator[None]:
        aside = artifacts.get(box)
        if aside is None or stream._tags is None:
            with stock_marked(stream, box, tag):
                yield
        else:
            with _sequence(stream, aside):
                yield

    @contextmanager
    def artifact(stream: Untyped) -> Iterator[None]:
        if stream._tags is None:
            yield
        else:
            with _sequence(stream, LAYOUT):
                yield

    with (
        replaced(documents, "generate_pdf", generate_pdf),
        replaced(writers, "add_tags", add_tags),
        replaced(Stream, "marked", marked),
        replaced(Stream, "artifact", artifact),
    ):
        yield


def add_tags(pdf: Untyped, document: Untyped, _version: Untyped, streams: list[Untyped]) -> None:
    """Tag a drawn document: the answer to ``weasyprint.pdf.tags.add_tags``."""
    pages = [page._page_box for page in document.pages]
    tree = read_tree(pages, [stream._tags for stream in streams], [page.height for page in document.pages])
    place_captions(tree)
    settle_notes(tree)
    open_sections(tree)
    complete_tables(tree)
    write_tree(pdf, tree, len(pages))


@contextmanager
def _sequence(stream: Untyped, properties: pydyf.Dictionary) -> Iterator[None]:
    """Draw what is no text as an artifact (ISO 32000-1, 14.8.2.2)."""
    stream.begin_marked_content("Artifact", properties)
    try:
        yield
    finally:
        stream.end_marked_content()
