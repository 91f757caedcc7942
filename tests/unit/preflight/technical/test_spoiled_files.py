"""Every technical question finds what it asks for in a file that is otherwise good, and nothing in a good one."""

from __future__ import annotations

import pytest

from report.model.output import Medium
from tests.support.finished import Spoiler, codes_of, finished, said_of, spoiled
from tests.support.spoilers import SPOILERS

# Files that print and readers have the same spoilt content in are compared with each other, too.
PRINTED: tuple[Medium, ...] = ("paged", "press", "booklet")


@pytest.mark.parametrize("medium", PRINTED)
@pytest.mark.parametrize("locale", ["de", "fa"])
def test_nothing_is_said_of_a_good_file(medium: Medium, locale: str) -> None:
    made = finished(locale)
    assert [str(one.message) for one in said_of(made.proofs[medium].body, medium, made)] == []


@pytest.mark.parametrize("medium", PRINTED)
def test_nothing_is_said_of_a_good_file_of_which_nothing_is_known(medium: Medium) -> None:
    made = finished()
    assert [str(one.message) for one in said_of(made.proofs[medium].body, medium, made, alone=True)] == []


@pytest.mark.parametrize(("medium", "code", "spoil"), SPOILERS.values(), ids=SPOILERS)
def test_what_is_spoiled_is_found(medium: Medium, code: str, spoil: Spoiler) -> None:
    made = finished()
    assert code in codes_of(spoiled(made.proofs[medium].body, spoil), medium, made)


@pytest.mark.parametrize("medium", PRINTED)
def test_a_file_that_is_only_written_anew_is_as_good(medium: Medium) -> None:
    made = finished()
    assert codes_of(spoiled(made.proofs[medium].body, lambda _: None), medium, made) == set()
