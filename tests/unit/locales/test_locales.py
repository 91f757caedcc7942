"""How five languages write dates, numbers and lists."""

from __future__ import annotations

import re
from datetime import date

import pytest

from report import locales
from report.locales import Shelf
from report.model.blocks import PartialDate
from report.model.references import EntryDate

SHELF = Shelf.of(None)
PACK = SHELF.pack
TAGS = ("de", "en-GB", "en-US", "fa", "ru")
MAY = PartialDate(2024, 5, 1)
_JOINER = "\u2060"


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en-GB", "1\u00a0March 2017"),
        ("en-US", "March\u00a01, 2017"),
        ("de", "1.\u00a0März 2017"),
        ("ru", "1\u00a0марта 2017"),
        ("fa", "۱\u00a0مارس ۲۰۱۷"),
    ],
)
def test_a_date_in_full(tag: str, written: str) -> None:
    assert locales.long_date(date(2017, 3, 1), PACK(tag)) == written


@pytest.mark.parametrize(
    ("day", "tag", "written"),
    [
        (PartialDate(2014, 5, 23), "en-GB", "23\u00a0May 2014"),
        (PartialDate(2000, 12), "en-GB", "Dec 2000"),
        (PartialDate(2017), "en-GB", "2017"),
        (PartialDate(2014, 9, 23), "en-US", "Sep\u00a023, 2014"),
        (PartialDate(2000, 12), "de", "Dez. 2000"),
        (PartialDate(2014, 5, 23), "ru", "23\u00a0мая 2014"),
        (PartialDate(2000, 5), "ru", "май 2000"),
        (PartialDate(2017), "fa", "۲۰۱۷"),
    ],
)
def test_a_date_of_a_timeline_is_as_exact_as_it_is_known(day: PartialDate, tag: str, written: str) -> None:
    assert locales.timeline_date(day, PACK(tag)) == written


def test_a_russian_month_alone_is_in_the_nominative() -> None:
    assert locales.entry_date(EntryDate(PartialDate(2017, 1)), PACK("ru")) == "январь 2017"
    assert locales.entry_date(EntryDate(PartialDate(2017, 1, 19)), PACK("ru")) == "19\u00a0января 2017"


@pytest.mark.parametrize(
    ("tag", "days", "months", "years"),
    [
        ("en-GB", "3–5\u00a0May 2017", "May–June 2017", "1998–2004"),
        ("en-US", "May\u00a03–5, 2017", "May–June 2017", "1998–2004"),
        ("de", "3.–5.\u00a0Mai 2017", "Mai–Juni 2017", "1998–2004"),
        ("ru", "3–5\u00a0мая 2017", "май–июнь 2017", "1998–2004"),
        ("fa", "۳–۵\u00a0مهٔ ۲۰۱۷", "مهٔ–ژوئن ۲۰۱۷", "۱۹۹۸–۲۰۰۴"),
    ],
)
def test_a_span_says_once_what_its_ends_share(tag: str, days: str, months: str, years: str) -> None:
    assert _seen(locales.entry_date(EntryDate(PartialDate(2017, 5, 3), PartialDate(2017, 5, 5)), PACK(tag))) == days
    assert _seen(locales.entry_date(EntryDate(PartialDate(2017, 5), PartialDate(2017, 6)), PACK(tag))) == months
    assert _seen(locales.entry_date(EntryDate(PartialDate(1998), PartialDate(2004)), PACK(tag))) == years


def test_a_span_over_months_or_years_is_written_out() -> None:
    days = EntryDate(PartialDate(2017, 5, 30), PartialDate(2017, 6, 2))
    assert _seen(locales.entry_date(days, PACK("en-GB"))) == "30\u00a0May 2017–2\u00a0June 2017"
    months = EntryDate(PartialDate(2016, 12), PartialDate(2017, 1))
    assert _seen(locales.entry_date(months, PACK("en-GB"))) == "December 2016–January 2017"


@pytest.mark.parametrize("tag", TAGS)
def test_no_line_ends_between_the_numbers_of_a_span_or_an_ordinal_and_its_ending(tag: str) -> None:
    days = EntryDate(PartialDate(2017, 5, 3), PartialDate(2017, 5, 5))
    years = EntryDate(PartialDate(1998), PartialDate(2004))
    written = (
        locales.entry_date(days, PACK(tag)),
        locales.entry_date(years, PACK(tag)),
        f"{locales.in_digits('3', PACK(tag))}{PACK(tag).punctuation.range}{locales.in_digits('5', PACK(tag))}",
        locales.ordinal(2, PACK(tag)),
    )
    assert [one for one in written if re.search(rf"[-–](?!{_JOINER})", one)] == []


def test_a_span_within_one_year_is_that_year_where_the_year_alone_is_wanted() -> None:
    span = EntryDate(PartialDate(2017, 5, 3), PartialDate(2017, 6))
    assert locales.entry_date(span, PACK("en-GB"), year_alone=True) == "2017"


