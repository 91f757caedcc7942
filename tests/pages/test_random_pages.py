"""Random two-column pages: no word lost, doubled or moved, every note below the text of its call's page.

Twelve documents are enough to notice a fault of the engine's kind (the stock engine spoils three in ten);
``REPORT_RANDOM_PAGES=200`` makes as many as one likes.
"""

from __future__ import annotations

import os

import pytest

from tests.support.engine import Engine
from tests.support.page_reader import judge, read_pages
from tests.support.random_pages import random_document

COUNT = int(os.environ.get("REPORT_RANDOM_PAGES", "12"))


@pytest.mark.parametrize("seed", range(COUNT))
def test_random_pages_are_sound(seed: int) -> None:
    document = random_document(seed)
    pages = read_pages(Engine(is_corrected=True).set_html(document.html))
    verdict = judge(document, pages)
    assert verdict.is_sound, verdict


def test_the_stock_engine_spoils_one_of_them() -> None:
    document = random_document(0)
    pages = read_pages(Engine(is_corrected=False).set_html(document.html))
    assert judge(document, pages).off_page
