"""The copy of texts and blocks: what a reader finds in each, in the order in which it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar, cast

from report import locales
from report.compose.labels import beside_words, label_words, quoted_beside
from report.compose.languages import Listener
from report.compose.revised import GONE, Marked, places
from report.findings import Mark
from report.model import blocks
from report.model.anchors import entry_id
from report.model.apparatus import Apparatus, Reference
from report.model.edition import Edition
from report.model.output import Part, Passage, Setting, Spoken
from report.model.text import (
    CitedNames,
    CrossReference,
    Lag,
    NoteCall,
    Revised,
    Standing,
    Text,
    Unsettled,
    Words,
    Wrapper,
)

T = TypeVar("T")


class Writer:
    """Writes texts and blocks as passages."""

    def __init__(
        self,
        edition: Edition,
        apparatus: Apparatus,
        medium: Setting,
        families: tuple[str, ...],
        marked: Marked | None = None,
    ) -> None:
        self.families = families
        self._words = edition.words
        self._pack = edition.pack
        self._apparatus = apparatus
        self._listener = Listener(self.words, apparatus, edition.locale)
        self.marked = marked
        self.is_paged = medium == "paged"

    def digits(self, written: str) -> str:
        """A number as the edition writes it."""
        return locales.in_digits(written, self._pack)

    def day(self, day: date) -> str:
        """A date of the edition itself."""
        return locales.edition_date(day, self._pack)

    def words(self, text: Text) -> str:
        """The words of a text as printed: labels of calls after the word they follow, cross-references in full.

        What does not follow its source text begins with a mark that says so.
        """
        return "".join(self._written(text, is_plain=False))

    def plain(self, text: Text) -> str:
        """The words of a text without the labels of calls, and without marks."""
        return "".join(self._written(text, is_plain=True))

    def thing(self, path: str, now: T, written: Callable[[T], str]) -> str:
        """What is no text, such as a date; one that a redline says is another now after its number and what it was."""
        redline = self.marked.redline if self.marked else None
        if redline is None or path not in redline.numbers:
            return written(now)
        was, is_ = written(cast(T, redline.former.things[path])), written(now)
        return f"{self._numbered(redline.numbers[path])}{was} {is_}" if was != is_ else is_

    def passage(self, anchor: str, text: Text, mark: Mark, part: Part = "words", *, label: str = "") -> Passage:
        """A text as a passage; ``label`` is printed before it."""
        words = self.words(text)
        return Passage(anchor, f"{label} {words}" if label else words, str(mark), part, tuple(self.foreign(text)))

    def fate(self, name: str) -> str:
        """What a redline says became of a part of the text; nothing of most."""
        return self.marked.redline.fates.get(name, "") if self.marked else ""

    def heading(self, name: str) -> Part:
        """What the title of a section or a heading is: one that a redline says is no more heads nothing."""
        return "paragraph" if self.fate(name) in GONE else "heading"

    def label(self, name: str, anchor: str, mark: Mark) -> Iterator[Passage]:
        """What is said before a part that moved, and before a picture that came or went."""
        label = self.marked.labels.get(name) if self.marked else None
        if label:
            said = label_words(label, self._words, self._numbered, is_paged=self.is_paged)
            parts = (said, beside_words(label, self._words, self.words))
            words = self._pack.punctuation.comma.join(filter(None, parts))
            yield Passage(f"label-{anchor}", words, str(mark), foreign=tuple(self.foreign(quoted_beside(label))))

    def foreign(self, text: Text, after: int = 0) -> Iterator[Spoken]:
        """The runs of a text, which stands after at least so many words, that are in other languages than it."""
        return self._listener.spoken_in(text, after)

    def reference(self, reference: Reference) -> Passage:
        """An entry of the bibliography, and the notes that cite it."""
        labels = [self._apparatus.notes[id_].label for id_ in reference.notes]
        numbers = self._pack.punctuation.comma.join(labels)
        notes = locales.term("note", self._pack, is_many=len(labels) > 1, numbers=numbers) if labels else ""
        words, foreign = f"{self.words(reference.text)} {notes}", tuple(self.foreign(reference.text))
        return Passage(entry_id(reference.key), words, str(reference.mark), "entry", foreign)

    def block(self, block: blocks.Block) -> Iterator[Passage]:  # noqa: C901, PLR0912 - one short branch for each kind of block
        """The passages of a block in the order in which it prints."""
        yield from self.label(block.id, f"b-{block.id}", block.mark)
        anchor, mark = f"b-{block.id}", block.mark
        match block:
            case blocks.Paragraph():
                yield self.passage(anchor, block.text, mark, "paragraph")
            case blocks.Heading():
                yield self.passage(anchor, block.text, mark, self.heading(block.id))
            case blocks.PullQuote():
                yield self.passage(anchor, block.text, mark, "quotation")
            case blocks.Quotation():
                yield self.passage(anchor, block.text, mark, "quotation")
                yield self.passage(anchor, block.attribution, mark, "attribution")
            case blocks.ListBlock():
                yield from self._list(anchor, block.id, block, depth=0)
            case blocks.Figure():
                if self.is_paged:
                    yield Passage(anchor, " ".join(filter(None, block.picture.wording)), str(mark), "drawing")
                yield self._caption(block.id, block.legend, mark, block.picture.standing)
                yield from self._credits(anchor, block.legend, mark)
            case blocks.Timeline():
                yield self._caption(block.id, block.legend, mark)
                for number, entry in enumerate(block.entries, start=1):
                    name = f"{block.id}/{number}"
                    yield Passage(
                        anchor, self.thing(f"{name}/date", entry.date, self._step_date), str(entry.mark), "marker"
                    )
                    yield from self.label(name, anchor, entry.mark)
                    yield self.passage(anchor, entry.label, entry.mark, "step")
                yield from self._credits(anchor, block.legend, mark)
            case blocks.Table():
                yield self._caption(block.id, block.legend, mark)
                yield from self._table(anchor, block)
                yield from self._credits(anchor, block.legend, mark)
            case blocks.Callout():
                yield self.passage(anchor, block.title, mark, "heading")
                for inner in block.blocks:
                    yield from self.block(inner)
            case blocks.Recommendations():
                yield self.passage(anchor, block.title, mark, "heading")
                for number, item in enumerate(block.items, start=1):
                    place = self._place(block.id, number, len(block.items))
                    yield self._marker(anchor, place, 0, is_numbered=True, mark=item.mark)
                    yield from self.label(f"{block.id}/{number}", anchor, item.mark)
                    yield self.passage(anchor, item.addressee, item.mark, "item")
                    yield self.passage(anchor, item.text, item.mark, "item")

    def _written(self, text: Text, *, is_plain: bool) -> Iterator[str]:
        for run in text:
            match run:
                case Unsettled() if not is_plain:
                    yield f"{self._mark_of(run.standing)} "
                    yield from self._written(run.runs, is_plain=is_plain)
                case Revised():
                    yield from self._revised(run, is_plain=is_plain)
                case _ if isinstance(run, Wrapper):
                    yield from self._written(run.runs, is_plain=is_plain)
                case Words():
                    yield run.text
                case CrossReference():
                    yield self._apparatus.targets[run.target].label
                case CitedNames():
                    yield from self._written(self._apparatus.names_at(run), is_plain=True)
                case NoteCall() if not is_plain:
                    yield self._apparatus.notes[run.id].label

    def _revised(self, run: Revised, *, is_plain: bool) -> Iterator[str]:
        """The words of a change after its number; without marks those that stand now."""
        if run.number and not is_plain:
            yield self._numbered(run.number)
        if not is_plain or run.revision != "deleted":
            yield from self._written(run.runs, is_plain=is_plain)

    def _mark_of(self, standing: Lag) -> str:
        return self._words.word("[earlier wording]" if standing == "stale" else "[not yet translated]")

    def _list(self, anchor: str, name: str, block: blocks.ListBlock, depth: int) -> Iterator[Passage]:
        for number, item in enumerate(block.items, start=1):
            own, place = f"{name}/{number}", self._place(name, number, len(block.items))
            yield self._marker(anchor, place, depth, is_numbered=block.numbered, mark=item.mark)
            yield from self.label(own, anchor, item.mark)
            yield self.passage(anchor, item.text, item.mark, "item")
            if item.sublist:
                yield from self._list(anchor, own, item.sublist, depth + 1)

    def _place(self, name: str, number: int, count: int) -> int:
        """The place of an item in its list: of several revisions in one, that which it has, or had, in its own."""
        return (
            places([self.fate(f"{name}/{one}") for one in range(1, count + 1)])[number - 1] if self.marked else number
        )

    def _numbered(self, number: int) -> str:
        """The number of a change, which stands before its words on paper, apart from all others."""
        return f" {self.digits(str(number))} " if self.is_paged else ""

    def _step_date(self, day: blocks.PartialDate) -> str:
        return locales.timeline_date(day, self._pack)

    def _marker(self, anchor: str, number: int, depth: int, *, is_numbered: bool, mark: Mark) -> Passage:
        marker = locales.list_marker(number, depth, self._pack, is_numbered=is_numbered) if self.is_paged else ""
        return Passage(anchor, marker, str(mark), "marker")

    def _caption(self, id_: str, legend: blocks.Legend, mark: Mark, of_picture: Standing = "current") -> Passage:
        """The label and the caption; the mark that words of a drawing need stands there if the caption has none."""
        label = self._apparatus.targets[id_].label
        if of_picture != "current" and not any(isinstance(run, Unsettled) for run in legend.caption):
            label += f" {self._mark_of(of_picture)}"
        return self.passage(f"b-{id_}", legend.caption, mark, "caption", label=label)

    def _credits(self, anchor: str, legend: blocks.Legend, mark: Mark) -> Iterator[Passage]:
        if legend.source:
            words = self._words.word("Source: %(source)s", source=self.words(legend.source))
            yield Passage(anchor, words, str(mark), "paragraph", tuple(self.foreign(legend.source)))
        yield self.passage(anchor, legend.credit, mark, "paragraph")

    def _table(self, anchor: str, block: blocks.Table) -> Iterator[Passage]:
        for column in block.columns:
            yield self.passage(anchor, column.title, block.mark, "head-cell")
            yield self.passage(anchor, column.unit, block.mark, "head-cell")
        for number, row in enumerate(block.rows, start=1):
            yield from self.label(f"{block.id}/{number}", anchor, block.mark)
            for place, cell in enumerate(row):
                is_head = block.has_row_heads and not place
                yield self.passage(anchor, cell, block.mark, "row-head" if is_head else "cell")
        yield self.passage(anchor, block.notes, block.mark, "paragraph")
