"""What a text holds, taken apart for comparing: its words, and everything in it that is no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from report.findings import Mark
from report.localize.parity.figures import Figure, figures_in
from report.localize.parity.phrases import folded
from report.localize.parity.usage import Phrases, Use
from report.model.catalog import Unit
from report.model.locale import Pack
from report.model.text import (
    Citation,
    CitedNames,
    CitedWork,
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    NoteCall,
    SmallCaps,
    Strong,
    Text,
    Words,
    Wrapper,
)

OTHER = "\ufffd"
"""Stands in the words for what comes from elsewhere, or is in another language."""

CALL = "\ufffc"
"""Stands in the words where a note is called."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words set apart from those around them: foreign ones with their language, emphasised ones with their kind."""

    kind: str
    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Content:
    """The parts of a text in their order.

    ``body`` are its printed words, ``notes`` those of each note and of the words around citations, ``calls`` counts
    the notes. ``foreign`` and ``emphasis`` are spans; ``links`` are addresses and ``references`` ids with their places.
    ``words`` are all words folded, those of the notes behind those of the text; ``uses`` are the terms of the glossary
    in them, ``figures`` the numbers and months outside terms that have numbers in them, such as P5+1.
    """

    unit: Unit
    pack: Pack
    body: str
    notes: tuple[str, ...]
    works: tuple[CitedWork, ...]
    names: tuple[CitedNames, ...]
    calls: int
    links: tuple[tuple[str, Mark], ...]
    references: tuple[tuple[str, Mark], ...]
    foreign: tuple[Span, ...]
    emphasis: tuple[Span, ...]
    words: str
    uses: tuple[Use, ...]
    figures: tuple[Figure, ...]

    def mark(self, words: str = "", occurrence: int = 1) -> Mark:
        """Return the place in the file of words as they are printed, of the whole text where they are not found."""
        offset = -1
        for _ in range(occurrence if words else 0):
            offset = self.unit.source.find(words, offset + 1)
            if offset < 0:
                break
        return self.unit.node.at(offset) if offset >= 0 else self.unit.mark


def content_of(unit: Unit, pack: Pack, phrases: Phrases) -> Content:
    """Take a text apart; the phrases are those of the glossary in its language."""
    taken = _Taken()
    body = "".join(taken.words_of(unit.runs))
    words = folded("\n".join((body, *taken.notes)))
    uses = phrases.uses_in(words)
    return Content(
        unit,
        pack,
        body,
        tuple(taken.notes),
        tuple(taken.works),
        tuple(taken.names),
        taken.calls,
        tuple(taken.links),
        tuple(taken.references),
        tuple(taken.foreign),
        tuple(taken.emphasis),
        words,
        uses,
        tuple(figures_in(_without_numbered_terms(words, uses), pack)),
    )


def _without_numbered_terms(words: str, uses: tuple[Use, ...]) -> str:
    for use in uses:
        if any(sign.isdigit() for sign in words[use.start : use.end]):
            words = words[: use.start] + " " * (use.end - use.start) + words[use.end :]
    return words


_KINDS = {Emphasis: "emphasis", Strong: "strong", SmallCaps: "smallcaps"}


@dataclass(slots=True)
class _Taken:
    """What was found in a text so far."""

    notes: list[str] = field(default_factory=list)
    works: list[CitedWork] = field(default_factory=list)
    names: list[CitedNames] = field(default_factory=list)
    calls: int = 0
    links: list[tuple[str, Mark]] = field(default_factory=list)
    references: list[tuple[str, Mark]] = field(default_factory=list)
    foreign: list[Span] = field(default_factory=list)
    emphasis: list[Span] = field(default_factory=list)

    def words_of(self, text: Text) -> Iterator[str]:
        """Yield the words of a text, and enter all else that stands in it."""
        for run in text:
            if isinstance(run, Words):
                yield run.text
            elif isinstance(run, Wrapper):
                yield self._wrapped(run)
            elif isinstance(run, NoteCall):
                self._note(run)
                yield CALL
            else:
                self._unworded(run)
                yield OTHER

    def _wrapped(self, run: Wrapper) -> str:
        inner = "".join(self.words_of(run.runs))
        if isinstance(run, Foreign):
            self.foreign.append(Span(run.language, inner, run.mark))
            return OTHER
        if isinstance(run, Link):
            self.links.append((run.address, run.mark))
        elif type(run) in _KINDS:
            self.emphasis.append(Span(_KINDS[type(run)], inner, run.mark))
        return inner

    def _unworded(self, run: Citation | CitedNames | CrossReference) -> None:
        if isinstance(run, Citation):
            self._citation(run)
        elif isinstance(run, CitedNames):
            self.names.append(run)
        else:
            self.references.append((run.target, run.mark))

    def _note(self, call: NoteCall) -> None:
        self.calls += 1
        words = "".join(self.words_of(call.note))
        if words.strip(OTHER):
            self.notes.append(words)

    def _citation(self, citation: Citation) -> None:
        for work in citation.works:
            self.works.append(work)
            for affix in (work.prefix, work.suffix):
                words = "".join(self.words_of(affix))
                if words.strip():
                    self.notes.append(words)
