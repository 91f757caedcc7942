"""Faults of print files are found in a file by itself: no pages for readers, no press file need lie beside it."""

from __future__ import annotations

import pytest

from report.model.output import Medium
from tests.support.finished import Spoiler, finished, spoiled
from tests.support.print_spoilers import PRINT_SPOILERS
from tests.support.text_spoilers import said_of_one


@pytest.mark.parametrize(("medium", "code", "spoil"), PRINT_SPOILERS.values(), ids=PRINT_SPOILERS)
def test_what_is_spoiled_is_found(medium: Medium, code: str, spoil: Spoiler) -> None:
    made = finished("en-GB")
    found = said_of_one(spoiled(made.proofs[medium].body, spoil), medium, made)
    assert code in {finding.code for finding in found}


@pytest.mark.parametrize("medium", ["paged", "press", "booklet"])
@pytest.mark.parametrize("locale", ["en-GB", "de", "ru", "fa"])
def test_nothing_is_found_in_a_good_file_by_itself(medium: Medium, locale: str) -> None:
    made = finished(locale)
    assert [finding.message for finding in said_of_one(made.proofs[medium].body, medium, made)] == []
