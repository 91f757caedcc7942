"""All that is shipped, made once as anyone makes it, for the programs of others to judge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report.cli import main

Made = Callable[[str, str, str], Path]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return an output by its brief, its locale and the end of its name, such as ``press.pdf``."""
    folder: Path = tmp_path_factory.mktemp("dist")
    assert main(["build", "--out", str(folder)]) == 0
    return lambda slug, locale, ending: folder / slug / locale / f"{slug}.{locale}.{ending}"
