"""What is saved: the files that briefs are made of are watched, and what editors and tools put beside them is not."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from pathlib import Path, PurePosixPath

from watchfiles import Change as FileChange
from watchfiles import awatch

from report.load.packs import FOLDER as PACKS
from report.load.preflight import FOLDER as PREFLIGHT
from report.load.styles import FOLDER as STYLES
from report.preview.room import Change

FOLDERS = ("content", "templates", "styles")
# Milliseconds: a save is looked for this often, and is over when as long nothing more was written. Editors write a
# file at once, or a temporary one beside it that takes its name.
_STEP, _LONGEST = 15, 120
_TEMPORARY = (".tmp", ".temp", ".part", ".swp", ".swo", ".swx", ".bak", ".orig", ".crdownload")
_HOUSE = frozenset(PurePosixPath(folder).name for folder in (PACKS, PREFLIGHT, STYLES))
_PROBE = "4913"  # the file by which vim finds out whether it may write


async def saves(project: Path) -> AsyncIterator[list[Change]]:
    """Yield what is saved in a project, as often as something is."""
    folders = [project / name for name in FOLDERS if (project / name).is_dir()]
    async for changes in awatch(
        *folders,
        watch_filter=_is_content,
        step=_STEP,
        debounce=_LONGEST,
        ignore_permission_denied=True,
    ):
        yield changes_of(Path(path).relative_to(project).as_posix() for _, path in changes)


def changes_of(paths: Iterable[str]) -> list[Change]:
    """Return what is concerned when files change, by their paths from the project folder.

    A catalog is that of one locale; what else lies in the folder of a brief is of all its editions, and what lies
    beside those folders of all briefs.
    """
    found = dict.fromkeys(map(_change_of, map(PurePosixPath, paths)))
    return sorted(found, key=lambda change: (change.brief, change.locale))


def is_temporary(name: str) -> bool:
    """Whether a name is one that editors give to what they put away for a moment, or that hides a file."""
    lower = name.lower()
    return name.startswith((".", "#", "~")) or lower.endswith(("~", "___", *_TEMPORARY)) or name == _PROBE


def _change_of(path: PurePosixPath) -> Change:
    match path.parts:
        case ("content", brief, "locale", locale, _, *_):
            return Change(brief, locale)
        case ("content", brief, _, *_) if brief not in _HOUSE:
            return Change(brief)
        case ("templates", "locale", locale, _, *_):
            return Change("", locale)
        case _:
            return Change()


def _is_content(_kind: FileChange, path: str) -> bool:
    return not is_temporary(Path(path).name)
