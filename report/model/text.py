"""Runs: what a paragraph, caption, note or table cell is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from report.findings import Mark


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
    """Words in another language than the text around them (BCP 47 tag)."""

    runs: Text
    language: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address (http, https, mailto or doi)."""

    runs: Text
    address: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Citation:
    """One or more cited works; only ever inside a note."""

    works: tuple[CitedWork, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A key of the references and the place in the work, as the author wrote it (“p. 13”, or empty)."""

    key: str
    locator: str
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


Run = Words | Emphasis | Strong | SmallCaps | Foreign | Link | Citation | CrossReference | NoteCall
Text = tuple[Run, ...]
Wrapper = Emphasis | Strong | SmallCaps | Foreign | Link


def flatten(text: Text) -> Iterator[Run]:
    """Yield the runs without children in reading order; a note call is one run, its note is not entered."""
    for run in text:
        if isinstance(run, Wrapper):
            yield from flatten(run.runs)
        else:
            yield run


def plain(text: Text) -> str:
    """Return the words alone, without notes: for running heads, outlines and metadata.

    Citations and cross-references have no words of their own yet and are left out.
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
