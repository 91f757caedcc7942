"""A Manuscript to a Brief: what is sound of the house, the title page, the summary and the sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from report.findings import Checked, Mark
from report.locales import Shelf
from report.model.blocks import Section
from report.model.brief import Author, Brief, EditionPlan, Revision
from report.model.manuscript import Manuscript, SectionFile
from report.validate.blocks import BlockMaker
from report.validate.errata import check_errata, errata_of, read_errata
from report.validate.house import read_house
from report.validate.links import check_links
from report.validate.markdown import NoteIds
from report.validate.prose import check_prose
from report.validate.reader import Reader
from report.validate.shapes import BRIEF, SECTION
from report.validate.values import Values


def validate(manuscript: Manuscript, shelf: Shelf) -> Checked[Brief]:
    """Return all of the brief that is sound, and everything that is not as findings.

    What is missing has a neutral value; a block that is not sound is left out. The packs on the ``shelf`` give the
    words by which writers name places in works.
    """
    reader = Reader(shelf)
    maker = BlockMaker(reader, manuscript)
    house = read_house(reader, manuscript.house)
    units_of_house = len(reader.slate.units)
    front = reader.record(manuscript.brief, BRIEF, Mark(f"{manuscript.folder}/brief.yaml"))
    maker.ask(front)
    brief = Brief(
        slug=manuscript.slug,
        language=front.get("language", "en-GB"),
        title=front.get("title", ()),
        subtitle=front.get("subtitle", ()),
        short_title=front.get("short-title", ""),
        number=front.get("number", ""),
        date=front.get("date", date.min),
        authors=tuple(Author(one["name"], one.get("corporate", False)) for one in front.get("authors", ())),
        keywords=front.get("keywords", ()),
        description=front.get("description", ""),
        standfirst=front.get("standfirst", ()),
        summary=tuple(maker.blocks(front.get("summary", ()))),
        sections=tuple(_sections(reader, maker, manuscript.sections, is_ordered="sections" in front.values)),
        revisions=_revisions(reader, front) or (Revision("0.0", front.get("date", date.min), ()),),
        house=replace(house, units=tuple(reader.slate.units[:units_of_house])),
        mark=front.mark,
        editions=tuple(_editions(reader, front, shelf)),
        state=front.get("state", "draft"),
        text_date=front.get("text-date", None),
        former_slugs=front.get("formerly", ()),
    )
    brief = replace(brief, queries=tuple(maker.queries))
    said = read_errata(reader, manuscript.errata)
    brief = replace(brief, errata=errata_of(said, brief.revisions), units=tuple(reader.slate.units[units_of_house:]))
    errata = check_errata(brief, said, reader.slate.anchors, manuscript.unread)
    links = check_links(brief, reader.slate.anchors, manuscript.unread)
    # A language has rules of its own: while the brief does not say which it is in, nothing is asked.
    language = manuscript.locale or front.get("language", "")
    prose = check_prose(reader.slate.strands, shelf, language) if language else ()
    return Checked(brief, (*reader.slate.findings, *errata, *links, *prose))


def _sections(
    reader: Reader, maker: BlockMaker, files: tuple[SectionFile, ...], *, is_ordered: bool
) -> Iterator[Section]:
    """Yield the sections; while their order could not be read any of them may be the first."""
    for place, file in enumerate(files):
        if file.node is None:
            continue
        values = reader.record(file.node, SECTION, file.listed)
        name = values.get("id", file.id)
        if name != file.id:
            hint = f"write “id: {file.id}”, or rename the file and the line in brief.yaml"
            reader.slate.note("LNK-003", values.ends["id"], f"the section “{file.id}” calls itself “{name}”", hint)
        if place and is_ordered and "title" not in values.keys:
            hint = "only the first section may go without a title"
            reader.slate.note("STR-002", values.mark, "“title” is missing", hint)
        title = NoteIds(name).number(values.get("title", ()))
        maker.ask(values, name)
        yield Section(name, title, tuple(maker.blocks(values.get("blocks", ()))), values.mark)


def _editions(reader: Reader, front: Values, shelf: Shelf) -> Iterator[EditionPlan]:
    """Yield the plans of the editions in other languages, each once."""
    known = {front.get("language", "")}
    for one in front.get("editions", ()):
        locale = one["locale"]
        if locale in known:
            message = f"there is an edition in “{locale}” already"
            hint = "the language of the brief needs no edition of its own; every other is listed once"
            reader.slate.note("STR-014", one.mark, message, hint)
        elif locale in shelf.known() and shelf.pack(locale).pseudo != "none":
            hint = f"take the line out; “--locale {locale}” makes it whenever you want to see it"
            reader.slate.note("STR-014", one.mark, f"“{locale}” is no language that anybody reads", hint)
        else:
            known.add(locale)
            yield EditionPlan(locale, one.get("stale", "hold"), one.mark)


def _revisions(reader: Reader, front: Values) -> tuple[Revision, ...]:
    """Read the revisions; they stand in order, and the brief bears the date of the first."""
    given: tuple[Values, ...] = front.get("revisions", ())
    revisions = tuple(Revision(one["version"], one["date"], one["note"]) for one in given)
    for values, revision, earlier in zip(given[1:], revisions[1:], revisions, strict=False):
        if _number(revision) <= _number(earlier) or revision.date < earlier.date:
            message = f"revision {revision.version} does not come after revision {earlier.version}"
            reader.slate.note("STR-012", values.mark, message, "the earliest stands first")
    if revisions and "date" in front.values and revisions[0].date != front["date"]:
        message = f"the brief is dated {front['date']}, its first revision {revisions[0].date}"
        reader.slate.note("STR-012", front.ends["date"], message, "both are the day it first came out")
        reader.slate.note("STR-012", given[0].ends["date"], message, "both are the day it first came out")
    return revisions


def _number(revision: Revision) -> tuple[int, ...]:
    return tuple(int(part) for part in revision.version.split("."))
