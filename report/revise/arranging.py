"""Arranging: which blocks and sections of two revisions are the same, and where all of them stand in the redline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from report.model.blocks import Block, Callout, Section, texts_of
from report.model.brief import Brief
from report.model.text import plain
from report.revise.likeness import kept_in_order, likeness

T = TypeVar("T", Block, Section)
_RENAMED = 0.75
"""The likeness from which a block that has another id now is taken for the same."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The sections and blocks of both revisions by id, which of them are the same, and the order of each place.

    ``pairs`` and ``section_pairs`` lead from old ids to new ones.
    """

    old_blocks: Mapping[str, Block]
    new_blocks: Mapping[str, Block]
    old_sections: Mapping[str, Section]
    new_sections: Mapping[str, Section]
    pairs: Mapping[str, str]
    section_pairs: Mapping[str, str]


def arrange(old: Brief, new: Brief) -> Arrangement:
    """Find what is the same in two briefs: by id and kind; and what has another id by its words."""
    old_blocks = {block.id: block for _, block in placed_blocks(old)}
    new_blocks = {block.id: block for _, block in placed_blocks(new)}
    old_sections = {section.id: section for section in old.sections}
    new_sections = {section.id: section for section in new.sections}
    pairs = {id_: id_ for id_, block in old_blocks.items() if type(new_blocks.get(id_)) is type(block)}
    pairs |= _renamed(old_blocks, new_blocks, pairs, lambda one, other: type(one) is type(other), _words_of_block)
    section_pairs = {id_: id_ for id_ in old_sections if id_ in new_sections}
    section_pairs |= _renamed(old_sections, new_sections, section_pairs, lambda *_: True, _words_of_section)
    return Arrangement(old_blocks, new_blocks, old_sections, new_sections, pairs, section_pairs)


def placed_blocks(brief: Brief) -> Iterator[tuple[str, Block]]:
    """Yield every block with the place that it stands in: the summary, a section, or a call-out."""
    yield from _placed("", brief.summary)
    for section in brief.sections:
        yield from _placed(section.id, section.blocks)


def in_order(
    old: Sequence[str], new: Sequence[str], pairs: Mapping[str, str], weight: Callable[[str], int]
) -> Iterator[tuple[str | None, str | None]]:
    """Yield the ids of one place in the order of the redline: what stayed as a pair, else one alone.

    What is gone stands right after what it followed; what has come, after that. Of what stands in both, the heaviest
    that kept their order stay.
    """
    back = {after: before for before, after in pairs.items()}
    shared = [(at, old.index(back[id_])) for at, id_ in enumerate(new) if back.get(id_) in old]
    kept = kept_in_order([place for _, place in shared], [weight(new[at]) for at, _ in shared])
    stays = [shared[at] for at in sorted(kept)]
    i = j = 0
    for next_j, next_i in (*stays, (len(new), len(old))):
        yield from ((id_, None) for id_ in old[i:next_i])
        yield from ((None, id_) for id_ in new[j:next_j])
        if next_j < len(new):
            yield old[next_i], new[next_j]
        i, j = next_i + 1, next_j + 1


def in_new_order(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield what is there now in its order, and what is there no more right after what it followed."""
    pairs = {id_: id_ for id_ in old if id_ in new}
    for was, is_ in in_order(old, new, pairs, lambda _: 1):
        if is_ is not None:
            yield is_
        elif was is not None and was not in pairs:
            yield was


def weight_of(block: Block) -> int:
    """Return how much a block weighs when it is asked which of two were moved."""
    return 1 + len(_words_of_block(block))


def weight_of_section(section: Section) -> int:
    """Return how much a section weighs."""
    return 1 + sum(map(weight_of, section.blocks))


def _placed(place: str, blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    for block in blocks:
        yield place, block
        if isinstance(block, Callout):
            yield from _placed(block.id, block.blocks)


def _renamed(
    old: Mapping[str, T],
    new: Mapping[str, T],
    pairs: Mapping[str, str],
    may_be: Callable[[T, T], bool],
    words_of: Callable[[T], list[str]],
) -> dict[str, str]:
    """Return what has no id in common, and whose words are the most alike."""
    left = [(id_, words_of(one)) for id_, one in old.items() if id_ not in pairs]
    taken = set(pairs.values())
    come = [(id_, words_of(one)) for id_, one in new.items() if id_ not in taken]
    scores = sorted(
        (
            (-likeness(words, others), at, to)
            for at, (id_, words) in enumerate(left)
            for to, (other, others) in enumerate(come)
            if words and others and may_be(old[id_], new[other])
        )
    )
    found: dict[str, str] = {}
    for score, at, to in scores:
        if -score < _RENAMED:
            break
        if left[at][0] not in found and come[to][0] not in found.values():
            found[left[at][0]] = come[to][0]
    return found


def _words_of_block(block: Block) -> list[str]:
    return [word for text in texts_of(block) for word in plain(text).split()]


def _words_of_section(section: Section) -> list[str]:
    return [*plain(section.title).split(), *(word for block in section.blocks for word in _words_of_block(block))]