@pytest.mark.parametrize(
    ("tag", "about", "doubted", "still"),
    [
        ("en-GB", "c.\u00a01850", "1850?", "1850–"),
        ("en-US", "ca.\u00a01850", "1850?", "1850–"),
        ("de", "ca.\u00a01850", "1850?", "1850–"),
        ("ru", "ок.\u00a01850", "1850?", "1850–"),
        ("fa", "حدود ۱۸۵۰", "۱۸۵۰؟", "۱۸۵۰–"),
    ],
)
def test_dates_that_are_not_certain_say_so(tag: str, about: str, doubted: str, still: str) -> None:
    year = PartialDate(1850)
    assert locales.entry_date(EntryDate(year, is_circa=True), PACK(tag)) == about
    assert locales.entry_date(EntryDate(year, is_uncertain=True), PACK(tag)) == doubted
    assert locales.entry_date(EntryDate(year, is_open=True), PACK(tag)) == still


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en-GB", "1\u00a0May 2024"),
        ("en-US", "May\u00a01, 2024"),
        ("de", "1.\u00a0Mai 2024"),
        ("ru", "01.05.2024"),
        ("fa", "۱\u00a0مهٔ ۲۰۲۴"),
    ],
)
def test_the_day_on_which_an_address_was_read(tag: str, written: str) -> None:
    assert locales.access_date(EntryDate(MAY), PACK(tag)) == written


@pytest.mark.parametrize("tag", TAGS)
def test_an_address_that_was_read_in_some_month_has_an_ordinary_date(tag: str) -> None:
    month = EntryDate(PartialDate(2024, 5))
    assert locales.access_date(month, PACK(tag)) == locales.entry_date(month, PACK(tag))


@pytest.mark.parametrize("tag", TAGS)
def test_every_month_of_a_locale_has_a_name_of_its_own(tag: str) -> None:
    assert len({locales.long_date(date(2017, month, 1), PACK(tag)) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("number", "tag", "written"),
    [
        *((1, "en-GB", "1st"), (2, "en-GB", "2nd"), (3, "en-GB", "3rd"), (4, "en-GB", "4th"), (11, "en-GB", "11th")),
        *((12, "en-GB", "12th"), (13, "en-GB", "13th"), (22, "en-GB", "22nd"), (111, "en-US", "111th")),
        *((2, "de", "2."), (2, "ru", "2-е"), (12, "fa", "۱۲")),
    ],
)
def test_an_ordinal_takes_the_ending_of_its_language(number: int, tag: str, written: str) -> None:
    assert _seen(locales.ordinal(number, PACK(tag))) == written


@pytest.mark.parametrize(
    ("tag", "edition"),
    [
        ("en-GB", "2nd edn"),
        ("en-US", "2nd ed."),
        ("de", "2.\u00a0Aufl."),
        ("ru", "2-е\u00a0изд."),
        ("fa", "ویراست\u00a0۲"),
    ],
)
def test_an_edition_of_a_book(tag: str, edition: str) -> None:
    assert _seen(locales.term("edition", PACK(tag), ordinal=locales.ordinal(2, PACK(tag)))) == edition


@pytest.mark.parametrize(
    ("number", "tag", "written"),
    [
        *((1, "en-GB", "I"), (4, "en-GB", "IV"), (9, "de", "IX"), (14, "ru", "XIV"), (40, "en-US", "XL")),
        *((4, "fa", "۴"), (12, "fa", "۱۲")),
    ],
)
def test_sections_have_roman_numbers_or_the_figures_of_the_locale(number: int, tag: str, written: str) -> None:
    assert locales.section_number(number, PACK(tag)) == written


@pytest.mark.parametrize(("tag", "marker"), [("en-GB", "3."), ("de", "3."), ("ru", "3."), ("fa", "۳.")])
def test_list_markers_follow_kind_and_depth(tag: str, marker: str) -> None:
    assert locales.list_marker(3, 0, PACK(tag), is_numbered=True) == marker
    assert len({locales.list_marker(1, depth, PACK(tag), is_numbered=False) for depth in range(3)}) == 3


@pytest.mark.parametrize(("tag", "written"), [("en-GB", "13–15, iv"), ("ru", "13–15, iv"), ("fa", "۱۳–۱۵, iv")])
def test_figures_of_the_locale_replace_ascii_figures_alone(tag: str, written: str) -> None:
    assert locales.in_digits("13–15, iv", PACK(tag)) == written


@pytest.mark.parametrize(
    ("tag", "version", "written"),
    [
        ("de", "1.10", "1.10"),
        ("fa", "1.10", "۱.۱۰"),
        ("de", "7e3b1c9d2a", "7e3b1c9d2a"),
        ("fa", "7e3b1c9d2a", "\u200e7e3b1c9d2a\u200e"),
    ],
)
def test_a_version_has_the_figures_of_the_locale_and_a_commit_its_name(tag: str, version: str, written: str) -> None:
    assert locales.version_name(version, PACK(tag)) == written


@pytest.mark.parametrize(
    ("language", "article"),
    [("en", "the"), ("en-AU", "an"), ("en-US", "a"), ("de-AT", "die"), ("de", "eines")],
)
def test_a_language_has_its_articles(language: str, article: str) -> None:
    assert article in SHELF.articles_of(language)


@pytest.mark.parametrize("language", ["ru", "fa", "tlh", ""])
def test_a_language_without_articles_or_pack_has_none(language: str) -> None:
    assert SHELF.articles_of(language) == frozenset()


def _seen(written: str) -> str:
    """Return a text without the invisible joiners in it."""
    return written.replace(_JOINER, "")
