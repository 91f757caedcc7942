"""The editions of a brief together: each says which it is and what in it is not up to date, and leads to the others."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from report.compose import compose
from report.locales import Shelf
from report.model.blocks import Column, Figure, Heading, Legend, ListBlock, ListItem, Picture, Quotation, Table
from report.model.catalog import Progress
from report.model.edition import Edition, HouseWords, Sibling
from report.model.output import Galley, Setting
from report.model.text import Emphasis, Foreign, NoteCall, Run, Text, Unsettled, Words
from report.preflight import preflight
from report.publish.names import edition_pages
from report.typeset.fonts import choose_faces
from report.typeset.paged import set_pages
from report.typeset.screen import set_screen
from tests.support.apparatus import apparatus_of
from tests.support.editions import MARK, edition, legend, paragraph, section, timeline, words

PROJECT = Path(__file__).resolve().parents[2]
SHELF = Shelf.of(None)
NAMES = {"en-GB": "English", "de": "Deutsch", "fa": "فارسی"}
SIBLINGS = tuple(Sibling(tag, name, SHELF.pack(tag).direction) for tag, name in NAMES.items())
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" font-family="Fira Sans" font-size="9">
<text x="20" y="30">Quay</text></svg>"""
ONE, MANY = (
    "%(count)s passage of this edition is not up to date with the source text; it is marked.",
    "%(count)s passages of this edition are not up to date with the source text; they are marked.",
)
HOUSE = {
    "de": {
        "Summary": ("Zusammenfassung",),
        "Imprint": ("Impressum",),
        "Version %(version)s of %(date)s": ("Am %(date)s kam Version %(version)s",),
        "Source: %(source)s": ("Quelle – %(source)s.",),
        "Set in %(faces)s.": ("Gesetzt in %(faces)s.",),
        "Original edition: %(language)s": ("Original: %(language)s",),
        "[earlier wording]": ("[frühere Fassung]",),
        "[not yet translated]": ("[noch nicht übersetzt]",),
        ONE: ("%(count)s Passage ist älter.", "%(count)s Passagen sind älter."),
    },
    "fa": {
        "[earlier wording]": ("[متن پیشین]",),
        "Imprint": ("شناسنامه",),
        "Source: %(source)s": ("منبع: %(source)s",),
    },
    "en-GB": {},
}
QUAY = {"en-GB": "Quay", "de": "Kai", "fa": "اسکله"}


def stale(*runs: Run) -> Text:
    return (Unsettled(runs, "stale", MARK),)


def missing(text: str) -> Text:
    return (Unsettled((Foreign(words(text), "en-GB", "ltr", MARK),), "missing", MARK),)


def in_locale(tag: str) -> Edition:
    """An edition in which every kind of text has one that does not follow its source."""
    pack = SHELF.pack(tag)
    note = NoteCall("p-1", missing("A note."), MARK)
    picture = Picture("a.svg", "image/svg+xml", 200, 40, "", ("Quay",), (QUAY[tag],), "stale")
    column = Column(stale(Words("Gauge", MARK)), (), numeric=False)
    table = Table("t", (column,), ((missing("Cell"),),), False, (), legend("Rows", spans=False), MARK)
    blocks = (
        paragraph("p", *stale(Emphasis(words("Leaning"), MARK), Words(" words", MARK), note)),
        Heading("h", missing("Heading"), MARK),
        ListBlock("l", False, (ListItem(stale(Words("Item", MARK)), None, MARK),), MARK),
        Quotation("q", missing("Quoted"), words("Ada Example"), MARK),
        Figure("f", picture, Legend(words("Caption"), stale(Words("Desk", MARK)), (), "A line.", spans=False), MARK),
        table,
        timeline("steps", spans=False),
    )
    made = edition(replace(section("one", "One", *blocks), title=missing("Title of a section")))
    brief = replace(
        made.brief, title=stale(Words("A <tiny> brief", MARK)), number="۱/۲۰۲۰" if tag == "fa" else "1/2020"
    )
    return replace(
        made,
        brief=brief,
        locale=tag,
        pack=pack,
        direction=pack.direction,
        words=HouseWords(HOUSE[tag], lambda count: int(count != 1)),
        siblings=SIBLINGS,
        progress=Progress(1, 4, 4, 0, 0 if tag == "en-GB" else 9),
    )


def galley(tag: str, medium: Setting, project: Path) -> Galley:
    made = in_locale(tag)
    faces = choose_faces(made.brief.house.design, made.pack).value if medium == "paged" else ()
    return compose(made, apparatus_of(made, {}), medium, faces, project, {}, edition_pages(made))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped templates and sheets, and a drawing."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("templates", "styles"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / "a.svg").write_text(DRAWING)
    return folder


@pytest.mark.parametrize("tag", NAMES)
def test_every_mark_and_every_word_of_the_house_is_on_the_web_page(project: Path, tag: str) -> None:
    assert preflight(set_screen(galley(tag, "screen", project)).value).findings == ()


