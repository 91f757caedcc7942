"""The flow cut into strips: column boxes, and between them the blocks that take the full width.

The engine loses text with ``column-span`` (docs/engine.md), so a column box is closed before such a block and a
new one opened after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from report.model.blocks import Block, Callout, Figure, Section, Table, Timeline
from report.model.brief import Brief


@dataclass(frozen=True, slots=True)
class SectionPart:
    """The blocks of a section that stand together in one column box; ``opens`` where its heading is printed."""

    section: Section
    opens: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """A column box with parts of sections, at least one."""

    parts: tuple[SectionPart, ...]
    kind: Literal["columns"] = "columns"


@dataclass(frozen=True, slots=True)
class Span:
    """A block of a section that takes the full width."""

    section: Section
    block: Block
    kind: Literal["span"] = "span"


Strip = Columns | Span


def strips_of(brief: Brief) -> tuple[Strip, ...]:
    """Cut the sections of a brief into strips, in reading order; parts and boxes with nothing in them are left out."""
    strips: list[Strip] = []
    parts: list[SectionPart] = []
    for section in brief.sections:
        for piece in _pieces(section):
            if isinstance(piece, SectionPart):
                parts.append(piece)
                continue
            if parts:
                strips.append(Columns(tuple(parts)))
                parts = []
            strips.append(piece)
    return (*strips, Columns(tuple(parts))) if parts else tuple(strips)


def spans(block: Block) -> bool:
    """Whether a block takes the full width of the page."""
    match block:
        case Figure() | Table() | Timeline():
            return block.legend.spans
        case Callout():
            return block.spans
        case _:
            return False


def _pieces(section: Section) -> Iterator[SectionPart | Span]:
    opens, blocks = True, list[Block]()
    for block in section.blocks:
        if not spans(block):
            blocks.append(block)
            continue
        if opens or blocks:
            yield SectionPart(section, opens, tuple(blocks))
        yield Span(section, block)
        opens, blocks = False, []
    if opens or blocks:
        yield SectionPart(section, opens, tuple(blocks))
