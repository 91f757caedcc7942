"""Which runs of a text are in other languages than it, for the copy: they are to be tagged so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from report.model.apparatus import Apparatus
from report.model.output import Spoken
from report.model.text import CitedNames, CrossReference, Foreign, Text, Wrapper


@dataclass(frozen=True, slots=True)
class Listener:
    """Hears in which language words are: ``written`` are words as they print, ``language`` is that of the edition."""

    written: Callable[[Text], str]
    apparatus: Apparatus
    language: str

    def spoken_in(self, text: Text, after: int = 0, *, is_foreign: bool = False) -> Iterator[Spoken]:
        """Yield the runs of a text, which stands after at least so many words, that are in other languages than it.

        A text that is not translated is such a run itself, with the foreign words of the original within it. In words
        that are foreign, labels of cross-references and cited names are again in the language of the edition.
        """
        between, is_first = "", True
        for run in self._by_language(text, is_foreign=is_foreign):
            if isinstance(run, _Other):
                within = tuple(self.spoken_in(run.runs, is_foreign=run.language != self.language))
                # Nothing is joined with the first word of a text.
                apart = _whole_words(f" {between}" if is_first else between)
                yield Spoken(run.language, self.written(run.runs), within, after + apart)
                between, after, is_first = "", 0, False
            else:
                between += run

    def _by_language(self, text: Text, *, is_foreign: bool) -> Iterator[_Other | str]:
        """Yield the outermost runs in other languages, and the words between them."""
        for run in text:
            match run:
                case Foreign():
                    yield _Other(run.language, run.runs)
                case CrossReference() if is_foreign:
                    yield _Other(self.language, (run,))
                case CitedNames() if is_foreign:
                    yield _Other(self.language, self.apparatus.names_at(run))
                case CitedNames():
                    yield from self._by_language(self.apparatus.names_at(run), is_foreign=False)
                case _ if isinstance(run, Wrapper):
                    # The number of a change stands before its words, and the mark of a text that is not translated.
                    yield self.written((replace(run, runs=()),))
                    yield from self._by_language(run.runs, is_foreign=is_foreign)
                case _:
                    yield self.written((run,))


@dataclass(frozen=True, slots=True)
class _Other:
    """Words in another language than those around them."""

    language: str
    runs: Text


def _whole_words(between: str) -> int:
    """Return how many words stand between two runs, without those that are joined with one of them."""
    return max(0, len(between.split()) - (not between[:1].isspace()) - (not between[-1:].isspace()))
