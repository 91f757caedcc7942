"""A new brief: small, complete, and built at once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import Template

from report.errors import UsageError
from report.publish.write import NewFolder, write_all

_STARTER = Path(__file__).parent / "starter"
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def start_brief(project: Path, name: str, today: date) -> tuple[Path, ...]:
    """Write a small brief under ``content/<name>`` and return its files.

    Raises:
        UsageError: the name is no slug, or the folder is there already.
        WriteError: it cannot be written; nothing of it is there then.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"“{name}” cannot name a brief: use lower-case letters, digits and hyphens")
    folder = project / "content" / name
    if folder.exists():
        raise UsageError(f"content/{name} is there already; nothing was changed")
    values = {
        "title": name.replace("-", " ").capitalize(),
        "date": today.isoformat(),
        "year": str(today.year),
    }
    files = {
        source.relative_to(_STARTER).as_posix(): Template(source.read_text(encoding="utf-8")).substitute(values)
        for source in sorted(path for path in _STARTER.rglob("*") if path.is_file())
    }
    write_all(project, (), (NewFolder(folder, {name: words.encode("utf-8") for name, words in files.items()}),))
    return tuple(folder / name for name in files)
