"""Plural rules choose the form that gettext chooses, and run nothing that a catalog says."""

from __future__ import annotations

import gettext
import time

import pytest
from babel import Locale

from report.localize.plural_forms import plural_forms
from report.model.plurals import PluralRule, PluralRuleError

LANGUAGES = (
    "am ar be bg bn bs ca cs da de de-AT el en eo es et eu fa fi fr ga gu he hi hr hu hy id it ja ka kn ko lo lt lv "
    "ms my nb nl pl pt pt-PT ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh zu"
)


@pytest.mark.parametrize("language", LANGUAGES.split())
def test_a_rule_gives_the_forms_that_gettext_gives(language: str) -> None:
    forms = plural_forms(language)
    rule = PluralRule.parse(forms)
    theirs = gettext.c2py(forms.partition("plural=")[2].rstrip(";"))  # type: ignore[attr-defined]
    assert [rule.form(number) for number in range(250)] == [theirs(number) for number in range(250)]
    assert {rule.form(number) for number in range(250)} == set(range(rule.count))


@pytest.mark.parametrize("language", LANGUAGES.split())
def test_a_rule_tells_whole_numbers_apart_as_the_cldr_does(language: str) -> None:
    rule = PluralRule.parse(plural_forms(language))
    theirs = Locale.parse(language, sep="-").plural_form
    pairs = {(rule.form(number), theirs(number)) for number in range(250)}
    assert len(pairs) == rule.count == len({kind for _, kind in pairs})


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1+2*3", 7),
        ("(1+2)*3", 9),
        ("7/2%2", 1),
        ("8-3-2", 3),
        ("1<2==1", 1),
        ("1||0&&0", 1),
        ("!n", 0),
        ("!!n*3", 3),
        ("n?0?1:2:3", 2),
        ("n==5?4:9", 4),
        ("0&&1/0", 0),
        ("1||1/0", 1),
    ],
)
def test_operations_are_those_of_c(expression: str, value: int) -> None:
    assert PluralRule.parse(f"nplurals=99; plural=n==5?({expression}):0;").form(5) == value


@pytest.mark.parametrize(
    "forms",
    [
        "",
        "nplurals=2",
        "nplurals=2; plural=",
        "nplurals=2; plural=n+;",
        "nplurals=2; plural=(n;",
        "nplurals=2; plural=n n;",
        "nplurals=2; plural=n?1;",
        "nplurals=2; plural=n;",
        "nplurals=2; plural=1/n;",
        "nplurals=2; plural=0-1;",
        "nplurals=2; plural=n.__class__;",
        "nplurals=2; plural=print(n);",
        "nplurals=2; plural=n**n;",
        "nplurals=2; plural=99999999999;",
        f"nplurals=2; plural={'(' * 40}0{')' * 40};",
        f"nplurals=2; plural={'0+' * 5000}0;",
        f"nplurals=2; plural={'!' * 150}n;" * 2,
    ],
)
def test_what_is_no_rule_is_refused_in_words(forms: str) -> None:
    with pytest.raises(PluralRuleError, match=r"^(it|its|a|more|“)"):
        PluralRule.parse(forms)


@pytest.mark.parametrize("expression", ["n > 5000 ? 7 : 0", "1/(n != 5001)"])
def test_a_number_for_which_a_rule_fails_takes_the_last_form(expression: str) -> None:
    assert PluralRule.parse(f"nplurals=2; plural={expression};").form(5001) == 1


def test_spaces_in_a_rule_cost_no_time() -> None:
    started = time.process_time()
    with pytest.raises(PluralRuleError):
        PluralRule.parse(f"nplurals=1; plural=0{' ' * 100_000}x")
    assert time.process_time() - started < 2
