"""Numbers are read as each language writes them, and mean the same in all."""

from __future__ import annotations

import time

import pytest

from report.localize.parity.figures import figures_in
from tests.support.parity import SHELF

SAID = [
    ("en-GB", "12.5 and 1,850", ["12.5", "1850"]),
    ("de", "12,5 und 1.850", ["12.5", "1850"]),
    ("ru", "12,5 и 12\u00a0500", ["12.5", "12500"]),
    ("fa", "۱۲٫۵ و ۱٬۸۵۰", ["12.5", "1850"]),
    ("fa", "١٢", ["12"]),
    ("en-GB", "2012–17", ["2012", "2017"]),
    ("en-GB", "2009–2013", ["2009", "2013"]),
    ("en-GB", "USD 3 billion, 2 thousand", ["3000000000", "2000"]),
    ("de", "3 Milliarden, 2 Tausend", ["3000000000", "2000"]),
    ("ru", "3\u00a0млрд", ["3000000000"]),
    ("en-GB", "14 July 2015", ["14", "7", "2015"]),
    ("de", "14.07.2015", ["14", "7", "2015"]),
    ("en-GB", "2015-07-14", ["14", "7", "2015"]),
    ("ru", "в июле 2015 года", ["7", "2015"]),
    ("fa", "ژوئیهٔ ۲۰۱۵", ["7", "2015"]),
    ("en-GB", "the eighteenth century", ["18", "100"]),
    ("ru", "XVIII век", ["18", "100"]),
    ("en-GB", "the 1990s, mid-1993", ["1990", "1993"]),
    ("en-GB", "a value of −5", ["-5"]),
    ("en-GB", "99.99.2015", ["99", "99", "2015"]),
    ("en-GB", "", []),
]


@pytest.mark.parametrize(("tag", "words", "values"), SAID)
def test_numbers_are_read_by_their_value(tag: str, words: str, values: list[str]) -> None:
    assert [f"{one.value.normalize():f}" for one in figures_in(words, SHELF.pack(tag))] == values


def test_a_number_keeps_the_words_that_say_it() -> None:
    words = "در ۱۲٫۵ روز"
    (figure,) = figures_in(words, SHELF.pack("fa"))
    assert words[figure.offset :][: len(figure.written)] == figure.written == "۱۲٫۵"


@pytest.mark.parametrize("piece", ["1.", "1,", "1,111", "1\u00a0111", "–1", "1-", "three ", "IV ", "2012–17 ", "9"])
def test_reading_takes_time_that_grows_with_the_text_alone(piece: str) -> None:
    start = time.process_time()
    figures_in(piece * (10_000 // len(piece)), SHELF.pack("en-GB"))
    assert time.process_time() - start < 5
