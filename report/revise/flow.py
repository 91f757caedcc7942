"""The flow of a redline: summary and sections with all that stood there, what was moved at both of its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from report.model.blocks import Block, Callout, ListBlock, Paragraph, Section, texts_of
from report.model.brief import Brief
from report.model.edition import Edition
from report.model.revision import BlockFate
from report.model.text import NoteCall, Text, Words, map_runs
from report.revise.arranging import Arrangement, in_order, weight_of, weight_of_section
from report.revise.blocks import PARTS, BlockWeaver
from report.revise.journal import Place
from report.revise.neighbours import beside_block, beside_section
from report.revise.pieces import NOWHERE
from report.revise.weaving import Alone, Weaver


class FlowWeaver:
    """Weaves summary and sections; what was taken out and what was put in are whole changes."""

    def __init__(self, weaver: Weaver, arrangement: Arrangement, old: Brief, edition: Edition) -> None:
        """Bind the weaver of texts to what stands where; ``edition`` is the new one."""
        self._weaver, self._arrangement, self._edition = weaver, arrangement, edition
        self._blocks = BlockWeaver(weaver, edition.pack)
        self._journal = weaver.journal
        self._old_sections_of, self._sections_of = dict(_sections_in(old)), dict(_sections_in(edition.brief))

    def summary(self, old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
        """Return the summary of the redline."""
        return tuple(self._place(old, new, ""))

    def sections(self, old: Sequence[Section], new: Sequence[Section]) -> tuple[Section, ...]:
        """Return the sections of the redline."""
        return tuple(self._sections(old, new))

    def _sections(self, old: Sequence[Section], new: Sequence[Section]) -> Iterator[Section]:
        arrangement, pairs = self._arrangement, self._arrangement.section_pairs
        steps = in_order(
            [one.id for one in old],
            [one.id for one in new],
            pairs,
            lambda id_: weight_of_section(arrangement.new_sections[id_]),
        )
        back = {after: before for before, after in pairs.items()}
        for before, after in steps:
            if before is not None and after is not None:
                yield self._section(arrangement.old_sections[before], arrangement.new_sections[after])
            elif before is not None and before in pairs:
                yield self._section_moved_away(arrangement.old_sections[before], pairs[before])
            elif before is not None:
                yield self._section_gone(arrangement.old_sections[before])
            elif after is not None and after in back:
                self._section_move(arrangement.new_sections[after])
                self._journal.fates[after] = "moved-here"
                yield self._section(arrangement.old_sections[back[after]], arrangement.new_sections[after])
            elif after is not None:
                yield self._section_come(arrangement.new_sections[after])

    def _section(self, old: Section, new: Section) -> Section:
        if old.id != new.id:
            self._journal.ids[new.id] = old.id
        title = self._weaver.woven(old.title, new.title, _place_of_section(new, "section-title"))
        return replace(new, title=title, blocks=tuple(self._place(old.blocks, new.blocks, new.id)))

    def _section_move(self, section: Section) -> int:
        place = _place_of_section(section, "section")
        name = self._name_of(section)
        beside = beside_section(self._edition.brief.sections, section.id, self._weaver.new)
        return self._journal.move(section.id, place, name, name, beside)

    def _section_moved_away(self, section: Section, here: str) -> Section:
        """Return the place that a section was moved from: its title stands for it."""
        number = self._section_move(self._arrangement.new_sections[here])
        name = self._gone(section.id, "moved-away", here)
        return replace(section, id=name, title=self._weaver.whole(section.title, "deleted", number, name), blocks=())

    def _section_gone(self, section: Section) -> Section:
        name = self._gone(section.id, "deleted")
        mark = self._edition.brief.mark
        place = replace(_place_of_section(section, "section"), anchor=f"s-{name}", section=name, mark=mark)
        own = [block for block in section.blocks if block.id not in self._arrangement.pairs]
        number = self._journal.change("deletion", place, self._said(section, own, "deleted"), ())
        title = self._weaver.whole(section.title, "deleted", number, name)
        return replace(section, id=name, title=title, blocks=tuple(self._place(section.blocks, (), name, number)))

    def _section_come(self, section: Section) -> Section:
        self._journal.fates[section.id] = "inserted"
        known = set(self._arrangement.pairs.values())
        own = [block for block in section.blocks if block.id not in known]
        place = _place_of_section(section, "section")
        number = self._journal.change("insertion", place, (), self._said(section, own, "inserted"))
        title = self._weaver.whole(section.title, "inserted", number, section.id)
        return replace(section, title=title, blocks=tuple(self._place((), section.blocks, section.id, number)))

    def _place(self, old: Sequence[Block], new: Sequence[Block], section: str, number: int = 0) -> Iterator[Block]:
        """Yield the blocks of a place; ``number`` is that of the change which all of it is part of, if it is."""
        arrangement, pairs = self._arrangement, self._arrangement.pairs
        back = {after: before for before, after in pairs.items()}
        before_ids, after_ids = [one.id for one in old], [one.id for one in new]
        for before, after in in_order(before_ids, after_ids, pairs, lambda id_: weight_of(arrangement.new_blocks[id_])):
            if before is not None and after is not None:
                yield self._block(arrangement.old_blocks[before], arrangement.new_blocks[after], section)
            elif before is not None and before in pairs:
                yield self._moved_away(arrangement.old_blocks[before], pairs[before], section)
            elif before is not None:
                yield self._gone_block(arrangement.old_blocks[before], section, number)
            elif after is not None and after in back:
                self._move(arrangement.new_blocks[after])
                self._journal.fates[after] = "moved-here"
                yield self._block(arrangement.old_blocks[back[after]], arrangement.new_blocks[after], section)
            elif after is not None:
                yield self._come_block(arrangement.new_blocks[after], section, number)

    def _block(self, old: Block, new: Block, section: str) -> Block:
        if old.id != new.id:
            self._journal.ids[new.id] = old.id
        made = self._blocks.woven(old, new, _place_of(new, section))
        if isinstance(made, Callout) and isinstance(old, Callout) and isinstance(new, Callout):
            return _with_blocks(made, self._place(old.blocks, new.blocks, section))
        return made

    def _gone_block(self, block: Block, section: str, number: int) -> Block:
        name = self._gone(block.id, "deleted")
        if not number:
            said = self._weaver.said(self._own_texts(block, "deleted"), "deleted")
            around = self._arrangement.new_sections.get(section)
            mark = around.mark if around else self._edition.brief.mark
            place = replace(_place_of(block, section), anchor=f"b-{name}", mark=mark)
            number = self._journal.change("deletion", place, said, ())
        made = replace(self._blocks.alone(block, "deleted", number, section), id=name)
        if isinstance(made, Callout) and isinstance(block, Callout):
            return _with_blocks(made, self._place(block.blocks, (), section, number))
        return made

    def _come_block(self, block: Block, section: str, number: int) -> Block:
        self._journal.fates[block.id] = "inserted"
        if not number:
            said = self._weaver.said(self._own_texts(block, "inserted"), "inserted")
            number = self._journal.change("insertion", _place_of(block, section), (), said)
        made = self._blocks.alone(block, "inserted", number, section)
        if isinstance(made, Callout) and isinstance(block, Callout):
            return _with_blocks(made, self._place((), block.blocks, section, number))
        return made

    def _move(self, block: Block) -> int:
        """Write down the move of a block that is in both texts."""
        back = {after: before for before, after in self._arrangement.pairs.items()}
        old_section, new_section = self._old_sections_of[back[block.id]], self._sections_of[block.id]
        left = self._arrangement.new_sections.get(self._arrangement.section_pairs.get(old_section, ""))
        left = left or self._arrangement.old_sections.get(old_section)
        reached = self._arrangement.new_sections.get(new_section)
        names = self._name_of(left), self._name_of(reached)
        stayed = self._arrangement.section_pairs.get(old_section, old_section) == new_section
        beside = beside_block(self._edition.brief, block.id, self._weaver.new) if stayed else None
        return self._journal.move(block.id, _place_of(block, new_section), *names, beside)

    def _moved_away(self, block: Block, here: str, section: str) -> Block:
        """Return the place that a block was moved from, with its old words; a call-out is there by its title alone."""
        number = self._move(self._arrangement.new_blocks[here])
        made = replace(
            self._blocks.alone(block, "deleted", number, section), id=self._gone(block.id, "moved-away", here)
        )
        return replace(made, blocks=()) if isinstance(made, Callout) else made

    def _gone(self, id_: str, fate: BlockFate, here: str = "") -> str:
        name = self._journal.gone(id_)
        self._journal.fates[name] = fate
        if here:
            self._journal.moves[name] = here
        return name

    def _name_of(self, section: Section | None) -> Text:
        """Return how a section is called in the list of changes: by its title; the title page has the summary."""
        if section is None or not section.title:
            return (Words(self._edition.words.word("Opening section" if section else "Summary"), NOWHERE),)
        return map_runs(section.title, lambda run: () if isinstance(run, NoteCall) else (run,))

    def _said(self, section: Section, own: Sequence[Block], side: Alone) -> Text:
        return self._weaver.said((section.title, *(text for block in own for text in texts_of(block))), side)

    def _own_texts(self, block: Block, side: Alone) -> Iterator[Text]:
        """Yield the texts of a block that one revision alone has; blocks in it that were moved are not its own."""
        if isinstance(block, Callout):
            known = set(self._arrangement.pairs if side == "deleted" else self._arrangement.pairs.values())
            block = replace(block, blocks=tuple(one for one in block.blocks if one.id not in known))
        yield from texts_of(block)


def _place_of(block: Block, section: str) -> Place:
    return Place(PARTS[type(block)], f"b-{block.id}", section, block.mark)


def _place_of_section(section: Section, part: str) -> Place:
    return Place("section" if part == "section" else "section-title", f"s-{section.id}", section.id, section.mark)


def _sections_in(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield the id of every block with that of its section, which is empty in the summary."""
    yield from _sections_of("", brief.summary)
    for section in brief.sections:
        yield from _sections_of(section.id, section.blocks)


def _sections_of(section: str, blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        yield block.id, section
        if isinstance(block, Callout):
            yield from _sections_of(section, block.blocks)


def _with_blocks(callout: Callout, listed: Iterator[Block]) -> Callout:
    # What stood in a call-out, or stands there, is what one may hold.
    return replace(callout, blocks=cast(tuple[Paragraph | ListBlock, ...], tuple(listed)))
