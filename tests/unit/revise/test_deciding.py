"""Accepting all changes of a redline gives the new text, rejecting them all the old."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from report.model.redline import Printing
from report.model.text import note_calls
from report.revise import accepted, redline, rejected
from report.revise.journal import ids_of, reachable
from tests.support.as_printed import as_printed
from tests.support.cases import cases
from tests.support.random_edits import EDITS, Edit, edited
from tests.support.shipped import BRIEFS, LOCALES, ROOT, prepared

EDIT = st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 400), st.integers(0, 400))
ROWS = (st.lists(EDIT, max_size=4), st.lists(EDIT, max_size=12))


@cache
def shipped(slug: str, locale: str) -> Printing:
    one, _ = prepared(ROOT, slug, locale)
    return Printing(one.edition, one.apparatus)


@given(st.sampled_from(BRIEFS), st.sampled_from(LOCALES), *ROWS)
def test_accepting_gives_the_new_text_and_rejecting_the_old(
    slug: str, locale: str, before: list[Edit], after: list[Edit]
) -> None:
    """A hundred pairs of texts in every run; ``REPORT_FUZZ_CASES=3000`` tries as many others, in four minutes."""
    old = edited(shipped(slug, locale), before)
    new = edited(old, after)
    made = redline(old, new)
    assert as_printed(accepted(made)) == as_printed(new)
    assert as_printed(rejected(made)) == as_printed(old)


@given(st.sampled_from(BRIEFS), st.sampled_from(LOCALES), st.lists(EDIT, max_size=8))
@settings(max_examples=cases(15))
def test_a_text_beside_itself_has_no_changes(slug: str, locale: str, edits: list[Edit]) -> None:
    one = edited(shipped(slug, locale), edits)
    made = redline(one, one)
    assert not made.changes
    assert not made.fates
    assert as_printed(made.printing) == as_printed(one)


@given(st.sampled_from(BRIEFS), st.sampled_from(LOCALES), st.lists(EDIT, max_size=8))
@example("specimen", "en-GB", [(21, 23, 1), (28, 1, 0)])  # a paragraph that was cut and moved calls its note twice
@settings(max_examples=cases(15))
def test_ids_in_a_redline_are_given_once_and_notes_are_all_there(slug: str, locale: str, edits: list[Edit]) -> None:
    old = shipped(slug, locale)
    merged = redline(old, edited(old, edits)).printing
    brief, notes = merged.edition.brief, merged.apparatus.notes
    ids = list(ids_of(brief))
    assert len(ids) == len(set(ids))
    called = [call.id for text in brief.texts() for call in note_calls(text)]
    assert sorted(called) == sorted(notes)
    assert set(reachable(brief)) <= merged.apparatus.targets.keys()
