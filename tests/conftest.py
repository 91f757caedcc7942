"""Options of the whole suite."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.cases import settle_hypothesis

settle_hypothesis()

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--accept``: write golden files anew instead of comparing with them."""
    parser.addoption("--accept", action="store_true", help="write the golden files of the named tests anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file; with ``--accept`` write the file."""
    is_accepted = bool(request.config.getoption("--accept"))

    def compare(path: Path, text: str) -> None:
        if is_accepted:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"if this is right: pytest --accept {path.parent.name}"

    return compare
