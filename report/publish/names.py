"""Artifact names: which brief, which locale, which medium, said aloud."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from report.model.edition import Edition
from report.model.output import Medium, ReferenceFormat, Setting

_ENDINGS: dict[Medium, str] = {"paged": "pdf", "screen": "html", "press": "press.pdf", "booklet": "booklet.pdf"}
_REFERENCE_ENDINGS: dict[ReferenceFormat, str] = {"biblatex": "bib", "ris": "ris", "csl-json": "csl.json"}
MANIFEST = "manifest.json"


def edition_folder(output: Path, edition: Edition) -> Path:
    """Return the folder of an edition: ``dist/heat-and-health/fr``."""
    return output / edition.brief.slug / edition.locale


def release_folder(output: Path, slug: str, version: str, locale: str) -> Path:
    """Return the folder of an edition as it goes out at a version: ``dist/heat-and-health/1.0/fr``."""
    return output / slug / version / locale


def redline_folder(output: Path, edition: Edition, since: str) -> Path:
    """Return the folder of what tells an edition from an earlier one: ``dist/heat-and-health/redline/1.0–1.1/fr``.

    ``since`` is the earlier version, or the name of a commit.
    """
    return output / edition.brief.slug / "redline" / f"{since}–{edition.version}" / edition.locale


def redline_names(edition: Edition) -> Mapping[Setting, str]:
    """Return the names of redlines by medium: ``heat-and-health.fr.redline.pdf``."""
    stem = f"{edition.brief.slug}.{edition.locale}.redline"
    return {"paged": f"{stem}.pdf", "screen": f"{stem}.html"}


def change_log_name(edition: Edition) -> str:
    """Return the name of the editors' list of changes: ``heat-and-health.fr.changes.md``."""
    return f"{edition.brief.slug}.{edition.locale}.changes.md"


def pack_names(edition: Edition) -> tuple[str, str]:
    """Return the names of a translators' pack, to work on and to read: ``heat-and-health.fr.changed.po``, ``.md``."""
    stem = f"{edition.brief.slug}.{edition.locale}.changed"
    return f"{stem}.po", f"{stem}.md"


def page_of_successor(edition: Edition) -> str:
    """Return where the web page of an edition lies, seen from those of its earlier versions.

    ``../../1.1/fr/heat-and-health.fr.html``.
    """
    return f"../../{edition.version}/{edition.locale}/{artifact_name(edition, 'screen')}"


def artifact_name(edition: Edition, medium: Medium) -> str:
    """Return the name of an artifact: ``heat-and-health.fr.pdf``, ``heat-and-health.fr.press.pdf``."""
    return _name(edition.brief.slug, edition.locale, medium)


def edition_pages(edition: Edition) -> Mapping[str, str]:
    """Return where the web pages of a brief's editions lie, seen from one of them, by locale.

    ``../ar/heat-and-health.ar.html``; a brief that has one edition alone leads nowhere.
    """
    if len(edition.siblings) == 1:
        return {}
    slug = edition.brief.slug
    return {one.locale: f"../{one.locale}/{_name(slug, one.locale, 'screen')}" for one in edition.siblings}


def reference_file_names(edition: Edition) -> Mapping[ReferenceFormat, str]:
    """Return the names of the files of cited references by format: ``heat-and-health.fr.references.bib``."""
    stem = f"{edition.brief.slug}.{edition.locale}.references"
    return {form: f"{stem}.{ending}" for form, ending in _REFERENCE_ENDINGS.items()}


def _name(slug: str, locale: str, medium: Medium) -> str:
    return f"{slug}.{locale}.{_ENDINGS[medium]}"
