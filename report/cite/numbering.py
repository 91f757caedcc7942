"""Numbers: which note repeats the one before it, and what cross-references call sections, figures and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from report import locales
from report.model.apparatus import Target
from report.model.blocks import Block, Callout, Figure, Table, Timeline
from report.model.edition import Edition
from report.model.text import CitedWork

# Whether a note prints *ibid.*: not at all, for the same place, or for another place of the same work.
Plan = Literal["", "same-place", "other-place"]


def plan_notes(notes: Sequence[tuple[CitedWork, ...]]) -> list[Plan]:
    """Say for each note, given the works it cites, whether it repeats the one before it.

    Only a note that cites one work, right after a note that cites that one work alone (Chicago Manual of Style,
    17th edition, 14.34): a note of prose, or of several works, in between forbids it.
    """
    plans: list[Plan] = []
    before: tuple[CitedWork, ...] = ()
    for works in notes:
        plan: Plan = ""
        if len(works) == len(before) == 1 and works[0].key == before[0].key:
            plan = "same-place" if works[0].locator == before[0].locator else "other-place"
        if plan == "other-place" and not works[0].locator:
            plan = ""
        plans.append(plan)
        before = works
    return plans


def number_targets(edition: Edition) -> Mapping[str, Target]:
    """Number titled sections, figures (timelines among them) and tables, each through the whole brief."""
    brief, tag = edition.brief, edition.locale
    titled = [section.id for section in brief.sections if section.title]
    targets = {
        id_: _target(id_, "section", locales.section_number(number, tag), tag)
        for number, id_ in enumerate(titled, start=1)
    }
    blocks = [*brief.summary, *(block for section in brief.sections for block in section.blocks)]
    figures = [block.id for block in _within(blocks) if isinstance(block, Figure | Timeline)]
    tables = [block.id for block in _within(blocks) if isinstance(block, Table)]
    targets.update((id_, _target(id_, "figure", str(number), tag)) for number, id_ in enumerate(figures, start=1))
    targets.update((id_, _target(id_, "table", str(number), tag)) for number, id_ in enumerate(tables, start=1))
    return targets


def _target(id_: str, kind: Literal["section", "figure", "table"], number: str, tag: str) -> Target:
    return Target(id_, kind, number, locales.term(kind, tag, number=number))


def _within(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from block.blocks
