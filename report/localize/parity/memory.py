"""What comparing found, kept for as long as a text and its translation both say the same.

A preview compares all texts of an edition at each save, and one of them has changed. Places are kept as lines from the
beginning of the translation, since what is written above it moves it up or down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from report.findings import Finding, Mark
from report.localize.parity.content import Content
from report.model.catalog import Unit

Contents = tuple[Content, Content]


@dataclass(slots=True)
class Comparison:
    """A text and its translation: their words, and what was found by the rules, under certain measures."""

    words: tuple[str, str]
    measures: tuple[float, float] | None = None
    found: tuple[tuple[str, int, int, str, str], ...] = ()


@dataclass(slots=True)
class Memory:
    """The comparisons of one edition, as they were made last."""

    _comparisons: dict[object, Comparison] = field(default_factory=dict)

    def words_of(
        self, pairs: Sequence[tuple[Unit, Unit]], taken: Callable[[Unit, Unit], Contents]
    ) -> list[tuple[str, str]]:
        """Return the words of texts and translations; of others than these nothing is kept any longer."""
        comparisons: dict[object, Comparison] = {}
        for source, unit in pairs:
            key = (_said(source), _said(unit))
            known = self._comparisons.get(key)
            if known is None:
                ours, theirs = taken(source, unit)
                known = Comparison((ours.words, theirs.words))
            comparisons[key] = known
        self._comparisons = comparisons
        return [self._of(source, unit).words for source, unit in pairs]

    def findings_of(
        self,
        source: Unit,
        unit: Unit,
        measures: tuple[float, float],
        look: Callable[[Unit, Unit], Iterator[Finding]],
    ) -> Iterator[Finding]:
        """Yield what was found of a pair under these measures, or else look."""
        known, start = self._of(source, unit), unit.mark
        if known.measures != measures:
            findings = tuple(look(source, unit))
            known.measures = measures
            known.found = tuple(
                (one.code, one.mark.line - start.line, one.mark.column, one.message, one.hint) for one in findings
            )
        for code, lines, column, message, hint in known.found:
            yield Finding(code, Mark(start.path, start.line + lines, column), message, hint)

    def _of(self, source: Unit, unit: Unit) -> Comparison:
        return self._comparisons[_said(source), _said(unit)]


def _said(unit: Unit) -> object:
    """Return all that a text says, and how it is laid out in its file, but not where."""
    first = unit.mark.line
    layout = tuple((one.offset, one.line - first, one.column) for one in unit.node.stretches)
    return unit.context, unit.about, unit.source, unit.is_plain, unit.mark.path, unit.mark.column, layout
