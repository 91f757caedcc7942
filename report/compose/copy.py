"""The copy: every word that must reach the reader, taken from edition and apparatus, not from the markup.

Preflight compares every output with it, so it is written a second time here, on purpose: what a template forgets or
prints twice is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from report import locales
from report.compose.anchors import entry_id
from report.findings import Mark
from report.model import blocks
from report.model.apparatus import Apparatus, Reference
from report.model.edition import Edition
from report.model.output import Copy, Face, Medium, OutlineEntry, Passage, Way
from report.model.text import CitedNames, CrossReference, NoteCall, Text, Words, flatten


def copy_of(edition: Edition, apparatus: Apparatus, medium: Medium, faces: tuple[Face, ...]) -> Copy:
    """Return the copy of an edition for one medium: list markers and words in drawings are printed on paper only."""
    writer = _Writer(edition, apparatus, medium, colophon(faces, medium))
    notes = tuple(
        Passage(f"note-{note.id}", f"{note.label} {writer.words(note.text)}", str(note.mark))
        for note in apparatus.notes.values()
    )
    return Copy(
        body=tuple(_body(edition, apparatus, writer)),
        notes=notes,
        outline=tuple(_outline(edition, apparatus, writer)),
        heads=tuple(_heads(edition, writer)),
        from_notes=tuple(_ways_from_notes(apparatus)),
        from_entries=tuple(
            Way(entry_id(reference.key), tuple(f"note-{id_}" for id_ in reference.notes))
            for reference in _references(apparatus)
        ),
    )


def colophon(faces: tuple[Face, ...], medium: Medium) -> str:
    """Return the line of the imprint that names the typefaces; a web page is shown in those of its reader."""
    if medium == "screen":
        return ""
    return f"Set in {' and '.join(dict.fromkeys(face.family for face in faces))}."


def _body(edition: Edition, apparatus: Apparatus, writer: _Writer) -> Iterator[Passage]:
    brief, house = edition.brief, edition.brief.house
    place = str(brief.mark)
    yield Passage("masthead", f"{house.series} {brief.number} {locales.long_date(brief.date, edition.locale)}", place)
    yield writer.passage("title", brief.title, brief.mark)
    yield writer.passage("title", brief.subtitle, brief.mark)
    yield Passage("title", ", ".join(author.name for author in brief.authors), place)
    yield writer.passage("standfirst", brief.standfirst, brief.mark)
    if brief.summary:
        yield Passage("summary", "Summary", place)
        for block in brief.summary:
            yield from writer.block(block)
    for section in brief.sections:
        if section.title:
            words = f"{apparatus.targets[section.id].number} {writer.words(section.title)}"
            yield Passage(f"s-{section.id}", words, str(section.mark))
        for block in section.blocks:
            yield from writer.block(block)
    if apparatus.bibliography:
        yield Passage("bibliography", "Bibliography", place)
    for group in apparatus.bibliography:
        yield writer.passage(f"bibliography-{group.id}", group.title, brief.mark)
        for reference in group.references:
            yield writer.reference(reference)
    yield from _imprint(edition, writer)


def _imprint(edition: Edition, writer: _Writer) -> Iterator[Passage]:
    house, brief = edition.brief.house, edition.brief
    mark = str(house.mark)
    yield from (Passage("imprint", line, mark) for line in ("Imprint", house.publisher, house.department))
    yield from (Passage("imprint", line, mark) for line in (*house.address, house.contact))
    day = locales.long_date(edition.revision.date, edition.locale)
    yield Passage("imprint", f"This edition Version {edition.revision.version} of {day}", mark)
    for revision in brief.revisions:
        day = locales.long_date(revision.date, edition.locale)
        yield Passage("imprint", f"{revision.version} {day} {writer.words(revision.note)}", str(brief.mark))
    yield Passage("imprint", f"Rights © {brief.date.year} {house.licence.holder}.", mark)
    yield Passage("imprint", f"Text under {house.licence.name}.", mark)
    yield Passage("imprint", f"{house.series} {brief.number}, {house.series_number}", mark)
    yield writer.passage("imprint", house.imprint, house.mark)
    yield Passage("imprint", writer.colophon, mark)


def _outline(edition: Edition, apparatus: Apparatus, writer: _Writer) -> Iterator[OutlineEntry]:
    brief = edition.brief
    if brief.summary:
        yield OutlineEntry(1, "Summary", "summary")
    for section in brief.sections:
        if section.title:
            yield OutlineEntry(1, writer.plain(section.title), f"s-{section.id}")
        for block in section.blocks:
            if isinstance(block, blocks.Heading):
                yield OutlineEntry(2, writer.plain(block.text), f"b-{block.id}")
    if apparatus.bibliography:
        yield OutlineEntry(1, "Bibliography", "bibliography")
    for group in apparatus.bibliography:
        if group.title:
            yield OutlineEntry(2, writer.plain(group.title), f"bibliography-{group.id}")
    yield OutlineEntry(1, "Imprint", "imprint")


def _heads(edition: Edition, writer: _Writer) -> Iterator[str]:
    """The words of every table's head."""
    for section in edition.brief.sections:
        for block in section.blocks:
            if isinstance(block, blocks.Table):
                yield " ".join(writer.words(text) for column in block.columns for text in (column.title, column.unit))


