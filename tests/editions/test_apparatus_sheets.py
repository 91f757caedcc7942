"""Notes and bibliography in every citation style and locale: whole, linked, and in the order of the reader's script."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from report.cite import cite
from report.compose import compose
from report.preflight import preflight
from report.typeset.fonts import choose_faces
from report.typeset.paged import set_pages
from report.typeset.screen import set_screen
from tests.support.apparatus_sheet import PROJECT, SHELF, Sheet, read_brief, sheets

SHEETS = {f"{sheet.style.name}.{sheet.edition.locale}": sheet for sheet in sheets()}


def test_the_brief_of_works_of_every_kind_is_sound() -> None:
    assert read_brief()[2] == ()


def test_there_is_a_sheet_for_every_locale() -> None:
    assert {sheet.edition.locale for sheet in SHEETS.values()} == set(SHELF.known())


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_word_and_every_way_is_on_the_web_page(sheet: Sheet) -> None:
    galley = compose(sheet.edition, sheet.apparatus, "screen", (), PROJECT)
    assert preflight(set_screen(galley).value).findings == ()


@pytest.mark.parametrize("name", ["house-short-title.de", "chicago-notes.en-GB"])
def test_every_word_and_every_way_is_in_the_pdf_with_the_groups_in_its_outline(name: str) -> None:
    style, edition = SHEETS[name].style, SHEETS[name].edition
    # The last section cites works in Arabic script, for which this house has no typeface.
    latin = replace(edition, brief=replace(edition.brief, sections=edition.brief.sections[:-1]))
    apparatus = cite(latin, read_brief()[1], style, SHELF).value
    faces = choose_faces(latin.brief.house.design, latin.pack).value
    galley = compose(latin, apparatus, "paged", faces, PROJECT)
    proof = set_pages(galley, latin, PROJECT)
    assert [group.id for group in apparatus.bibliography] == ["sources", "press", "books-and-articles"]
    assert [entry.level for entry in galley.copy.outline if entry.anchor.startswith("bibliography")] == [1, 2, 2, 2]
    assert (*proof.findings, *preflight(proof.value).findings) == ()


@pytest.mark.parametrize(
    ("locale", "entry", "parts"),
    [
        ("fa", "ferrier2007", ("Ferrier", "Tides", "Exampleton")),
        ("fa", "bandari1385", ("بندری", "دفتر", "خیالی")),
        ("en-GB", "ferrier2007", ("Ferrier", "Tides", "Exampleton")),
        ("en-GB", "bandari1385", ("بندری", "دفتر", "خیالی")),
    ],
)
def test_the_parts_of_an_entry_follow_each_other_as_the_reader_reads(
    browser: Browser, tmp_path: Path, locale: str, entry: str, parts: tuple[str, ...]
) -> None:
    page = _opened(browser, tmp_path, f"house-short-title.{locale}")
    places = [_left(page, entry, part) for part in parts]
    # A Persian edition sets the works of other scripts as these run; an English one sets all from the left.
    assert places == sorted(places, reverse=(locale, entry) == ("fa", "bandari1385"))


def test_a_persian_page_is_as_wide_as_a_small_window(browser: Browser, tmp_path: Path) -> None:
    page = _opened(browser, tmp_path, "chicago-notes.fa", width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def _opened(browser: Browser, folder: Path, name: str, width: int = 1280) -> Page:
    sheet = SHEETS[name]
    path = folder / f"{name}.html"
    path.write_text(compose(sheet.edition, sheet.apparatus, "screen", (), PROJECT).html, encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(path.as_uri())
    return page


def _left(page: Page, entry: str, words: str) -> float:
    """Return where on the line the first words like these stand in an entry of the bibliography."""
    found: float = page.evaluate(
        """([entry, words]) => {
            const walker = document.createTreeWalker(document.getElementById("ref-" + entry), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.trim().length);
                return range.getBoundingClientRect().left;
            }
        }""",
        [entry, words],
    )
    return found
