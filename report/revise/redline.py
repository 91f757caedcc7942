"""The redline itself: two printings of an edition woven into one, and the list of what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.findings import Mark
from report.model.anchors import entry_id
from report.model.apparatus import Apparatus, Reference, ReferenceGroup, Target
from report.model.brief import Brief
from report.model.redline import Former, Printing, Redline
from report.model.text import Foreign
from report.revise.arranging import arrange, in_new_order
from report.revise.flow import FlowWeaver
from report.revise.journal import Journal, Place, ids_of, reachable
from report.revise.matter import MatterWeaver
from report.revise.pieces import NOWHERE
from report.revise.weaving import Alone, Weaver

_EMPTY = ReferenceGroup("", (), ())


def redline(old: Printing, new: Printing) -> Redline:
    """Return what two printings of an edition have in common, and all in which they differ, in one text.

    Both are of one brief in one locale. Numbers of notes, sections and figures alone are no change; the words by which
    a cross-reference prints are.
    """
    before, after = old.edition.brief, new.edition.brief
    journal = Journal({*ids_of(before), *ids_of(after), *old.apparatus.notes, *new.apparatus.notes})
    own = Foreign((), new.edition.locale, new.edition.direction, NOWHERE)
    weaver = Weaver(old.apparatus, new.apparatus, journal, own)
    flow = FlowWeaver(weaver, arrange(before, after), before, new.edition)
    matter = MatterWeaver(weaver, new.edition)
    brief = matter.title_page(before, after)
    brief = replace(brief, summary=flow.summary(before.summary, after.summary))
    brief = replace(brief, sections=flow.sections(before.sections, after.sections))
    bibliography = tuple(_bibliography(old.apparatus.bibliography, new.apparatus.bibliography, weaver, after.mark))
    brief = matter.imprint(before, brief)
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


def _bibliography(
    old: Sequence[ReferenceGroup], new: Sequence[ReferenceGroup], weaver: Weaver, mark: Mark
) -> Iterator[ReferenceGroup]:
    """Yield the parts of the list of references, what was taken out where it stood; another order is no change.

    ``mark`` is the place of the brief, which stands for that of what is no more.
    """
    works = {work.key: work for group in old for work in group.references}
    kept = {work.key for group in new for work in group.references}
    before, after = {group.id: group for group in old}, {group.id: group for group in new}
    for id_ in in_new_order(list(before), list(after)):
        one, other = before.get(id_, _EMPTY), after.get(id_, _EMPTY)
        title = weaver.woven(one.title, other.title, Place("bibliography", _anchor(id_), "bibliography", mark))
        listed = {work.key: work for work in other.references}
        stood = [work.key for work in one.references if work.key in listed or work.key not in kept]
        order = in_new_order(stood, list(listed))
        made = tuple(_reference(works.get(key), listed.get(key), weaver, mark) for key in order)
        yield ReferenceGroup(id_, title, made)


def _anchor(group: str) -> str:
    return f"bibliography-{group}" if group else "bibliography"


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
