"""Mistakes put into the shipped content, references, templates and sheets at random places: each is reported there.

Ten of each kind. Of ten one may be reported too far off; none may be built as if nothing were wrong, and none may
make the checks fall over.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support.mistakes.campaign import Bench, Verdict, kinds

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[2]
SEED = 2
OF_EACH_KIND = 10


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Verdict]]:
    bench = Bench(PROJECT, tmp_path_factory.mktemp("project"))
    mutants = kinds(PROJECT, SEED, OF_EACH_KIND)
    return {kind: [bench.judge(mutant) for mutant in some] for kind, some in mutants.items()}


def test_there_are_enough_mistakes_of_enough_kinds(verdicts: dict[str, list[Verdict]]) -> None:
    assert len(verdicts) >= 15
    assert all(len(some) >= 8 for some in verdicts.values())
    assert sum(len(some) for some in verdicts.values()) >= 200


def test_no_mistake_makes_the_checks_fall_over(verdicts: dict[str, list[Verdict]]) -> None:
    crashed = [one for some in verdicts.values() for one in some if one.crash]
    assert not crashed, _shown(crashed)


def test_no_mistake_is_built_as_if_nothing_were_wrong(verdicts: dict[str, list[Verdict]]) -> None:
    silent = [one for some in verdicts.values() for one in some if one.is_silent]
    assert not silent, _shown(silent)


def test_nearly_all_are_reported_within_one_line(verdicts: dict[str, list[Verdict]]) -> None:
    judged = [one for some in verdicts.values() for one in some]
    missed = [one for one in judged if not one.is_found]
    assert len(missed) <= 0.05 * len(judged), _shown(missed)


def test_nine_of_ten_of_each_kind_are_reported_within_one_line(verdicts: dict[str, list[Verdict]]) -> None:
    missed = {kind: [one for one in some if not one.is_found] for kind, some in verdicts.items()}
    weak = [one for kind, some in missed.items() if len(some) > 0.1 * len(verdicts[kind]) for one in some]
    assert not weak, _shown(weak)


def _shown(verdicts: Iterable[Verdict]) -> str:
    return "\n\n" + "\n\n".join(str(one) for one in verdicts)
