"""Numbers: what cross-references call sections, figures and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from report import locales
from report.model.apparatus import Target
from report.model.blocks import Block, Callout, Figure, Table, Timeline
from report.model.edition import Edition
from report.model.locale import Pack


def number_targets(edition: Edition) -> Mapping[str, Target]:
    """Number titled sections, figures (timelines among them) and tables, each through the whole brief."""
    brief, pack = edition.brief, edition.pack
    titled = [section.id for section in brief.sections if section.title]
    targets = {
        id_: _target(id_, "section", locales.section_number(number, pack), pack)
        for number, id_ in enumerate(titled, start=1)
    }
    blocks = [*brief.summary, *(block for section in brief.sections for block in section.blocks)]
    figures = [block.id for block in _within(blocks) if isinstance(block, Figure | Timeline)]
    tables = [block.id for block in _within(blocks) if isinstance(block, Table)]
    targets.update((id_, _target(id_, "figure", str(number), pack)) for number, id_ in enumerate(figures, start=1))
    targets.update((id_, _target(id_, "table", str(number), pack)) for number, id_ in enumerate(tables, start=1))
    return targets


def _target(id_: str, kind: Literal["section", "figure", "table"], number: str, pack: Pack) -> Target:
    written = locales.in_digits(number, pack)
    return Target(id_, kind, written, locales.term(kind, pack, number=written))


def _within(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from block.blocks
