"""Catalogs: PO files to messages in which every translation keeps its place."""

from __future__ import annotations

from pathlib import Path

from report.findings import Checked, Mark
from report.load.catalogs.messages import read_catalog
from report.load.files import outside, read_text
from report.model.catalog import Catalog

__all__ = ["load_catalog", "read_catalog"]

# A catalog holds every text of a brief up to four times, in scripts of two bytes a letter.
_SIZE_LIMIT = 8 << 20


def load_catalog(root: Path, path: str, named: Mark) -> Checked[Catalog]:
    """Read a catalog by its path from the project folder; ``named`` is the place that asks for it.

    A catalog that does not exist, or that cannot be read, is an empty one; only the latter is a finding. One that would
    be written through a link out of the project cannot be read either.
    """
    empty = Catalog(path, {}, ())
    if stray := outside(root, path, named):
        return Checked(empty, (stray,))
    if not _stands(root / path):
        return Checked(empty)
    text = read_text(root, path, named, _SIZE_LIMIT)
    return Checked(empty, text.findings) if text.value is None else read_catalog(text.value, path)


def _stands(place: Path) -> bool:
    """Whether something is in this place, if only a link to nothing; where nobody may look, there is."""
    try:
        return place.exists() or place.is_symlink()
    except OSError:
        return True
