"""What the parts of a citation are set from: the entry, the form, the locale, and how far it must be told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from report import locales
from report.locales import Pack, Shelf
from report.model.references import Entry, Name
from report.model.style import Form
from report.model.text import Locator

_NUMBER = re.compile(r"(?<![^\W_])(?<![^\W\d_]-)\d+(?![^\W_])")
TitleLength = Literal["short", "full", "dated"]


@dataclass(frozen=True, slots=True)
class Distinctions:
    """How works are told apart that short forms would confuse (Chicago Manual of Style, 17th edition, 14.32–33).

    ``given_names`` are people whose surname another cited author shares; ``titles`` how much of a title, by key, is
    needed: the short title, the whole, or the whole with its year.
    """

    given_names: frozenset[Name]
    titles: Mapping[str, TitleLength]


@dataclass(frozen=True, slots=True)
class Setting:
    """One citation about to be set: ``pack`` gives its terms and punctuation, ``edition`` is the edition's locale.

    ``has_title`` says whether the form prints a title of such works; ``shelf`` are the packs of all languages.
    """

    entry: Entry
    kind: str
    form: Form
    pack: Pack
    edition: str
    shelf: Shelf
    distinctions: Distinctions
    has_title: bool
    locator: Locator = ()
    without_names: bool = False

    def term(self, name: str, *, is_many: bool = False, **values: str) -> str:
        """Return a word of the apparatus in the language of this citation."""
        return locales.term(name, self.pack, is_many=is_many, **values)

    def digits(self, written: str) -> str:
        """Return numbers in the digits of this citation; one with letters in it, such as “TR-13”, stays as it is."""
        return _NUMBER.sub(lambda found: locales.in_digits(found[0], self.pack), written)
