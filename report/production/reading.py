"""A brief read: loaded and validated, with all that its editions share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from report.findings import Checked
from report.kept import NothingKept, digest_of
from report.load.catalogs.words import template_words
from report.load.glossary import GLOSSARY_FILE
from report.load.manuscript import load
from report.load.packs import FOLDER as PACKS_FOLDER
from report.load.packs import load_packs
from report.locales import Shelf
from report.localize import editions_of
from report.model.brief import Brief
from report.model.catalog import Catalog, Wanted
from report.model.glossary import Glossary
from report.model.manuscript import Manuscript
from report.production.rules import glossary_of
from report.validate import validate
from report.validate.design import check_design

_NOTHING_KEPT = NothingKept()


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief as it was read, once for all its editions, with what was noticed.

    ``design`` is what was noticed in templates and sheets, ``printed`` the words that the templates print. ``kept`` is
    what serves again at the next reading. ``catalogs`` are those, by locale, that are to become the brief’s and are not
    written yet.
    """

    shelf: Shelf
    manuscript: Checked[Manuscript]
    brief: Checked[Brief]
    design: Checked[None]
    printed: tuple[Wanted, ...]
    glossary: Checked[Glossary]
    kept: NothingKept = _NOTHING_KEPT
    catalogs: Mapping[str, Checked[Catalog]] = field(default_factory=dict)

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales the brief can be ordered in, its source language first."""
        return editions_of(self.brief.value)


def read(project: Path, slug: str, kept: NothingKept = _NOTHING_KEPT) -> Reading:
    """Read a brief, as far as all its editions have in common; what is ``kept`` of an earlier reading serves again."""

    def as_they_are(*folders: str) -> Callable[[], object]:
        return lambda: digest_of(project, *folders)

    shelf = kept.of("shelf", as_they_are(PACKS_FOLDER), lambda: Shelf.of(load_packs(project)))
    manuscript = load(project, slug)
    brief = validate(manuscript.value, shelf)
    rules = brief.value.house.design
    look = as_they_are("templates", "styles")
    design = kept.of("design", lambda: (look(), rules), lambda: check_design(project, rules))
    # What is wrong with a template is noticed with the design.
    printed = kept.of("printed", as_they_are("templates"), lambda: template_words(project).value)
    glossary = kept.of("glossary", as_they_are(GLOSSARY_FILE, PACKS_FOLDER), lambda: glossary_of(project, shelf))
    return Reading(shelf, manuscript, brief, design, printed, glossary, kept)


def locales_of_brief(project: Path, slug: str) -> tuple[str, ...]:
    """Return the locales that a brief can be ordered in, its source language first; nothing else of it is checked."""
    return editions_of(validate(load(project, slug).value, Shelf.of(load_packs(project))).value)
