"""A brief under the name that it had when a text of it was frozen: what went out then bears that name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from report.findings import Mark
from report.load.commits import PARTS
from report.load.frozen import read_frozen
from report.model.frozen import frozen_path
from report.order import briefs_of

_PLAIN = re.compile(r"[^./\0][^/\0]*")


def name_of_now(project: Path, former: str, version: str, locale: str) -> str:
    """Return the brief that a version was frozen of when it was called otherwise; nothing if there is none."""
    if not _PLAIN.fullmatch(former):
        return ""
    return next((slug for slug in briefs_of(project) if _is_frozen_of(project, slug, former, version, locale)), "")


def under_its_former_name(project: Path, slug: str, former: str, folder: Path) -> Path:
    """Return a copy of a project, without its other briefs, in which the folder of a brief is called as it was.

    Raises:
        OSError: it cannot be read, or written to the folder.
    """
    briefs = {str(project / "content" / one) for one in briefs_of(project)}

    def skipped(place: str, names: list[str]) -> list[str]:
        return [name for name in names if str(Path(place) / name) in briefs]

    for part in PARTS:
        path = project / part
        if path.is_dir():
            shutil.copytree(path, folder / part, symlinks=True, ignore=skipped)
        elif path.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / part)
    shutil.copytree(project / "content" / slug, folder / "content" / former, symlinks=True)
    return folder


def _is_frozen_of(project: Path, slug: str, former: str, version: str, locale: str) -> bool:
    path = frozen_path(slug, version, locale)
    if not (project / path).is_file():
        return False
    file = read_frozen(project, path, Mark(path)).value
    data = file.data if file else None
    return isinstance(data, Mapping) and data.get("brief") == former
