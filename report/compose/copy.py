"""The copy: every word that must reach the reader, taken from edition and apparatus, not from the markup.

Preflight compares every output with it, so it is written a second time here, on purpose: what a template forgets or
prints twice is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from report import locales
from report.compose.anchors import entry_id
from report.compose.passages import Writer
from report.model import blocks
from report.model.apparatus import Apparatus, Reference
from report.model.edition import Edition
from report.model.output import Alternative, Copy, Face, OutlineEntry, Passage, Setting, Way


def copy_of(edition: Edition, apparatus: Apparatus, medium: Setting, faces: tuple[Face, ...]) -> Copy:
    """Return the copy of an edition for one medium: list markers and words in drawings are printed on paper only."""
    writer = Writer(edition, apparatus, medium, families_of(faces, medium))
    notes = tuple(
        writer.passage(f"note-{note.id}", note.text, note.mark, "note", label=note.label)
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
        direction=edition.direction,
        language=edition.locale,
        alternatives=tuple(_alternatives(edition)),
        running=_running(edition, writer),
    )


def families_of(faces: tuple[Face, ...], medium: Setting) -> tuple[str, ...]:
    """Return the typefaces that the imprint names; a web page is shown in those of its reader."""
    return tuple(dict.fromkeys(face.family for face in faces)) if medium == "paged" else ()


def _running(edition: Edition, writer: Writer) -> tuple[str, ...]:
    brief, house = edition.brief, edition.brief.house
    return (f"{house.series} {writer.digits(brief.number)}", house.publisher, brief.short_title)


def _body(edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[Passage]:
    brief, house = edition.brief, edition.brief.house
    place = str(brief.mark)
    yield Passage("masthead", f"{house.series} {writer.digits(brief.number)} {writer.day(brief.date)}", place)
    yield writer.passage("title", brief.title, brief.mark, "title")
    yield writer.passage("title", brief.subtitle, brief.mark)
    yield Passage("title", edition.pack.punctuation.comma.join(author.name for author in brief.authors), place)
    yield writer.passage("standfirst", brief.standfirst, brief.mark)
    if brief.summary:
        yield Passage("summary", edition.words.word("Summary"), place, "heading")
        for block in brief.summary:
            yield from writer.block(block)
    for section in brief.sections:
        if section.title:
            number = apparatus.targets[section.id].number
            yield writer.passage(f"s-{section.id}", section.title, section.mark, "heading", label=number)
        for block in section.blocks:
            yield from writer.block(block)
    if apparatus.bibliography:
        yield Passage("bibliography", edition.words.word("Bibliography"), place, "heading")
    for group in apparatus.bibliography:
        yield writer.passage(f"bibliography-{group.id}", group.title, brief.mark, "heading")
        for reference in group.references:
            yield writer.reference(reference)
    yield from _imprint(edition, writer)


def _imprint(edition: Edition, writer: Writer) -> Iterator[Passage]:
    house, brief, word = edition.brief.house, edition.brief, edition.words.word
    mark = str(house.mark)
    yield Passage("imprint", word("Imprint"), mark, "heading")
    yield from (Passage("imprint", line, mark) for line in (house.publisher, house.department))
    yield from (Passage("imprint", line, mark) for line in (*house.address, house.contact))
    yield Passage("imprint", word("This edition"), mark, "heading")
    yield from (Passage("imprint", line, mark) for line in _state(edition, writer))
    for revision in brief.revisions:
        label = f"{writer.digits(revision.version)} {writer.day(revision.date)}"
        yield writer.passage("imprint", revision.note, brief.mark, "item", label=label)
    year, licence = writer.digits(str(brief.date.year)), house.licence
    yield Passage("imprint", word("Rights"), mark, "heading")
    yield Passage("imprint", word("© %(year)s %(holder)s.", year=year, holder=licence.holder), mark)
    yield Passage("imprint", word("Text under %(licence)s.", licence=licence.name), mark)
    number = f"{house.series} {writer.digits(brief.number)}"
    yield Passage("imprint", f"{number}{edition.pack.punctuation.comma}{house.series_number}", mark)
    yield writer.passage("imprint", house.imprint, house.mark)
    if writer.families:
        faces = locales.listed(writer.families, edition.pack)
        yield Passage("imprint", word("Set in %(faces)s.", faces=faces), mark)


def _state(edition: Edition, writer: Writer) -> Iterator[str]:
    """Which edition this is, and whether it is up to date with the one it was translated from."""
    words, outdated = edition.words, edition.progress.unsettled
    version, day = writer.digits(edition.revision.version), writer.day(edition.revision.date)
    if len(edition.siblings) > 1:
        yield edition.own.name
    yield words.word("Version %(version)s of %(date)s", version=version, date=day)
    if edition.original:
        yield words.word("Original edition: %(language)s", language=edition.original.name)
    if outdated:
        yield words.words_for(
            "%(count)s passage of this edition is not up to date with the source text; it is marked.",
            "%(count)s passages of this edition are not up to date with the source text; they are marked.",
            outdated,
            count=writer.digits(str(outdated)),
        )


def _outline(edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[OutlineEntry]:
    brief, word = edition.brief, edition.words.word
    if brief.summary:
        yield OutlineEntry(1, word("Summary"), "summary")
    for section in brief.sections:
        if section.title:
            yield OutlineEntry(1, writer.plain(section.title), f"s-{section.id}")
        for block in section.blocks:
            if isinstance(block, blocks.Heading):
                yield OutlineEntry(2, writer.plain(block.text), f"b-{block.id}")
    if apparatus.bibliography:
        yield OutlineEntry(1, word("Bibliography"), "bibliography")
    for group in apparatus.bibliography:
        if group.title:
            yield OutlineEntry(2, writer.plain(group.title), f"bibliography-{group.id}")
    yield OutlineEntry(1, word("Imprint"), "imprint")


def _heads(edition: Edition, writer: Writer) -> Iterator[str]:
    """The words of every table's head."""
    for section in edition.brief.sections:
        for block in section.blocks:
            if isinstance(block, blocks.Table):
                yield " ".join(writer.words(text) for column in block.columns for text in (column.title, column.unit))


def _alternatives(edition: Edition) -> Iterator[Alternative]:
    """What is said in place of each picture."""
    for section in edition.brief.sections:
        for block in section.blocks:
            if isinstance(block, blocks.Figure):
                yield Alternative(f"b-{block.id}", block.legend.alternative, str(block.mark))


def _ways_from_notes(apparatus: Apparatus) -> Iterator[Way]:
    """The entries that each note leads to: the works it cites, as far as the bibliography lists them."""
    listed = {reference.key for reference in _references(apparatus)}
    for note in apparatus.notes.values():
        cited = dict.fromkeys(mention.key for mention in note.mentions if mention.key in listed)
        yield Way(f"note-{note.id}", tuple(map(entry_id, cited)))


def _references(apparatus: Apparatus) -> Iterator[Reference]:
    return (reference for group in apparatus.bibliography for reference in group.references)
