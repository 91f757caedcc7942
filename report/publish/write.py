"""Whole files: written beside their place under a name of their own, then moved into it."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from report.errors import WriteError

_TEMPORARY = ".unfinished-"
_INTERRUPTIONS = frozenset((signal.SIGINT, signal.SIGTERM, signal.SIGHUP))


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files of one folder by their names, and the names of those that go when they come."""

    folder: Path
    files: Mapping[str, bytes]
    outdated: Collection[str] = ()

    @property
    def removed(self) -> tuple[Path, ...]:
        """The places of the files that go."""
        return tuple(self.folder / name for name in self.outdated if name not in self.files)


def write_whole(path: Path, body: bytes) -> None:
    """Write a file so that at every moment its old or its new body stands there, and nothing between.

    Raises:
        WriteError: as for ``write_together``.
    """
    write_together(path.parent, {path.name: body})


def write_together(folder: Path, files: Mapping[str, bytes], outdated: Collection[str] = ()) -> None:
    """Write files of one folder so that all are new or all are as they were; with the old go those that are outdated.

    Raises:
        WriteError: as for ``write_all``.
    """
    write_all((Bundle(folder, files, outdated),))


def write_all(bundles: Iterable[Bundle]) -> None:
    """Write files of several folders, each named once, so that all are new or all are as they were.

    All are written under other names first, and moved when that has worked; no interruption comes between the moves.
    Builds that write to the same folder wait for each other, and what a killed one left there is cleared.

    Raises:
        WriteError: a folder cannot be made or written, or the disk is full; the old files are untouched.
    """
    at = Bundle(Path(), {})
    # Whoever takes locks in the same order waits for nobody who waits for him.
    in_order = sorted(bundles, key=lambda one: one.folder)
    try:
        with ExitStack() as folders:
            temporaries: list[dict[Path, Path]] = []
            for at in in_order:
                at.folder.mkdir(parents=True, exist_ok=True)
                folders.enter_context(alone_in(at.folder))
                _clear_unfinished(at.folder)
                folders.callback(_clear_unfinished, at.folder)
                temporaries.append(
                    {_written(at.folder, name, body): at.folder / name for name, body in at.files.items()}
                )
                _refuse_folders((*temporaries[-1].values(), *at.removed))
            with _uninterrupted():
                for at, written in zip(in_order, temporaries, strict=True):
                    for temporary, path in written.items():
                        temporary.replace(path)
                    for path in at.removed:
                        path.unlink(missing_ok=True)
    except OSError as error:
        names = ", ".join(at.files)
        raise WriteError(f"{names} cannot be written to {at.folder}: {error.strerror}") from error


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the system gives it back even when the process is killed."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off interruptions for as long as files are moved."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTIONS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _written(folder: Path, name: str, body: bytes) -> Path:
    descriptor, temporary = tempfile.mkstemp(prefix=f"{_TEMPORARY}{name}-", dir=folder)
    with os.fdopen(descriptor, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    path = Path(temporary)
    path.chmod(0o644)
    return path


def _refuse_folders(paths: Iterable[Path]) -> None:
    """Notice before anything is moved what would stop the last of the moves."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, f"a folder is called {path.name}")


def _clear_unfinished(folder: Path) -> None:
    for path in folder.glob(f"{_TEMPORARY}*"):
        path.unlink(missing_ok=True)
