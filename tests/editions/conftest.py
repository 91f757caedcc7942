"""A reader's browser, started once for all questions about web pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from report.setup.programs import find_browser

_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = find_browser()
    assert program is not None, "the command “test” installs a browser"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(program), args=list(_QUIET))
        yield opened
        opened.close()
