"""A stock and a corrected engine side by side."""

from __future__ import annotations

import pytest

from tests.support.engine import Engine


@pytest.fixture
def stock() -> Engine:
    """The engine as it comes."""
    return Engine(is_corrected=False)


@pytest.fixture
def corrected() -> Engine:
    """The engine with all corrections."""
    return Engine(is_corrected=True)
