"""The numbers of changes: each stands once, before the first of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from report.model.text import Link, NoteCall, ReferenceLink, Revised, Run, Text, Words, Wrapper


@dataclass(slots=True)
class Numbers:
    """Places the number of every change once, in reading order; ``seen`` are those that are placed."""

    seen: set[int] = field(default_factory=set)

    def placed(self, text: Text) -> Text:
        """Return a text with its numbers in place."""
        made: list[Run] = []
        for run in text:
            if isinstance(run, Revised):
                made += self._revised(run)
            elif isinstance(run, Link | ReferenceLink):
                inner = self.placed(run.runs)
                made += (replace(one, runs=(), former=()) for one in numbered(inner))
                made.append(replace(run, runs=_unnumbered(inner)))
            elif isinstance(run, Wrapper):
                made.append(replace(run, runs=self.placed(run.runs)))
            else:
                made.append(run)
        return tuple(made)

    def _revised(self, run: Revised) -> Iterator[Revised]:
        """Yield words of a change with its number, which stands after a space or the call that they begin with."""
        number = 0 if run.number in self.seen else run.number
        self.seen.add(number)
        runs = self.placed(run.runs)
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


def numbered(text: Text) -> Iterator[Revised]:
    """Yield the runs of a text that bear the number of a change."""
    for run in text:
        if isinstance(run, Revised) and run.number:
            yield run
        if isinstance(run, Wrapper):
            yield from numbered(run.runs)


def _unnumbered(text: Text) -> Text:
    made: list[Run] = []
    for run in text:
        if isinstance(run, Revised) and not run.runs:
            continue
        if isinstance(run, Wrapper):
            run = replace(run, runs=_unnumbered(run.runs))  # noqa: PLW2901 - the run as it is set
        made.append(replace(run, number=0) if isinstance(run, Revised) else run)
    return tuple(made)
