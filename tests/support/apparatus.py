"""Apparatuses for tests: paragraphs in the small Markdown in, notes and bibliography as small Markdown out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from report.cite import cite
from report.findings import Mark
from report.load.references import read_references
from report.load.styles import load_style
from report.locales import Shelf
from report.model.apparatus import Apparatus
from report.model.blocks import Paragraph, Section
from report.model.brief import CitationRules
from report.model.edition import Edition
from report.model.manuscript import ScalarNode, Stretch
from report.model.references import References
from report.model.style import Style
from report.model.text import CitedNames, Emphasis, NoteCall, Strong, Text, Words, Wrapper
from report.validate.citation_styles import read_style
from report.validate.kinds import Prose
from report.validate.locator_forms import locator_forms
from report.validate.markdown import NoteIds, read_prose
from tests.support import editions

SHELF = Shelf.of(None)
_PATH = "content/tiny/sections/one.yaml"
_HEAD = "# "
_INVISIBLE = re.compile("[\u061c\u200e\u200f\u2060\u2066-\u2069]")
_SPACES = re.compile("[\u00a0\u202f]")
_STOP_AFTER_EMPHASIS = re.compile(r"(?<=\w)([.,])\*(?!\w)|(?<=[”’»“‘›])([.,])\*(?!\w)")


def rules(style: str = "house-short-title", house: Mapping[str, Any] | None = None) -> CitationRules:
    """Return how a house cites that says only this."""
    return replace(editions.citation_rules(), style=style, **(house or {}))


def edition_of(paragraphs: Sequence[str], locale: str, of_house: CitationRules) -> Edition:
    """Return an edition of paragraphs in the small Markdown; “# Title” begins a section.

    What cannot be read in them stops the test.
    """
    sections: list[Section] = []
    for number, written in enumerate(paragraphs, 1):
        if written.startswith(_HEAD) or not sections:
            title = written.removeprefix(_HEAD) if written.startswith(_HEAD) else ""
            sections.append(editions.section(f"s{len(sections) + 1}", title))
        if not written.startswith(_HEAD):
            block = paragraph_of(f"p{number}", written, number)
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, block))
    house = replace(editions.house(), citations=of_house)
    edition = editions.edition(*sections, of_house=house)
    pack = SHELF.pack(locale)
    return replace(edition, locale=locale, pack=pack, direction=pack.direction)


def paragraph_of(id_: str, written: str, line: int = 1) -> Paragraph:
    """Return a paragraph as the program reads it."""
    mark = Mark(_PATH, line, 1)
    read = read_prose(
        ScalarNode(written, "text", mark, (Stretch(0, line, 1),)), Prose(notes=True, running=True), locator_forms(SHELF)
    )
    assert not read.findings, read.findings
    return Paragraph(id_, NoteIds(id_).number(read.text), mark)


def works_of(source: str, *, anonymous: Collection[str] = ()) -> References:
    """Return the entries of a .bib file that has no mistakes but that these works name nobody."""
    checked = read_references({"references.bib": source})
    nameless = [f"“{key}” is" for key in anonymous]
    faults = [one for one in checked.findings if one.holds and not one.message.startswith(tuple(nameless))]
    assert not faults, faults
    return checked.value


@cache
def style_named(name: str) -> Style:
    """Return a citation style that comes with the program."""
    nodes = load_style(Path("nowhere"), name, editions.MARK)
    style = read_style(name, nodes.value)
    assert style.value is not None, style.findings
    return style.value


def apparatus_of(edition: Edition, works: References) -> Apparatus:
    """Return the apparatus of an edition all of whose works are known."""
    checked = cite(edition, works, style_named(edition.brief.house.citations.style), SHELF)
    faults = [finding for finding in checked.findings if finding.holds]
    assert not faults, faults
    return checked.value


def notes_of(apparatus: Apparatus) -> list[str]:
    """Return the notes as small Markdown, folded."""
    return [folded(marked(note.text)) for note in apparatus.notes.values()]


def bibliography_of(apparatus: Apparatus) -> list[str]:
    """Return the entries of the bibliography as small Markdown, folded."""
    references = (reference for group in apparatus.bibliography for reference in group.references)
    return [folded(marked(reference.text)) for reference in references]


def printed(edition: Edition, apparatus: Apparatus) -> list[str]:
    """Return the paragraphs as they print, without their notes, folded."""
    blocks = (block for section in edition.brief.sections for block in section.blocks)
    return [folded(marked(block.text, apparatus.names)) for block in blocks if isinstance(block, Paragraph)]


def marked(text: Text, names: Mapping[tuple[str, bool], Text] | None = None, *, in_emphasis: bool = False) -> str:
    """Return runs as small Markdown: ``*…*`` is emphasis, ``_…_`` emphasis inside it, ``**…**`` strong words."""
    parts = []
    for run in text:
        if isinstance(run, Words):
            parts.append(run.text)
        elif isinstance(run, Emphasis):
            sign = "_" if in_emphasis else "*"
            parts.append(f"{sign}{marked(run.runs, names, in_emphasis=not in_emphasis)}{sign}")
        elif isinstance(run, Wrapper):
            inner = marked(run.runs, names, in_emphasis=in_emphasis)
            parts.append(f"**{inner}**" if isinstance(run, Strong) else inner)
        elif isinstance(run, CitedNames):
            parts.append(marked((names or {})[run.key, run.begins_sentence], names))
        else:
            assert isinstance(run, NoteCall), run
    return "".join(parts)


def folded(written: str) -> str:
    """Return a text without what the conformance cases do not tell apart; their README says what that is."""
    visible = _SPACES.sub(" ", _INVISIBLE.sub("", written))
    return _STOP_AFTER_EMPHASIS.sub(lambda found: f"*{found[1] or found[2]}", visible)


def all_folded(written: Iterable[str]) -> list[str]:
    """Return texts, each folded."""
    return [folded(one) for one in written]
