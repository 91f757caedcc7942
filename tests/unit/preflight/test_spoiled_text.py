"""Every fault of text and tags is found in a file that is otherwise good, whatever the layout of its pages was."""

from __future__ import annotations

import pytest

from report.model.output import Medium
from tests.support.finished import Finished, Spoiler, finished, spoiled
from tests.support.text_spoilers import TEXT_SPOILERS, said_of_one

# Faults of words, which lines from the right may hide; those of tags are the same in every edition.
OF_WORDS = ("PRE-020", "PRE-021", "PRE-032", "PRE-035")
SPOILED = [
    pytest.param(locale, medium, code, spoil, id=f"{name}-{locale}")
    for name, (medium, code, spoil) in TEXT_SPOILERS.items()
    for locale in ("en-GB", "fa")
    if locale == "en-GB" or code in OF_WORDS
]


@pytest.mark.parametrize(("locale", "medium", "code", "spoil"), SPOILED)
def test_a_spoiled_text_is_found(locale: str, medium: Medium, code: str, spoil: Spoiler) -> None:
    made = finished(locale)
    assert code in _codes(made, medium, spoiled(made.proofs[medium].body, spoil))


@pytest.mark.parametrize("medium", ["paged", "press", "booklet"])
@pytest.mark.parametrize("locale", ["en-GB", "fa"])
def test_nothing_is_found_where_nothing_is_spoiled(locale: str, medium: Medium) -> None:
    made = finished(locale)
    assert _codes(made, medium, spoiled(made.proofs[medium].body, lambda _: None)) == set()


def _codes(made: Finished, medium: Medium, body: bytes) -> set[str]:
    return {finding.code for finding in said_of_one(body, medium, made)}
