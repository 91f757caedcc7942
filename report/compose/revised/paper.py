"""A redline on paper: a word that was taken out and the one in its place are parted by a space, as they are read.

On the screen a margin parts them and no sign does, since there either text can be read alone, exactly as it is. On
paper both are seen, copied and read aloud together; the second may begin a line, or be divided. The space goes with
what was taken out.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import count, pairwise

from report.compose.revised.parts import changed
from report.compose.revised.state import Marked
from report.model.text import NoteCall, Revised, Run, Text, Words, Wrapper

_JOINER = "\u2060"


def on_paper(marked: Marked) -> Marked:
    """Return a redline as it is set in pages."""
    redline = marked.redline
    return replace(marked, redline=replace(redline, printing=changed(redline.printing, parted)))


def parted(text: Text) -> Text:
    """Return a text in which no word that was taken out touches the one in its place."""
    touching = {at for at, pair in enumerate(pairwise(_leaves(text))) if _touch(*pair)}
    return tuple(_held(_spaced(text, touching, count())))


def _leaves(text: Text) -> Iterator[Run]:
    """Yield the runs of a text in reading order: those of one revision whole, and all others without their looks."""
    for run in text:
        if isinstance(run, Wrapper) and not isinstance(run, Revised):
            yield from _leaves(run.runs)
        else:
            yield run


def _touch(one: Run, following: Run) -> bool:
    """Whether words that were taken out stand right before those in their place: no number, space or call between."""
    if not (isinstance(one, Revised) and isinstance(following, Revised)):
        return False
    if (one.revision, following.revision) != ("deleted", "inserted") or following.number:
        return False
    last, first = _last(one.runs), _last(following.runs, is_first=True)
    if last is None or first is None or isinstance(first, NoteCall):
        return False
    return not (_is_blank(last, -1) or _is_blank(first, 0))


def _last(text: Text, *, is_first: bool = False) -> Run | None:
    """Return the run that a text ends with, or begins with, without its looks."""
    run = text[0 if is_first else -1] if text else None
    return _last(run.runs, is_first=is_first) if isinstance(run, Wrapper) else run


def _is_blank(run: Run, at: int) -> bool:
    return isinstance(run, Words) and run.text[at : at + 1 or None].isspace()


def _spaced(text: Text, touching: Container[int], places: Iterator[int]) -> Iterator[Run]:
    for run in text:
        if isinstance(run, Wrapper) and not isinstance(run, Revised):
            yield replace(run, runs=tuple(_spaced(run.runs, touching, places)))
        elif next(places) in touching and isinstance(run, Revised):
            yield replace(run, runs=(*run.runs, Words(" ", run.mark)))
        else:
            yield run


def _held(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with calls of notes held to the word before: where they are marked the engine would part them."""
    for run in runs:
        if isinstance(run, Revised) and isinstance(_last(run.runs, is_first=True), NoteCall):
            yield replace(run, runs=(Words(_JOINER, run.mark), *run.runs))
        elif isinstance(run, Wrapper):
            yield replace(run, runs=tuple(_held(run.runs)))
        else:
            yield run
