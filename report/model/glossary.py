"""The glossary: terms and names of a house's briefs, and what they are called in its editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from report.findings import Mark


@dataclass(frozen=True, slots=True)
class Refused:
    """What a term is not to be called in a locale, and why."""

    words: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term, with its other forms in the source texts, and its renderings by the tag of a locale.

    A form or rendering is one word or several; ``*`` at the end of a word stands for any ending. A word with a capital
    fits only with a capital. A term that is kept stands in every edition as in the source. Names are those of persons,
    and others.
    """

    name: str
    forms: tuple[str, ...]
    renderings: Mapping[str, tuple[str, ...]]
    refused: Mapping[str, Refused]
    is_kept: bool
    kind: Literal["term", "name", "person"]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of a house, in the order of the file; a house without a glossary has none."""

    terms: tuple[Term, ...] = ()
