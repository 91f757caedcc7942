"""What we call sound, Pandoc reads alike: the same works in the same order, manner, words before and words after.

Random citations are read by both. Pandoc keeps the locator in the words after a work; ours is told apart already, so
letters and digits are compared, with the words for the kind of the locator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

import pypandoc

from report.findings import Mark
from report.locales import Shelf
from report.model.manuscript import ScalarNode, Stretch
from report.model.text import Citation, CitedNames, NoteCall, Text
from report.validate.kinds import Prose
from report.validate.locator_forms import locator_forms
from report.validate.markdown import read_prose
from tests.support.random_citations import expected_of_part, expected_of_text, letters, random_citations

FORMS = locator_forms(Shelf.of(None))

CASES = 400
SEED = 5
DIALECT = "markdown_strict+citations+inline_notes+bracketed_spans"


class Cited(NamedTuple):
    """A work as it is cited: in the text, without its authors or in full; ``after`` may be a pattern."""

    key: str
    manner: str
    before: str
    after: str


def test_pandoc_reads_the_same_citations() -> None:
    rng = Random(SEED)
    sources: list[str] = []
    ours: list[list[Cited]] = []
    while len(sources) < CASES:
        source = f"{random_citations(rng)} and {random_citations(rng)}."
        reading = read_prose(ScalarNode(source, "text", Mark("a.yaml"), (Stretch(0, 1, 1),)), Prose(notes=True), FORMS)
        if not reading.findings:
            sources.append(source)
            ours.append(list(_ours(reading.text)))
    document = json.loads(pypandoc.convert_text("\n\n".join(sources), "json", format=DIALECT))
    for source, own, block in zip(sources, ours, document["blocks"], strict=True):
        theirs = list(_theirs(block))
        assert len(own) == len(theirs), source
        assert all(_are_alike(one, other) for one, other in zip(own, theirs, strict=True)), (source, own, theirs)


def _are_alike(own: Cited, theirs: Cited) -> bool:
    """Whether both are the same; in a note, Pandoc tells a work named by its key alone from one in brackets."""
    manners = {own.manner, "AuthorInText"} if own.manner == "NormalCitation" else {own.manner}
    is_alike = (own.key, own.before) == (theirs.key, theirs.before) and theirs.manner in manners
    return is_alike and re.fullmatch(own.after, theirs.after) is not None


def _ours(text: Text, named: frozenset[Mark] = frozenset()) -> Iterator[Cited]:
    for run in text:
        match run:
            case CitedNames(mark=mark):
                named |= {mark}
            case NoteCall(note=note):
                yield from _ours(note, named)
            case Citation(works=works):
                for work in works:
                    manner = "SuppressAuthor" if work.without_names else "NormalCitation"
                    after = "".join(map(expected_of_part, work.locator)) + expected_of_text(work.suffix)
                    before = expected_of_text(work.prefix)
                    yield Cited(work.key, "AuthorInText" if work.mark in named else manner, before, after)


def _theirs(node: Any) -> Iterator[Cited]:
    """Yield the works of every citation below a node of Pandoc's tree."""
    if isinstance(node, list):
        for child in node:
            yield from _theirs(child)
    elif isinstance(node, dict) and node.get("t") == "Cite":
        for work in node["c"][0]:
            before, after = (letters(_words(work[name])) for name in ("citationPrefix", "citationSuffix"))
            yield Cited(work["citationId"], work["citationMode"]["t"], before, after)
    elif isinstance(node, dict):
        yield from _theirs(list(node.values()))


def _words(inlines: list[Any]) -> str:
    words = []
    for inline in inlines:
        match inline:
            case {"t": "Str", "c": text}:
                words.append(text)
            case {"t": "Emph" | "Strong", "c": inner}:
                words.append(_words(inner))
            case {"t": "SmallCaps", "c": inner}:
                words.append(f"{_words(inner)} smallcaps")
            case {"t": "Link", "c": [_, inner, [address, _]]}:
                words.append(f"{_words(inner)} {address}")
    return " ".join(words)
