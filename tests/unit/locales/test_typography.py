"""Micro-typography: the rules of the packs, and the small language they are written in."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from report.errors import ReportError
from report.locales import Pack, Shelf
from report.locales.rules import made_ready
from report.locales.typography import Piece, applied, applied_to, try_together
from report.model.locale import Replacement

SHELF = Shelf.of(None)
EXAMPLES = [
    (tag, written, printed)
    for tag in SHELF.known()
    for rule in SHELF.pack(tag).typography
    for written, printed in rule.examples
]


def pack_with(*rules: tuple[str, str]) -> Pack:
    made = tuple(Replacement(find, set_, "for a test", ()) for find, set_ in rules)
    return replace(SHELF.pack("en-GB"), typography=made)


@pytest.mark.parametrize(("tag", "written", "printed"), EXAMPLES)
def test_every_example_of_every_pack_prints_as_it_says(tag: str, written: str, printed: str) -> None:
    assert applied(written, SHELF.pack(tag)) == printed


@pytest.mark.parametrize(("tag", "printed"), [(tag, printed) for tag, _, printed in EXAMPLES])
def test_what_is_set_is_not_changed_again(tag: str, printed: str) -> None:
    assert applied(printed, SHELF.pack(tag)) == printed


def test_every_rule_of_a_shipped_pack_has_an_example_that_it_changes_and_a_reason() -> None:
    idle = [
        (tag, rule.find)
        for tag in SHELF.known()
        for rule in SHELF.pack(tag).typography
        if not rule.why or not any(written != printed for written, printed in rule.examples)
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("tag", "written", "printed"),
    [
        ("de", "z. B. § 5 und 5 %", "z.\u2009\u2060B. §\u2009\u20605 und 5\u00a0%"),
        ("de", "In Punkt a. Darauf folgt", "In Punkt a. Darauf folgt"),
        ("de", "um 300 v. Chr.", "um 300\u00a0v.\u2009\u2060Chr."),
        ("ru", "А. С. Пушкин и т. д.", "А.\u2009\u2060С.\u2009\u2060Пушкин и\u00a0т.\u2009\u2060д."),
        ("ru", "и в саду, и у моря", "и\u00a0в\u00a0саду, и\u00a0у\u00a0моря"),
        ("ru", "он же — и в 2009–2013 гг.", "он\u00a0же\u00a0— и\u00a0в\u00a02009–\u20602013\u00a0гг."),
        ("ru", "дом и двор, тов. Иванов", "дом и\u00a0двор, тов. Иванов"),
        ("fa", "کتاب‌ها و می‌شود", "کتاب‌ها و می‌شود"),
        ("en-GB", "Peter I. The end", "Peter I.\u00a0The end"),
    ],
)
def test_phrases_of_several_rules(tag: str, written: str, printed: str) -> None:
    assert applied(written, SHELF.pack(tag)) == printed


def test_a_rule_sees_what_stands_in_the_next_run() -> None:
    pieces = (Piece("в "), Piece("доме"), Piece(" — "), Piece("5"), Piece(" %"))
    assert applied_to(pieces, SHELF.pack("ru")) == ("в\u00a0", "доме", "\u00a0— ", "5", "\u00a0%")


def test_a_fixed_piece_is_read_and_not_changed() -> None:
    pieces = (Piece("в "), Piece("и в саду", is_fixed=True), Piece(" и в саду"))
    assert applied_to(pieces, SHELF.pack("ru")) == ("в\u00a0", "и в саду", " и\u00a0в\u00a0саду")


def test_a_change_over_the_end_of_a_run_stands_in_the_first_of_them() -> None:
    pack = pack_with(("...", "…"))
    assert applied_to((Piece("a.."), Piece(""), Piece(".b")), pack) == ("a…", "", "b")
    assert applied_to((Piece("a.."), Piece(".b", is_fixed=True)), pack) == ("a..", ".b")


def test_matches_may_follow_each_other_closely() -> None:
    pack = pack_with(("{digit}–{digit}", "{digit}–{join}{digit}"))
    assert applied("1–2–3", pack) == "1–\u20602–\u20603"


@pytest.mark.parametrize(
    ("find", "set_", "trouble"),
    [
        ("{colour}", "{colour}", "there is no “{colour}”"),
        ("a{", "a", "stands alone"),
        ("tide", "time", "letters and figures stay"),
        ("{digit}{space}", "{space}", "letters and figures stay"),
        ("{digit}", "{digit}{digit}", "letters and figures stay"),
        ("{space}", "{space}{space}", "set more often than it is found"),
        ("{word-start}", "", "no sign of its own"),
        ("{space?}", "", "no sign of its own"),
        ("{digit: a|b}", "{digit}", "no name for words"),
        ("{sign: a||b}", "{sign}", "is empty"),
        ("{sign: §}", "{sign: §}", "no lists of words"),
        ("{sign: a|b}{sign}", "{sign}{sign}", "stands once"),
        ("." * 2001, "…", "at most 2000"),
    ],
)
def test_a_rule_that_is_not_sound_is_refused_in_plain_words(find: str, set_: str, trouble: str) -> None:
    with pytest.raises(ValueError, match=trouble.replace("{", r"\{").replace("}", r"\}")):
        made_ready(Replacement(find, set_, "", ()), "0123456789")


def test_signs_of_regular_expressions_are_signs() -> None:
    assert applied("(a+)+$ .* [x]", pack_with((".*", "×"), ("(", "["))) == "[a+)+$ × [x]"


HOSTILE = (
    "5 " * 50_000,
    "a. " * 30_000,
    "A. " * 30_000,
    "." * 100_000,
    " " * 100_000,
    "1–" * 50_000,
    "I" * 100_000,
    "и " * 50_000,
    "1" * 100_000,
)


@pytest.mark.parametrize("tag", ["en-GB", "de", "ru", "fa"])
def test_a_long_text_takes_time_in_proportion(tag: str) -> None:
    pack = SHELF.pack(tag)
    before = time.process_time()
    for text in HOSTILE:
        applied(text, pack)
    assert time.process_time() - before < 30


def test_a_rule_made_to_be_slow_is_not() -> None:
    pack = pack_with(
        ("{digits}{space?}{digits}{space?}{digits}{space?}{digits}x", "{digits}{digits}{digits}{digits}x"),
        ("{x: a|aa|aaa|aaaa}{y: a|aa|aaa|aaaa}{z: a|aa|aaa|aaaa}!", "{x}{y}{z}?"),
    )
    before = time.process_time()
    applied("1" * 50_000 + "a" * 50_000, pack)
    assert time.process_time() - before < 5


def test_rules_that_lengthen_what_others_set_are_stopped() -> None:
    doubling = [("-", "--")] * 40
    with pytest.raises(ReportError, match="more than 8 times as long"):
        applied("a-b", pack_with(*doubling))
    with pytest.raises(ValueError, match="more than 8 times as long"):
        try_together([Replacement(find, set_, "", ()) for find, set_ in doubling], "0123456789")
