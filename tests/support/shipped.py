"""The shipped briefs in a project of their own, for tests that change them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from report import production
from report.desk import Desk
from report.findings import Finding
from report.load.catalogs import load_catalog
from report.localize.matching import match, unused
from report.model.catalog import Translation, brief_catalog, house_catalog
from report.order import Order

ROOT = Path(__file__).resolve().parents[2]
BRIEFS = ("iran-russia-nexus", "specimen")
TRANSLATED = ("de", "ru", "fa")
LOCALES = ("en-GB", *TRANSLATED)


def shipped_project(folder: Path) -> Path:
    """Make of a folder a project with all that is shipped: both briefs, their catalogs, the house and its design."""
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def change(path: Path, before: str, after: str) -> None:
    """Change words of a file that stand there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, (path.name, before, text.count(before))
    path.write_text(text.replace(before, after), encoding="utf-8")


def prepared(
    project: Path, slug: str, locale: str, *, to_publish: bool = False, reading: production.Reading | None = None
) -> tuple[production.Prepared, list[Finding]]:
    """Take an edition as far as all its media have in common, and return it with what was noticed."""
    desk = Desk()
    return production.prepare(Order(project, slug, locale, (), to_publish), desk, reading), desk.findings


def translations(
    project: Path, slug: str, locale: str, reading: production.Reading | None = None
) -> tuple[Mapping[str, Translation], frozenset[str]]:
    """Return what the catalogs hold for each text of a brief and of its house, and the contexts that none has use for.

    The texts of the house have ``house:`` before their contexts.
    """
    brief = (reading or production.read(project, slug)).brief.value
    held: dict[str, Translation] = {}
    left: set[str] = set()
    for name, units, path in (
        ("", brief.units, brief_catalog(slug, locale)),
        ("house:", brief.house.units, house_catalog(locale)),
    ):
        catalog = load_catalog(project, path, brief.mark).value
        found = match(units, catalog)
        held |= {name + one.unit.context: one for one in found}
        left |= {name + one.context for one in unused(found, catalog)}
    return held, frozenset(left)