def test_every_mark_every_word_of_the_house_and_the_drawn_ones_are_in_the_pdf(project: Path) -> None:
    made = galley("de", "paged", project)
    proof = set_pages(made, in_locale("de"), project)
    findings = [one for one in (*proof.findings, *preflight(proof.value).findings) if one.code != "PRE-012"]
    assert findings == []
    printed = " ".join(passage.text for passage in made.copy.body).replace("\u00a0", " ")
    for phrase in (
        *(
            "[frühere Fassung] A <tiny> brief",
            "[noch nicht übersetzt] Title of a section",
            "Quelle – [frühere Fassung]",
        ),
        *("Abbildung 1 [frühere Fassung] Caption", "Kai", "Deutsch Am 29. Februar 2020 kam Version 1.0"),
        *("Original: English", "9 Passagen sind älter.", "Gesetzt in Spectral und Fira Sans."),
    ):
        assert phrase in printed


def test_the_file_is_described_in_its_own_language(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(set_pages(galley("de", "paged", project), in_locale("de"), project).value.body)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert str(pdf.docinfo.Title) == "A <tiny> brief"
        assert str(pdf.docinfo.Keywords) == "tiny"
        outline = [str(item.title) for item in pdf.open_outline().root]
    assert outline == ["Title of a section", "Impressum"]


@pytest.mark.parametrize("tag", NAMES)
def test_machines_are_told_of_every_edition(project: Path, tag: str) -> None:
    html = galley(tag, "screen", project).html
    told = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', html)
    assert told == [*((one, f"../{one}/tiny.{one}.html") for one in NAMES), ("x-default", "../en-GB/tiny.en-GB.html")]
    assert f'<html lang="{tag}" dir="{SHELF.pack(tag).direction}">' in html


def test_a_printed_page_and_a_brief_in_one_language_lead_to_no_other(project: Path) -> None:
    alone = replace(in_locale("en-GB"), siblings=SIBLINGS[:1])
    page = compose(alone, apparatus_of(alone, {}), "screen", (), project, {}, edition_pages(alone)).html
    for html in (page, galley("de", "paged", project).html):
        assert "hreflang" not in html


def test_a_pseudo_locale_leads_to_the_editions_and_is_none_of_them(project: Path) -> None:
    made = replace(in_locale("en-GB"), locale="en-XA", pack=SHELF.pack("en-XA"))
    page = compose(made, apparatus_of(made, {}), "screen", (), project, {}, edition_pages(made))
    assert preflight(set_screen(page).value).findings == ()
    assert 'aria-current="page"' not in page.html


def opened(browser: Browser, project: Path, tag: str, width: int = 1280) -> Page:
    for one in NAMES:
        folder = project / "dist" / one
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"tiny.{one}.html").write_text(galley(one, "screen", project).html, encoding="utf-8")
    touch = width < 600
    page = browser.new_context(viewport={"width": width, "height": 800}, has_touch=touch, is_mobile=touch).new_page()
    page.goto((project / "dist" / tag / f"tiny.{tag}.html").as_uri())
    return page


@pytest.mark.parametrize("place", ["s-one", "b-f", "b-t", "b-steps"])
def test_a_reader_goes_to_the_same_place_in_another_edition(browser: Browser, project: Path, place: str) -> None:
    page = opened(browser, project, "de", width=390)
    page.locator(f"#{place} .elsewhere-link[hreflang=fa]").first.click()
    assert page.evaluate("document.documentElement.lang") == "fa"
    assert page.evaluate("document.querySelector(':target').id") == place


def test_the_edition_at_hand_is_told_from_the_others_in_the_masthead(browser: Browser, project: Path) -> None:
    page = opened(browser, project, "fa")
    entries = page.evaluate(
        "[...document.querySelectorAll('.editions a')].map(a => [a.text, a.lang, a.dir, a.ariaCurrent])"
    )
    assert entries == [
        ["English", "en-GB", "ltr", None],
        ["Deutsch", "de", "ltr", None],
        ["فارسی", "fa", "rtl", "page"],
    ]


def test_the_ways_show_under_a_pointer_and_with_the_keyboard_and_always_on_touch(
    browser: Browser, project: Path
) -> None:
    shown = "getComputedStyle(document.querySelector('#s-one .elsewhere')).opacity"
    page = opened(browser, project, "de")
    assert page.evaluate(shown) == "0"
    page.locator("#s-one .section-heading").hover()
    assert page.evaluate(shown) == "1"
    page.mouse.move(0, 0)
    page.locator("#s-one .elsewhere-link").first.focus()
    assert page.evaluate(shown) == "1"
    assert opened(browser, project, "de", width=390).evaluate(shown) == "1"


@pytest.mark.parametrize("tag", NAMES)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window_nor_lies_over_the_title(
    browser: Browser, project: Path, tag: str, width: int
) -> None:
    page = opened(browser, project, tag, width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    covered = """(() => {
        const ways = document.querySelector('#s-one .elsewhere').getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('#s-one .section-title'));
        return [...range.getClientRects()].some(r => r.top + 2 < ways.bottom && r.bottom - 2 > ways.top
            && r.left < ways.right && r.right > ways.left);
    })()"""
    assert not page.evaluate(covered)


def test_a_printed_web_page_has_no_ways_to_other_editions(browser: Browser, project: Path) -> None:
    page = opened(browser, project, "de")
    page.emulate_media(media="print")
    assert not page.locator(".editions").is_visible()
    assert not page.locator(".elsewhere").first.is_visible()
