"""The web page of a redline, as a browser shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from report.cli import main
from tests.support.projects import ROOT

BRIEF = "iran-russia-nexus"
# The same two words, once without a space between them and once with one, and two names that nobody marked as foreign.
LINES = (
    '<p id="joined">خط <del>سه</del><ins>چهار</ins> متن</p>'
    '<p id="apart">خط <del>سه</del> <ins>چهار</ins> متن</p>'
    '<p id="names">شرکت Seatronics <del>AG</del><ins>GmbH</ins> است</p>'
)


@pytest.fixture(scope="module")
def redline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Persian redline of the shipped brief."""
    out = tmp_path_factory.mktemp("redline")
    order = ["--since", "1.0", "--locale", "fa", "--medium", "screen", "--out", str(out)]
    assert main(["redline", BRIEF, "--project", str(ROOT), *order]) == 0
    return next(out.rglob("*.redline.html"))


@pytest.fixture
def page(browser: Browser, redline: Path) -> Page:
    opened = browser.new_page()
    opened.goto(redline.as_uri())
    opened.evaluate("lines => document.querySelector('main').insertAdjacentHTML('beforeend', lines)", LINES)
    return opened


def test_an_old_word_is_written_as_if_the_new_one_did_not_follow(page: Page) -> None:
    joined, apart = (words_of(page, f"#{id_} del") for id_ in ("joined", "apart"))
    assert joined["width"] == pytest.approx(apart["width"], abs=0.1)


def test_names_among_words_from_the_right_keep_their_order(page: Page) -> None:
    assert words_of(page, "#names del")["right"] <= words_of(page, "#names ins")["left"]


def words_of(page: Page, selector: str) -> dict[str, float]:
    """The place of an element's words in CSS pixels; what a screen reader is told before and after them has none."""
    place: dict[str, float] = page.evaluate(
        """selector => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(selector));
            return range.getBoundingClientRect().toJSON();
        }""",
        selector,
    )
    return place
