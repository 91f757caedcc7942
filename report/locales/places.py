"""Words for places in works: those of all packs together, since writers may use any language's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report.findings import Finding, Mark
from report.locales.house import CODE, mark_at
from report.model.locale import Pack
from report.model.manuscript import Node

LocatorWords = Mapping[str, tuple[str, bool | None]]


def locator_words(packs: Mapping[str, Pack]) -> LocatorWords:
    """Return the words of all packs with the kind of place, and whether they are for several, for one or for either.

    A word that packs give to different kinds is of the first kind.
    """
    words: dict[str, tuple[str, bool | None]] = {}
    for tag in sorted(packs):
        for kind, is_many, form, _ in _forms(packs[tag]):
            word = form.casefold()
            known, number = words.get(word, (kind, is_many))
            words[word] = (known, number if number == is_many else None)
    return words


def clashes(packs: Mapping[str, Pack], nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """Yield the words that two packs give to different kinds of places, at their places in the files of the house."""
    kinds: dict[str, str] = {}
    # What the program knows goes first: the mistake is the house's.
    for tag in sorted(packs, key=lambda one: (one in nodes, one)):
        for kind, is_many, form, place in _forms(packs[tag]):
            known = kinds.setdefault(form.casefold(), kind)
            if known != kind:
                way = ("locators", kind, "many" if is_many else "one", place)
                mark = mark_at(nodes[tag], way) if tag in nodes else Mark(f"report/locales/{tag}/pack.yaml")
                message = f"the locale pack “{tag}” names “{form}” a {kind}; it is a {known} elsewhere"
                yield Finding(CODE, mark, message, "writers use the words of all languages: give it another")


def _forms(pack: Pack) -> Iterator[tuple[str, bool, str, int]]:
    """Yield kind, number, word and its place in the list of each word."""
    for kind, locator in pack.locators.items():
        for is_many, forms in ((False, locator.one), (True, locator.many)):
            for place, form in enumerate(forms):
                yield kind, is_many, form, place
