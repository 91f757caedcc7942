"""The labels of a redline: what is said before what moved, at both ends, and before pictures that came or went."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from report.compose.revised.numbers import numbered
from report.compose.revised.parts import parts_of
from report.compose.revised.state import Label
from report.model.blocks import Figure
from report.model.redline import Redline
from report.model.revision import BlockFate, ChangeKind
from report.model.text import Text

_KINDS: Mapping[BlockFate, ChangeKind] = {
    "inserted": "insertion",
    "deleted": "deletion",
}


def labels_of(redline: Redline) -> Iterator[tuple[str, Label]]:
    """Yield the labels: of what moved at both ends, and of pictures that came or went."""
    brief = redline.printing.edition.brief
    origins = {now: then for then, now in redline.moves.items()}
    sections = {section.id for section in brief.sections}
    numbers = {name: next(_numbers(texts), 0) for name, texts in parts_of(brief) if name in redline.fates}
    changes = {one.number: one for one in redline.changes}
    moves = {one.anchor: one.number for one in redline.changes if one.kind == "move"}
    pictures = {block.id for section in brief.sections for block in section.blocks if isinstance(block, Figure)}
    for name, fate in redline.fates.items():
        other = redline.moves.get(name, "") if fate == "moved-away" else origins.get(name, "")
        if fate in ("moved-here", "moved-away"):
            away, here = (name, other) if fate == "moved-away" else (other, name)
            # What has no words of its own where it was, as a section without a title, is known by where it is.
            number = numbers.get(away) or moves.get(_anchor(here, sections), 0)
            yield name, Label(fate, "move", number, _anchor(other, sections), changes.get(number))
        elif name in pictures:
            of_picture = changes.get(numbers[name])
            number = numbers[name] if of_picture and of_picture.anchor == f"b-{name}" else 0
            yield name, Label(fate, _KINDS[fate], number, "")


def _anchor(name: str, sections: Container[str]) -> str:
    """Return the id of a section or block; an item has none of its own."""
    return "" if not name or "/" in name else f"{'s' if name in sections else 'b'}-{name}"


def _numbers(texts: Iterable[Text]) -> Iterator[int]:
    return (run.number for text in texts for run in numbered(text))
