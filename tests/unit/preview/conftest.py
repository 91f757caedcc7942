"""A project with the specimen alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.previews import project_of_specimen


@pytest.fixture(scope="session")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests only read."""
    return project_of_specimen(tmp_path_factory.mktemp("specimen"))
