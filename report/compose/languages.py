"""Which runs of a text are in other languages than it, for the copy: they are to be tagged so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.model.apparatus import Apparatus
from report.model.output import Spoken
from report.model.text import CitedNames, Foreign, Text, Wrapper


def spoken_in(text: Text, written: Callable[[Text], str], apparatus: Apparatus, after: int = 0) -> Iterator[Spoken]:
    """Yield the runs of a text, which stands after at least so many words, that are in other languages than it.

    A text that is not translated is such a run itself, with the foreign words of the original within it. ``written``
    are words as they print.
    """
    between = ""
    for run in _by_language(text, written, apparatus):
        if isinstance(run, Foreign):
            within = tuple(spoken_in(run.runs, written, apparatus))
            yield Spoken(run.language, written(run.runs), within, after + _whole_words(between))
            between, after = "", 0
        else:
            between += run


def _by_language(text: Text, written: Callable[[Text], str], apparatus: Apparatus) -> Iterator[Foreign | str]:
    """Yield the outermost runs in other languages, and the words between them."""
    for run in text:
        if isinstance(run, Foreign):
            yield run
        elif isinstance(run, Wrapper):
            yield from _by_language(run.runs, written, apparatus)
        elif isinstance(run, CitedNames):
            yield from _by_language(apparatus.names_at(run), written, apparatus)
        else:
            yield written((run,))


def _whole_words(between: str) -> int:
    """Return how many words stand between two runs, without those that are joined with one of them."""
    return max(0, len(between.split()) - (not between[:1].isspace()) - (not between[-1:].isspace()))
