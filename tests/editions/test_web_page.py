"""The web page as a reader's browser shows it: without the network, on a phone and on a desk."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from report.cli import main

PROJECT = Path(__file__).resolve().parents[2]
BRIEFS = ("iran-russia-nexus", "specimen")
WIDTHS = (390, 1280)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    assert main(["build", "--medium", "screen", "--out", str(folder)]) == 0
    return folder


@pytest.fixture(params=BRIEFS)
def address(request: pytest.FixtureRequest, output: Path) -> str:
    return (output / request.param / "en-GB" / f"{request.param}.en-GB.html").as_uri()


def opened(browser: Browser, address: str, width: int = 1280) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    return page


def test_nothing_is_fetched_and_nothing_goes_wrong(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    trouble: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(address)
    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert trouble == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_as_wide_as_the_window(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_are_of_a_readable_length(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width)
    measure, size = page.evaluate(
        "(() => { const p = document.querySelector('.section p');"
        " return [p.getBoundingClientRect().width, parseFloat(getComputedStyle(p).fontSize)]; })()"
    )
    assert size >= 16
    assert measure / size < 40


def test_a_call_leads_to_its_note_and_the_note_back(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    call = page.locator(".note-call a").first
    target = call.get_attribute("href")
    call.click()
    assert page.evaluate("location.hash") == target
    back = page.locator(f"{target} .endnote-back")
    back.click()
    assert page.evaluate("document.querySelector(':target').textContent") == "1"


def test_every_picture_is_shown_and_described(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    pictures = page.evaluate("[...document.images].map(picture => [picture.naturalWidth > 0, picture.alt.length > 0])")
    assert all(shown and described for shown, described in pictures)


def test_the_page_is_read_without_styles_in_order(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map(heading => +heading.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
