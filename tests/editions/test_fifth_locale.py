"""A fifth locale is data alone: a pack and catalogs, set by the shipped templates and sheets in both media.

Esperanto is the language of its brief; Arabic is a translation, from the right, with digits and plurals of its own.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser

from report.desk import Desk
from report.model.edition import HouseWords
from report.model.output import SETTINGS
from report.order import Order
from report.preflight.reading import read
from report.production import Prepared, prepare, produce
from tests.support.findings import ROOT
from tests.support.shipped import change

BRIEFS = ROOT / "tests" / "briefs"
STALE = (
    "%(count)s passage of this edition is not up to date with the source text; it is marked.",
    "%(count)s passages of this edition are not up to date with the source text; they are marked.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """An edition in both media: the words of its pages, its web page and what was noticed."""

    prepared: Prepared
    pages: str
    page: str
    pdf: bytes
    findings: list[str]


def project(folder: Path, name: str) -> Path:
    """A project with the data of a locale, and the templates and sheets that are shipped."""
    shutil.copytree(ROOT / "templates", folder / "templates", ignore=shutil.ignore_patterns("locale"))
    shutil.copytree(ROOT / "styles", folder / "styles")
    return Path(shutil.copytree(BRIEFS / name, folder, dirs_exist_ok=True))


def made(folder: Path, brief: str, locale: str) -> Made:
    """Set an edition in both media."""
    desk = Desk()
    ready = prepare(Order(folder, brief, locale, ()), desk)
    pdf, page = (proof.body for proof in produce(ready, SETTINGS, desk))
    printed = "\n".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(pdf))
    pages = re.sub(r"[\ufffe\u00ad\u2010-]\s+", "", printed)
    # So short a brief may end near the head of its second page.
    findings = [f"{one.code} {one.mark} {one.message}" for one in desk.findings if one.code != "PRE-044"]
    return Made(ready, pages, page.decode("utf-8"), pdf, findings)


@pytest.fixture(scope="module")
def esperanto(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(project(tmp_path_factory.mktemp("eo"), "esperanto"), "tajdoj", "eo")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(project(tmp_path_factory.mktemp("ar"), "arabic"), "tides", "ar")


@pytest.mark.parametrize("name", ["esperanto", "arabic"])
def test_a_locale_is_data_and_nothing_else(name: str) -> None:
    files = [path.relative_to(BRIEFS / name) for path in (BRIEFS / name).rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".yaml", ".po", ".bib"}
    outside = {path for path in files if path.parts[0] != "content"}
    assert all(path.parts[:2] == ("templates", "locale") for path in outside)
    assert outside


@pytest.mark.parametrize("name", ["esperanto", "arabic"])
def test_nothing_is_noticed_in_either_medium(name: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(name).findings == []


def test_the_source_of_the_translation_is_clean_too(tmp_path: Path) -> None:
    assert made(project(tmp_path, "arabic"), "tides", "en-GB").findings == []


@pytest.mark.parametrize(
    "said",
    [
        "la 1-a de marto 2020",  # the edition's own date
        "la 11-a de feb. 1986",
        "jun. 1934",
        "“la horloĝo de la maro”",
        "412,5",
        "12 500",
        "Figuro 1 Kiel Ekzemplourbo",
        "Tabelo 1 Meza altakvo",
        "Samloke, ĉap. 2",
        "Ĉapelo kaj Cent",
        "2-a eldono",
        "notoj 1, 2",
        "Resumo",
        "Kolofono",
        "Fonto: Tablo pri Mezuriloj",
        "Malneto de versio 1.0, teksto: la 1-a de marto 2020",
    ],
)
def test_esperanto_words_months_and_marks_come_back_from_both_media(esperanto: Made, said: str) -> None:
    for text in (esperanto.pages, words_of(esperanto.page)):
        assert said in spaced(text)


def test_the_words_of_the_web_page_alone_are_esperanto(esperanto: Made) -> None:
    for said in ("Enhavo", "Rekte al la teksto", "Por via propra kolekto:", 'lang="eo"', 'dir="ltr"'):
        assert said in esperanto.page
    for english in ("Contents", "Skip to", "Summary", "Imprint", "Source:", "Bibliography", "Notes", "March", "Ibid"):
        assert english not in words_of(esperanto.page)


@pytest.mark.parametrize(
    "said",
    [
        "١ مارس ٢٠٢٠",
        "١١ فبراير ١٩٨٦",
        "يونيو ١٩٣٤",
        "«ساعة البحر»",
        "٤١٢٫٥",
        "١٢٬٥٠٠",
        "٢٠١٨",
        "٢٥٪",
        "الشكل ١ كيف حصلت",
        "الجدول ١ متوسط",
        "ص ص. ١٤–١٦",
        "الفصل ٢",
        "الطبعة ٢",
        "الخلاصة",
        "المراجع",
        "المحتويات",
        "مسودة الإصدار ١.٠، نص بتاريخ ١ مارس ٢٠٢٠",
        "المصدر: مكتب مقاييس مثالية",
        "الطبعة الأصلية: English",
    ],
)
def test_arabic_words_digits_and_marks_are_on_the_web_page(arabic: Made, said: str) -> None:
    assert said in spaced(words_of(arabic.page))


def test_arabic_pages_have_their_digits_and_none_of_ours_but_in_foreign_words(arabic: Made) -> None:
    assert {"٢٠١٨", "٤١٢٫٥", "١٢٬٥٠٠", "٢٠١٥", "١٩٨٦"} <= set(re.findall(r"[٠-٩]+(?:[٫٬][٠-٩]+)*", arabic.pages))
    assert set(re.findall("[0-9]+", arabic.pages)) == {"1", "0000", "4", "0"}  # an address, a series, a licence


def test_arabic_faces_are_those_of_its_pack(arabic: Made) -> None:
    faces = {typeface.name.split("-")[0] for typeface in read(arabic.pdf, "rtl").typefaces}
    assert faces == {"Amiri", "IBMPlexSansArabic", "Spectral", "FiraSans"}


def test_arabic_counts_in_six_forms(arabic: Made) -> None:
    words: HouseWords = arabic.prepared.edition.words
    printed = [words.words_for(*STALE, number, count=str(number)) for number in (0, 1, 2, 3, 11, 100)]
    assert len(set(printed)) == 6
    assert [words.pattern_for(*STALE, number) for number in (5, 110, 27, 102)] == [
        words.pattern_for(*STALE, number) for number in (3, 10, 11, 200)
    ]


@pytest.mark.parametrize(("lost", "said"), [(1, "فقرة واحدة (١)"), (2, "فقرتان (٢)"), (3, "٣ فقرات")])
def test_the_imprint_counts_as_arabic_does(tmp_path: Path, lost: int, said: str) -> None:
    folder = project(tmp_path, "arabic")
    catalog = folder / "content" / "tides" / "locale" / "ar" / "LC_MESSAGES" / "brief.po"
    for words in ("المجسّ جديد.", "شُدّت السلسلة", "التدفق مقدّر.")[:lost]:
        change(catalog, f'msgstr "{words}"', 'msgstr ""')
    desk = Desk()
    page = produce(prepare(Order(folder, "tides", "ar", ()), desk), ("screen",), desk)[0].body.decode("utf-8")
    assert said in spaced(words_of(page))
    assert {finding.code for finding in desk.findings} == {"LOC-006"}


def test_an_arabic_web_page_reads_from_the_right(arabic: Made, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.set_content(arabic.page)
    title, summary = (page.locator(part).first.bounding_box() for part in ("h1", ".summary"))
    assert title is not None
    assert summary is not None
    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    assert title["x"] + title["width"] > 1000  # the title begins at the right edge
    assert page.evaluate("document.documentElement.scrollWidth") <= 1100
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def words_of(page: str) -> str:
    """The words of a web page, without its markup; what stands within a line parts no words."""
    body = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page[page.index("<body") :])
    return re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:span|bdi|em|b|i|a|abbr)\b[^>]*>", "", body))


def spaced(text: str) -> str:
    """A text with plain spaces, and without signs that have no width."""
    return re.sub(r"\s+", " ", re.sub("[\u200b-\u200f\u2060\u2066-\u2069]", "", text))
