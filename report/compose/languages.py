"""Which runs of a text are in other languages than it, for the copy: they are to be tagged so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from report.model.apparatus import Apparatus
from report.model.output import Spoken
from report.model.text import CitedNames, Foreign, Text, Wrapper


def spoken_in(text: Text, written: Callable[[Text], str], apparatus: Apparatus, after: int = 0) -> Iterator[Spoken]:
    """Yield the runs of a text, which stands after at least so many words, that are in other languages than it.

    A text that is not translated is such a run itself, with the foreign words of the original within it. ``written``
    are words as they print.
    """
    between, is_first = "", True
    for run in _by_language(text, written, apparatus):
        if isinstance(run, Foreign):
            within = tuple(spoken_in(run.runs, written, apparatus))
            # Nothing is joined with the first word of a text.
            apart = _whole_words(f" {between}" if is_first else between)
            yield Spoken(run.language, written(run.runs), within, after + apart)
            between, after, is_first = "", 0, False
        else:
            between += run


def _by_language(text: Text, written: Callable[[Text], str], apparatus: Apparatus) -> Iterator[Foreign | str]:
    """Yield the outermost runs in other languages, and the words between them."""
    for run in text:
        if isinstance(run, Foreign):
            yield run
        elif isinstance(run, Wrapper):
            # The number of a change stands before its words, and the mark of a text that is not translated.
            yield written((replace(run, runs=()),))
            yield from _by_language(run.runs, written, apparatus)
        elif isinstance(run, CitedNames):
            yield from _by_language(apparatus.names_at(run), written, apparatus)
        else:
            yield written((run,))


def _whole_words(between: str) -> int:
    """Return how many words stand between two runs, without those that are joined with one of them."""
    return max(0, len(between.split()) - (not between[:1].isspace()) - (not between[-1:].isspace()))
