"""Letters of a right-to-left line come back from the file once, each in its place."""

from __future__ import annotations

import fontpkg
import pypdfium2

from tests.support.engine import Engine

AMIRI = f'@font-face {{ font-family: Amiri; src: url("{fontpkg.path("Amiri", 400, "normal").as_uri()}") }}'


def read_back(engine: Engine, words: str) -> str:
    """The words as pdfium reads them from a line of their own, without what joins letters."""
    html = (
        f"<!DOCTYPE html><title>T</title><style>{AMIRI} html {{ font: 11pt/18pt Amiri }}</style>"
        f'<body dir="rtl" lang="fa"><p>{words}</p>'
    )
    page = pypdfium2.PdfDocument(engine.set_html(html))[0]
    return str(page.get_textpage().get_text_bounded()).replace("\u200d", "").strip()


def test_the_stock_engine_doubles_a_letter_drawn_with_two_glyphs(stock: Engine) -> None:
    assert read_back(stock, "الف ل الگو") != "الف ل الگو"


def test_a_letter_drawn_with_two_glyphs_comes_back_once(corrected: Engine) -> None:
    assert read_back(corrected, "الف ل الگو بلکه") == "الف ل الگو بلکه"


def test_a_ligature_still_means_all_its_letters(corrected: Engine) -> None:
    assert read_back(corrected, "لازم سالانه") == "لازم سالانه"
