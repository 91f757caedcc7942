"""The brief in its source language, and the house that publishes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from report.findings import Mark
from report.model.blocks import Block, Section, texts_of
from report.model.catalog import StalePolicy, Unit
from report.model.queries import Query
from report.model.revision import Erratum, State
from report.model.text import Text

Day = date  # where a field is called date, the type needs another name


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote it; a corporate author has one name that is not turned round."""

    name: str
    corporate: bool


@dataclass(frozen=True, slots=True)
class Revision:
    """A numbered state of the brief, dated, with a note on what changed."""

    version: str
    date: date
    note: Text


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of the text: short name, address, and the holder of the rights."""

    name: str
    address: str
    holder: str


@dataclass(frozen=True, slots=True)
class Design:
    """What a house changes about the look, by data alone.

    ``faces`` maps a role (``text``, ``display``) to a family of the font packages; ``tokens`` maps a token of the
    sheets (without the dashes) to its value.
    """

    faces: Mapping[str, str]
    tokens: Mapping[str, str]
    mark: Mark


@dataclass(frozen=True, slots=True)
class BibliographyPart:
    """A part of the bibliography: what belongs to it by type or keyword; one that names neither takes the rest.

    ``title`` is the house's own; without one the locale's words for the id are printed.
    """

    id: str
    title: Text
    types: frozenset[str]
    keywords: frozenset[str]
    mark: Mark


@dataclass(frozen=True, slots=True)
class CitationRules:
    """How a house cites: the style by name, whether *ibid.* is printed, and after what works count as new.

    ``terms`` says whose words the apparatus takes: those of the edition, or those of each source's own language
    (GOST R 7.0.100). ``parts`` divide the bibliography; without any it is one list.
    """

    style: str
    ibid: bool
    reset: Literal["never", "section"]
    terms: Literal["edition", "source"]
    parts: tuple[BibliographyPart, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class PressRules:
    """What the house's printer asks for.

    ``profile`` is the ICC profile of the printing condition, as an absolute path: the one file that a house may name
    outside the project. ``condition`` is the condition's registered name, such as ``FOGRA39``. ``bleed`` and
    ``paper`` (the thickness of a sheet, for creep) are in millimetres, ``ink_limit`` is the sum of all inks in per
    cent, ``resolution`` the least of a picture in pixels per inch; pages are filled up with blanks to a ``multiple``.
    """

    profile: str
    condition: str
    bleed: float
    ink_limit: int
    resolution: int
    multiple: int
    paper: float
    profile_mark: Mark
    condition_mark: Mark


@dataclass(frozen=True, slots=True)
class House:
    """The publisher: everything that is the same in all its briefs; ``units`` are its texts as written."""

    publisher: str
    department: str
    address: tuple[str, ...]
    contact: str
    series: str
    series_number: str
    licence: Licence
    imprint: Text
    design: Design
    citations: CitationRules
    mark: Mark
    press: PressRules | None = None
    units: tuple[Unit, ...] = ()

    @property
    def contact_address(self) -> str:
        """Where a link on the contact leads: to the page that it is, or to a letter to it."""
        return self.contact if self.contact.startswith("https://") else f"mailto:{self.contact}"


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """An edition in another language that a brief is to have, and what becomes of its stale texts."""

    locale: str
    stale: StalePolicy
    mark: Mark


@dataclass(frozen=True, slots=True)
class Brief:
    """A publication in one language: sound, complete, not numbered.

    ``language`` is the one it was written in; ``units`` are its texts as written, for translators and their checks.
    ``state`` is what its authors say of it; ``text_date`` is the day of the text of a draft, if they say it.
    ``errata`` are what was said of published versions, earliest first. ``former_slugs`` are what its folder was called
    before it was renamed: texts of then are frozen under those names.
    """

    slug: str
    language: str
    title: Text
    subtitle: Text
    short_title: str
    number: str
    date: date
    authors: tuple[Author, ...]
    keywords: tuple[str, ...]
    description: str
    standfirst: Text
    summary: tuple[Block, ...]
    sections: tuple[Section, ...]
    revisions: tuple[Revision, ...]
    house: House
    mark: Mark
    editions: tuple[EditionPlan, ...] = ()
    units: tuple[Unit, ...] = ()
    state: State = "draft"
    text_date: Day | None = None
    errata: tuple[Erratum, ...] = ()
    queries: tuple[Query, ...] = ()
    former_slugs: tuple[str, ...] = ()

    @property
    def has_history(self) -> bool:
        """Whether its revisions could be read: a neutral one, without a note, stands for those that could not."""
        return bool(self.revisions[0].note)

    def texts(self) -> Iterator[Text]:
        """Yield every text from title to last section in reading order: the order in which notes are numbered."""
        for _, texts in self.parts():
            yield from texts

    def parts(self) -> Iterator[tuple[str, tuple[Text, ...]]]:
        """Yield the texts of the title page with the summary, under an empty id, then those of each section."""
        summary = (text for block in self.summary for text in texts_of(block))
        yield "", (self.title, self.subtitle, self.standfirst, *summary)
        for section in self.sections:
            yield section.id, (section.title, *(text for block in section.blocks for text in texts_of(block)))