def _ways_from_notes(apparatus: Apparatus) -> Iterator[Way]:
    """The entries that each note leads to: the works it cites, as far as the bibliography lists them."""
    listed = {reference.key for reference in _references(apparatus)}
    for note in apparatus.notes.values():
        cited = dict.fromkeys(mention.key for mention in note.mentions if mention.key in listed)
        yield Way(f"note-{note.id}", tuple(map(entry_id, cited)))


def _references(apparatus: Apparatus) -> Iterator[Reference]:
    return (reference for group in apparatus.bibliography for reference in group.references)


class _Writer:
    """Writes texts and blocks as passages."""

    def __init__(self, edition: Edition, apparatus: Apparatus, medium: Medium, set_in: str) -> None:
        self.colophon = set_in
        self._locale = edition.locale
        self._apparatus = apparatus
        self._is_paged = medium == "paged"

    def words(self, text: Text) -> str:
        """The words of a text as printed: labels of calls after the word they follow, cross-references in full."""
        return "".join(self._written(text, with_calls=True))

    def plain(self, text: Text) -> str:
        """The words of a text without the labels of calls."""
        return "".join(self._written(text, with_calls=False))

    def passage(self, anchor: str, text: Text, mark: Mark) -> Passage:
        """A text as a passage."""
        return Passage(anchor, self.words(text), str(mark))

    def reference(self, reference: Reference) -> Passage:
        """An entry of the bibliography, and the notes that cite it."""
        labels = [self._apparatus.notes[id_].label for id_ in reference.notes]
        numbers = locales.pack(self._locale).punctuation.comma.join(labels)
        notes = locales.term("note", self._locale, is_many=len(labels) > 1, numbers=numbers) if labels else ""
        return Passage(entry_id(reference.key), f"{self.words(reference.text)} {notes}", str(reference.mark))

    def block(self, block: blocks.Block) -> Iterator[Passage]:  # noqa: C901 - one short branch for each kind of block
        """The passages of a block in the order in which it prints."""
        anchor, mark = f"b-{block.id}", block.mark
        match block:
            case blocks.Paragraph() | blocks.Heading() | blocks.PullQuote():
                yield self.passage(anchor, block.text, mark)
            case blocks.Quotation():
                yield self.passage(anchor, block.text, mark)
                yield self.passage(anchor, block.attribution, mark)
            case blocks.ListBlock():
                yield from self._list(anchor, block, depth=0)
            case blocks.Figure():
                if self._is_paged:
                    yield Passage(anchor, block.picture.words, str(mark))
                yield self._caption(block.id, block.legend, mark)
                yield from self._credits(anchor, block.legend, mark)
            case blocks.Timeline():
                yield self._caption(block.id, block.legend, mark)
                for entry in block.entries:
                    yield Passage(anchor, locales.timeline_date(entry.date, self._locale), str(entry.mark))
                    yield self.passage(anchor, entry.label, entry.mark)
                yield from self._credits(anchor, block.legend, mark)
            case blocks.Table():
                yield self._caption(block.id, block.legend, mark)
                yield from self._table(anchor, block)
                yield from self._credits(anchor, block.legend, mark)
            case blocks.Callout():
                yield self.passage(anchor, block.title, mark)
                for inner in block.blocks:
                    yield from self.block(inner)
            case blocks.Recommendations():
                yield self.passage(anchor, block.title, mark)
                for number, item in enumerate(block.items, start=1):
                    yield self._marker(anchor, number, 0, is_numbered=True, mark=item.mark)
                    yield self.passage(anchor, item.addressee, item.mark)
                    yield self.passage(anchor, item.text, item.mark)

    def _written(self, text: Text, *, with_calls: bool) -> Iterator[str]:
        for run in flatten(text):
            match run:
                case Words():
                    yield run.text
                case CrossReference():
                    yield self._apparatus.targets[run.target].label
                case CitedNames():
                    yield from self._written(self._apparatus.names_at(run), with_calls=False)
                case NoteCall() if with_calls:
                    yield self._apparatus.notes[run.id].label

    def _list(self, anchor: str, block: blocks.ListBlock, depth: int) -> Iterator[Passage]:
        for number, item in enumerate(block.items, start=1):
            yield self._marker(anchor, number, depth, is_numbered=block.numbered, mark=item.mark)
            yield self.passage(anchor, item.text, item.mark)
            if item.sublist:
                yield from self._list(anchor, item.sublist, depth + 1)

    def _marker(self, anchor: str, number: int, depth: int, *, is_numbered: bool, mark: Mark) -> Passage:
        marker = locales.list_marker(number, depth, self._locale, is_numbered=is_numbered) if self._is_paged else ""
        return Passage(anchor, marker, str(mark))

    def _caption(self, id_: str, legend: blocks.Legend, mark: Mark) -> Passage:
        label = self._apparatus.targets[id_].label
        return Passage(f"b-{id_}", f"{label} {self.words(legend.caption)}", str(mark))

    def _credits(self, anchor: str, legend: blocks.Legend, mark: Mark) -> Iterator[Passage]:
        if legend.source:
            yield Passage(anchor, f"Source: {self.words(legend.source)}", str(mark))
        yield self.passage(anchor, legend.credit, mark)

    def _table(self, anchor: str, block: blocks.Table) -> Iterator[Passage]:
        for column in block.columns:
            yield self.passage(anchor, column.title, block.mark)
            yield self.passage(anchor, column.unit, block.mark)
        for row in block.rows:
            for cell in row:
                yield self.passage(anchor, cell, block.mark)
        yield self.passage(anchor, block.notes, block.mark)
