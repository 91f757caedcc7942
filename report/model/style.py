"""A citation style: forms of citations and references, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Joint = Literal["commas", "colon", "page-colon", "semicolons", "sentences", "words", "parentheses", "together"]
JOINTS: tuple[Joint, ...] = get_args(Joint)

NameOrder = Literal["surname", "straight", "turned"]
TitleLook = Literal["emphasis", "quotation", "plain"]

KINDS = (
    "article", "book", "chapter", "law", "misc", "online", "press", "report", "thesis", "unpublished",
)  # fmt: skip
"""What styles tell apart; many types of entries are one kind of work (see ``cite/works.py``)."""


# fmt: off
ELEMENTS = frozenset(
    (
        "accessed", "addendum", "address", "chapter", "container", "container-by", "date", "edited-by",
        "edited-by-short", "edition", "event", "further-people", "in", "issue", "kind", "locator", "main-title",
        "main-volume", "names", "note", "number", "original-date", "originally", "other-locator", "page-locator",
        "pages", "place", "published-as", "publisher", "series", "short-title", "title", "title-addon",
        "translated-by", "translated-by-short", "version", "volume", "volume-number", "volumes", "web-date", "year",
    )
)
# fmt: on
"""What citations are made of; ``cite/elements/`` says what each prints."""


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of a citation with what stands between them; empty parts take their punctuation along."""

    joint: Joint
    parts: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a citation by its name, such as ``names`` or ``title``."""

    name: str


Template = Group | Element


@dataclass(frozen=True, slots=True)
class NameManner:
    """How people are named: the order within a name, and of more than ``most`` names only ``shown``, with et al."""

    order: NameOrder
    most: int
    shown: int


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a citation or reference: its names, the look of titles, and a template for each kind of work."""

    names: NameManner
    subtitle: Literal["colon", "stop"]
    volume_and_page: Literal["comma", "colon"]
    titles: Mapping[str, TitleLook]
    templates: Mapping[str, Template]


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style: the form of a first mention, of a later one, and of an entry of the bibliography."""

    name: str
    first: Form
    later: Form
    listed: Form
    ibid_leans: bool
