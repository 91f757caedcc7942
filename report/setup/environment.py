"""Make `.venv`: take stock of the machine, install the locked packages, install ourselves, and stamp it.

The stamp is taken away before `.venv` is touched and written when all is done, so an environment whose
making was interrupted has none and is made anew. Set-ups of one checkout wait for each other by a lock
on `.venv.lock`. The programs we start hold that lock too, so one that outlives us is waited for as well.
"""

import fcntl
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from report.setup import Purpose, SetupError, stamp
from report.setup.libraries import library_needs
from report.setup.machine import Need, meet, this_machine
from report.setup.profiles import profile_needs
from report.setup.programs import program_needs
from report.setup.steps import Hear, carry_out, say

_PIP_VARIABLES = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
_PIN = re.compile(r"^[\w.-]+==", re.MULTILINE)
# What pip says of a package: it fetches it, has its file at hand, or has it already.
_PIP_ON_A_PACKAGE = (
    re.compile(r"^Collecting (?P<name>[\w.-]+)==(?P<release>\S+)"),
    re.compile(r"^Processing (?:.*/)?(?P<name>[\w.]+)-(?P<release>[^-/]+)-\S+\.whl"),
    re.compile(r"^Requirement already satisfied: (?P<name>[\w.-]+)==(?P<release>\S+)"),
)
_NOT_FOR_HERE = re.compile(r"^Ignoring \S+: markers")


def prepare(root: Path, purpose: Purpose) -> None:
    """Ready the checkout for a purpose, saying line by line what is done."""
    development = purpose.wants_development_packages
    is_current = stamp.is_current(root, development=development)
    needs = () if is_current else (_venv_need(), *library_needs(), *profile_needs())
    if purpose is Purpose.TEST:
        needs += program_needs()
    meet(needs, this_machine())
    if is_current:
        return
    with only_one_at_a_time(root) as lock:
        if not stamp.is_current(root, development=development):
            _Making(root, lock).run(development=development)


@contextmanager
def only_one_at_a_time(root: Path) -> Iterator[int]:
    """Hold the set-up lock of a checkout, after waiting for whoever holds it; give its descriptor."""
    with (root / ".venv.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another set-up is at work here; waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


class _Making:
    """The making of one environment; every step holds the lock."""

    def __init__(self, root: Path, lock: int) -> None:
        self.root = root
        self.lock = lock

    def run(self, *, development: bool) -> None:
        """Do what the stamp does not vouch for, and stamp it."""
        begun = time.monotonic()
        done = _still_good(self.root, development=development)
        stamp.take_away(self.root)
        if "environment" not in done:
            self._make_venv()
        if development and "development" not in done:
            # It holds all of the other lock too, at the same releases.
            self._install_lock(stamp.DEVELOPMENT_LOCK)
        elif "environment" not in done:
            self._install_lock(stamp.LOCK)
        if "project" not in done:
            self._install_project()
        # Marked only now, since the Python that .venv links to is part of the mark.
        stamp.write(self.root, done | stamp.wanted(self.root, development=development))
        say(f"ready after {time.monotonic() - begun:.0f} s")

    def _make_venv(self) -> None:
        """Make the environment from nothing; where Python comes without pip's installer, do without it."""
        say(f"making .venv with Python {sys.version.split()[0]}")
        venv = stamp.venv_of(self.root)
        python = _base_python()
        if venv.is_symlink() or venv.is_file():
            venv.unlink()
        elif venv.exists():
            shutil.rmtree(venv)
        without_pip = () if _can(python, "import ensurepip") else ("--without-pip",)
        self._step([python, "-m", "venv", *without_pip, str(venv)], "no environment could be made")

    def _install_lock(self, name: str) -> None:
        """Install the packages of a lock, each only if its hash is a locked one, and none built here."""
        say(f"installing the packages of {name}")
        path = self.root / name
        arguments = ["install", "--require-hashes", "--only-binary", ":all:", "--requirement", str(path)]
        self._step(self._pip(arguments), f"{name} could not be installed", _Counter(path).hear)

    def _install_project(self) -> None:
        """Install ourselves as we stand in the checkout, with the build tool that the lock has brought."""
        say("installing report itself")
        arguments = ["install", "--no-deps", "--no-build-isolation", "--editable", str(self.root)]
        self._step(self._pip(arguments), "the project itself could not be installed")

    def _pip(self, arguments: Sequence[str]) -> list[str]:
        """Return a call of pip: the environment's own, or the system's turned on the environment."""
        python = str(stamp.python_of(self.root))
        if any(stamp.venv_of(self.root).glob("lib/python*/site-packages/pip")):
            return [python, "-m", "pip", *arguments]
        return [_base_python(), "-m", "pip", "--python", python, *arguments]

    def _step(self, command: Sequence[str], complaint: str, hear: Hear | None = None) -> None:
        outcome = carry_out(command, _PIP_VARIABLES, hear, keep_open=(self.lock,))
        if not outcome.succeeded:
            raise SetupError(f"{complaint}; {outcome.last_words}")


class _Counter:
    """Counts the packages of a lock as pip takes them up, and says so."""

    def __init__(self, lock: Path) -> None:
        self.expected = len(_PIN.findall(lock.read_text(encoding="utf-8")))
        self.counted: set[str] = set()

    def hear(self, line: str) -> None:
        """Hear a line of pip's."""
        if _NOT_FOR_HERE.match(line):
            self.expected -= 1
        for pattern in _PIP_ON_A_PACKAGE:
            if (found := pattern.match(line)) and found["name"] not in self.counted:
                self.counted.add(found["name"])
                say(f"  {len(self.counted):>2}/{self.expected} {found['name']} {found['release']}")


def _still_good(root: Path, *, development: bool) -> stamp.Marks:
    """Return the marks of the steps that need not be done again.

    A lock that changed may have dropped packages, which only a new environment is sure to be without:
    then nothing is good any more. The project itself is installed over and over without harm.
    """
    written, wanted = stamp.read(root), stamp.wanted(root, development=development)
    changed = {name for name, mark in wanted.items() if name in written and written[name] != mark}
    if "environment" not in written or changed - {"project"}:
        return {}
    return {name: mark for name, mark in written.items() if name not in changed}


def _venv_need() -> Need:
    """Return what it takes to make an environment, which Debian splits off from Python."""
    python = _base_python()
    series = f"{sys.version_info.major}.{sys.version_info.minor}"
    return Need(
        "Python's venv and pip",
        f"python{series}-venv",
        lambda: _can(python, "import venv, ensurepip") or _can(python, "import venv, pip"),
    )


def _can(python: str, statement: str) -> bool:
    """Tell whether a Python can do this."""
    return subprocess.run([python, "-c", statement], capture_output=True, check=False).returncode == 0


def _base_python() -> str:
    """Return the Python to make an environment with, which is never that of an environment."""
    in_environment = sys.prefix != sys.base_prefix
    return os.path.realpath(sys.executable) if in_environment else sys.executable
