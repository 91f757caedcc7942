"""The edition: a brief in one locale at one revision, not yet numbered or styled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from report.model.brief import Brief, Revision
from report.model.catalog import Progress
from report.model.locale import Pack
from report.model.queries import NumberedQuery
from report.model.revision import Erratum, State, Successor, in_order_of_versions, withdraws
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
    ``revision`` is then the one that the text is to become. ``successor`` is the newer version that the web page of an
    older one tells of. ``follows`` is the revision that a draft comes after, where no other day is known than its own.
    ``queries`` are what its editors and translators ask, printed while it is in review. ``since`` is the version that
    a redline lays beside this one, empty for an edition that is none.
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
    queries: tuple[NumberedQuery, ...] = ()
    successor: Successor | None = None
    follows: Revision | None = None
    since: str = ""

    @property
    def own(self) -> Sibling:
        """This edition as the others name it; a pseudo-locale's is not among them."""
        return Sibling(self.locale, self.pack.name, self.direction)

    @property
    def withdrawal(self) -> Erratum | None:
        """What takes this edition back, if it has been withdrawn."""
        taken = (one for one in self.brief.errata if withdraws(one, self.revision.version))
        return next(taken, None) if self.state == "published" and not self.since else None

    @property
    def is_successor_withdrawn(self) -> bool:
        """Whether the newer version that its web page tells of has been withdrawn as well."""
        taken, newer = self.withdrawal, self.successor
        return taken is not None and newer is not None and withdraws(taken, newer.version)

    @property
    def bears_mark(self) -> bool:
        """Whether every page bears a mark: what is not published does, what has been withdrawn, and a redline."""
        return self.state != "published" or self.withdrawal is not None or bool(self.since)

    @property
    def replaced(self) -> tuple[str, ...]:
        """The published versions that this one takes the place of, earliest first; a draft takes nobody's."""
        own = in_order_of_versions(self.revision.version)
        listed = (one.version for one in self.brief.revisions)
        earlier = tuple(one for one in listed if in_order_of_versions(one) < own)
        return earlier if self.state == "published" and not self.since else ()

    @property
    def version(self) -> str:
        """The version as programs read it: no draft (``1.1-draft``) and no redline (``1.1-since-1.0``) is a release."""
        number = self.revision.version
        own = number if self.state == "published" else f"{number}-{self.state}"
        return f"{own}-since-{self.since}" if self.since else own

    @property
    def text_date(self) -> date:
        """The day of its text: that of the revision, which for a draft may be one that its authors say."""
        return self.revision.date

    @property
    def is_proof(self) -> bool:
        """Whether it is set for those who read it before it goes out: lines numbered, queries printed."""
        return self.state == "in-review" and not self.since

    @property
    def asked(self) -> tuple[NumberedQuery, ...]:
        """The queries that are printed: all of them in a proof, and else none."""
        return self.queries if self.is_proof else ()

    @property
    def original(self) -> Sibling | None:
        """The edition that this one was translated from, if it is a translation."""
        first = next(iter(self.siblings), self.own)
        return None if first.locale == self.locale else first
