"""What the published rules ask notes and bibliographies to print, case by case; README.md says how cases are read."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.conformance.cases import CASES, WORKS, Case
from tests.support.apparatus import all_folded, apparatus_of, bibliography_of, edition_of, notes_of, printed, rules


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_prints_what_the_rule_asks_for(case: Case) -> None:
    edition = edition_of(case.text, case.locale, rules(case.style, case.house))
    apparatus = apparatus_of(edition, WORKS)
    actual = {
        "notes": notes_of(apparatus),
        "bibliography": bibliography_of(apparatus),
        "printed": printed(edition, apparatus),
    }
    expected = {part: all_folded(texts) for part, texts in case.expected.items()}
    assert {part: actual[part] for part in expected} == expected, case.rule


def test_every_case_has_a_name_of_its_own_a_rule_and_something_expected() -> None:
    names = Counter(case.id for case in CASES)
    assert [name for name, count in names.items() if count > 1] == []
    assert [case.id for case in CASES if not case.rule or not any(case.expected.values())] == []


def test_every_style_and_every_locale_has_cases() -> None:
    assert {case.style for case in CASES} == {"house-short-title", "chicago-notes", "chicago-shortened-notes"}
    assert {case.locale for case in CASES} == {"en-GB", "en-US", "de", "ru", "fa"}


def test_every_work_is_cited_in_some_case() -> None:
    written = " ".join(paragraph for case in CASES for paragraph in case.text)
    assert [key for key in WORKS if f"@{key}" not in written] == []
