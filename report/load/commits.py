"""A project as it was at a commit: its files taken from git, and nothing run that a project could bring with it.

Files are asked for one by one from git's store: nothing is checked out, so no hook and no filter has a say, links are
left out, and what git has not got is not fetched.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from report.errors import ReportError, UsageError

PARTS = ("content", "templates", "styles", "LICENSE")
_SIZE_LIMIT = 256 << 20  # bytes of all files together
_ANSWER_LIMIT = _SIZE_LIMIT + (32 << 20)  # bytes, with what git says of each file
_MOST_FILES = 50_000  # folders of git that hold one folder many times, which does the same, list files without end
_SECONDS = 120
_LONGEST_COMPLAINT = 1 << 16
_ABBREVIATED = 10
_NAME = re.compile(r"[0-9a-f]{40,64}")
_OF_OTHERS = re.compile(r"dubious ownership in repository at '(.+)'")
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
    if not is_in_repository(project):
        raise UsageError(f"no version is called “{reference}”, and no commit: {_why_not(project)}")
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    found = ask_git(project, asked, may_fail=True).decode("ascii", "replace").strip()
    if not _NAME.fullmatch(found):
        is_shallow = ask_git(project, ("rev-parse", "--is-shallow-repository"), may_fail=True).strip() == b"true"
        shallow = "; this is a shallow clone, and “git fetch --unshallow” brings the earlier ones"
        hint = shallow if is_shallow else "; “git log --oneline” lists them"
        raise UsageError(f"no version is called “{reference}”, and no commit{hint}")
    files = plain_files(project, found)
    bodies = bodies_of(project, list(files.values()))
    return Commit(found[:_ABBREVIATED], dict(zip(files, bodies, strict=True)))


def write_project(commit: Commit, folder: Path) -> None:
    """Write the files of a commit to an empty folder.

    Raises:
        ReportError: they cannot be written there.
    """
    try:
        for name, body in commit.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
    except OSError as error:
        raise ReportError(f"the files of that commit cannot be put down for a moment: {error.strerror}") from error


def is_in_repository(project: Path) -> bool:
    """Whether git keeps the project, or a folder around it."""
    return ask_git(project, ("rev-parse", "--is-inside-work-tree"), may_fail=True).strip() == b"true"


def _why_not(project: Path) -> str:
    """Say why git does not look at a project."""
    try:
        ask_git(project, ("rev-parse", "--is-inside-work-tree"))
    except ReportError as error:
        owned = _OF_OTHERS.search(str(error))
        if owned:
            # The repository may begin above the project, and is trusted by its own folder alone.
            trust = f"“git config --global --add safe.directory {owned[1]}” says that you do"
            return f"the repository belongs to another user, whom git does not trust; {trust}"
    return f"{project} is not in a git repository"


def plain_files(project: Path, commit: str) -> dict[str, str]:
    """Return the files of the project at a commit by their paths from its folder, each as git's store names its body.

    Links and what is not the project's are left out.

    Raises:
        ReportError: git cannot give them out, or they are more than a project can have.
    """
    listed = ask_git(project, ("ls-tree", "-r", "-z", commit, "--", *PARTS))
    if listed.count(b"\0") > _MOST_FILES:
        raise ReportError(f"that commit has more than {_MOST_FILES} files")
    found: dict[str, str] = {}
    for line in listed.split(b"\0"):
        about, _, path = line.partition(b"\t")
        mode, _, rest = about.decode("ascii", "replace").partition(" ")
        name = path.decode("utf-8", "surrogateescape")
        if mode in ("100644", "100755") and not name.startswith("/") and ".." not in PurePosixPath(name).parts:
            found[name] = rest.split(" ")[1]
    return found


def bodies_of(project: Path, names: Sequence[str]) -> list[bytes]:
    """Return what git keeps under some names in its store.

    Raises:
        ReportError: git has not got all of it, or it is more than a project can be.
    """
    given = "".join(f"{name}\n" for name in names).encode("ascii")
    sizes = ask_git(project, ("cat-file", "--batch-check=%(objectsize)"), given).split()
    if sum(int(size) for size in sizes if size.isdigit()) > _SIZE_LIMIT:
        raise ReportError(f"the files of that commit are larger than {_SIZE_LIMIT >> 20} MiB together")
    answer = ask_git(project, ("cat-file", "--batch"), given)
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


def ask_git(project: Path, words: Sequence[str], given: bytes = b"", *, may_fail: bool = False) -> bytes:
    """Return what git answers; nothing if it fails and may.

    Raises:
        ReportError: git is not installed, fails, or answers without end.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = _done((*_GIT, *words), project, given, environment)
    except FileNotFoundError:
        raise ReportError("git is not installed; what is frozen can be had without it") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ReportError(f"git does not answer: {error}") from error
    if done.returncode and not may_fail:
        said = done.stderr.decode("utf-8", "replace").strip()
        if "promisor" in said:
            hint = "“git fetch --refetch --no-filter” brings them"
            raise ReportError(f"this is a partial clone, without all files of that commit; {hint}")
        fatal = next((line for line in said.splitlines() if line.startswith("fatal:")), said.rpartition("\n")[2])
        raise ReportError(f"git fails: {fatal or f'status {done.returncode}'}")
    return b"" if done.returncode else done.stdout


def _done(
    command: Sequence[str], project: Path, given: bytes, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run git, and take in no more of its answer than may be."""
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as told:
        asked.write(given)
        asked.seek(0)
        with subprocess.Popen(
            command, cwd=project, stdin=asked, stdout=subprocess.PIPE, stderr=told, env=environment
        ) as git:
            assert git.stdout is not None
            late = threading.Timer(_SECONDS, git.kill)
            late.start()
            try:
                answer = git.stdout.read(_ANSWER_LIMIT + 1)
                if len(answer) > _ANSWER_LIMIT:
                    git.kill()
                    raise ReportError("git says more of that commit than a project can have")
                status = git.wait()
            finally:
                late.cancel()
        if status == -signal.SIGKILL:
            raise subprocess.TimeoutExpired(command, _SECONDS)
        told.seek(0)
        return subprocess.CompletedProcess(command, status, answer, told.read(_LONGEST_COMPLAINT))
