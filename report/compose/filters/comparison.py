"""What a redline says of the parts of a page: what became of each, what was there, which change it is."""

from __future__ import annotations

from collections.abc import Callable

from report.compose.revised import Label, Marked, places, section_of
from report.model import text as model
from report.model.apparatus import Apparatus
from report.model.edition import Edition
from report.model.redline import Thing
from report.model.revision import Change


class Comparison:
    """Answers for the redline that an edition is; of an edition that is none there is nothing to say."""

    def __init__(
        self, edition: Edition, apparatus: Apparatus, plain: Callable[[model.Text], str], marked: Marked | None
    ) -> None:
        """Bind a redline; ``plain`` gives the words of a text as they are now."""
        self._edition = edition
        self._apparatus = apparatus
        self._plain = plain
        self._fates = marked.redline.fates if marked else {}
        self._labels = marked.labels if marked else {}
        self._former = marked.redline.former.things if marked else {}
        self._numbers = marked.redline.numbers if marked else {}

    def fate_of(self, name: str) -> str:
        """Return what became of a part of the text, by its name among the fates of a redline; nothing of most."""
        return self._fates.get(name, "")

    def label_of(self, name: str) -> Label | None:
        """Return what is said before a part of the text that moved, and before a picture that came or went."""
        return self._labels.get(name)

    def section_of(self, change: Change) -> str:
        """Return the section in which a change is by its number and title, nothing for other parts of the brief."""
        return section_of(change, self._edition.brief, self._apparatus, self._plain)

    def item_place(self, name: str, number: int, count: int) -> int:
        """Return the place of an item of a list: of several revisions in one, that which it has, or had, in its own."""
        if not self._fates:
            return number
        return places([self.fate_of(f"{name}/{one}") for one in range(1, count + 1)])[number - 1]

    def former_of(self, path: str, now: Thing | None = None) -> Thing | None:
        """Return what is no text, such as a date, as it was; as it is ``now`` where no redline says that it changed."""
        return self._former.get(path, now)

    def number_of(self, path: str) -> int:
        """Return the number of the change that made it another, 0 where none did."""
        return self._numbers.get(path, 0)
