"""What the imprint keeps on one line: a registered number, and a date in two calendars."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2

from report.compose import compose
from report.typeset.fonts import choose_faces
from report.typeset.paged import set_pages
from tests.support.apparatus import apparatus_of, edition_of, rules

PROJECT = Path(__file__).parents[2]
_MARKS_OF_DIRECTION = re.compile("[\u200e\u200f]")


def lines_of(locale: str, series: str, version: str) -> list[str]:
    """Return the lines of the one page of an edition that was revised on 2 September 2024."""
    made = edition_of(["Words."], locale, rules())
    house = replace(made.brief.house, series=series)
    revision = replace(made.revision, version=version, date=date(2024, 9, 2))
    made = replace(made, brief=replace(made.brief, house=house), revision=revision)
    faces = choose_faces(house.design, made.pack).value
    proof = set_pages(compose(made, apparatus_of(made, {}), "paged", faces, PROJECT), made, PROJECT)
    document = pypdfium2.PdfDocument(proof.value.body)
    text = document[0].get_textpage().get_text_range()
    return [_MARKS_OF_DIRECTION.sub("", line).strip() for line in text.splitlines()]


def test_a_registered_number_is_not_divided() -> None:
    assert "ISSN 0000-0000" in lines_of("ru", "Аналитическая записка", "1.0")


def test_a_date_in_two_calendars_is_not_divided() -> None:
    assert "۱۲ شهریور ۱۴۰۳ (۲ سپتامبر ۲۰۲۴)" in lines_of("fa", "گزارش سیاستی", "1.0.0.0.0.0.0.0.0.0")
