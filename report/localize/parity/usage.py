"""Where the terms of a glossary stand in a text, be it the source text or a translation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from report.localize.parity.phrases import Listed
from report.model.glossary import Glossary, Term
from report.model.locale import Pack

T = TypeVar("T")


class Use(NamedTuple):
    """A term where it stands in folded words."""

    term: Term
    start: int
    end: int


class Phrases:
    """The phrases of a glossary as the locale of a pack has them, without one as the source texts have them."""

    def __init__(self, glossary: Glossary, pack: Pack | None) -> None:
        self._listed = Listed(
            (phrase, term) for term in glossary.terms for phrase in (renderings(term, pack) if pack else term.forms)
        )

    def uses_in(self, words: str) -> tuple[Use, ...]:
        """Return where terms stand in folded words, of two that overlap the longer one."""
        taken: list[Use] = []
        found = (Use(term, start, end) for start, end, term in self._listed.found(words))
        for use in sorted(found, key=lambda one: (one.start - one.end, one.start)):
            if all(use.end <= other.start or use.start >= other.end for other in taken):
                taken.append(use)
        return tuple(sorted(taken, key=lambda one: one.start))


def renderings(term: Term, pack: Pack) -> tuple[str, ...]:
    """Return what a term is called in a locale; nothing if the glossary does not say."""
    return term.forms if term.is_kept else of_locale(term.renderings, pack, ())


def of_locale(by_tag: Mapping[str, T], pack: Pack, default: T) -> T:
    """Return what is said for a locale, else for the one its pack inherits, else for its language."""
    tags = (pack.tag, pack.inherits, pack.tag.split("-", maxsplit=1)[0])
    return next((by_tag[tag] for tag in tags if tag in by_tag), default)
