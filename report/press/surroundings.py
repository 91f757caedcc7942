"""What a content stream stands in: its graphics state (ISO 32000-1, 8.4), and what it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from report.press.colours import Colours
from report.press.matrices import PLAIN, Matrix
from report.press.spaces import Space


@dataclass(frozen=True, slots=True)
class State:
    """What a graphics state holds that matters here: where, in which colours, lines how thick, letters how large.

    ``overprints`` says of fills and of strokes whether they leave standing what they do not print on. A form begins
    with that of its place, not known here. In a mask there are greys and no inks, as its lightness is what counts.
    """

    matrix: Matrix = PLAIN
    fill: Space | None = None
    stroke: Space | None = None
    overprints: tuple[bool, bool] | None = (False, False)
    width: float = 1.0
    size: float = 0.0
    mode: int = 0
    is_mask: bool = False


class Surroundings(Protocol):
    """What content leads to: what it names in its resources is made ready for the press when it is used."""

    @property
    def colours(self) -> Colours:
        """What turns colours into inks."""

    def drawn(self, name: str, matrix: Matrix, state: State) -> None:
        """Make a picture or a form ready, and look at the size at which it is drawn."""

    def used(self, kind: str, name: str) -> None:
        """Make another resource ready."""

    def put(self, kind: str, name: str, value: Any) -> None:
        """Give a resource of our own a name."""

    def space(self, name: str) -> Any:
        """Return a colour space by its name."""

    def words_instead(self, properties: Any) -> Any:
        """Return the text that stands for marked content, if it has one (ISO 32000-1, 14.9.4)."""

    def lettered(self, size: float, matrix: Matrix) -> None:
        """Look at the size of letters, in points, and where they stand."""
