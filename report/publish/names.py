"""Artifact names: which brief, which locale, which medium, said aloud."""

from __future__ import annotations

from pathlib import Path

from report.model.edition import Edition
from report.model.output import Medium

_ENDINGS: dict[Medium, str] = {"paged": "pdf", "screen": "html"}
MANIFEST = "manifest.json"


def edition_folder(output: Path, edition: Edition) -> Path:
    """Return the folder of an edition: ``dist/heat-and-health/fr``."""
    return output / edition.brief.slug / edition.locale


def artifact_name(edition: Edition, medium: Medium) -> str:
    """Return the name of an artifact: ``heat-and-health.fr.pdf``."""
    return f"{edition.brief.slug}.{edition.locale}.{_ENDINGS[medium]}"
