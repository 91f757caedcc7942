"""Slips that are put into the shipped editions are found, kind by kind."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

import pytest

from report.findings import Finding, Mark
from report.load.catalogs import load_catalog
from report.localize.parity import check_parity, pairs_of_words
from report.model.catalog import house_catalog
from tests.support.parity import (
    ROOT,
    SHELF,
    SHIPPED,
    findings_of_edition,
    findings_of_shipped,
    said,
    shipped_glossary,
    translations,
)
from tests.support.slips import SLIPS, Slip

_A_KIND = 3


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.__name__.lstrip("_"))
def test_a_slip_in_a_shipped_edition_is_found(slip: Slip) -> None:
    dice = random.Random(slip.__name__)
    places = [(slug, tag, context) for slug, tag in SHIPPED for context in translations(slug, tag)]
    dice.shuffle(places)
    tried = 0
    for slug, tag, context in places:
        source, words = translations(slug, tag)[context]
        spoilt = slip(source, words, tag)
        if spoilt != words and context and "/" in context and tried < _A_KIND:
            tried += 1
            new = _counted(findings_of_edition(slug, tag, {context: spoilt}))
            assert new - _counted(findings_of_shipped(slug, tag)), (slug, tag, context)
    assert tried


@pytest.mark.parametrize("tag", ["de", "ru", "fa"])
def test_nothing_is_said_of_the_shipped_words_of_templates(tag: str) -> None:
    path = house_catalog(tag)
    messages = load_catalog(ROOT, path, Mark(path)).value.messages
    pairs = pairs_of_words(messages)
    assert not list(check_parity(pairs, SHELF.pack(tag), SHELF.pack("en-GB"), shipped_glossary()))


def test_a_denial_is_answered_by_any_word_that_the_pack_has_for_it() -> None:
    assert said([("The clock is not read.", "Die Uhr wird nicht abgelesen.")]) == []
    assert said([("The clock is not read.", "Kaum wird die Uhr abgelesen.")]) == []
    assert said([("The clock is not read.", "Die Uhr wird abgelesen.")]) == [("LOC-044", 1)]


def test_of_two_denials_none_is_lost() -> None:
    source = "It is not read without a lamp."
    assert said([(source, "Ohne Lampe wird sie nicht abgelesen.")]) == []
    assert said([(source, "Ohne Lampe wird sie abgelesen.")]) == [("LOC-044", 1)]


def test_three_things_in_a_row_stay_three() -> None:
    source = "It was lifted, cleaned and lowered"
    assert said([(source, "Er wurde gehoben, gereinigt und abgesenkt")]) == []
    assert said([(source, "Er wurde gehoben und dann abgesenkt")]) == [("LOC-044", 1)]


@pytest.mark.parametrize("remark", ["(?)", "(Anm. d. Übers.)", "(prüfen)", "(Pegeluhr?)", "TODO", "??"])
def test_a_remark_of_the_translator_is_found(remark: str) -> None:
    findings = said([("The clock is at the quay wall of the town.", f"Die Uhr {remark} steht am Kai der Stadt.")])
    assert ("LOC-044", 9) in findings


def test_a_unit_in_words_is_not_another() -> None:
    assert said([("It sinks three millimetres.", "Er sinkt drei Millimeter.")]) == []
    assert said([("It sinks three millimetres.", "Er sinkt drei Zentimeter.")]) == [("LOC-034", 15), ("LOC-034", 1)]


def test_cross_references_do_not_change_places() -> None:
    source = "See [#one], then [#two]."
    assert said([(source, "Siehe [#one], dann [#two].")]) == []
    assert said([(source, "Siehe [#two], dann [#one].")]) == [("LOC-036", 7)]


def test_a_strange_abbreviation_is_found() -> None:
    assert ("LOC-041", 5) in said([("The council of it met.", "Die OPEC tagte.")])


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message) for finding in findings)
