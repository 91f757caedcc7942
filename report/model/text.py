"""Runs: what a paragraph, caption, note or table cell is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from report.findings import Mark

Direction = Literal["ltr", "rtl"]
Standing = Literal["current", "stale", "missing"]
"""How a text stands to the source text: it follows it, follows an earlier one, or is that text itself, untranslated."""
Lag = Literal["stale", "missing"]
"""The standings of a text that does not follow the source text."""


@dataclass(frozen=True, slots=True)
class Words:
    """Plain characters as they are printed; U+00A0 is a non-breaking space."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that lean: titles, stressed words."""

    runs: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class Strong:
    """Words set in a heavier face."""

    runs: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class SmallCaps:
    """Words set in small capitals."""

    runs: Text
    mark: Mark


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the text around them (BCP 47 tag, empty where it is not known).

    ``direction`` is that of its script: words that run against the text around them are set apart from it.
    """

    runs: Text
    language: str
    direction: Direction
    mark: Mark


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address (http, https, mailto or doi)."""

    runs: Text
    address: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class ReferenceLink:
    """Words that lead to an entry of the bibliography; made by the apparatus alone."""

    runs: Text
    key: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Words of an edition that do not follow the source text: translated from an earlier one, or not translated."""

    runs: Text
    standing: Lag
    mark: Mark


@dataclass(frozen=True, slots=True)
class Revised:
    """Words that one of two revisions has and the other has not; only ever in a redline.

    ``restyled`` are words that stand in both and lean, or weigh, otherwise: ``former`` are the runs as they were.
    ``number`` is that of the change in the list of changes.
    """

    runs: Text
    revision: Literal["inserted", "deleted", "restyled"]
    number: int
    mark: Mark
    former: Text = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One or more cited works; only ever inside a note."""

    works: tuple[CitedWork, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class LocatorPart:
    """One place in a work: its kind (``page``, ``chapter`` …, a name of the locale packs) and its numbers.

    The numbers are written with ASCII digits and en dashes: “13”, “3–5, 8”, “iv–vi”.
    """

    kind: str
    numbers: str


Locator = tuple[LocatorPart, ...]


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A key of the references, the place in the work, and the words before and after (“see”, “and elsewhere”).

    A locator that was forced with braces and has no kind is one part of the kind ``""``, printed as written.
    The prefix has no space at its end; the suffix begins with the comma, stop or space it is set off by.
    ``without_names`` leaves the authors out (``[-@key]``, and what is cited by name in the text).
    """

    key: str
    locator: Locator
    mark: Mark
    prefix: Text = ()
    suffix: Text = ()
    without_names: bool = False


@dataclass(frozen=True, slots=True)
class CitedNames:
    """The names of a work's authors in the text itself (``@key``); the words come from the apparatus.

    Where they begin a sentence a particle takes a capital: “De Gaulle”.
    """

    key: str
    begins_sentence: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A pointer to a section, figure, table or timeline by its id; its words come from the apparatus."""

    target: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The place in the text where a note is called, and the note as written.

    The id (``<block id>-<n>``, counted within the block) is the same in every locale. A citation in prose is a
    note that holds nothing else.
    """

    id: str
    note: Text
    mark: Mark


Wrapper = Emphasis | Strong | SmallCaps | Foreign | Link | ReferenceLink | Unsettled | Revised
Run = Words | Wrapper | Citation | CitedNames | CrossReference | NoteCall
Text = tuple[Run, ...]


def flatten(text: Text) -> Iterator[Run]:
    """Yield the runs without children in reading order; a note call is one run, its note is not entered."""
    for run in text:
        if isinstance(run, Wrapper):
            yield from flatten(run.runs)
        else:
            yield run


def plain(text: Text) -> str:
    """Return the words alone, without notes: for running heads, outlines and metadata.

    Citations, cited names and cross-references have no words of their own yet and are left out.
    """
    return "".join(run.text for run in flatten(text) if isinstance(run, Words))


def note_calls(text: Text) -> Iterator[NoteCall]:
    """Yield the note calls of a text in reading order."""
    return (run for run in flatten(text) if isinstance(run, NoteCall))


def map_runs(text: Text, change: Callable[[Run], Text]) -> Text:
    """Return the text with every run without children replaced by what ``change`` returns for it."""
    made: list[Run] = []
    for run in text:
        if isinstance(run, Wrapper):
            made.append(replace(run, runs=map_runs(run.runs, change)))
        else:
            made.extend(change(run))
    return tuple(made)
