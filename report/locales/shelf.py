"""The shelf: the packs of one project, those of its house over those that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from report.errors import ReportError
from report.findings import Checked, Finding
from report.locales.files import PACKS, Written, whole, written_packs
from report.locales.house import sound_packs
from report.locales.places import LocatorWords, clashes, locator_words
from report.locales.reading import packed
from report.locales.sense import problems_of
from report.model.locale import Pack
from report.model.manuscript import Node


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """The packs of one project by their tags, and what was noticed in those of its house.

    A pack of the house that is not sound stands here as what it inherits.
    """

    packs: Mapping[str, Pack]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, loaded: Checked[Mapping[str, Node | None]] | None) -> Shelf:
        """Return the packs that come with the program, and over them those of a house as they were loaded.

        Raises:
            ReportError: a pack that comes with the program is not sound.
        """
        if loaded is None or not (loaded.value or loaded.findings):
            return shelf_of(PACKS)
        ours = written_packs(PACKS)
        house = sound_packs(loaded.value, ours)
        packs = {tag: packed(tag, *whole(tag, ours, house.value)) for tag in sorted({*ours, *house.value})}
        clashing = clashes(packs, {tag: node for tag, node in loaded.value.items() if node})
        return cls(packs, (*loaded.findings, *house.findings, *clashing))

    def known(self) -> tuple[str, ...]:
        """Return the tags of all packs, sorted."""
        return tuple(sorted(self.packs))

    def pack(self, tag: str) -> Pack:
        """Return the pack of a locale.

        Raises:
            ReportError: there is no pack for this tag.
        """
        if tag not in self.packs:
            raise ReportError(f"no locale pack “{tag}”; there are {', '.join(self.known())}")
        return self.packs[tag]

    def pack_of_language(self, language: str) -> Pack | None:
        """Return the pack that fits a language best (``en`` and ``en-AU``: ``en-GB``), none if none does.

        A pack fits by its whole tag, else by its language; there one that inherits none of that language goes first,
        then the first by name. A language written in another script than its pack's (``fa-Latn``) has none, and no
        language has a pseudo-locale.
        """
        exact = self.packs.get(language)
        if exact and exact.pseudo == "none":
            return exact
        primary, *rest = language.split("-")
        if not primary or (rest and len(rest[0]) == 4):
            return None
        kin = [self.packs[tag] for tag in self.known() if _language(tag) == primary]
        fitting = [pack for pack in kin if pack.pseudo == "none"]
        return min(fitting, key=lambda pack: _language(pack.inherits) == primary, default=None)

    def articles_of(self, language: str) -> frozenset[str]:
        """Return the articles, in small letters, that a title of a language may begin with; none if no pack fits it."""
        pack = self.pack_of_language(language)
        return pack.articles if pack else frozenset()

    def locator_words(self) -> LocatorWords:
        """Return the words by which any locale names a place in a work, in small letters, with the kind of the place.

        Beside the kind stands whether the word is for several (``True``), for one (``False``) or for either
        (``None``); a word that is for one in one language and for several in another is for either.
        """
        return locator_words(self.packs)


@cache
def shelf_of(folder: Path) -> Shelf:
    """Return the packs in a folder that is laid out as ours is.

    Raises:
        ReportError: a pack is not sound.
    """
    written = written_packs(folder)
    packs = {tag: _sound(tag, written) for tag in written}
    for clash in clashes(packs, {}):
        raise ReportError(clash.message)
    return Shelf(packs)


def _sound(tag: str, written: Mapping[str, Written]) -> Pack:
    inherits, tree = whole(tag, written, {})
    for problem in problems_of(tree):
        raise ReportError(f"the locale pack “{tag}” is not sound: {problem.message}; {problem.hint}")
    return packed(tag, inherits, tree)


def _language(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]
