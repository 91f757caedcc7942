"""Ten thousand random numbers and dates a locale, asked of Node's Intl (ICU) too: it writes the same, or a house rule.

`house_rules.yaml` says where the house writes otherwise, and why. Node 18 and later will do.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
import yaml

from report import locales
from report.locales.calendars import own_date, solar_hijri
from report.model.blocks import PartialDate
from report.model.locale import Pack

HERE = Path(__file__).parent
LOCALES = ("en-GB", "de", "ru", "fa")
QUESTIONS = 10_000
# The first day of 1300 and the last of 1500 in the Solar Hijri calendar.
FIRST, LAST = date(1921, 3, 21), date(2122, 3, 20)
CURRENCIES = ("USD", "EUR", "RUB", "IRR")

Answer = Callable[[Pack], str]


@dataclass(frozen=True)
class Question:
    """A kind of value, what Node is told of it, and how the house writes it."""

    kind: str
    told: tuple[str | int, ...]
    ours: Answer


@dataclass(frozen=True)
class HouseRule:
    locales: tuple[str, ...]
    kinds: tuple[str, ...]
    icu: str
    house: str
    why: str

    def applied(self, written: str) -> str:
        return re.sub(self.icu, self.house, written)


HOUSE_RULES = [
    HouseRule(tuple(one["locales"]), tuple(one["kinds"]), one["icu"], one["house"], one["why"])
    for one in yaml.safe_load((HERE / "house_rules.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("tag", LOCALES)
def test_numbers_percentages_and_dates_are_those_of_icu_or_of_a_house_rule(tag: str) -> None:
    pack = locales.Shelf.of(None).pack(tag)
    differences = [
        (question.kind, question.told, theirs, ours)
        for question, theirs in asked(tag)
        if (ours := question.ours(pack)) != as_the_house_has_it(theirs, tag, question.kind)
    ]
    assert differences == []


def test_every_house_rule_changes_what_icu_writes_and_says_why() -> None:
    idle = [
        (rule.icu, tag)
        for rule in HOUSE_RULES
        for tag in rule.locales
        if not any(rule.applied(shown) != shown for shown in shown_before(rule, tag))
    ]
    assert idle == []
    assert all(rule.why for rule in HOUSE_RULES)


def test_every_day_of_two_centuries_has_its_solar_hijri_date() -> None:
    days = [FIRST + timedelta(days) for days in range((LAST - FIRST).days + 1)]
    pack = locales.Shelf.of(None).pack("fa")
    written = answers("fa", [("own-date", day.isoformat()) for day in days])
    theirs = [as_the_house_has_it(one, "fa", "own-date") for one in written]
    assert [own_date(day, pack) for day in days] == theirs
    assert (solar_hijri(days[0]), solar_hijri(days[-1])) == ((1300, 1, 1), (1500, 12, 29))


@cache
def asked(tag: str) -> list[tuple[Question, str]]:
    """Return ten thousand questions, always the same, with what ICU answers."""
    made = questions(random.Random(f"numbers and dates of {tag}"), tag)
    chosen = [next(made) for _ in range(QUESTIONS)]
    return list(zip(chosen, answers(tag, [(one.kind, *one.told) for one in chosen]), strict=True))


def questions(dice: random.Random, tag: str) -> Iterator[Question]:
    while True:
        yield from (about_number(dice), about_percentage(dice), about_money(dice))
        yield from (about_day(dice, tag), about_month(dice))


def about_number(dice: random.Random) -> Question:
    value = any_number(dice, 12)
    return Question("number", (str(value), decimals_of(value)), lambda pack: locales.number(value, pack))


def about_percentage(dice: random.Random) -> Question:
    value = any_number(dice, 5)
    told = (f"{value.scaleb(-2):f}", decimals_of(value))
    return Question("percent", told, lambda pack: locales.percent(value, pack))


def about_money(dice: random.Random) -> Question:
    value, code, decimals = any_number(dice, 9), dice.choice(CURRENCIES), dice.choice((0, 2))
    value = value.quantize(Decimal(1).scaleb(-decimals)) or Decimal(1)
    told = (f"{value:f}", decimals, code)  # never zero: ICU puts a minus before some
    return Question("currency", told, lambda pack: locales.currency(value, code, pack, decimals))


def about_day(dice: random.Random, tag: str) -> Question:
    day = any_day(dice)
    writings: dict[str, Answer] = {
        "long-date": lambda pack: locales.long_date(day, pack),
        "short-date": lambda pack: locales.timeline_date(PartialDate(day.year, day.month, day.day), pack),
    }
    if tag == "fa":
        writings["own-date"] = lambda pack: own_date(day, pack)
    kind = dice.choice(tuple(writings))
    return Question(kind, (day.isoformat(),), writings[kind])


def about_month(dice: random.Random) -> Question:
    day = any_day(dice)
    month = PartialDate(day.year, day.month)
    return Question("long-month", (day.isoformat(),), lambda pack: locales.timeline_date(month, pack, is_short=False))


def any_number(dice: random.Random, digits: int) -> Decimal:
    """Return a number other than zero, of few or many digits, few enough for a number of JavaScript."""
    decimals = dice.choice((0, 0, 1, 2, 3))
    whole = dice.randrange(1, 10 ** dice.randint(1, digits))
    return Decimal(whole * dice.choice((1, 1, 1, -1))).scaleb(-decimals)


def decimals_of(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def any_day(dice: random.Random) -> date:
    return FIRST + timedelta(dice.randrange((LAST - FIRST).days + 1))


def as_the_house_has_it(written: str, tag: str, kind: str) -> str:
    for rule in HOUSE_RULES:
        if tag in rule.locales and kind in rule.kinds:
            written = rule.applied(written)
    return written


def shown_before(rule: HouseRule, tag: str) -> Iterator[str]:
    """Yield what ICU writes as the rules before this one leave it."""
    earlier = HOUSE_RULES[: HOUSE_RULES.index(rule)]
    for question, written in asked(tag):
        if question.kind in rule.kinds:
            shown = written
            for one in earlier:
                shown = one.applied(shown) if tag in one.locales and question.kind in one.kinds else shown
            yield shown


def answers(tag: str, questions_: list[tuple[str | int, ...]]) -> list[str]:
    """Return what one run of Node writes for all questions about a locale."""
    program = shutil.which("node")
    if program is None:
        # Where everything is checked a skip would hide that nothing was.
        assert "CI" not in os.environ, "Node is missing; the command “test” installs it"
        pytest.skip("Node is not installed; the command “test” installs it")
    request = json.dumps({"locale": tag, "questions": questions_})
    run = subprocess.run(
        [program, str(HERE / "intl.js")], input=request, capture_output=True, text=True, encoding="utf-8", check=True
    )
    written: list[str] = json.loads(run.stdout)
    return written
