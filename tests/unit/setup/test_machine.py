"""What the machine lacks is installed where we may, and otherwise told with the one command that does."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from report.setup import SetupError
from report.setup.libraries import library_needs
from report.setup.machine import Machine, Need, install_command, meet, unmet
from report.setup.profiles import profile_needs
from report.setup.programs import program_needs
from report.setup.steps import Outcome


class Debian:
    """A Debian machine whose package manager is noted instead of run."""

    def __init__(self, *, fails: int = 0) -> None:
        self.commands: list[tuple[str, ...]] = []
        self.installed: set[str] = set()
        self.fails = fails

    def run(self, command: Sequence[str]) -> Outcome:
        self.commands.append(tuple(command))
        if command[1] != "install":
            return Outcome(succeeded=True, last_words="")
        if self.fails:
            self.fails -= 1
            return Outcome(succeeded=False, last_words="unable to locate package")
        self.installed.update(command)
        return Outcome(succeeded=True, last_words="")

    def machine(self, *, is_root: bool = True, has_package_lists: bool = True, has_sudo: bool = True) -> Machine:
        return Machine(
            has_apt=True,
            has_package_lists=has_package_lists,
            has_sudo=has_sudo,
            is_root=is_root,
            run=self.run,
        )

    def needs(self) -> list[Need]:
        packages = {"Pango": "libpango", "GObject": "libpango", "a browser": "chromium"}
        return [
            Need(name, package, lambda package=package: package in self.installed)  # type: ignore[misc]
            for name, package in packages.items()
        ]


def test_what_is_there_is_left_alone() -> None:
    debian = Debian()
    meet([Need("Pango", "libpango", lambda: True)], debian.machine())
    assert debian.commands == []


def test_root_installs_what_is_missing_and_each_package_once() -> None:
    debian = Debian()
    meet(debian.needs(), debian.machine())
    (command,) = debian.commands
    assert command[:2] == ("apt-get", "install")
    assert command[-2:] == ("libpango", "chromium")


def test_without_package_lists_they_are_fetched_first() -> None:
    debian = Debian()
    meet(debian.needs(), debian.machine(has_package_lists=False))
    assert [command[1] for command in debian.commands] == ["--configure", "update", "install"]


def test_stale_package_lists_are_fetched_again() -> None:
    debian = Debian(fails=1)
    meet(debian.needs(), debian.machine())
    assert [command[1] for command in debian.commands] == ["install", "--configure", "update", "install"]


def test_a_package_manager_that_fails_twice_is_quoted() -> None:
    debian = Debian(fails=2)
    with pytest.raises(SetupError, match="unable to locate package"):
        meet(debian.needs(), debian.machine())


def test_a_package_that_does_not_bring_what_it_should_is_named() -> None:
    debian = Debian()
    with pytest.raises(SetupError, match=r"still lacks Pango \(package libpango\)"):
        meet([Need("Pango", "libpango", lambda: False)], debian.machine())


def test_anyone_else_is_told_the_one_command_for_all_of_it() -> None:
    debian = Debian()
    with pytest.raises(SetupError) as told:
        meet(debian.needs(), debian.machine(is_root=False))
    assert debian.commands == []
    assert str(told.value) == (
        "this machine lacks Pango, GObject, a browser.\nRun this, then try again:\n\n"
        "    sudo apt-get install --yes --no-install-recommends libpango chromium\n"
    )


def test_the_command_fits_the_machine() -> None:
    debian = Debian()
    bare = debian.machine(is_root=False, has_sudo=False, has_package_lists=False)
    expected = "apt-get update && apt-get install --yes --no-install-recommends libpango chromium"
    assert install_command(debian.needs(), bare) == expected


def test_another_system_is_sent_to_the_docs() -> None:
    debian = Debian()
    other = Machine(has_apt=False, has_package_lists=False, has_sudo=True, is_root=True, run=debian.run)
    with pytest.raises(SetupError, match=r"lacks Pango, GObject, a browser; docs/installing.md"):
        meet(debian.needs(), other)


def test_every_library_that_does_not_open_is_missing() -> None:
    assert [need.name for need in unmet(library_needs(opens=lambda _name: False))] == [
        "GObject",
        "Pango",
        "HarfBuzz",
        "HarfBuzz subset",
        "Fontconfig",
        "PangoFT2",
    ]


def test_a_library_may_open_by_any_of_its_names() -> None:
    assert unmet(library_needs(opens=lambda name: name.endswith(".dylib"))) == []


def test_this_machine_meets_the_needs_of_its_tests() -> None:
    assert unmet([*library_needs(), *profile_needs(), *program_needs()]) == []


def test_a_java_that_is_only_a_name_is_no_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'Unable to locate a Java Runtime.' >&2\nexit 1\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "default-jre-headless" in {need.package for need in unmet(program_needs())}
    java.write_text("#!/bin/sh\necho java.base@11\necho jdk.compiler@11\n", encoding="utf-8")
    assert "default-jre-headless" not in {need.package for need in unmet(program_needs())}
