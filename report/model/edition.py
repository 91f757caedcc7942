"""The edition: a brief in one locale at one revision, not yet numbered or styled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from report.model.brief import Brief, Revision
from report.model.catalog import Progress
from report.model.locale import Pack
from report.model.revision import State
from report.model.text import Direction


@dataclass(frozen=True, slots=True)
class HouseWords:
    """The words of the templates in the edition's language, by the English words that stand in the templates.

    A word that is not translated prints as it stands; a percent sign is written ``%%``. ``plural_form`` is the rule of
    the catalog's header: which of the texts of a message goes with a number.
    """

    texts: Mapping[str, tuple[str, ...]]
    plural_form: Callable[[int], int]

    def word(self, english: str, /, **values: str) -> str:
        """Return the words for these, named places filled."""
        return self.pattern(english) % values

    def words_for(self, one: str, many: str, count: int, /, **values: str) -> str:
        """Return the words that go with a number, named places filled."""
        return self.pattern_for(one, many, count) % values

    def pattern(self, english: str) -> str:
        """Return the words for these, named places left open."""
        return self.texts.get(english, (english,))[0]

    def pattern_for(self, one: str, many: str, count: int) -> str:
        """Return the words that go with a number, named places left open."""
        forms = self.texts.get(one)
        return forms[self.plural_form(count)] if forms else (one if count == 1 else many)


@dataclass(frozen=True, slots=True)
class Sibling:
    """One of the editions of a brief: its locale, the name of its language in that language, and its direction."""

    locale: str
    name: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Edition:
    """A brief as its readers in one locale (a BCP 47 tag) get it.

    ``words`` are those of the templates, ``siblings`` all editions of the brief in the order in which it names them,
    this one and the original, which stands first, among them. ``progress`` is that of the translation: an original has
    nothing but current words. ``state`` is how far the brief is: what is not published bears a mark, and
    ``revision`` is then the one that the text is to become.
    """

    brief: Brief
    locale: str
    direction: Direction
    revision: Revision
    pack: Pack
    words: HouseWords
    siblings: tuple[Sibling, ...]
    progress: Progress
    state: State = "published"

    @property
    def own(self) -> Sibling:
        """This edition as the others name it; a pseudo-locale's is not among them."""
        return Sibling(self.locale, self.pack.name, self.direction)

    @property
    def original(self) -> Sibling | None:
        """The edition that this one was translated from, if it is a translation."""
        first = next(iter(self.siblings), self.own)
        return None if first.locale == self.locale else first
