"""The shipped briefs, set once for all questions about their pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from report.cli import main


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], pypdfium2.PdfDocument]:
    """Return the PDF of a shipped brief by its slug."""
    folder: Path = tmp_path_factory.mktemp("printed")

    @cache
    def pages(slug: str) -> pypdfium2.PdfDocument:
        assert main(["build", slug, "--medium", "paged", "--out", str(folder)]) == 0
        return pypdfium2.PdfDocument(folder / slug / "en-GB" / f"{slug}.en-GB.pdf")

    return pages
