"""Where a text departs from the frozen one: each place is named once, and an equal text has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from report.model.apparatus import Apparatus
from report.model.brief import Author, Brief
from report.model.redline import Printing
from report.revisions.departures import departures
from tests.support import editions
from tests.support.freezing import printing_of

_OF_BRIEF: dict[str, tuple[Callable[[Brief], Brief], str]] = {
    "title": (lambda brief: replace(brief, title=editions.words("Other")), "the title"),
    "authors": (lambda brief: replace(brief, authors=(Author("Somebody", corporate=False),)), "the authors"),
    "keywords": (lambda brief: replace(brief, keywords=()), "the keywords"),
    "section": (lambda brief: _with_title(brief, "Other"), "“readings”"),
    "gone": (lambda brief: replace(brief, sections=brief.sections[:2]), "“measures”, which is gone"),
    "order": (
        lambda brief: replace(brief, sections=(brief.sections[0], brief.sections[2], brief.sections[1])),
        "the order of sections and blocks",
    ),
}


@pytest.mark.parametrize(("change", "what"), _OF_BRIEF.values(), ids=_OF_BRIEF.keys())
def test_a_change_of_the_text_is_named(change: Callable[[Brief], Brief], what: str) -> None:
    then = printing_of("specimen", "en-GB")
    now = replace(then, edition=replace(then.edition, brief=change(then.edition.brief)))
    assert what in [one.what for one in departures(now, then)]


def test_a_note_that_prints_otherwise_is_named_at_its_place() -> None:
    then = printing_of("specimen", "en-GB")
    first, *rest = then.apparatus.notes.values()
    changed = replace(first, text=editions.words("Otherwise."))
    notes = {note.id: note for note in (changed, *rest)}
    (one,) = departures(replace(then, apparatus=replace(then.apparatus, notes=notes)), then)
    assert (one.mark, one.what) == (first.mark, f"the note “{first.id}”")


def test_a_reference_that_prints_otherwise_is_named() -> None:
    then = printing_of("specimen", "en-GB")
    group, *rest = then.apparatus.bibliography
    first, *others = group.references
    changed = replace(group, references=(replace(first, text=editions.words("Otherwise.")), *others))
    now = replace(then, apparatus=replace(then.apparatus, bibliography=(changed, *rest)))
    assert [one.what for one in departures(now, then)] == [f"the reference “{first.key}”"]


def test_other_numbers_are_named() -> None:
    then = printing_of("specimen", "en-GB")
    apparatus: Apparatus = replace(then.apparatus, targets={})
    assert [one.what for one in departures(Printing(then.edition, apparatus), then)] == [
        "the numbers of sections, figures and tables"
    ]


def test_an_equal_text_departs_nowhere() -> None:
    then = printing_of("specimen", "fa")
    assert departures(then, then) == ()


def _with_title(brief: Brief, title: str) -> Brief:
    first, second, *rest = brief.sections
    return replace(brief, sections=(first, replace(second, title=editions.words(title)), *rest))
