"""A project as it was at a commit: its files taken from git, and nothing run that a project could bring with it.

Files are asked for one by one from git's store: nothing is checked out, so no hook and no filter has a say, links are
left out, and what git has not got is not fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from report.errors import ReportError, UsageError

_PARTS = ("content", "templates", "styles", "LICENSE")
_SIZE_LIMIT = 256 << 20  # bytes of all files together
_SECONDS = 120
_ABBREVIATED = 10
_GIT = (
    "git",
    "--no-replace-objects",
    "-c",
    "protocol.allow=never",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit by the first ten figures of its name, and the files of the project in it by their paths."""

    name: str
    files: dict[str, bytes]


def read_commit(project: Path, reference: str) -> Commit:
    """Return the project as it was at a commit, named as git names commits.

    Raises:
        UsageError: the project has no such commit, or is in none at all.
        ReportError: git is not installed, or cannot give out what it has.
    """
    if not _is_in_repository(project):
        raise UsageError(f"no version is called “{reference}”, and no commit: {project} is not in a git repository")
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    found = _ask(project, asked, may_fail=True).decode("ascii", "replace").strip()
    if not found:
        raise UsageError(f"no version is called “{reference}”, and no commit; “git log --oneline” lists them")
    return Commit(found[:_ABBREVIATED], dict(_files(project, found)))


def write_project(commit: Commit, folder: Path) -> None:
    """Write the files of a commit to an empty folder."""
    for name, body in commit.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


def _is_in_repository(project: Path) -> bool:
    return _ask(project, ("rev-parse", "--is-inside-work-tree"), may_fail=True).strip() == b"true"


def _files(project: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the project at a commit: plain ones, with paths from the project folder."""
    listed = _ask(project, ("ls-tree", "-r", "-z", commit, "--", *_PARTS))
    entries: list[tuple[str, str]] = []
    for line in listed.split(b"\0"):
        about, _, path = line.partition(b"\t")
        mode, _, rest = about.decode("ascii", "replace").partition(" ")
        if mode in ("100644", "100755"):
            entries.append((rest.split(" ")[1], path.decode("utf-8", "surrogateescape")))
    bodies = _bodies(project, [name for name, _ in entries])
    for (_, name), body in zip(entries, bodies, strict=True):
        if not name.startswith("/") and ".." not in PurePosixPath(name).parts:
            yield name, body


def _bodies(project: Path, names: Sequence[str]) -> list[bytes]:
    """Return what git keeps under some names."""
    given = "".join(f"{name}\n" for name in names).encode("ascii")
    sizes = _ask(project, ("cat-file", "--batch-check=%(objectsize)"), given).split()
    if sum(int(size) for size in sizes if size.isdigit()) > _SIZE_LIMIT:
        raise ReportError(f"the files of that commit are larger than {_SIZE_LIMIT >> 20} MiB together")
    answer = _ask(project, ("cat-file", "--batch"), given)
    bodies: list[bytes] = []
    at = 0
    for name in names:
        line, _, _ = answer[at : at + 200].partition(b"\n")
        about = line.split(b" ")
        if len(about) != 3:
            raise ReportError(f"git does not have the file {name} of that commit; “git fetch” may bring it")
        start, size = at + len(line) + 1, int(about[2])
        bodies.append(answer[start : start + size])
        at = start + size + 1
    return bodies


def _ask(project: Path, words: Sequence[str], given: bytes = b"", *, may_fail: bool = False) -> bytes:
    """Return what git answers; nothing if it fails and may.

    Raises:
        ReportError: git is not installed, or fails.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            (*_GIT, *words),
            cwd=project,
            input=given,
            capture_output=True,
            env=environment,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise ReportError("git is not installed; a redline since a frozen version does not need it") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ReportError(f"git does not answer: {error}") from error
    if done.returncode and not may_fail:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ReportError(f"git fails: {said[-1] if said else f'status {done.returncode}'}")
    return b"" if done.returncode else done.stdout
