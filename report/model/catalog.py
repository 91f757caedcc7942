"""Catalogs: the units that translators translate, and the messages that hold their translations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from report.findings import Mark
from report.model.manuscript import ScalarNode
from report.model.text import Standing, Text


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that translators translate: one value of the content, or one text of a drawing.

    ``context`` is its way from the nearest id (``timeline-steps/timeline/3/label``); it is given once in a brief, and
    once in the house. ``runs`` are its words as they were read, one run where it is plain text without markup.
    ``about`` says what it is; it may be empty.
    """

    context: str
    node: ScalarNode
    runs: Text
    is_plain: bool
    about: str

    @property
    def source(self) -> str:
        """The text as written, in the small Markdown."""
        return self.node.text

    @property
    def mark(self) -> Mark:
        """Its place in the content, or in the catalog it was taken from."""
        return self.node.mark


@dataclass(frozen=True, slots=True)
class Message:
    """An entry of a catalog.

    ``translations`` has one text, or one for each plural form where there is a ``plural``; an empty text is not
    translated. ``previous`` is the source text that a fuzzy translation was made from (empty where it is not known).
    ``comments`` are the translators' own lines, ``extracted`` and ``references`` what is written for them (PO's ``#``,
    ``#.`` and ``#:``). ``reviewed`` is the digest that the last reviewer left, empty if nobody has.
    """

    context: str
    source: str
    plural: str
    translations: tuple[ScalarNode, ...]
    previous: str
    is_fuzzy: bool
    is_obsolete: bool
    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    flags: tuple[str, ...]
    reviewed: str
    mark: Mark

    @property
    def is_translated(self) -> bool:
        """Whether every form has words."""
        return bool(self.translations) and all(one.text for one in self.translations)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A message that a catalog should have: its words, and what translators are told (as in a ``Message``).

    Words of the templates have no context.
    """

    context: str
    source: str
    plural: str
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalog:
    """A catalog as it was read: its path from the project folder, its header by name, its messages in order.

    A catalog that does not exist yet has neither.
    """

    path: str
    headers: Mapping[str, str]
    messages: tuple[Message, ...]
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """A unit and what a catalog holds for it.

    ``standing`` is ``current``, ``stale`` (the source text changed since it was translated: ``previous`` is the text it
    was made from) or ``missing`` (there is no message, or an empty one). The message of a block that was moved or
    renamed has another context than its unit.
    """

    unit: Unit
    message: Message | None
    standing: Standing
    previous: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the translation of an edition is: words of the source text, by standing, and how many are reviewed.

    ``unsettled`` is the number of passages that do not follow the source text and are marked where they stand: plain
    texts, such as names and keywords, are not.
    """

    current: int
    stale: int
    missing: int
    reviewed: int
    unsettled: int = 0


StalePolicy = Literal["hold", "source", "keep"]
"""What becomes of a stale text: nothing is published until it is mended; or its source text is printed; or it stays."""


def brief_catalog(slug: str, locale: str) -> str:
    """Return where the catalog of a brief stands, from the project folder."""
    return f"content/{slug}/locale/{locale}/LC_MESSAGES/brief.po"


def house_catalog(locale: str) -> str:
    """Return where the catalog of the house and its templates stands, from the project folder."""
    return f"templates/locale/{locale}/LC_MESSAGES/house.po"
