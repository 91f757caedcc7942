"""Whole files: written beside their place under a name of their own, then moved into it."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from report.errors import WriteError
from report.publish.moves import UNFINISHED, Move, alone_in, finish_alone, is_left, leads_out, move_all

_INTERRUPTIONS = frozenset((signal.SIGINT, signal.SIGTERM, signal.SIGHUP))


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files of one folder by their names, and the names of those that go when they come.

    ``before`` are the SHA-256 of those in whose place only what is known may be replaced, empty where nothing stands.
    """

    folder: Path
    files: Mapping[str, bytes]
    outdated: Collection[str] = ()
    before: Mapping[str, str] = field(default_factory=dict)

    @property
    def removed(self) -> tuple[Path, ...]:
        """The places of the files that go."""
        return tuple(self.folder / name for name in self.outdated if name not in self.files)


@dataclass(frozen=True, slots=True)
class NewFolder:
    """A folder that is not there yet, with all its files by their paths in it."""

    folder: Path
    files: Mapping[str, bytes]


def write_whole(path: Path, body: bytes) -> None:
    """Write a file so that at every moment its old or its new body stands there, and nothing between.

    Raises:
        WriteError: its folder cannot be made or written, or the disk is full; the old file is untouched.
    """
    write_all(path.parent, (Bundle(path.parent, {path.name: body}),))


def write_all(head: Path, bundles: Iterable[Bundle], new: Sequence[NewFolder] = ()) -> None:
    """Write files of several folders below one, each named once, and new folders, so that all come or none.

    All are written under other names first, and moved when that has worked; no interruption comes between the moves,
    and one who is killed there is followed by the next who looks (``moves``). Who writes to the same folder waits for
    the other, and what a killed one left there is cleared.

    Raises:
        WriteError: a folder cannot be made or written, leads out of the one above all, or is there already where it is
            new; or the disk is full. The old files are untouched.
    """
    try:
        head.mkdir(parents=True, exist_ok=True)
        with alone_in(head):
            write_alone(head, tuple(bundles), new)
    except OSError as error:
        raise WriteError(f"{head} cannot be written: {error.strerror}") from error


def write_alone(head: Path, bundles: Sequence[Bundle], new: Sequence[NewFolder] = ()) -> None:
    """Write files, and new folders with theirs, for one who holds the lock of the folder above all of them.

    Raises:
        WriteError: as for ``write_all``.
    """
    at = head
    try:
        with ExitStack() as folders:
            finish_alone(head)
            _refuse_links(head, (*(one.folder for one in bundles), *(one.folder.parent for one in new)))
            for at in sorted({*(one.folder for one in bundles), *(one.folder.parent for one in new)}):
                folders.enter_context(_unfinished_in(at, head))
            moves: list[Move] = []
            gone = [path for one in bundles for path in one.removed]
            for one in bundles:
                for name, body in one.files.items():
                    at = one.folder / name
                    moves.append(Move(_finished_file(at, body), at, one.before.get(name)))
            for folder in new:
                at = folder.folder
                moves.append(Move(_finished_folder(at, folder.files), at, ""))
            _refuse_folders((*(move.place for move in moves), *gone))
            at = head
            with _uninterrupted():
                move_all(head, moves, gone)
    except OSError as error:
        raise _refusal(at, head, error) from error


def _refusal(at: Path, head: Path, error: OSError) -> WriteError:
    """Say why files were not written; where the machine failed between two moves, that the rest is still to come."""
    if is_left(head):
        rest = "the other files follow with the next command that writes there"
        return WriteError(f"{error.filename or at} cannot be put in its place: {error.strerror}; {rest}")
    place = error.filename if error.errno in (errno.EBUSY, errno.EEXIST) else at
    return WriteError(f"{place} cannot be written: {error.strerror}")


@contextmanager
def _unfinished_in(folder: Path, head: Path) -> Iterator[None]:
    """Make room for unfinished files in a folder, alone: they are cleared before, and after unless a journal has them.

    ``head`` is the folder whose lock is held, where a journal would be.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with nullcontext() if folder == head else alone_in(folder):
        _clear_unfinished(folder)
        try:
            yield
        finally:
            if not is_left(head):
                _clear_unfinished(folder)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off interruptions for as long as files are moved."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTIONS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _finished_file(place: Path, body: bytes) -> Path:
    """Write a file beside its place, under a name of its own, and return where; it is on the disk by then."""
    descriptor, temporary = tempfile.mkstemp(prefix=f"{UNFINISHED}{place.name}-", dir=place.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    path = Path(temporary)
    path.chmod(0o644)
    return path


def _finished_folder(place: Path, files: Mapping[str, bytes]) -> Path:
    """Write a folder with its files beside its place, under a name of its own, and return where."""
    folder = Path(tempfile.mkdtemp(prefix=f"{UNFINISHED}{place.name}-", dir=place.parent))
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
    folder.chmod(0o755)
    return folder


def _refuse_links(head: Path, folders: Iterable[Path]) -> None:
    """Write nothing where a link leads out of the folder that everything belongs to: that is somebody else's place."""
    for folder in folders:
        if leads_out(folder, head):
            raise WriteError(f"{folder} leads out of {head} through a link; put the folder itself in its place")


def _refuse_folders(paths: Iterable[Path]) -> None:
    """Notice before anything is moved what would stop the last of the moves."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, f"a folder is called {path.name}")


def _clear_unfinished(folder: Path) -> None:
    for path in folder.glob(f"{UNFINISHED}*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
