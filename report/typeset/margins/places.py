"""Where elements stand, in words: “page 3, line 12”; and the words that stand beside lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from report.typeset.margins.lines import Line

# Elements of the engine are untyped.
Element = Any


class Place(NamedTuple):
    """A page, and the number of a line on it: 0 if it has none."""

    page: int
    line: int


class Finder:
    """Knows the first line of every element, and the first that is numbered."""

    def __init__(self, pages: Sequence[Sequence[Line]], digits: Callable[[str], str]) -> None:
        self._digits = digits
        self._first: dict[Element, Line] = {}
        self._places: dict[str, Place] = {}
        called: dict[str, dict[str, None]] = {}
        for page, lines in enumerate(pages, start=1):
            for line in lines:
                for element in line.elements:
                    self._first.setdefault(element, line)
                    name = element.get("id")
                    place = self._places.get(name)
                    if name and (place is None or (line.number and not place.line)):
                        self._places[name] = Place(page, line.number)
                    if element.get("data-refers") and element.get("data-called"):
                        called.setdefault(element.get("data-refers"), {})[element.get("data-called")] = None
        self._called = {name: "  ".join(words) for name, words in called.items()}

    def words_beside(self, lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
        """Yield the lines of a page that have words beside them, with the words."""
        for line in lines:
            beside = (self._words(element) for element in line.elements if self._first[element] is line)
            words = "  ".join(filter(None, beside))
            if words:
                yield line, words

    def _words(self, element: Element) -> str:
        place = self._places.get(element.get("data-refers", ""))
        if place is None:
            return "  ".join(filter(None, (element.get("data-beside"), self._called.get(element.get("id", "")))))
        words = str(element.get("data-place" if place.line else "data-page", ""))
        page, line = (self._digits(str(number)) for number in place)
        return words.replace("{page}", page).replace("{line}", line)
