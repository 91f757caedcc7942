"""What is installed, what is missing and how to get it; and whether the engine is the one we correct."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from report.setup.libraries import library_needs
from report.setup.machine import install_command, this_machine, unmet
from report.setup.profiles import profile_needs
from report.typeset.corrections import CORRECTIONS, installed_engine
from report.typeset.fonts import installed_families
from report.versions import native_versions

PACKAGES = ("weasyprint", "pydyf", "jinja2", "pyyaml", "markdown-it-py", "pybtex", "pypdfium2")


@dataclass(frozen=True, slots=True)
class Examination:
    """What the doctor found: the lines to print, and whether a brief can be built here."""

    lines: tuple[str, ...]
    is_healthy: bool


@dataclass(frozen=True, slots=True)
class _Sign:
    """One line of the examination."""

    name: str
    says: str
    is_good: bool = True

    def __str__(self) -> str:
        return f"{'ok ' if self.is_good else 'BAD'}  {self.name:<18} {self.says}"


def examine() -> Examination:
    """Examine Python, packages, native libraries, the free profile, faces and engine."""
    signs = (*_packages(), *_from_the_machine(), *_faces(), *_corrections())
    return Examination(tuple(str(sign) for sign in signs), all(sign.is_good for sign in signs))


def _packages() -> Iterator[_Sign]:
    yield _Sign("Python", platform.python_version())
    for name in PACKAGES:
        try:
            yield _Sign(name, version(name))
        except PackageNotFoundError:
            yield _Sign(name, "not installed; run “python3 build.py”, which installs it", is_good=False)


def _from_the_machine() -> Iterator[_Sign]:
    """Say what is found of libraries and profile; what installs all that is missing stands beside each that is."""
    needs = (*library_needs(), *profile_needs())
    missing = unmet(needs)
    lacking = {need.name for need in missing}
    versions = native_versions()
    for need in needs:
        if need.name in lacking:
            yield _Sign(need.name, f"missing; run: {install_command(missing, this_machine())}", is_good=False)
        else:
            yield _Sign(need.name, versions.get(need.name, "found"))


def _faces() -> Iterator[_Sign]:
    for family, count in installed_families().items():
        yield _Sign(family, f"{count} faces")


def _corrections() -> Iterator[_Sign]:
    engine = installed_engine()
    for correction in CORRECTIONS:
        fits = correction.engine == engine
        says = (
            f"answers this fault: {correction.fault}"
            if fits
            else (
                f"made for WeasyPrint {correction.engine}, and {engine} is installed: "
                f"docs/engine.md tells how to find out whether {correction.test} is still needed"
            )
        )
        yield _Sign(correction.name, says, is_good=fits)
