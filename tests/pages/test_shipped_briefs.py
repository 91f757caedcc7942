"""Facts of the pages that are shipped: their number, their notes, their grid, and what is in the file beside words."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pypdfium2
import pytest
from pypdfium2 import raw

Printed = Callable[[str], pypdfium2.PdfDocument]
BRIEFS = ("iran-russia-nexus", "specimen")
GRID = 13.0
TEXT_SIZE = 9.7
NOTE_SIZE = 7.9


def test_the_brief_has_as_many_pages_as_its_text_fills(printed: Printed) -> None:
    assert len(printed("iran-russia-nexus")) in (7, 8)


def test_the_eleven_notes_stand_at_the_foot_in_order(printed: Printed) -> None:
    text = "\n".join(page.get_textpage().get_text_range() for page in printed("iran-russia-nexus"))
    opening = re.compile(
        r"^(\d+)\s+(?:Andreeva|Belopolsky|Warnaar|Farhi|Tabaar|Ibid|Kozhanov|Sharafedin|Borshchev)", re.MULTILINE
    )
    assert [int(number) for number in opening.findall(text)] == list(range(1, 12))


@pytest.mark.parametrize("slug", BRIEFS)
def test_every_line_of_text_stands_on_the_grid(printed: Printed, slug: str) -> None:
    document = printed(slug)
    heights = Counter(round(y % GRID, 1) for page in document for _, y in _letters(page, TEXT_SIZE))
    (usual, most), *others = heights.most_common()
    near = sum(count for height, count in others if min(abs(height - usual), GRID - abs(height - usual)) <= 0.2)
    assert most > 1000
    assert most + near == sum(heights.values())


def test_every_line_of_a_note_begins_where_its_first_does(printed: Printed) -> None:
    turned = 0
    for page in printed("specimen"):
        starts: dict[float, float] = {}
        for x, y in _letters(page, NOTE_SIZE):
            starts[round(y, 1)] = min(x, starts.get(round(y, 1), x))
        turned += len(starts)
        assert len({round(x, 1) for x in starts.values()}) <= 1
    assert turned > 16  # of sixteen notes some have two lines


@pytest.mark.parametrize("slug", BRIEFS)
def test_the_file_is_tagged_titled_and_dated_by_its_revision(printed: Printed, slug: str) -> None:
    document = printed(slug)
    facts = document.get_metadata_dict()
    assert raw.FPDFCatalog_IsTagged(document)
    assert facts["Title"]
    assert facts["Author"]
    assert re.fullmatch(r"D:\d{8}000000Z", facts["CreationDate"])


def _letters(page: pypdfium2.PdfPage, size: float) -> Iterator[tuple[float, float]]:
    """Yield where on the baseline every letter of a size stands."""
    text = page.get_textpage()
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    for index in range(text.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text, index)).isspace():
            continue
        raw.FPDFText_GetMatrix(text, index, matrix)
        if abs(raw.FPDFText_GetFontSize(text, index) * abs(matrix.d) - size) > 0.01:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        yield x.value, y.value
