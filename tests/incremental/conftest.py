"""A built project of two briefs in two locales, once for all tests that ask what would be made again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.cli import main
from tests.support.rebuilds import two_briefs


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it was built; to be looked at alone."""
    project = two_briefs(tmp_path_factory.mktemp("built"))
    assert main(["build", "--jobs", "1", "--project", str(project)]) == 0
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """The built project in a folder of the test's own."""
    shutil.copytree(built.parent, tmp_path / "copy")
    house = tmp_path / "copy/project/content/house.yaml"
    # The profile stays where the ledger knows it; that it is the same file is what a test may change.
    assert str(built.parent / "printer.icc") in house.read_text(encoding="utf-8")
    return tmp_path / "copy" / "project"
