"""What is copied from a page is what was written: whole words, in order, with their half-spaces and signs."""

from __future__ import annotations

import io
import re
from pathlib import Path

import fontpkg
import pikepdf
import pydyf
import pypdfium2
import pytest

from report.typeset import corrections
from tests.support.engine import Engine
from tests.support.text_layer import READERS, words_of

AMIRI = f'@font-face {{ font-family: Amiri; src: url("{fontpkg.path("Amiri", 400, "normal").as_uri()}") }}'
NARROW = "@page { size: 45mm 70mm } html { hyphens: auto; font-size: 10pt; line-height: 13pt }"
BOTH = pytest.mark.parametrize("reader", ["pdfium", "poppler"])


def persian(engine: Engine, words: str) -> bytes:
    """A paragraph in Amiri, of a document that is read from the right."""
    sheet = f"{AMIRI} html {{ font: 11pt/18pt Amiri }}"
    head = f'<!DOCTYPE html><html dir="rtl" lang="fa"><title>T</title><style>{sheet}</style>'
    return engine.set_html(f"{head}<body><p>{words}</p>", finisher=_opening_from_the_right)


def narrow(engine: Engine, words: str) -> bytes:
    """A paragraph in lines of a few words, which are divided."""
    return engine.set_body(f"<p>{words}</p>", NARROW)


def read(pdf: bytes, folder: Path, reader: str) -> list[str]:
    """The words of a file as a program gives them back."""
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    return words_of(READERS[reader](path))


@BOTH
def test_the_stock_engine_loses_the_half_space(stock: Engine, tmp_path: Path, reader: str) -> None:
    assert "می\u200cشود" not in read(persian(stock, "نشان می\u200cشود آن"), tmp_path, reader)


def test_the_stock_engine_doubles_a_letter_drawn_with_two_glyphs(stock: Engine, tmp_path: Path) -> None:
    assert read(persian(stock, "الف ل الگو"), tmp_path, "pdfium") != ["الف", "ل", "الگو"]


def test_the_stock_engine_parts_a_divided_word(stock: Engine, tmp_path: Path) -> None:
    assert "Responsibilities" not in read(
        narrow(stock, "Some of the Responsibilities of many others"), tmp_path, "pdfium"
    )


@BOTH
@pytest.mark.parametrize(
    "words",
    [
        "نشان می\u200cشود، اما آن\u200cها",  # half-spaces, and a comma before a space
        "الف ل الگو بلکه",  # a letter of two glyphs
        "لازم سالانه الله",  # ligatures
        "نتیجهٔ ایرانِ لزوماً مُهر",  # marks
        "روبه\u200cرو تجربهٔ شریک ریاست",  # letters that kerning parts
        "(برجام) «پیوند» [۷] و آن",  # brackets
        "در ۲۰۰۹–۲۰۱۳ و ۳٫۵ بود، ص. ۱۴.",  # figures
    ],
)
def test_persian_words_come_back(corrected: Engine, tmp_path: Path, words: str, reader: str) -> None:
    assert read(persian(corrected, words), tmp_path, reader) == words.split()


@BOTH
def test_foreign_words_come_back_in_their_order(corrected: Engine, tmp_path: Path, reader: str) -> None:
    words = 'این کتاب <span dir="ltr" lang="en">Iran’s <i>Turn: (I)</i>, 2015</span> را نگهبان فانوس در بندر خواند'
    wanted = re.sub("<.*?>", "", words).split()
    assert read(persian(corrected, words), tmp_path, reader) == wanted


@BOTH
def test_a_divided_word_comes_back_whole(corrected: Engine, tmp_path: Path, reader: str) -> None:
    words = "Some of the responsibilities of <i>extraordinarily</i> independent administrators are uncharacteristic"
    pdf = narrow(corrected, words)
    assert len(_lines(pdf)) > 4
    assert read(pdf, tmp_path, reader) == re.sub("<.*?>", "", words).split()


@BOTH
@pytest.mark.parametrize(
    "words",
    [
        "counted by the administrations.<sup>3</sup> They responsibly count",  # a call after a divided word
        "the long-standing Iranian-Russian well-intentioned partnership-building",  # hyphens of their own
        "ein Überblick der Vor- und Nachteile der Ein- und Ausfuhr wie der An- und Abfahrt",  # a space after a hyphen
        "see https://www.example.org/a-long-address/of-many-parts/and-some-more-of-them/index for all",  # an address
    ],
)
def test_what_is_divided_keeps_its_own_signs(corrected: Engine, tmp_path: Path, words: str, reader: str) -> None:
    found = read(narrow(corrected, words), tmp_path, reader)
    assert found in (re.sub("<.*?>", "", words).split(), re.sub("<.*?>", " ", words).split())


