"""The English Chicago cases, asked of pandoc too: it prints the same, or `differences.yaml` says why not.

An explanation names every line that pandoc prints differently; one that is not explained fails, and so does an
explanation of a line that pandoc does not print any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conformance.cases import CASES, DIFFERENCES, WORKS_FILE, Case
from tests.support.apparatus import all_folded
from tests.support.pandoc import Setting, csl_style, set_by_pandoc

Line = tuple[str, str, str]
"""A case, a part of it, and a line as pandoc prints it."""

_WITH_IBID = {
    "chicago-notes": "chicago-notes-bibliography-subsequent-ibid-17th-edition",
    "chicago-shortened-notes": "chicago-shortened-notes-bibliography-subsequent-ibid-17th-edition",
}
_WITHOUT_IBID = {"chicago-notes": "chicago-notes-bibliography-subsequent-author-title-17th-edition"}

# CSL counts a work as new once in a document, so what a house resets by section cannot be asked.
COMPARED = [
    case
    for case in CASES
    if case.style in _WITH_IBID and case.locale.startswith("en") and case.house.get("reset", "never") == "never"
]


@pytest.fixture(scope="module")
def differences() -> set[Line]:
    settings = [Setting("\n\n".join(case.text), _csl(case), case.locale) for case in COMPARED]
    printed = set_by_pandoc(settings, WORKS_FILE)
    return {line for case, parts in zip(COMPARED, printed, strict=True) for line in _differences(case, parts)}


def test_every_line_that_pandoc_prints_differently_is_explained(differences: set[Line]) -> None:
    assert sorted(differences - _explained()) == []


def test_every_explained_difference_is_still_there(differences: set[Line]) -> None:
    assert sorted(_explained() - differences) == []


def test_every_explanation_has_a_reason_and_a_rule() -> None:
    assert [one for one in _explanations() if not (one["why"] and one["rule"] and one["lines"])] == []


def test_most_lines_are_the_same(differences: set[Line]) -> None:
    lines = sum(len(texts) for case in COMPARED for texts in case.expected.values())
    assert len(COMPARED) >= 80
    assert len(differences) <= lines / 3


def _csl(case: Case) -> Path:
    names = _WITH_IBID if case.house.get("ibid", True) else _WITHOUT_IBID
    return csl_style(names[case.style])


def _differences(case: Case, printed: dict[str, list[str]]) -> Iterator[Line]:
    for part, texts in case.expected.items():
        for ours, pandocs in zip_longest(all_folded(texts), printed[part], fillvalue=""):
            if ours != pandocs:
                yield case.id, part, pandocs


def _explanations() -> list[dict[str, Any]]:
    written: list[dict[str, Any]] = yaml.safe_load(DIFFERENCES.read_text(encoding="utf-8"))
    return written


def _explained() -> set[Line]:
    return {
        (case, part, line)
        for one in _explanations()
        for case, parts in one["lines"].items()
        for part, lines in parts.items()
        for line in lines
    }
