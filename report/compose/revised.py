"""A redline made ready for the page: every change numbered at one place, and labels for what moved.

The redline says which words changed. Here is decided where the number of a change stands: once, before the first of
its words, or on the label of its block, and never within a link, since links do not nest.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Literal, TypeVar, cast

from report.compose.quoting import quoted
from report.model.anchors import entry_id
from report.model.apparatus import Apparatus
from report.model.blocks import (
    Block,
    Callout,
    Figure,
    ListBlock,
    Recommendations,
    Section,
    Table,
    Timeline,
    texts_of,
)
from report.model.brief import Brief
from report.model.redline import Redline
from report.model.revision import BlockFate, Change, ChangeKind
from report.model.text import Link, NoteCall, ReferenceLink, Revised, Run, Text, Words, Wrapper, note_calls, plain

T = TypeVar("T")
Alone = Literal["", "inserted", "deleted"]

_KINDS: Mapping[BlockFate, ChangeKind] = {
    "inserted": "insertion",
    "deleted": "deletion",
}
GONE = frozenset({"deleted", "moved-away"})
"""The fates of what stands in the earlier revision alone."""
_TEXTS = ("title", "subtitle", "standfirst", "summary", "sections", "revisions")
_BEGINNING = "brief"  # the id of the text as a whole: where a change is looked for that shows nowhere


@dataclass(frozen=True, slots=True)
class Label:
    """What is said before a part of the text that moved, and before a picture that came or went.

    ``number`` is that of the change (0 for none), ``other`` the id of the other end of a move, empty where it has none.
    """

    fate: BlockFate
    kind: ChangeKind
    number: int
    other: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of changes: the change with what is quoted of it, and the id of the place it leads to."""

    change: Change
    place: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A redline as it is set; ``labels`` are those of sections, blocks and items, by their names among the fates."""

    redline: Redline
    labels: Mapping[str, Label]
    changes: tuple[Listed, ...]


def marked(redline: Redline) -> Marked:
    """Make a redline ready: see the module. Its edition says what it is, and nothing that is said of a version."""
    edition = replace(redline.printing.edition, since=redline.since.version, queries=(), successor=None)
    apparatus = replace(redline.printing.apparatus, notices=())
    printing = replace(redline.printing, edition=edition, apparatus=apparatus)
    labels = dict(_labels(redline))
    numbers = _Numbers({label.number for label in labels.values()})
    brief = _called_once(printing.edition.brief, redline.fates)
    brief = replace(brief, **{name: numbers.placed(getattr(brief, name)) for name in _TEXTS})
    brief = replace(brief, house=replace(brief.house, imprint=numbers.placed(brief.house.imprint)))
    bibliography = numbers.placed(printing.apparatus.bibliography)
    called = dict.fromkeys(call.id for text in brief.texts() for call in note_calls(text))
    in_order = (printing.apparatus.notes[id_] for id_ in called)
    notes = {note.id: replace(note, text=numbers.placed(note.text)) for note in in_order}
    apparatus = replace(printing.apparatus, notes=notes, bibliography=bibliography)
    printing = replace(printing, edition=replace(printing.edition, brief=brief), apparatus=apparatus)
    redline = replace(redline, printing=printing, fates=dict(_fates(redline, apparatus)))
    ids = set(_ids(brief, apparatus))
    changes = tuple(_listed(one, apparatus, numbers.seen, ids) for one in redline.changes)
    return Marked(redline, labels, changes)


def alone(texts: Iterable[Text]) -> Alone:
    """Return the revision that alone has the words of some texts; nothing where there are none, or others."""
    found = {revision for text in texts for revision in _revisions(text)}
    return found.pop() if len(found) == 1 else ""


def now(text: Text) -> Text:
    """Return the words that a text has now, unmarked."""
    made: list[Run] = []
    for run in text:
        if isinstance(run, Revised):
            made += now(run.runs) if run.revision != "deleted" else ()
        else:
            made.append(replace(run, runs=now(run.runs)) if isinstance(run, Wrapper) else run)
    return tuple(made)


def section_of(change: Change, brief: Brief, apparatus: Apparatus, plain_words: Callable[[Text], str]) -> str:
    """Return the section in which a change is by its number and title, nothing for other parts of the brief."""
    section = next((one for one in brief.sections if one.id == change.section), None)
    if section is None or not section.title:
        return ""
    return f"{apparatus.targets[section.id].number} {plain_words(section.title) or plain(section.title)}"


def places(fates: Sequence[str]) -> list[int]:
    """Return the places of items in a list from 1, by their fates: where each stands, or, if it is no more, stood.

    >>> places(["", "deleted", "inserted", ""])
    [1, 2, 2, 3]
    """
    now = then = 0
    found: list[int] = []
    for fate in fates:
        now += fate not in GONE
        then += fate not in ("inserted", "moved-here")
        found.append(then if fate in GONE else now)
    return found


def change_anchor(number: int) -> str:
    """Return the id of the place in the text where the number of a change stands."""
    return f"at-{number}"


def _revisions(text: Text) -> Iterator[Alone]:
    """Yield the revisions of the words of a text, as far as they differ."""
    for run in text:
        if isinstance(run, Revised):
            if run.runs:
                yield "" if run.revision == "restyled" else run.revision
        elif isinstance(run, Wrapper):
            yield from _revisions(run.runs)
        else:
            yield ""


def _fates(redline: Redline, apparatus: Apparatus) -> Iterator[tuple[str, BlockFate]]:
    """Yield all fates: those of a section are those of its blocks, and a note goes with its words and its call."""
    for section in redline.printing.edition.brief.sections:
        fate = redline.fates.get(section.id)
        if fate in ("inserted", "deleted"):
            yield from ((id_, fate) for id_ in _block_ids(section.blocks))
    yield from redline.fates.items()
    for name, texts in _parts(redline.printing.edition.brief):
        if redline.fates.get(name) == "moved-here":
            yield from ((f"note/{call.id}", "moved-here") for text in texts for call in note_calls(text))
    for note in apparatus.notes.values():
        if revision := alone((note.text,)):
            yield f"note/{note.id}", revision


def _called_once(brief: Brief, fates: Mapping[str, BlockFate]) -> Brief:
    """Leave out calls of notes that were taken out of a block which moved: they stand where it was."""
    parts = _parts(brief)
    away = {
        call.id
        for name, texts in parts
        if fates.get(name) == "moved-away"
        for text in texts
        for call in note_calls(text)
    }

    def without(text: Text) -> Text:
        kept = (run for run in text if not (isinstance(run, NoteCall) and run.id in away))
        return tuple(replace(run, runs=without(run.runs)) if isinstance(run, Wrapper) else run for run in kept)

    def of_section(section: Section) -> Section:
        blocks = (_mapped(one, without) if fates.get(one.id) == "moved-here" else one for one in section.blocks)
        return replace(section, blocks=tuple(blocks))

    summary = (_mapped(one, without) if fates.get(one.id) == "moved-here" else one for one in brief.summary)
    return replace(brief, summary=tuple(summary), sections=tuple(map(of_section, brief.sections))) if away else brief


def _labels(redline: Redline) -> Iterator[tuple[str, Label]]:
    """Yield the labels: of what moved at both ends, and of pictures that came or went."""
    brief = redline.printing.edition.brief
    origins = {now: then for then, now in redline.moves.items()}
    sections = {section.id for section in brief.sections}
    numbers = {name: next(_numbers(texts), 0) for name, texts in _parts(brief) if name in redline.fates}
    anchors = {one.number: one.anchor for one in redline.changes}
    pictures = {block.id for section in brief.sections for block in section.blocks if isinstance(block, Figure)}
    for name, fate in redline.fates.items():
        other = redline.moves.get(name, "") if fate == "moved-away" else origins.get(name, "")
        if fate in ("moved-here", "moved-away"):
            number = numbers.get(name if fate == "moved-away" else other, 0)
            yield name, Label(fate, "move", number, _anchor(other, sections))
        elif name in pictures:
            number = numbers[name] if anchors.get(numbers[name]) == f"b-{name}" else 0
            yield name, Label(fate, _KINDS[fate], number, "")


def _anchor(name: str, sections: Container[str]) -> str:
    """Return the id of a section or block; an item has none of its own."""
    return "" if not name or "/" in name else f"{'s' if name in sections else 'b'}-{name}"


def _parts(brief: Brief) -> Iterator[tuple[str, list[Text]]]:
    """Yield what a redline may name, with its texts: sections by their titles, blocks, and what blocks are made of."""
    for section in brief.sections:
        yield section.id, [section.title]
    for block in (*brief.summary, *(block for section in brief.sections for block in section.blocks)):
        yield block.id, list(texts_of(block))
        match block:
            case ListBlock():
                yield from _items(block.id, block)
            case Table():
                yield from ((f"{block.id}/{at}", list(row)) for at, row in enumerate(block.rows, start=1))
            case Timeline():
                yield from ((f"{block.id}/{at}", [one.label]) for at, one in enumerate(block.entries, start=1))
            case Recommendations():
                for at, one in enumerate(block.items, start=1):
                    yield f"{block.id}/{at}", [one.addressee, one.text]
            case Callout():
                for inner in block.blocks:
                    yield inner.id, list(texts_of(inner))
                    yield from _items(inner.id, inner) if isinstance(inner, ListBlock) else ()


def _items(name: str, block: ListBlock) -> Iterator[tuple[str, list[Text]]]:
    for at, item in enumerate(block.items, start=1):
        yield f"{name}/{at}", [item.text]
        if item.sublist:
            yield from _items(f"{name}/{at}", item.sublist)


def _numbers(texts: Iterable[Text]) -> Iterator[int]:
    return (run.number for text in texts for run in _numbered(text))


@dataclass(slots=True)
class _Numbers:
    """Places the number of every change once, in reading order; ``seen`` are those that are placed."""

    seen: set[int] = field(default_factory=set)

    def placed(self, value: T) -> T:
        """Return what holds texts with their numbers in place."""
        return _mapped(value, self._text)

    def _text(self, text: Text) -> Text:
        made: list[Run] = []
        for run in text:
            if isinstance(run, Revised):
                made += self._revised(run)
            elif isinstance(run, Link | ReferenceLink):
                inner = self._text(run.runs)
                made += (replace(one, runs=(), former=()) for one in _numbered(inner))
                made.append(replace(run, runs=_unnumbered(inner)))
            elif isinstance(run, Wrapper):
                made.append(replace(run, runs=self._text(run.runs)))
            else:
                made.append(run)
        return tuple(made)

    def _revised(self, run: Revised) -> Iterator[Revised]:
        """Yield words of a change with its number, which stands after a space or the call that they begin with."""
        number = 0 if run.number in self.seen else run.number
        self.seen.add(number)
        runs = self._text(run.runs)
        first = runs[0] if runs else None
        if number and isinstance(first, NoteCall):
            # A call stands close to the word that it follows.
            yield replace(run, number=0, runs=runs)
            yield replace(run, runs=(), former=())
            return
        words = first.text.lstrip() if isinstance(first, Words) else ""
        if number and isinstance(first, Words) and words and words != first.text:
            space = first.text[: len(first.text) - len(words)]
            yield replace(run, number=0, runs=(replace(first, text=space),), former=())
            runs = (replace(first, text=words), *runs[1:])
        yield replace(run, number=number, runs=runs)


def _numbered(text: Text) -> Iterator[Revised]:
    for run in text:
        if isinstance(run, Revised) and run.number:
            yield run
        if isinstance(run, Wrapper):
            yield from _numbered(run.runs)


def _unnumbered(text: Text) -> Text:
    made: list[Run] = []
    for run in text:
        if isinstance(run, Revised) and not run.runs:
            continue
        if isinstance(run, Wrapper):
            run = replace(run, runs=_unnumbered(run.runs))  # noqa: PLW2901 - the run as it is set
        made.append(replace(run, number=0) if isinstance(run, Revised) else run)
    return tuple(made)


def _mapped(value: T, change: Callable[[Text], Text]) -> T:
    """Return a value of the model with all texts in it changed, captions of tables and timelines first."""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Run):
            return cast(T, change(value))
        return cast(T, tuple(_mapped(one, change) for one in value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = sorted((one.name for one in fields(value)), key=lambda name: name not in ("title", "legend"))
    return replace(value, **{name: _mapped(getattr(value, name), change) for name in names})


def _ids(brief: Brief, apparatus: Apparatus) -> Iterator[str]:
    """Yield the ids of the page that a change may name."""
    yield from ("summary", "bibliography", "imprint")
    for section in brief.sections:
        yield f"s-{section.id}"
        yield from (f"b-{id_}" for id_ in _block_ids(section.blocks))
    yield from (f"b-{id_}" for id_ in _block_ids(brief.summary))
    yield from (f"note-{id_}" for id_ in apparatus.notes)
    yield from (entry_id(one.key) for group in apparatus.bibliography for one in group.references)


def _block_ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.id
        if isinstance(block, Callout):
            yield from _block_ids(block.blocks)


def _listed(change: Change, apparatus: Apparatus, numbered: set[int], ids: set[str]) -> Listed:
    """Quote a change, and say where it is: at its number, else at what it names, else in the text as a whole."""
    if change.number in numbered:
        place = change_anchor(change.number)
    else:
        place = change.anchor if change.anchor in ids else _BEGINNING
    short = replace(change, before=quoted(change.before, apparatus), after=quoted(change.after, apparatus))
    return Listed(short, place)
