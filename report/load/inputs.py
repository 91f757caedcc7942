"""The files that an edition is made from: those its manuscript names, and what the house keeps for all its briefs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report.findings import Mark
from report.load.files import outside
from report.load.frozen import frozen_folders
from report.load.glossary import GLOSSARY_FILE
from report.load.manuscript import ERRATA_FILE
from report.load.packs import FILE as PACK
from report.load.packs import FOLDER as PACKS
from report.load.preflight import FOLDER as PREFLIGHT
from report.load.styles import FOLDER as STYLES
from report.model.catalog import brief_catalog, house_catalog
from report.model.frozen import frozen_path
from report.model.manuscript import Manuscript

LICENCE_FILE = "LICENSE"


def inputs_of(project: Path, manuscript: Manuscript, locale: str) -> tuple[Path, ...]:
    """Return the files that a brief's edition in a locale is made from, sorted.

    What lies beside them, such as drafts and the catalogs of other editions, is none of them; nor is what a link leads
    to outside the project. The project's licence travels with every edition.
    """
    named = dict.fromkeys((*_named(project, manuscript, locale), *_kept(project, locale)))
    return tuple(sorted(project / one for one in named if _is_inside(project, one)))


def _named(project: Path, manuscript: Manuscript, locale: str) -> Iterator[str]:
    """Yield what a manuscript names, its catalog, and what is frozen of it."""
    folder = manuscript.folder
    yield f"{folder}/brief.yaml"
    yield from (f"{folder}/sections/{section.id}.yaml" for section in manuscript.sections)
    yield from (f"{folder}/{path}" for path in (*manuscript.pictures, *manuscript.spreadsheets))
    yield from (path for path, _ in manuscript.references)
    yield f"{folder}/{ERRATA_FILE}"
    yield brief_catalog(manuscript.slug, locale)
    yield from (frozen_path(manuscript.slug, one, locale) for one in frozen_folders(project, manuscript.slug))


def _kept(project: Path, locale: str) -> Iterator[str]:
    """Yield what the house keeps: its own file, glossary, styles of citing, packs, profiles, sheets and templates."""
    yield from (LICENCE_FILE, "content/house.yaml", GLOSSARY_FILE, house_catalog(locale))
    rules = (f"{STYLES}/*.yaml", f"{PACKS}/*/{PACK}", f"{PREFLIGHT}/*.yaml")
    for pattern in (*rules, "styles/**/*", "templates/**/*"):
        for path in project.glob(pattern):
            parts = path.relative_to(project).parts
            if parts[:2] != ("templates", "locale") and not any(part.startswith(".") for part in parts):
                yield "/".join(parts)


def _is_inside(project: Path, path: str) -> bool:
    return (project / path).is_file() and outside(project, path, Mark(path)) is None
