"""A source file as text: offsets into it and the places they stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from report.findings import Finding, Mark


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text under its path from the project folder; ``starts`` are the offsets at which its lines begin."""

    path: str
    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        lengths = (len(line) for line in self.text.splitlines(keepends=True))
        object.__setattr__(self, "starts", tuple(accumulate(lengths, initial=0)))

    def mark(self, offset: int) -> Mark:
        """Return the place of the character at an offset."""
        line = self.line_of(offset)
        return Mark(self.path, line, offset - self.starts[line - 1] + 1)

    def line_of(self, offset: int) -> int:
        """Return the number of the line, from 1, in which an offset lies."""
        return max(bisect_right(self.starts, min(offset, len(self.text) - 1)), 1)

    def line(self, number: int) -> str:
        """Return a line by its number, from 1, without its end."""
        if not 0 < number < len(self.starts):
            return ""
        return self.text[self.starts[number - 1] : self.starts[number]].rstrip("\r\n")

    def indentation(self, offset: int) -> int | None:
        """Return how far a character is indented when it is the first in its line, else ``None``."""
        start = self.starts[self.line_of(offset) - 1]
        before = self.text[start:offset]
        return None if before.strip() else len(before)


def one_a_line(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Keep the first finding of each line: what follows from a slip is not told as another."""
    seen: set[tuple[str, int]] = set()
    for finding in findings:
        place = (finding.mark.path, finding.mark.line)
        if place not in seen:
            seen.add(place)
            yield finding
