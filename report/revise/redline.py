"""The redline itself: two printings of an edition woven into one, and the list of what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report import locales
from report.findings import Mark
from report.model.anchors import entry_id
from report.model.apparatus import Apparatus, Reference, ReferenceGroup, Target
from report.model.brief import Brief, House, Revision
from report.model.edition import Edition
from report.model.redline import Former, Printing, Redline
from report.revise.arranging import arrange, in_order
from report.revise.flow import FlowWeaver
from report.revise.journal import Journal, Place, ids_of, reachable
from report.revise.pieces import in_words
from report.revise.stretches import what_differs
from report.revise.weaving import Alone, Weaver

_EMPTY = ReferenceGroup("", (), ())


def redline(old: Printing, new: Printing) -> Redline:
    """Return what two printings of an edition have in common, and all in which they differ, in one text.

    Both are of one brief in one locale. Numbers of notes, sections and figures alone are no change; the words by which
    a cross-reference prints are.
    """
    before, after = old.edition.brief, new.edition.brief
    journal = Journal({*ids_of(before), *ids_of(after), *old.apparatus.notes, *new.apparatus.notes})
    weaver = Weaver(old.apparatus, new.apparatus, journal)
    flow = FlowWeaver(weaver, arrange(before, after), before, new.edition)
    brief = _title_page(before, after, weaver, new.edition)
    brief = replace(brief, summary=flow.summary(before.summary, after.summary))
    brief = replace(brief, sections=flow.sections(before.sections, after.sections))
    bibliography = tuple(_bibliography(old.apparatus.bibliography, new.apparatus.bibliography, weaver, after.mark))
    brief = _imprint(before, brief, weaver, new.edition)
    targets = _targets(brief, old.apparatus, new.apparatus, journal)
    apparatus = Apparatus(weaver.notes, bibliography, targets, new.apparatus.names)
    former = Former(
        old.edition.state,
        journal.ids,
        weaver.former_notes,
        tuple(_bare(group) for group in old.apparatus.bibliography),
        old.apparatus.targets,
        journal.things,
    )
    merged = Printing(replace(new.edition, brief=brief), apparatus)
    return Redline(
        merged, old.edition.revision, journal.fates, tuple(journal.changes), journal.moves, former, journal.numbers
    )


def _title_page(old: Brief, new: Brief, weaver: Weaver, edition: Edition) -> Brief:
    """Return the new brief with the title page woven: its texts in place, what is no text in the list of changes."""
    pack, comma = edition.pack, edition.pack.punctuation.comma
    place = Place("title", "title", "", new.mark)
    thing = weaver.journal.thing
    masthead = replace(place, anchor="masthead")
    thing("brief/number", masthead.as_part("number"), old.number, new.number, (old.number, new.number))
    dates = locales.edition_date(old.date, pack), locales.edition_date(new.date, pack)
    thing("brief/date", masthead.as_part("date"), old.date, new.date, dates)
    title = weaver.woven(old.title, new.title, place)
    subtitle = weaver.woven(old.subtitle, new.subtitle, place.as_part("subtitle"))
    names = comma.join(one.name for one in old.authors), comma.join(one.name for one in new.authors)
    thing("brief/authors", place.as_part("authors"), old.authors, new.authors, names)
    short = old.short_title, new.short_title
    thing("brief/short-title", place.as_part("short-title"), *short, short)
    described = old.description, new.description
    thing("brief/description", place.as_part("description"), *described, what_differs(*described))
    keywords = comma.join(old.keywords), comma.join(new.keywords)
    thing("brief/keywords", place.as_part("keywords"), old.keywords, new.keywords, keywords)
    first = replace(place, part="standfirst", anchor="standfirst")
    standfirst = weaver.woven(old.standfirst, new.standfirst, first)
    return replace(new, title=title, subtitle=subtitle, standfirst=standfirst)


def _bibliography(
    old: Sequence[ReferenceGroup], new: Sequence[ReferenceGroup], weaver: Weaver, mark: Mark
) -> Iterator[ReferenceGroup]:
    """Yield the parts of the list of references, what was taken out where it stood; another order is no change.

    ``mark`` is the place of the brief, which stands for that of what is no more.
    """
    works = {work.key: work for group in old for work in group.references}
    kept = {work.key for group in new for work in group.references}
    before, after = {group.id: group for group in old}, {group.id: group for group in new}
    for id_ in _in_new_order(list(before), list(after)):
        one, other = before.get(id_, _EMPTY), after.get(id_, _EMPTY)
        title = weaver.woven(one.title, other.title, Place("bibliography", _anchor(id_), "bibliography", mark))
        listed = {work.key: work for work in other.references}
        stood = [work.key for work in one.references if work.key in listed or work.key not in kept]
        order = _in_new_order(stood, list(listed))
        made = tuple(_reference(works.get(key), listed.get(key), weaver, mark) for key in order)
        yield ReferenceGroup(id_, title, made)


def _anchor(group: str) -> str:
    return f"bibliography-{group}" if group else "bibliography"


def _in_new_order(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield what is there now in its order, and what is there no more right after what it followed."""
    pairs = {id_: id_ for id_ in old if id_ in new}
    for was, is_ in in_order(old, new, pairs, lambda _: 1):
        if is_ is not None:
            yield is_
        elif was is not None and was not in pairs:
            yield was


