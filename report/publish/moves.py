"""Finished files put in their places: all of them, even when who does it is killed between two.

Before the first is moved, a journal says of each where it goes. It lies at the head of the folder that they all belong
to, the output folder or the content. Whoever comes next and finds it there moves what is left; the finished files lie
beside their places until then.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from report.errors import WriteError

UNFINISHED = ".unfinished-"
"""How the names of files and folders begin that are not in their places yet."""

_JOURNAL = ".moves.json"
_FORM = 1
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Move:
    """A finished file or folder, and its place in the same folder, where it takes the place of what stands there.

    Where ``before`` is said, it is the SHA-256 of what stands there, empty for nothing, and nothing else gives way.
    """

    finished: Path
    place: Path
    before: str | None = None

    @property
    def gives_way(self) -> bool:
        """Whether what stands in the place is what may be replaced."""
        return self.before is None or self.before == standing(self.place)


def finish_moves(head: Path) -> None:
    """Move what one who was killed has not moved any more, below a folder; where there is nothing it costs one look.

    What somebody has changed meanwhile, and was not to be replaced then, stays as it is.

    Raises:
        WriteError: it cannot be moved.
    """
    if not is_left(head):
        return
    try:
        with alone_in(head):
            finish_alone(head)
    except OSError as error:
        said = f"{head}: a command was stopped while it put files there, and the rest cannot follow"
        raise WriteError(f"{said}: {error.filename or head}: {error.strerror}") from error


def is_left(head: Path) -> bool:
    """Whether moves below a folder were begun and are not at their end."""
    return os.path.lexists(head / _JOURNAL)


def finish_alone(head: Path) -> None:
    """Move what is left, for one who holds the lock of the folder; a journal that nobody can read counts as none.

    Raises:
        OSError: it cannot be moved; the journal stays.
    """
    if is_left(head):
        _carry_out(head, *_read(head))


def move_all(head: Path, moves: Collection[Move], gone: Collection[Path] = ()) -> None:
    """Move finished files into their places below a folder, whose lock is held, and remove those that go with the old.

    A single one needs no journal: the system moves it, or does not.

    Raises:
        OSError: nothing was moved; or, where a journal is left, not everything yet.
    """
    for one in moves:
        if not one.gives_way and one.before:
            raise OSError(errno.EBUSY, "it was changed meanwhile", str(one.place))
        if not one.gives_way:
            raise OSError(errno.EEXIST, "something else stands there", str(one.place))
    if len(moves) + len(gone) > 1:
        _write(head, moves, gone)
    _carry_out(head, moves, gone)


def leads_out(folder: Path, head: Path) -> bool:
    """Whether a folder, which need not be there, lies outside of another, where a link leads."""
    try:
        return not folder.resolve().is_relative_to(head.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return True


def standing(place: Path) -> str:
    """Return the digest of a file, empty where there is none; of what is no file, a word that no digest is."""
    from hashlib import sha256  # noqa: PLC0415 - every command loads this module, and few ask this

    try:
        return sha256(place.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError:
        return "something else"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the system gives it back even when the process is killed."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _carry_out(head: Path, moves: Collection[Move], gone: Collection[Path]) -> None:
    """Do what a journal says, from the beginning or from wherever it was left, and remove it."""
    for one in moves:
        if os.path.lexists(one.finished):  # else it has been moved
            _move(one)
    for path in gone:
        path.unlink(missing_ok=True)
    if is_left(head):
        _sync({one.place.parent for one in moves} | {path.parent for path in gone})
        (head / _JOURNAL).unlink()


def _move(one: Move) -> None:
    if one.gives_way:
        one.finished.replace(one.place)
    elif one.finished.is_dir():
        from shutil import rmtree  # noqa: PLC0415 - this hardly ever happens

        rmtree(one.finished)
    else:
        one.finished.unlink()


def _write(head: Path, moves: Iterable[Move], gone: Iterable[Path]) -> None:
    """Write the journal; what it speaks of is on the disk by then, names too."""
    import json  # noqa: PLC0415 - most runs move nothing

    named = [[_name(head, one.finished), _name(head, one.place), one.before] for one in moves]
    journal = {"form": _FORM, "moves": named, "gone": [_name(head, path) for path in gone]}
    _sync({one.finished.parent for one in moves})
    written = head / f"{UNFINISHED}{_JOURNAL}"
    try:
        with written.open("w", encoding="utf-8") as file:
            json.dump(journal, file)
            file.flush()
            os.fsync(file.fileno())
        written.replace(head / _JOURNAL)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    _sync({head})


def _read(head: Path) -> tuple[list[Move], list[Path]]:
    """Read the journal; one that is not of this form, or leads out of the folder, tells of nothing."""
    import json  # noqa: PLC0415

    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        found = (head / _JOURNAL).lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_BYTES:
            return [], []
        journal = json.loads((head / _JOURNAL).read_bytes())
        if journal["form"] == _FORM:
            moves = [_of_data(head, *one) for one in journal["moves"]]
            return moves, [_path(head, name) for name in journal["gone"]]
    return [], []


def _of_data(head: Path, finished: str, place: str, before: Any) -> Move:
    move = Move(_path(head, finished), _path(head, place), before)
    is_ours = move.finished.name.startswith(UNFINISHED) and move.finished.parent == move.place.parent
    if not is_ours or not (before is None or isinstance(before, str)):
        raise ValueError
    return move


def _path(head: Path, name: str) -> Path:
    """Return the path of what a journal names, which lies below the folder and not behind a link out of it."""
    path = head / name
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or path == head:
        raise ValueError
    if leads_out(path.parent, head):
        raise ValueError
    return path


def _name(head: Path, path: Path) -> str:
    return path.relative_to(head).as_posix()


def _sync(folders: Iterable[Path]) -> None:
    """Have the system write down which names there are in folders, as far as it can."""
    for folder in sorted(folders):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # not every file system does that
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
