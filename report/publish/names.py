"""Artifact names: which brief, which locale, which medium, said aloud."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from report.model.edition import Edition
from report.model.output import Medium, ReferenceFormat

_ENDINGS: dict[Medium, str] = {"paged": "pdf", "screen": "html", "press": "press.pdf", "booklet": "booklet.pdf"}
_REFERENCE_ENDINGS: dict[ReferenceFormat, str] = {"biblatex": "bib", "ris": "ris", "csl-json": "csl.json"}
MANIFEST = "manifest.json"


def edition_folder(output: Path, edition: Edition) -> Path:
    """Return the folder of an edition: ``dist/heat-and-health/fr``."""
    return output / edition.brief.slug / edition.locale


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