def _reference(old: Reference | None, new: Reference | None, weaver: Weaver, mark: Mark) -> Reference:
    """Return an entry of the redline; one that was taken out leads to the notes that cited it, where they stand."""
    one = new or old
    assert one, "one revision has it"
    place = Place("reference", entry_id(one.key), "bibliography", new.mark if new else mark)
    if old and new:
        return replace(new, text=weaver.woven(old.text, new.text, place))
    side: Alone = "inserted" if new else "deleted"
    weaver.journal.fates[f"reference/{one.key}"] = side
    said = weaver.said((one.text,), side)
    number = weaver.journal.replaced(place, () if new else said, said if new else ())
    text = weaver.whole(one.text, side, number, "bibliography")
    if new:
        return replace(new, text=text)
    notes = tuple(id_ for id_, note in weaver.former_notes.items() if note.id in one.notes)
    return replace(one, text=text, notes=notes)


def _imprint(old: Brief, new: Brief, weaver: Weaver, edition: Edition) -> Brief:
    """Return the new brief with the history woven, and the words of the house."""
    place = Place("imprint", "imprint", "", new.house.mark)
    _house(old.house, new.house, weaver, place)
    before, after = {one.version: one for one in old.revisions}, {one.version: one for one in new.revisions}
    revisions = [
        _revision(before.get(version), after.get(version), weaver, place, edition)
        for version in _in_new_order(list(before), list(after))
    ]
    house = replace(new.house, imprint=weaver.woven(old.house.imprint, new.house.imprint, place))
    return replace(new, revisions=tuple(revisions), house=house)


def _house(old: House, new: House, weaver: Weaver, place: Place) -> None:
    for name in ("publisher", "department", "contact", "series", "series_number"):
        pair = getattr(old, name), getattr(new, name)
        weaver.journal.thing(f"house/{name}", place, *pair, pair)
    lines = " / ".join(old.address), " / ".join(new.address)
    weaver.journal.thing("house/address", place, old.address, new.address, lines)
    for name in ("name", "address", "holder"):
        pair = getattr(old.licence, name), getattr(new.licence, name)
        weaver.journal.thing(f"house/licence/{name}", place, *pair, pair)


def _revision(old: Revision | None, new: Revision | None, weaver: Weaver, place: Place, edition: Edition) -> Revision:
    one = new or old
    assert one, "one revision has it"
    here, path = place.as_part("revision"), f"revision/{one.version}"
    if old and new:
        days = locales.edition_date(old.date, edition.pack), locales.edition_date(new.date, edition.pack)
        weaver.journal.thing(f"{path}/date", here, old.date, new.date, days)
        return replace(new, note=weaver.woven(old.note, new.note, here))
    side: Alone = "inserted" if new else "deleted"
    weaver.journal.fates[path] = side
    label = f"{locales.in_digits(one.version, edition.pack)} {locales.edition_date(one.date, edition.pack)}"
    said = weaver.said((in_words(label), one.note), side)
    number = weaver.journal.replaced(here, () if new else said, said if new else ())
    return replace(one, note=weaver.whole(one.note, side, number, ""))


def _targets(brief: Brief, old: Apparatus, new: Apparatus, journal: Journal) -> dict[str, Target]:
    """Return what cross-references arrive at; what was taken out is called as it was."""
    targets = dict(new.targets)
    for id_ in reachable(brief):
        former = old.targets.get(journal.ids.get(id_, id_))
        if id_ not in targets and former:
            targets[id_] = replace(former, id=id_)
    return targets


def _bare(group: ReferenceGroup) -> ReferenceGroup:
    return replace(group, title=(), references=tuple(replace(one, text=()) for one in group.references))
