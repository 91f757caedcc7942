"""Numbers as locales write them."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from report import locales

SHELF = locales.Shelf.of(None)
ENGLISH = SHELF.pack("en-GB")


@pytest.mark.parametrize(
    ("value", "tag", "printed"),
    [
        (2500, "en-GB", "2,500"),
        (2500, "de", "2.500"),
        (2500, "ru", "2500"),
        (12500, "ru", "12\u00a0500"),
        (2500, "fa", "۲٬۵۰۰"),
        (Decimal("-12.5"), "en-GB", "−12.5"),
        (Decimal("-12.5"), "de", "−12,5"),
        (Decimal("-12.5"), "fa", "\u200e−۱۲٫۵"),
        (Decimal("12.50"), "de", "12,50"),
        (999, "en-GB", "999"),
        (Decimal("1E+6"), "en-GB", "1,000,000"),
    ],
)
def test_a_number_has_the_signs_and_digits_of_its_locale(value: Decimal | int, tag: str, printed: str) -> None:
    assert locales.number(value, SHELF.pack(tag)) == printed


def test_halves_are_rounded_away_from_zero_and_a_rounded_zero_has_no_minus() -> None:
    assert [locales.number(Decimal(one), ENGLISH, decimals=0) for one in ("0.5", "1.5", "2.5", "-2.5", "-0.4")] == [
        *("1", "2", "3", "−3", "0")
    ]


def test_what_is_no_number_is_refused() -> None:
    for value in ("NaN", "Infinity"):
        with pytest.raises(ValueError, match="cannot be written in figures"):
            locales.number(Decimal(value), ENGLISH)


def test_a_percentage_and_an_amount_stand_as_the_language_has_them() -> None:
    packs = [SHELF.pack(tag) for tag in ("en-GB", "de", "ru", "fa")]
    assert [locales.percent(Decimal("12.5"), pack) for pack in packs] == [
        "12.5%",
        "12,5\u00a0%",
        "12,5\u00a0%",
        "۱۲٫۵٪",
    ]
    assert [locales.currency(3, "USD", pack) for pack in packs] == [
        *("USD\u00a03", "3\u00a0USD", "3\u00a0USD", "۳\u00a0USD")
    ]
    assert locales.currency(3, "€", ENGLISH) == "€3"


@pytest.mark.parametrize(
    ("written", "german", "persian"),
    [
        ("1,850", "1.850", "۱٬۸۵۰"),
        ("1850", "1850", "۱۸۵۰"),
        ("12.5", "12,5", "۱۲٫۵"),
        ("1,234,567.89", "1.234.567,89", "۱٬۲۳۴٬۵۶۷٫۸۹"),
        ("–", "–", "–"),
        ("", "", ""),
        ("n/a", "n/a", "n/a"),
        ("≈ 3.2 %", "≈ 3,2\u00a0%", "≈ ۳٫۲٪"),
        ("2009–2013", "2009–\u20602013", "۲۰۰۹–\u2060۲۰۱۳"),
        ("1,850–12,500", "1.850–\u206012.500", "۱٬۸۵۰–\u2060۱۲٬۵۰۰"),
        ("2/2017", "2/2017", "۲/۲۰۱۷"),
        ("12:30", "12:30", "۱۲:۳۰"),
        ("-5", "−5", "\u200e−۵"),
        ("−5", "−5", "\u200e−۵"),
        ("A-4", "A-4", "A-۴"),
        ("±2", "±2", "±۲"),
        # Less or more than a number: only the digits are the locale's.
        ("1,85", "1,85", "۱,۸۵"),
        ("2.1.3", "2.1.3", "۲.۱.۳"),
    ],
)
def test_written_figures_are_those_of_the_edition_sign_by_sign(written: str, german: str, persian: str) -> None:
    assert locales.renumbered(written, ENGLISH, SHELF.pack("de")) == german
    assert locales.renumbered(written, ENGLISH, SHELF.pack("fa")) == persian
    assert locales.renumbered(written, ENGLISH, ENGLISH) == written


def test_figures_come_back_as_they_were_written() -> None:
    persian = SHELF.pack("fa")
    for written in ("1,850.25", "2/2017", "12:30", "1,234,567"):
        assert locales.renumbered(locales.renumbered(written, ENGLISH, persian), persian, ENGLISH) == written


@pytest.mark.parametrize(
    "hostile", ["1," * 50_000, "1" * 100_000, "1,111" * 20_000 + "x", "-" * 100_000, "1 % " * 25_000]
)
def test_long_figures_take_time_in_proportion(hostile: str) -> None:
    before = time.process_time()
    locales.renumbered(hostile, ENGLISH, SHELF.pack("fa"))
    assert time.process_time() - before < 5
