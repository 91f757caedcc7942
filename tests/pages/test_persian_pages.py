"""Facts of Persian pages: their grid, their faces, their figures, and what can be read back from the file."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from report.compose import compose
from report.typeset.fonts import choose_faces
from report.typeset.paged import set_pages
from tests.support.apparatus import apparatus_of, edition_of, rules, works_of

PROJECT = Path(__file__).parents[2]
WORKS = works_of(
    "@book{example2019,\n author = {Ada Example},\n title = {Readings of an Invented Sea},\n"
    " publisher = {Placeholder Press},\n location = {Harrowmouth},\n date = {2019},\n langid = {english}}\n"
)
LINE, SIZE = 17, 9.7 * 1.12
PARAGRAPHS = (
    "# بندر و کشندسنج‌هایش",
    (
        "سه کشندسنج در بندر نشانده‌اند و هیچ دوتایی از آن‌ها با هم نمی‌خوانند. یکی را *هر روز* می‌خوانند و دیگری را "
        "گاه‌به‌گاه؛ سومی در بستر دریاست، در عمق ۱۲ متری، و کسی آن را نمی‌بیند.[@example2019, pp. 14–16]"
    ),
    (
        "در سال‌های ۲۰۰۹–۲۰۱۳ آب ۳٫۵ سانتی‌متر بالا آمد (۱۲٪ بیش از گذشته). نگهبان فانوس می‌پرسد: «چه کسی این را "
        "می‌نویسد؟» و پاسخی نمی‌شنود.^[یادداشتی کوتاه دربارهٔ نگهبان و دفترش.] نام کتاب را چنین نوشته است: "
        "[Readings of *an* Invented Sea]{lang=en}، و آن را در گنجه‌ای گذاشته است."
    ),
    (
        "**هر کس** که دیشب آنجا بوده است سه پاسخ خواهد شنید، و همهٔ آن‌ها درست است؛ زیرا هر کشندسنج چیزی را اندازه "
        "می‌گیرد که آن دوی دیگر نمی‌گیرند. آنچه بندر لازم دارد سطح مبنای مشترک است، و ساعتی که همه آن را ببینند."
    ),
)


class Letter(NamedTuple):
    """A printed letter: the letter, its face, its size, where its baseline begins, and how it leans."""

    sign: str
    face: str
    size: float
    x: float
    y: float
    lean: float


@pytest.fixture(scope="module")
def body() -> bytes:
    made = edition_of([*PARAGRAPHS, *PARAGRAPHS[1:] * 14], "fa", rules())
    faces = choose_faces(made.brief.house.design, made.pack).value
    galley = compose(made, apparatus_of(made, WORKS), "paged", faces, PROJECT)
    proof = set_pages(galley, made, PROJECT)
    assert [finding for finding in proof.findings if finding.holds] == []
    return proof.value.body


@pytest.fixture(scope="module")
def letters(body: bytes) -> list[list[Letter]]:
    """The letters of each page."""
    return [list(_letters(page)) for page in pypdfium2.PdfDocument(body)]


def test_every_line_of_every_column_stands_on_the_grid_of_the_locale(letters: list[list[Letter]]) -> None:
    heights = Counter(
        round(letter.y % LINE, 1)
        for page in letters
        for letter in page
        if letter.face == "Amiri" and abs(letter.size - SIZE) < 0.01
    )
    usual, _ = heights.most_common(1)[0]
    near = sum(count for height, count in heights.items() if abs(height - usual) <= 0.2)
    assert near > 5000
    # The rest is drawn above its line: letters that climb, and marks upon them.
    assert near > 0.99 * heights.total()


def test_latin_words_are_set_in_the_houses_face_with_its_italics(letters: list[list[Letter]]) -> None:
    # The title of the first page is not marked as foreign.
    latin = {one.face for page in letters[1:] for one in page if one.sign.isascii() and one.sign.isalpha()}
    assert {"Spectral", "Spectral Italic"} <= latin
    assert not {face for face in latin if face.startswith("Amiri")}


def test_no_arabic_letter_leans(letters: list[list[Letter]]) -> None:
    # Figures beside Latin words are said by these (docs/engine.md, What is copied).
    arabic = [one for page in letters for one in page if "\u0620" <= one.sign <= "\u06ff" and one.sign.isalpha()]
    assert {letter.face.split(" ")[0] for letter in arabic} == {"Amiri", "IBM"}
    assert {letter.lean for letter in arabic} == {0.0}
    assert not {letter.face for letter in arabic if "Italic" in letter.face}


def test_emphasis_is_bold(letters: list[list[Letter]]) -> None:
    assert any(letter.face == "Amiri Bold" for page in letters for letter in page)


def test_folios_are_persian_figures_at_the_outer_edge(letters: list[list[Letter]]) -> None:
    folios = [
        min((letter for letter in page if letter.sign in "۰۱۲۳۴۵۶۷۸۹"), key=lambda one: one.y) for page in letters
    ]
    assert [folio.sign for folio in folios[:3]] == ["۱", "۲", "۳"]
    assert [folio.x < 297 for folio in folios[:3]] == [True, False, True]


def test_viewers_are_told_from_which_side_the_file_is_read(body: bytes) -> None:
    with pikepdf.open(BytesIO(body)) as pdf:
        assert str(pdf.Root.ViewerPreferences.Direction) == "/R2L"
        assert str(pdf.Root.Lang) == "fa"


def test_nine_words_in_ten_come_back_whole(body: bytes) -> None:
    """Half-spaces aside, which no reader gets back before the words are written beside the letters."""
    read = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(body))
    written = Counter(
        _words(re.sub(r"\[[@^#][^]]*\]|\{[^}]*\}|\^", " ", " ".join((*PARAGRAPHS, *PARAGRAPHS[1:] * 14))))
    )
    assert (written & Counter(_words(read))).total() > 0.9 * written.total()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.replace("\u200c", "").replace("\u0654", ""))


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text = page.get_textpage()
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        if sign.isspace() or not sign.isprintable():
            continue
        raw.FPDFText_GetMatrix(text, index, matrix)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetFontInfo(text, index, name, 200, flags)
        face = name.value.decode().partition("+")[2].replace("-", " ")
        size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
        yield Letter(sign, face, size, x.value, y.value, round(matrix.c, 3))
