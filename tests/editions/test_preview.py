"""The preview in a real browser: what is saved is seen, with its mistakes, and the last good page stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.support.previews import Preview, preview_of, project_of_specimen

INTRODUCTION = "content/specimen/sections/introduction.yaml"
TOWN = "Harrowmouth is an invented town"
HARBOUR = "Harrowmouth is an imagined harbour"
SOON = 30_000  # milliseconds; a machine may be busy


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with preview_of(project_of_specimen(tmp_path_factory.mktemp("project"))) as running:
        yield running


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(SOON)
    expect.set_options(timeout=SOON)
    page.goto(preview.address)
    yield page
    context.close()


@pytest.fixture
def introduction(preview: Preview) -> Iterator[Path]:
    """A file to write into, which is put back as it was."""
    file = preview.project / INTRODUCTION
    text = file.read_text(encoding="utf-8")
    yield file
    file.write_text(text, encoding="utf-8")


def web(page: Page) -> FrameLocator:
    return page.frame_locator("#web")


def replace(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def at_rest(page: Page) -> Locator:
    """Wait until the pages of the last save are shown, and it is known where the blocks are written."""
    expect(page.locator("#step-on")).to_be_enabled()
    expect(page.locator("#pages-mark")).to_have_text("")
    picture = page.locator(".sheet img").first
    picture.wait_for()
    return picture


def test_a_saved_word_is_seen_without_a_reload(page: Page, introduction: Path) -> None:
    expect(web(page).locator("#b-introduction-town")).to_contain_text(TOWN)
    replace(introduction, TOWN, HARBOUR)
    expect(web(page).locator("#b-introduction-town")).to_contain_text(HARBOUR)


def test_the_pages_follow_and_the_old_ones_stay_until_then(page: Page, introduction: Path) -> None:
    old = at_rest(page).get_attribute("src")
    replace(introduction, TOWN, HARBOUR)
    expect(page.locator("#pages-mark")).to_have_text("being set")
    assert page.locator(".sheet img").first.get_attribute("src") == old
    expect(page.locator(".sheet img").first).not_to_have_attribute("src", old or "")
    assert at_rest(page).evaluate("picture => picture.naturalWidth") > 300


def test_an_error_is_shown_with_its_place_while_the_last_good_page_stays(page: Page, introduction: Path) -> None:
    at_rest(page)
    replace(introduction, "[#readings]", "[#reedings]")
    finding = page.locator(".finding")
    expect(finding.locator(".finding-place")).to_have_text(re.compile(rf"^{INTRODUCTION}:\d+:\d+$"))
    expect(finding).to_contain_text("LNK-002")
    expect(finding).to_contain_text("did you mean “readings”?")
    expect(page.locator("#web-mark")).to_have_text("the last good page")
    expect(web(page).locator("#b-introduction-plan")).to_contain_text("explains part")
    replace(introduction, "[#reedings]", "[#readings]")
    expect(page.locator("#findings")).to_be_hidden()
    expect(page.locator("#web-mark")).to_have_text("")


def test_what_a_brief_says_is_never_markup_of_the_shell(page: Page, introduction: Path) -> None:
    at_rest(page)
    replace(introduction, "  - id: introduction-plan\n", "  - id: introduction-plan\n    <img src=x id=trapped>: 1\n")
    expect(page.locator(".finding").first).to_contain_text("<img src=x id=trapped>")
    assert page.locator("#trapped").count() == 0


def test_editions_are_switched_and_one_is_right_to_left(page: Page) -> None:
    at_rest(page)
    page.select_option("#edition", "fa")
    expect(web(page).locator("html")).to_have_attribute("dir", "rtl")
    expect(web(page).locator("html")).to_have_attribute("lang", "fa")
    at_rest(page)
    assert page.locator(".sheet img").first.get_attribute("src", timeout=SOON) is not None
    page.reload()
    expect(page.locator("#edition")).to_have_value("fa")
    expect(web(page).locator("html")).to_have_attribute("lang", "fa")


def test_a_link_to_another_edition_switches_to_it(page: Page) -> None:
    at_rest(page)
    web(page).locator('a[href*="specimen.fa.html"]').first.click()
    expect(page.locator("#edition")).to_have_value("fa")
    expect(web(page).locator("html")).to_have_attribute("lang", "fa")


def test_media_are_switched(page: Page) -> None:
    at_rest(page)
    page.get_by_role("radio", name="Web page").check()
    expect(page.locator("#pages-pane")).to_be_hidden()
    page.get_by_role("radio", name="Pages").check()
    expect(page.locator("#web-pane")).to_be_hidden()
    expect(page.locator("#pages-pane")).to_be_visible()
    page.get_by_role("radio", name="Both").check()
    expect(page.locator("#web-pane")).to_be_visible()


def test_both_panes_keep_their_place_when_a_save_comes(page: Page, introduction: Path) -> None:
    at_rest(page)
    block = web(page).locator("#b-readings-witness")
    block.evaluate("block => block.scrollIntoView()")
    page.locator("#sheets").evaluate("sheets => sheets.scrollTop = 500")
    before = block.evaluate("block => block.getBoundingClientRect().top")
    replace(introduction, TOWN, "New words above move all that follows. " * 20)
    expect(web(page).locator("#b-introduction-town")).to_contain_text("New words above")
    after = block.evaluate("block => block.getBoundingClientRect().top")
    assert abs(after - before) < 2
    at_rest(page)
    assert abs(page.locator("#sheets").evaluate("sheets => sheets.scrollTop") - 500) < 2


def test_a_click_on_a_block_shows_where_it_is_written(page: Page, preview: Preview) -> None:
    at_rest(page)
    web(page).locator("#b-introduction-plan").click()
    place = page.locator("#place-lines code").text_content() or ""
    path, line, column = place.rsplit(":", 2)
    source = (preview.project / path).read_text(encoding="utf-8").splitlines()
    assert source[int(line) - 1][int(column) - 1 :].startswith(">-")
    assert "introduction-plan" in source[int(line) - 2]
    page.keyboard.press("Escape")
    expect(page.locator("#place")).to_be_hidden()


def test_a_click_on_a_page_shows_where_it_is_written(page: Page) -> None:
    picture = at_rest(page)
    size = picture.bounding_box()
    assert size
    picture.click(position={"x": size["width"] * 0.3, "y": size["height"] * 0.6})
    expect(page.locator("#place-lines code").first).to_have_text(re.compile(r"^content/specimen/sections/.+:\d+:\d+$"))
    expect(page.locator(".spot")).to_have_count(1)


def test_blocks_are_walked_through_with_the_keyboard(page: Page) -> None:
    at_rest(page)
    button = page.get_by_label("Source of the next block")
    seen = []
    for _ in range(3):
        button.press("Enter")
        seen.append(web(page).locator("[data-preview-mark]").evaluate("block => block.id || block.className"))
        expect(page.locator("#place-lines code").first).to_have_text(re.compile(r":\d+:\d+$"))
    assert len(set(seen)) == 3


def test_nothing_is_fetched_from_elsewhere_and_nothing_goes_wrong(browser: Browser, preview: Preview) -> None:
    page = browser.new_page()
    asked: list[str] = []
    trouble: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(preview.address)
    at_rest(page)
    assert all(url.startswith((f"http://127.0.0.1:{preview.port}/", "data:", "about:")) for url in asked)
    assert trouble == []
    assert "token" not in page.url
    page.close()


def test_panes_stand_side_by_side_on_a_desk_and_one_above_the_other_on_a_phone(page: Page) -> None:
    at_rest(page)
    left, right = (page.locator(name).bounding_box() for name in ("#web-pane", "#pages-pane"))
    assert left
    assert right
    assert left["x"] < right["x"]
    assert left["y"] == right["y"]
    page.set_viewport_size({"width": 390, "height": 800})
    first, second = (page.locator(name).bounding_box() for name in ("#web-pane", "#pages-pane"))
    assert first
    assert second
    assert first["y"] < second["y"]
    assert first["x"] == second["x"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_shell_is_dark_where_the_reader_wants_it(page: Page) -> None:
    def paper() -> str:
        return page.locator(".bar").evaluate("bar => getComputedStyle(bar).backgroundColor")

    page.emulate_media(color_scheme="light")
    by_day = paper()
    page.emulate_media(color_scheme="dark")
    assert paper() != by_day
