"""Edits of a printing at random: each is a kind and two numbers, so that a failing row of them can be made shorter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from typing import Any

from report.cite.numbering import number_targets
from report.findings import Mark
from report.locales import in_digits
from report.model import blocks
from report.model.apparatus import Apparatus, Note, Reference
from report.model.blocks import Block, Callout, Section
from report.model.brief import Author, Brief, Revision
from report.model.redline import Printing
from report.model.text import (
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    NoteCall,
    Run,
    Strong,
    Text,
    Words,
    Wrapper,
    map_runs,
    note_calls,
)
from report.revise.blocks import with_texts
from report.revise.journal import ids_of

HERE = Mark("content/edited.yaml", 7, 3)
_WORDS = (
    "tide",
    "гавань",
    "دریا",
    "می‌خواهد",
    "Bench",
    "2017",
    "the",
    "and",
    "“quoted”",
    "far-fetched",
    "17\u00a0million",
)
_LOOKS: tuple[Callable[[Text], Run], ...] = (
    lambda runs: Emphasis(runs, HERE),
    lambda runs: Strong(runs, HERE),
    lambda runs: Link(runs, "https://example.org/tide", HERE),
    lambda runs: Foreign(runs, "de", "ltr", HERE),
    lambda runs: Emphasis((Strong(runs, HERE),), HERE),
)
Edit = tuple[int, int, int]


def edited(printing: Printing, edits: Iterable[Edit]) -> Printing:
    """Return a printing with edits made one after the other, and numbered anew."""
    desk = _Desk(printing)
    for kind, where, what in edits:
        EDITS[kind % len(EDITS)](desk, where, what)
    return desk.printing()


@dataclass
class _Desk:
    """What is being edited: the brief, its notes by id, and all else of the printing."""

    given: Printing

    def __post_init__(self) -> None:
        self.brief: Brief = self.given.edition.brief
        self.notes: dict[str, Note] = dict(self.given.apparatus.notes)
        self.bibliography = list(self.given.apparatus.bibliography)

    def name(self, kind: str) -> str:
        taken = {
            *ids_of(self.brief),
            *self.notes,
            *(one.key for group in self.bibliography for one in group.references),
        }
        return next(name for number in count(1) if (name := f"{kind}-{number}") not in taken)

    def printing(self) -> Printing:
        """Return what was edited, with notes in the order of their calls and everything numbered."""
        edition = replace(self.given.edition, brief=self.brief)
        notes = {}
        for text in self.brief.texts():
            for call in note_calls(text):
                number = len(notes) + 1
                label = in_digits(str(number), edition.pack)
                notes[call.id] = replace(self.notes[call.id], id=call.id, number=number, label=label)
        targets = number_targets(edition)
        self.brief = _every_text(self.brief, lambda text: map_runs(text, lambda run: _alive(run, targets)))
        # A note may lead to a figure that is gone as well.
        notes = {
            id_: replace(one, text=map_runs(one.text, lambda run: _alive(run, targets))) for id_, one in notes.items()
        }
        bibliography = tuple(
            replace(
                group,
                references=tuple(
                    replace(one, notes=tuple(id_ for id_ in one.notes if id_ in notes)) for one in group.references
                ),
            )
            for group in self.bibliography
        )
        apparatus = Apparatus(notes, bibliography, targets, self.given.apparatus.names)
        return Printing(replace(edition, brief=self.brief), apparatus)

    # What there is.

    def texts(self) -> list[Text]:
        found: list[Text] = []
        _every_text(self.brief, lambda text: found.append(text) or text)  # type: ignore[func-returns-value]
        return found

    def change_text(self, where: int, change: Callable[[Text], Text], *, empty: bool = False) -> None:
        listed = [at for at, text in enumerate(self.texts()) if text or empty]
        chosen, at = listed[where % len(listed)], iter(range(10**6))
        self.brief = _every_text(self.brief, lambda text: change(text) if next(at) == chosen else text)

    def change_block(self, where: int, kind: type, change: Callable[[Any], Block | None]) -> None:
        """Change one block of a kind; ``None`` takes it out."""
        listed = [block.id for block in _all_blocks(self.brief) if isinstance(block, kind)]
        if not listed:
            return
        chosen = listed[where % len(listed)]
        self.brief = _every_block(self.brief, lambda block: change(block) if block.id == chosen else block)

    def change_sections(self, change: Callable[[list[Section]], Sequence[Section]]) -> None:
        self.brief = replace(self.brief, sections=tuple(change(list(self.brief.sections))))


def _alive(run: Run, targets: Any) -> Text:
    if isinstance(run, CrossReference) and run.target not in targets:
        return (Words("somewhere else", run.mark),)
    return (run,)


def _every_text(brief: Brief, change: Callable[[Text], Text]) -> Brief:
    def block(one: Block) -> Block:
        made = with_texts(one, change)
        return replace(made, blocks=tuple(block(inner) for inner in made.blocks)) if isinstance(made, Callout) else made  # type: ignore[misc]

    brief = replace(brief, title=change(brief.title), subtitle=change(brief.subtitle))
    brief = replace(brief, standfirst=change(brief.standfirst), summary=tuple(map(block, brief.summary)))
    sections = []
    for section in brief.sections:
        title = change(section.title)
        sections.append(replace(section, title=title, blocks=tuple(map(block, section.blocks))))
    return replace(brief, sections=tuple(sections))


def _all_blocks(brief: Brief) -> Iterator[Block]:
    for block in (*brief.summary, *(one for section in brief.sections for one in section.blocks)):
        yield block
        if isinstance(block, Callout):
            yield from block.blocks


def _every_block(brief: Brief, change: Callable[[Block], Block | None]) -> Brief:
    def listed(given: Sequence[Block]) -> tuple[Any, ...]:
        made = [one for block in given if (one := change(block))]
        return tuple(replace(one, blocks=listed(one.blocks)) if isinstance(one, Callout) else one for one in made)

    sections = tuple(replace(section, blocks=listed(section.blocks)) for section in brief.sections)
    return replace(brief, summary=listed(brief.summary), sections=sections)


def _word(what: int) -> str:
    return _WORDS[what % len(_WORDS)]


def _change_words(text: Text, what: int, change: Callable[[list[str]], list[str]]) -> Text:
    """Change the words of one run of plain words."""
    runs = [run for run in _leaves(text) if isinstance(run, Words) and run.text.strip()]
    if not runs:
        return text
    chosen = runs[what % len(runs)]
    done: list[bool] = []

    def one(run: Run) -> Text:
        if run is not chosen or done:
            return (run,)
        done.append(True)
        words = " ".join(change(chosen.text.split(" ")))
        return (replace(chosen, text=words),) if words else ()

    return tuple(run for run in map_runs(text, one) if not isinstance(run, Wrapper) or run.runs)


def _leaves(text: Text) -> Iterator[Run]:
    for run in text:
        if isinstance(run, Wrapper):
            yield from _leaves(run.runs)
        else:
            yield run


def _cut(text: Text, what: int) -> tuple[Text, Text, Text]:
    """Cut one run of words at the top of a text in three, with what stands before and after it."""
    places = [at for at, run in enumerate(text) if isinstance(run, Words) and len(run.text) > 2]
    if not places:
        return text, (), ()
    at = places[what % len(places)]
    run = text[at]
    assert isinstance(run, Words)
    words = run.text
    first, last = sorted((what * 7 % len(words), what * 13 % len(words)))
    head, middle, tail = (
        (replace(run, text=part),) if part else () for part in (words[:first], words[first:last], words[last:])
    )
    return (*text[:at], *head), middle, (*tail, *text[at + 1 :])


# Words.


def _replace_word(desk: _Desk, where: int, what: int) -> None:
    def change(words: list[str]) -> list[str]:
        at = what % len(words)
        return [*words[:at], _word(what), *words[at + 1 :]]

    desk.change_text(where, lambda text: _change_words(text, what, change))


def _insert_words(desk: _Desk, where: int, what: int) -> None:
    def change(words: list[str]) -> list[str]:
        at = what % (len(words) + 1)
        return [*words[:at], *(_word(what + more) for more in range(1 + what % 4)), *words[at:]]

    desk.change_text(where, lambda text: _change_words(text, what, change))


def _delete_words(desk: _Desk, where: int, what: int) -> None:
    def change(words: list[str]) -> list[str]:
        at = what % len(words)
        return [*words[:at], *words[at + 1 + what % 9 :]] or ["left"]

    desk.change_text(where, lambda text: _change_words(text, what, change))


def _rewrite(desk: _Desk, where: int, what: int) -> None:
    desk.change_text(where, lambda text: _change_words(text, what, lambda words: words[::-1]))


def _empty(desk: _Desk, _where: int, what: int) -> None:
    optional = ("subtitle", "standfirst")
    desk.brief = replace(desk.brief, **{optional[what % 2]: ()})


def _fill(desk: _Desk, where: int, what: int) -> None:
    name = ("subtitle", "standfirst")[where % 2]
    desk.brief = replace(desk.brief, **{name: (Words(f"{_word(what)} {_word(where)}.", HERE),)})


def _respace(desk: _Desk, where: int, what: int) -> None:
    def change(words: list[str]) -> list[str]:
        return ["\u00a0".join(words[:2]), *words[2:]] if len(words) > 1 else words

    desk.change_text(where, lambda text: _change_words(text, what, change))


# Looks.


def _restyle(desk: _Desk, where: int, what: int) -> None:
    def change(text: Text) -> Text:
        before, middle, after = _cut(text, what)
        return (*before, _LOOKS[what % len(_LOOKS)](middle), *after) if middle else text

    desk.change_text(where, change)


def _unstyle(desk: _Desk, where: int, _what: int) -> None:
    desk.change_text(where, lambda text: tuple(_leaves(text)))


def _restyle_all(desk: _Desk, where: int, what: int) -> None:
    desk.change_text(where, lambda text: (_LOOKS[what % len(_LOOKS)](text),))


def _readdress(desk: _Desk, _where: int, what: int) -> None:
    def change(text: Text) -> Text:
        return tuple(
            replace(run, address=f"https://example.org/{what}") if isinstance(run, Link) else run for run in text
        )

    for at in range(len(desk.texts())):
        desk.change_text(at, change)


# Notes and cross-references.


def _add_note(desk: _Desk, where: int, what: int) -> None:
    def change(text: Text) -> Text:
        before, middle, after = _cut(text, what)
        id_ = desk.name("added")
        note = (Words(f"{_word(what)} {_word(where)}.", HERE),)
        desk.notes[id_] = Note(id_, 0, "", note, (), "", HERE)
        return (*before, NoteCall(id_, (), HERE), *middle, *after)

    desk.change_text(where, change)


def _take_note(desk: _Desk, _where: int, what: int) -> None:
    listed = [call.id for text in desk.texts() for call in note_calls(text)]
    if listed:
        gone = listed[what % len(listed)]
        desk.brief = _every_text(
            desk.brief,
            lambda text: map_runs(text, lambda run: () if isinstance(run, NoteCall) and run.id == gone else (run,)),
        )


def _change_note(desk: _Desk, where: int, what: int) -> None:
    if not desk.notes:
        return
    id_ = sorted(desk.notes)[where % len(desk.notes)]
    text = _change_words(desk.notes[id_].text, what, lambda words: [*words[: what % len(words)], _word(what)])
    desk.notes[id_] = replace(desk.notes[id_], text=text)


def _rename_notes(desk: _Desk, _where: int, _what: int) -> None:
    """Rename all notes of the brief, as happens where one is put before them."""
    names = {id_: f"{id_}-again" for id_ in desk.notes}
    desk.notes = {names[id_]: replace(note, id=names[id_]) for id_, note in desk.notes.items()}
    desk.brief = _every_text(
        desk.brief,
        lambda text: map_runs(
            text, lambda run: (replace(run, id=names[run.id]),) if isinstance(run, NoteCall) else (run,)
        ),
    )
    desk.bibliography = [
        replace(
            group,
            references=tuple(
                replace(one, notes=tuple(names.get(id_, id_) for id_ in one.notes)) for one in group.references
            ),
        )
        for group in desk.bibliography
    ]


def _refer(desk: _Desk, where: int, what: int) -> None:
    targets = sorted(number_targets(replace(desk.given.edition, brief=desk.brief)))
    if targets:
        target = targets[what % len(targets)]

        def change(text: Text) -> Text:
            before, middle, after = _cut(text, what)
            return (*before, Words(" ", HERE), CrossReference(target, HERE), *middle, *after)

        desk.change_text(where, change)


# Blocks and sections.


def _swap_blocks(desk: _Desk, where: int, what: int) -> None:
    def change(sections: list[Section]) -> list[Section]:
        at = where % len(sections)
        listed = list(sections[at].blocks)
        if len(listed) > 1:
            i, j = what % len(listed), where % len(listed)
            listed[i], listed[j] = listed[j], listed[i]
        sections[at] = replace(sections[at], blocks=tuple(listed))
        return sections

    desk.change_sections(change)


def _move_block(desk: _Desk, where: int, what: int) -> None:
    def change(sections: list[Section]) -> list[Section]:
        start, end = where % len(sections), what % len(sections)
        listed = list(sections[start].blocks)
        if len(listed) > 1:
            block = listed.pop(what % len(listed))
            sections[start] = replace(sections[start], blocks=tuple(listed))
            others = list(sections[end].blocks)
            others.insert(where % (len(others) + 1), block)
            sections[end] = replace(sections[end], blocks=tuple(others))
        return sections

    desk.change_sections(change)


def _to_summary(desk: _Desk, _where: int, what: int) -> None:
    movable = [one for section in desk.brief.sections for one in section.blocks if isinstance(one, blocks.Paragraph)]
    if movable:
        chosen = movable[what % len(movable)]
        desk.brief = _every_block(desk.brief, lambda block: None if block.id == chosen.id else block)
        desk.brief = replace(desk.brief, summary=(*desk.brief.summary, chosen))


def _delete_block(desk: _Desk, where: int, _what: int) -> None:
    desk.change_block(where, object, lambda _: None)


def _insert_block(desk: _Desk, where: int, what: int) -> None:
    words = Words(f"{_word(what)} {_word(where)} {_word(what + 1)}.", HERE)
    made = blocks.Paragraph(desk.name("paragraph"), (words,), HERE)

    def change(sections: list[Section]) -> list[Section]:
        at = where % len(sections)
        listed = list(sections[at].blocks)
        listed.insert(what % (len(listed) + 1), made)
        sections[at] = replace(sections[at], blocks=tuple(listed))
        return sections

    desk.change_sections(change)


def _split_paragraph(desk: _Desk, where: int, what: int) -> None:
    def change(sections: list[Section]) -> list[Section]:
        places = [
            (at, place)
            for at, section in enumerate(sections)
            for place, block in enumerate(section.blocks)
            if isinstance(block, blocks.Paragraph)
        ]
        if not places:
            return sections
        at, place = places[where % len(places)]
        block = sections[at].blocks[place]
        assert isinstance(block, blocks.Paragraph)
        before, middle, after = _cut(block.text, what)
        if before and after:
            halves = (
                replace(block, text=before),
                blocks.Paragraph(desk.name("half"), (*middle, *after), HERE),
            )
            listed = (*sections[at].blocks[:place], *halves, *sections[at].blocks[place + 1 :])
            sections[at] = replace(sections[at], blocks=listed)
        return sections

    desk.change_sections(change)


def _other_kind(desk: _Desk, where: int, what: int) -> None:
    desk.change_block(
        where,
        blocks.Paragraph,
        lambda block: (
            blocks.Heading(block.id, block.text, HERE) if what % 2 else blocks.PullQuote(block.id, block.text, HERE)
        ),
    )


def _rename_block(desk: _Desk, where: int, _what: int) -> None:
    desk.change_block(where, object, lambda block: replace(block, id=desk.name("other")))


def _awkward_id(desk: _Desk, where: int, _what: int) -> None:
    """Give a block the id that one which was taken out would get."""
    taken = {block.id for block in _all_blocks(desk.brief)} | {section.id for section in desk.brief.sections}
    desk.change_block(
        where, object, lambda block: replace(block, id=f"was-{block.id}") if f"was-{block.id}" not in taken else block
    )


def _swap_sections(desk: _Desk, where: int, what: int) -> None:
    def change(sections: list[Section]) -> list[Section]:
        i, j = where % len(sections), what % len(sections)
        sections[i], sections[j] = sections[j], sections[i]
        return sections

    desk.change_sections(change)


def _delete_section(desk: _Desk, where: int, _what: int) -> None:
    if len(desk.brief.sections) > 1:
        at = where % len(desk.brief.sections)
        desk.change_sections(lambda sections: [*sections[:at], *sections[at + 1 :]])


def _insert_section(desk: _Desk, where: int, what: int) -> None:
    title = (Words(_word(what), HERE),) if what % 3 else ()
    words = (Words(f"{_word(where)} {_word(what)}.", HERE),)
    made = Section(desk.name("section"), title, (blocks.Paragraph(desk.name("paragraph"), words, HERE),), HERE)
    at = where % (len(desk.brief.sections) + 1)
    desk.change_sections(lambda sections: [*sections[:at], made, *sections[at:]])


def _split_section(desk: _Desk, where: int, what: int) -> None:
    def change(sections: list[Section]) -> list[Section]:
        at = where % len(sections)
        listed = sections[at].blocks
        cut = what % (len(listed) + 1)
        made = Section(desk.name("section"), (Words(_word(what), HERE),), listed[cut:], HERE)
        return [*sections[:at], replace(sections[at], blocks=listed[:cut]), made, *sections[at + 1 :]]

    desk.change_sections(change)


def _untitle(desk: _Desk, where: int, what: int) -> None:
    def change(sections: list[Section]) -> list[Section]:
        at = where % len(sections)
        sections[at] = replace(sections[at], title=() if sections[at].title else (Words(_word(what), HERE),))
        return sections

    desk.change_sections(change)


def _rename_section(desk: _Desk, where: int, _what: int) -> None:
    at = where % len(desk.brief.sections)
    desk.change_sections(
        lambda sections: [*sections[:at], replace(sections[at], id=desk.name("section")), *sections[at + 1 :]]
    )


# Parts of blocks.


def _change_items(desk: _Desk, where: int, what: int) -> None:
    def change(block: blocks.ListBlock) -> Block:
        items = list(block.items)
        at = what % len(items)
        made = blocks.ListItem((Words(f"{_word(what)} {_word(where)}", HERE),), None, HERE)
        match what % 5:
            case 0 if len(items) > 1:
                items.pop(at)
            case 1:
                items.insert(at, made)
            case 2:
                inner = blocks.ListBlock(block.id, bool(what % 2), (made,), HERE)
                items[at] = replace(items[at], sublist=None if items[at].sublist else inner)
            case 3 if items[at].sublist:
                sublist = items[at].sublist
                assert sublist
                items[at] = replace(
                    items[at], sublist=replace(sublist, items=(*sublist.items[1:], made), numbered=not sublist.numbered)
                )
            case _:
                return replace(block, numbered=not block.numbered, items=tuple(items[::-1]))
        return replace(block, items=tuple(items))

    desk.change_block(where, blocks.ListBlock, change)


def _change_table(desk: _Desk, where: int, what: int) -> None:
    def change(table: blocks.Table) -> Block:
        rows, columns = list(table.rows), list(table.columns)
        at, place = what % max(1, len(rows)), what % max(1, len(columns))
        cell = (Words(_word(what), HERE),)
        match what % 6:
            case 0 if len(rows) > 1:
                rows.pop(at)
            case 1:
                rows.insert(at, tuple(cell if not number else () for number in range(len(columns))))
            case 2 if len(columns) > 1:
                columns.pop(place)
                rows = [(*row[:place], *row[place + 1 :]) for row in rows]
            case 3:
                columns.insert(place, blocks.Column(cell, (), bool(where % 2)))
                rows = [(*row[:place], cell, *row[place:]) for row in rows]
            case 4:
                rows = rows[::-1]
            case _:
                columns[place] = replace(columns[place], numeric=not columns[place].numeric)
                return replace(table, columns=tuple(columns), has_row_heads=not table.has_row_heads, notes=cell)
        return replace(table, rows=tuple(rows), columns=tuple(columns))

    desk.change_block(where, blocks.Table, change)


def _change_timeline(desk: _Desk, where: int, what: int) -> None:
    def change(timeline: blocks.Timeline) -> Block:
        entries = list(timeline.entries)
        at = what % len(entries)
        match what % 4:
            case 0 if len(entries) > 1:
                entries.pop(at)
            case 1:
                entries.insert(
                    at, blocks.TimelineEntry(blocks.PartialDate(1900 + what % 99), (Words(_word(what), HERE),), HERE)
                )
            case 2:
                entries[at] = replace(entries[at], date=blocks.PartialDate(2000, 1 + what % 12, 1 + what % 28))
                timeline = replace(timeline, legend=replace(timeline.legend, alternative=_word(where)))
            case _:
                entries.reverse()
        return replace(timeline, entries=tuple(entries))

    desk.change_block(where, blocks.Timeline, change)


def _change_recommendations(desk: _Desk, where: int, what: int) -> None:
    def change(block: blocks.Recommendations) -> Block:
        items = list(block.items)
        made = blocks.Recommendation((Words(_word(what), HERE),), (Words(f"{_word(where)} {_word(what)}", HERE),), HERE)
        items = [*items[1:], made] if what % 2 else [made, *items]
        return replace(block, items=tuple(items))

    desk.change_block(where, blocks.Recommendations, change)


def _change_figure(desk: _Desk, where: int, what: int) -> None:
    def change(block: blocks.Figure) -> Block:
        legend = replace(
            block.legend, alternative=_word(what), spans=not block.legend.spans, credit=(Words(_word(where), HERE),)
        )
        return replace(block, picture=replace(block.picture, sha256=f"{what:064x}"), legend=legend)

    desk.change_block(where, blocks.Figure, change)


def _change_callout(desk: _Desk, where: int, what: int) -> None:
    """Take a block out of a call-out and set it after it, or set a paragraph in one."""
    callouts = [block for block in _all_blocks(desk.brief) if isinstance(block, Callout)]
    if not callouts:
        return
    chosen = callouts[where % len(callouts)]
    if what % 2 and chosen.blocks:
        moved = chosen.blocks[what % len(chosen.blocks)]
        desk.change_block(
            where,
            Callout,
            lambda one: replace(one, blocks=tuple(inner for inner in one.blocks if inner.id != moved.id)),
        )
        desk.change_sections(
            lambda sections: [replace(sections[0], blocks=(*sections[0].blocks, moved)), *sections[1:]]
        )
    else:
        listed = [one for section in desk.brief.sections for one in section.blocks if isinstance(one, blocks.Paragraph)]
        if listed:
            paragraph = listed[what % len(listed)]
            desk.brief = _every_block(desk.brief, lambda block: None if block.id == paragraph.id else block)
            desk.change_block(
                where, Callout, lambda one: replace(one, blocks=(paragraph, *one.blocks), spans=not one.spans)
            )


# All around the text.


def _change_references(desk: _Desk, where: int, what: int) -> None:
    if not desk.bibliography:
        return
    at = where % len(desk.bibliography)
    group = desk.bibliography[at]
    works = list(group.references)
    match what % 4:
        case 0 if len(works) > 1:
            works.pop(what % len(works))
        case 1:
            text = (Words(f"{_word(what)}, 2020.", HERE),)
            works.insert(0, Reference(desk.name("work"), text, (), desk.given.edition.direction, HERE))
        case 2:
            works.reverse()
        case _:
            place = what % len(works)
            text = _change_words(works[place].text, what, lambda words: [_word(what), *words[1:]])
            works[place] = replace(works[place], text=text)
    desk.bibliography[at] = replace(group, references=tuple(works))


def _change_matter(desk: _Desk, where: int, what: int) -> None:
    brief, house, word = desk.brief, desk.brief.house, _word(what)
    match what % 9:
        case 0:
            desk.brief = replace(brief, authors=(*brief.authors, Author(word, corporate=False)))
        case 1:
            desk.brief = replace(brief, keywords=(word, *brief.keywords[1:]))
        case 2:
            desk.brief = replace(brief, date=brief.date + timedelta(days=where % 99 + 1), number=f"{what}/2017")
        case 3:
            desk.brief = replace(brief, description=f"{word}.", short_title=word)
        case 4:
            one = Revision(f"{len(brief.revisions)}.{what}", brief.date, (Words(f"{word}.", HERE),))
            desk.brief = replace(brief, revisions=(*brief.revisions, one))
        case 5:
            first = replace(brief.revisions[0], date=brief.date + timedelta(days=1), note=(Words(word, HERE),))
            desk.brief = replace(brief, revisions=(first, *brief.revisions[1:]))
        case 6:
            changed = replace(house, publisher=word, address=(word, *house.address), imprint=(Words(word, HERE),))
            desk.brief = replace(brief, house=changed)
        case 7:
            desk.brief = replace(brief, house=replace(house, licence=replace(house.licence, holder=word)))
        case _:
            desk.brief = replace(brief, title=(Emphasis(brief.title, HERE),))


EDITS: tuple[Callable[[_Desk, int, int], None], ...] = (
    *(_replace_word, _insert_words, _delete_words, _rewrite, _empty, _fill, _respace),
    *(_restyle, _unstyle, _restyle_all, _readdress),
    *(_add_note, _take_note, _change_note, _rename_notes, _refer),
    *(_swap_blocks, _move_block, _to_summary, _delete_block, _insert_block, _split_paragraph, _other_kind),
    *(_rename_block, _awkward_id, _swap_sections, _delete_section, _insert_section, _split_section, _untitle),
    *(_rename_section, _change_items, _change_table, _change_timeline, _change_recommendations, _change_figure),
    *(_change_callout, _change_references, _change_matter),
)
