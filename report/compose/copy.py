"""The copy: every word that must reach the reader, taken from edition and apparatus, not from the markup.

Preflight compares every output with it, so it is written a second time here, on purpose: what a template forgets or
prints twice is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from report import locales
from report.compose import matter, notices, queries
from report.compose.change_list import change_list, heads_of_changes, ways_of_changes
from report.compose.passages import Writer
from report.compose.revised import GONE, Marked, title_name
from report.compose.states import stated_version
from report.model import blocks
from report.model.anchors import entry_id
from report.model.apparatus import Apparatus, Reference
from report.model.brief import Brief
from report.model.edition import Edition
from report.model.output import Alternative, Copy, Face, OutlineEntry, Passage, Setting, Way


def copy_of(
    edition: Edition, apparatus: Apparatus, medium: Setting, faces: tuple[Face, ...], marked: Marked | None = None
) -> Copy:
    """Return the copy of an edition for one medium: list markers and words in drawings are printed on paper only.

    That of a redline (``marked``) has the words of both revisions.
    """
    writer = Writer(edition, apparatus, medium, families_of(faces, medium), marked)
    notes = tuple(
        writer.passage(f"note-{note.id}", note.text, note.mark, "note", label=note.label)
        for note in apparatus.notes.values()
    )
    return Copy(
        body=tuple(_body(edition, apparatus, writer)),
        notes=notes,
        outline=tuple(_outline(edition, apparatus, writer)),
        heads=(*heads_of_changes(edition), *_heads(edition, writer)),
        from_notes=tuple(_ways_from_notes(apparatus)),
        from_entries=tuple(
            Way(entry_id(reference.key), tuple(f"note-{id_}" for id_ in reference.notes))
            for reference in _references(apparatus)
        ),
        direction=edition.direction,
        language=edition.locale,
        newer=(edition.successor.address,) if edition.successor and medium == "screen" else (),
        alternatives=tuple(_alternatives(edition)),
        running=_running(edition, writer),
        digits=writer.digits("0123456789"),
        changes=frozenset(ways_of_changes(marked)),
    )


def families_of(faces: tuple[Face, ...], medium: Setting) -> tuple[str, ...]:
    """Return the typefaces that the imprint names; a web page is shown in those of its reader."""
    return tuple(dict.fromkeys(face.family for face in faces)) if medium == "paged" else ()


def _running(edition: Edition, writer: Writer) -> tuple[str, ...]:
    brief, house = edition.brief, edition.brief.house
    mark = (state_mark(edition),) if edition.bears_mark else ()
    return (f"{house.series} {writer.digits(brief.number)}", house.publisher, brief.short_title, *mark)


def state_mark(edition: Edition) -> str:
    """What is said of an edition that is not published, how far it is and of which day; is a redline; or taken back."""
    version = locales.in_digits(edition.revision.version, edition.pack)
    if edition.since:
        now, since = (
            stated_version(edition, edition.revision.version, edition.state),
            locales.version_name(edition.since, edition.pack),
        )
        return edition.words.word("Redline: %(now)s compared with %(since)s", now=now, since=since)
    if edition.withdrawal:
        day = locales.edition_date(edition.withdrawal.date, edition.pack)
        return edition.words.word("%(version)s withdrawn on %(date)s", version=version, date=day)
    day = locales.edition_date(edition.text_date, edition.pack)
    if edition.follows:
        former, is_read = locales.in_digits(edition.follows.version, edition.pack), edition.state == "in-review"
        way = "%(version)s in review · after %(former)s of %(date)s"
        way = way if is_read else "%(version)s draft · after %(former)s of %(date)s"
        return edition.words.word(way, version=version, former=former, date=day)
    if edition.state == "in-review":
        return edition.words.word("%(version)s in review · text of %(date)s", version=version, date=day)
    return edition.words.word("%(version)s draft · text of %(date)s", version=version, date=day)


def _body(edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[Passage]:
    brief = edition.brief
    place = str(brief.mark)
    yield from notices.banner(edition, writer)
    if edition.bears_mark and not writer.is_paged:
        yield Passage("state", state_mark(edition), place)
    yield matter.masthead(brief, writer)
    yield writer.passage("title", brief.title, brief.mark, "title")
    yield writer.passage("title", brief.subtitle, brief.mark)
    yield matter.byline(edition, writer)
    yield from notices.standing(edition, apparatus, writer)
    yield writer.passage("standfirst", brief.standfirst, brief.mark)
    yield from change_list(edition, apparatus, writer)
    yield from queries.below("brief", edition, writer)
    if brief.summary:
        yield Passage("summary", edition.words.word("Summary"), place, "heading")
        for block in brief.summary:
            yield from writer.block(block)
            yield from queries.below(f"b-{block.id}", edition, writer)
    for section in brief.sections:
        yield from writer.label(section.id, f"s-{section.id}", section.mark)
        if section.title:
            number, part = apparatus.targets[section.id].number, writer.heading(title_name(section.id))
            yield writer.passage(f"s-{section.id}", section.title, section.mark, part, label=number)
        yield from queries.below(f"s-{section.id}", edition, writer)
        for block in section.blocks:
            yield from writer.block(block)
            yield from queries.below(f"b-{block.id}", edition, writer)
    yield from _bibliography(edition, apparatus, writer)
    yield from notices.notices(edition, apparatus, writer)
    if writer.is_paged:
        yield from queries.listed(edition)
    yield from matter.imprint(edition, writer)


def _bibliography(edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[Passage]:
    if apparatus.bibliography:
        yield Passage("bibliography", edition.words.word("Bibliography"), str(edition.brief.mark), "heading")
    for group in apparatus.bibliography:
        part = writer.heading(f"bibliography/{group.id}")
        yield writer.passage(f"bibliography-{group.id}", group.title, edition.brief.mark, part)
        for reference in group.references:
            yield from writer.label(f"reference/{reference.key}", entry_id(reference.key), reference.mark)
            yield writer.reference(reference)


def _outline(edition: Edition, apparatus: Apparatus, writer: Writer) -> Iterator[OutlineEntry]:
    brief, word = edition.brief, edition.words.word
    if edition.since:
        yield OutlineEntry(1, word("List of changes"), "changes")
    if brief.summary:
        yield OutlineEntry(1, word("Summary"), "summary")
    yield from _headings(brief, writer)
    if apparatus.bibliography:
        yield OutlineEntry(1, word("Bibliography"), "bibliography")
    for group in apparatus.bibliography:
        if group.title and writer.fate(f"bibliography/{group.id}") not in GONE:
            yield OutlineEntry(2, writer.plain(group.title), f"bibliography-{group.id}")
    yield from notices.outline(edition, apparatus)
    if edition.asked and writer.is_paged:
        yield OutlineEntry(1, word("Queries"), "queries")
    yield OutlineEntry(1, word("Imprint"), "imprint")


def _headings(brief: Brief, writer: Writer) -> Iterator[OutlineEntry]:
    """The titles of sections and the headings in them; in a redline those that still stand."""
    for section in brief.sections:
        if section.title and writer.fate(title_name(section.id)) not in GONE:
            yield OutlineEntry(1, writer.plain(section.title), f"s-{section.id}")
        for block in section.blocks:
            if isinstance(block, blocks.Heading) and writer.fate(block.id) not in GONE:
                yield OutlineEntry(2, writer.plain(block.text), f"b-{block.id}")


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
