"""What the machine must bring, and how it gets there.

Debian and its kin are served by name: as root we install what is missing, otherwise we stop with the
one command that does. On another system we say what is missing and where to read on.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from report.setup import SetupError
from report.setup.steps import Outcome, carry_out, say

_INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
_PATIENTLY = ("-o", "DPkg::Lock::Timeout=300")
_PACKAGE_LISTS = Path("/var/lib/apt/lists")
_SETTING_UP = re.compile(r"^Setting up (\S+)")


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the machine must bring, and the Debian package that brings it."""

    name: str
    package: str
    is_met: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Machine:
    """What may be done on a machine, and how."""

    has_apt: bool
    has_package_lists: bool
    has_sudo: bool
    is_root: bool
    run: Callable[[Sequence[str]], Outcome]


def this_machine() -> Machine:
    """Look at the machine we are on."""
    return Machine(
        has_apt=shutil.which("apt-get") is not None,
        has_package_lists=any(_PACKAGE_LISTS.glob("*_Packages*")),
        has_sudo=shutil.which("sudo") is not None,
        is_root=os.geteuid() == 0,
        run=_run_as_administrator,
    )


def unmet(needs: Iterable[Need]) -> list[Need]:
    """Return the needs that this machine does not meet."""
    return [need for need in needs if not need.is_met()]


def meet(needs: Iterable[Need], machine: Machine) -> None:
    """Install what is missing if we may; otherwise stop and name all of it at once."""
    missing = unmet(needs)
    if not missing:
        return
    names = ", ".join(need.name for need in missing)
    if not machine.has_apt:
        raise SetupError(f"this machine lacks {names}; docs/installing.md tells how to get them.")
    if not machine.is_root:
        who = "Run this" if machine.has_sudo else "Run this as root"
        command = install_command(missing, machine)
        raise SetupError(f"this machine lacks {names}.\n{who}, then try again:\n\n    {command}\n")
    say(f"installing with apt-get: {names}")
    _install(missing, machine)
    if missing := unmet(missing):
        names = ", ".join(f"{need.name} (package {need.package})" for need in missing)
        raise SetupError(f"apt-get reports success, yet this machine still lacks {names}.")


def install_command(missing: Iterable[Need], machine: Machine) -> str:
    """Return the one command that installs everything missing on Debian and its kin."""
    sudo = "sudo " if machine.has_sudo and not machine.is_root else ""
    update = "" if machine.has_package_lists else f"{sudo}apt-get update && "
    return f"{update}{sudo}{' '.join((*_INSTALL, *_packages(missing)))}"


def _install(missing: Iterable[Need], machine: Machine) -> None:
    """Install packages; if that fails, mend what is half done and fetch new lists before a second try."""
    install = (*_INSTALL, *_PATIENTLY, *_packages(missing))
    if machine.has_package_lists and machine.run(install).succeeded:
        return
    machine.run(("dpkg", "--configure", "-a"))
    machine.run(("apt-get", "update", *_PATIENTLY))
    outcome = machine.run(install)
    if not outcome.succeeded:
        raise SetupError(f"the packages could not be installed; {outcome.last_words}")


def _packages(missing: Iterable[Need]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(need.package for need in missing))


def _run_as_administrator(command: Sequence[str]) -> Outcome:
    """Run the package manager so that it asks nothing and finds its own programs."""
    path = os.environ.get("PATH", os.defpath)
    variables = {"DEBIAN_FRONTEND": "noninteractive", "PATH": f"{path}:/usr/local/sbin:/usr/sbin:/sbin"}
    return carry_out(command, variables, _name_the_package)


def _name_the_package(line: str) -> None:
    if found := _SETTING_UP.match(line):
        say(f"  {found[1]}")