def test_what_actual_text_says_to_all_is_what_is_written(corrected: Engine) -> None:
    said = _said(persian(corrected, 'کتاب <span dir="ltr" lang="en">Iran’s Turn</span> را خواند'))
    assert said == ["Iran’s Turn"]


def test_signs_at_the_ends_of_foreign_words_are_said_with_them(corrected: Engine) -> None:
    assert _said(persian(corrected, "2 March, «Iran’s Turn.»")) == ["2 March, «Iran’s Turn.»"]


def test_foreign_words_divided_in_a_paragraph_from_the_right_are_said_once(corrected: Engine) -> None:
    words = "some of the responsibilities, extraordinarily independent administrators."
    pdf = persian(corrected, f'<span lang="en" style="display: block; width: 25mm; hyphens: auto">{words}</span>')
    assert len(_lines(pdf)) > 4
    assert " ".join(_said(pdf)).split() == words.split()


@BOTH
@pytest.mark.parametrize(
    "words", ["Some of R<em>esponsibilities</em> of many", "Some of <em>Re<strong>sponsi</strong>bi</em>lities of many"]
)
def test_a_word_that_is_emphasised_in_part_comes_back_whole(
    corrected: Engine, tmp_path: Path, words: str, reader: str
) -> None:
    assert "Responsibilities" in read(narrow(corrected, words), tmp_path, reader)


def test_what_is_put_in_is_no_part_of_the_word_before(corrected: Engine) -> None:
    said = _said(narrow(corrected, "Some of <del>our</del><ins>Responsibilities</ins> of many"))
    assert "Responsibilities" in said


def test_the_parts_of_a_word_say_it_once(corrected: Engine) -> None:
    said = [words for words in _said(narrow(corrected, "Some of the other responsibilities")) if words.strip()]
    assert said == ["responsibilities"]


def test_a_glyph_has_a_code_for_each_of_its_meanings(corrected: Engine) -> None:
    with pikepdf.open(io.BytesIO(persian(corrected, "(برجام) و، و ، ۱۲ و ۲"))) as pdf:
        font = next(one for one in pdf.objects if _is(one, "/Font") and "/DescendantFonts" in one)
        glyphs = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
        codes = [int(code, 16) for code in re.findall(rb"\n<(\w{4})> <\w+>", font.ToUnicode.read_bytes())][1:]
    assert max(codes) == len(glyphs) // 2 - 1
    assert all(glyphs[2 * code : 2 * code + 2] != b"\0\0" for code in codes)
    assert len({glyphs[2 * code : 2 * code + 2] for code in codes}) < len(codes)


def test_pages_look_the_same(corrected: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "نشان می\u200cشود، اما (الگو) نتیجهٔ ایرانِ ۲۰۰۹–۲۰۱۳ و <span dir='ltr'>Iran’s Turn</span> را"
    with_text_layer = _picture(persian(corrected, words))
    others = tuple(one for one in corrections.CORRECTIONS if one.name != "text_layer")
    monkeypatch.setattr(corrections, "CORRECTIONS", others)
    without = _picture(persian(corrected, words))
    assert max(abs(one - other) for one, other in zip(with_text_layer, without, strict=True)) <= 1


def test_the_same_words_make_the_same_bytes(corrected: Engine) -> None:
    words = "نشان می\u200cشود، اما (الگو) نتیجهٔ ایرانِ <span dir='ltr'>Iran’s Turn</span>"
    contents = [_contents(persian(corrected, words)) for _ in range(2)]
    assert contents[0] == contents[1]


def _opening_from_the_right(_document: object, pdf: object) -> None:
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"Direction": "/R2L"})  # type: ignore[attr-defined]


def _lines(pdf: bytes) -> list[str]:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()).splitlines()


def _said(pdf: bytes) -> list[str]:
    """What the outermost marked content with ActualText says, without marks of direction."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [
            str(operands[1].ActualText)
            for operands, operator in pikepdf.parse_content_stream(opened.pages[0])
            if str(operator) == "BDC" and str(operands[0]) == "/Span" and "/ActualText" in operands[1]
        ]
    return [re.sub("[\u200e\u200f]", "", words) for words in found]


def _contents(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream)]


def _picture(pdf: bytes) -> bytes:
    return bytes(pypdfium2.PdfDocument(pdf)[0].render(scale=2, grayscale=True).to_pil().tobytes())


def _is(found: object, kind: str) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") == kind
