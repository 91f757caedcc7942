"""Citing alone: the paragraphs of a Markdown file and a .bib file to one HTML page, as pandoc makes one of them.

What a brief has beyond that is left out: shapes and rules of prose, templates and sheets, the preflight, the manifest.
The reading of citations and entries, the plan of the notes, the style and the links are the program's own.
"""

from __future__ import annotations

import gc

gc.disable()

import sys  # noqa: E402 - before this, nothing is made
from collections.abc import Iterator  # noqa: E402
from datetime import date  # noqa: E402
from html import escape  # noqa: E402
from pathlib import Path  # noqa: E402

from report.cite import cite  # noqa: E402
from report.findings import Mark  # noqa: E402
from report.load.references import read_references  # noqa: E402
from report.load.styles import load_style  # noqa: E402
from report.locales import Shelf  # noqa: E402
from report.model.apparatus import Apparatus  # noqa: E402
from report.model.blocks import Paragraph, Section  # noqa: E402
from report.model.brief import Brief, CitationRules, Design, House, Licence, Revision  # noqa: E402
from report.model.catalog import Progress  # noqa: E402
from report.model.edition import Edition, HouseWords, Sibling  # noqa: E402
from report.model.manuscript import ScalarNode, Stretch  # noqa: E402
from report.model.text import (  # noqa: E402
    Emphasis,
    Foreign,
    Link,
    NoteCall,
    ReferenceLink,
    Text,
    Words,
)
from report.validate.citation_styles import read_style  # noqa: E402
from report.validate.kinds import Prose  # noqa: E402
from report.validate.locator_forms import locator_forms  # noqa: E402
from report.validate.markdown import NoteIds, read_prose  # noqa: E402

_MARK = Mark("brief.md")
_RUNNING = Prose(notes=True, running=True)


def main(markdown: Path, bibliography: Path, style: str, page: Path) -> None:
    """Write the page; a mistake in the text or the entries stops it."""
    entries = read_references({"references.bib": bibliography.read_text(encoding="utf-8")})
    read = read_style(style, load_style(Path("nowhere"), style, _MARK).value)
    edition = _edition(markdown.read_text(encoding="utf-8"), style)
    assert read.value is not None
    apparatus = cite(edition, entries.value, read.value, Shelf.of(None))
    wrong = [one for one in (*entries.findings, *read.findings, *apparatus.findings) if one.holds]
    assert not wrong, wrong
    page.write_text("\n".join(_page(edition, apparatus.value)), encoding="utf-8")


def _edition(written: str, style: str) -> Edition:
    sections: list[Section] = []
    paragraphs: list[Paragraph] = []
    for number, part in enumerate(written.partition("\n---\n")[2].split("\n\n")):
        text = " ".join(part.split())
        if text.startswith("# "):
            paragraphs = []
            sections.append(Section(f"s{number}", (Words(text[2:], _MARK),), (), _MARK))
        elif text:
            reading = read_prose(
                ScalarNode(text, "text", _MARK, (Stretch(0, 1, 1),)), _RUNNING, locator_forms(Shelf.of(None))
            )
            assert not reading.findings, reading.findings
            paragraphs.append(Paragraph(f"p{number}", NoteIds(f"p{number}").number(reading.text), _MARK))
            last = sections[-1]
            sections[-1] = Section(last.id, last.title, tuple(paragraphs), _MARK)
    rules = CitationRules(style, ibid=True, reset="never", terms="edition", parts=(), mark=_MARK)
    house = House("", "", (), "", "", "", Licence("", "", ""), (), Design({}, {}, _MARK), rules, _MARK)
    day = date(2024, 1, 1)
    revision = Revision("1.0", day, ())
    brief = Brief(
        "brief", "en-GB", (), (), "", "1/2024", day, (), (), "", (), (), tuple(sections), (revision,), house, _MARK
    )
    return Edition(
        brief=brief,
        locale="en-GB",
        direction="ltr",
        revision=revision,
        pack=Shelf.of(None).pack("en-GB"),
        words=HouseWords({}, lambda number: int(number != 1)),
        siblings=(Sibling("en-GB", "English", "ltr"),),
        progress=Progress(0, 0, 0, 0),
    )


def _page(edition: Edition, apparatus: Apparatus) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Many citations</title></head><body>'
    for section in edition.brief.sections:
        yield f"<h1>{_html(section.title, apparatus)}</h1>"
        yield from (
            f"<p>{_html(block.text, apparatus)}</p>" for block in section.blocks if isinstance(block, Paragraph)
        )
    yield "<h1>Bibliography</h1>"
    for group in apparatus.bibliography:
        for one in group.references:
            ways = " ".join(f'<a href="#note-{id_}">{apparatus.notes[id_].label}</a>' for id_ in one.notes)
            yield f'<p id="ref-{escape(one.key)}">{_html(one.text, apparatus)} {ways}</p>'
    yield "<ol>"
    for note in apparatus.notes.values():
        yield f'<li id="note-{note.id}">{_html(note.text, apparatus)} <a href="#call-{note.id}">↑</a></li>'
    yield "</ol></body></html>\n"


def _html(text: Text, apparatus: Apparatus) -> str:
    parts = []
    for run in text:
        match run:
            case Words():
                parts.append(escape(run.text))
            case Emphasis():
                parts.append(f"<em>{_html(run.runs, apparatus)}</em>")
            case Foreign():
                inner = _html(run.runs, apparatus)
                parts.append(f'<span lang="{run.language}" dir="{run.direction}">{inner}</span>')
            case Link():
                parts.append(f'<a href="{escape(run.address)}">{_html(run.runs, apparatus)}</a>')
            case ReferenceLink():
                parts.append(f'<a href="#ref-{escape(run.key)}">{_html(run.runs, apparatus)}</a>')
            case NoteCall():
                label = apparatus.notes[run.id].label
                parts.append(f'<sup><a id="call-{run.id}" href="#note-{run.id}">{label}</a></sup>')
            case _:
                raise AssertionError(f"the text of the benchmark has no {type(run).__name__}")
    return "".join(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
    gc.freeze()
