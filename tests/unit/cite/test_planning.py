"""Which notes mention a work first, again, or as the note before did."""

from __future__ import annotations

import pytest

from report.cite.planning import CitingNote, plan_notes
from report.findings import Mark
from report.model.brief import CitationRules
from report.model.text import CitedWork, LocatorPart

MARK = Mark("brief.yaml")
RULES = CitationRules("house-short-title", ibid=True, reset="never", terms="edition", parts=(), mark=MARK)
WITHOUT_IBID = CitationRules("house-short-title", ibid=False, reset="never", terms="edition", parts=(), mark=MARK)
BY_SECTION = CitationRules("house-short-title", ibid=True, reset="section", terms="edition", parts=(), mark=MARK)


def note(*written: str, section: str = "one") -> CitingNote:
    """A note that cites works written as “doe” or “doe 3”: a key and a page."""
    works = []
    for one in written:
        key, _, page = one.partition(" ")
        works.append(CitedWork(key, (LocatorPart("page", page),) if page else (), MARK))
    return CitingNote(tuple(works), section)


def positions(*notes: CitingNote, rules: CitationRules = RULES) -> list[list[str]]:
    return [[mention.position for mention in mentions] for mentions in plan_notes(notes, rules)]


def test_the_same_work_and_place_right_after_is_ibid() -> None:
    assert positions(note("doe 3"), note("doe 3")) == [["first"], ["ibid"]]


def test_another_place_of_the_same_work_is_ibid_with_its_locator() -> None:
    assert positions(note("doe 3"), note("doe 4")) == [["first"], ["ibid-elsewhere"]]


def test_a_place_after_the_whole_work_is_ibid_with_its_locator() -> None:
    assert positions(note("doe"), note("doe 4")) == [["first"], ["ibid-elsewhere"]]


def test_the_whole_work_after_one_place_of_it_is_a_later_mention() -> None:
    assert positions(note("doe 3"), note("doe")) == [["first"], ["later"]]


def test_a_note_of_prose_in_between_forbids_ibid() -> None:
    assert positions(note("doe"), note(), note("doe")) == [["first"], [], ["later"]]


def test_there_is_no_ibid_after_a_note_with_two_works() -> None:
    assert positions(note("roe", "doe"), note("doe")) == [["first", "first"], ["later"]]


def test_there_is_no_ibid_after_a_note_that_cites_two_places_of_one_work() -> None:
    assert positions(note("doe 3", "doe 9"), note("doe 9")) == [["first", "later"], ["later"]]


def test_there_is_no_ibid_among_several_works() -> None:
    assert positions(note("doe"), note("doe", "roe")) == [["first"], ["later", "first"]]
    assert positions(note("doe"), note("roe", "doe")) == [["first"], ["first", "later"]]


def test_ibid_may_follow_ibid() -> None:
    assert positions(note("doe"), note("doe"), note("doe")) == [["first"], ["ibid"], ["ibid"]]


def test_a_house_may_do_without_ibid() -> None:
    assert positions(note("doe"), note("doe"), rules=WITHOUT_IBID) == [["first"], ["later"]]


def test_every_section_begins_anew_where_the_house_says_so() -> None:
    notes = [note("doe"), note("doe"), note("doe", section="two"), note("doe", section="two")]
    assert positions(*notes, rules=BY_SECTION) == [["first"], ["ibid"], ["first"], ["ibid"]]


@pytest.mark.parametrize("rules", [RULES, WITHOUT_IBID, BY_SECTION])
def test_every_work_is_mentioned_for_the_first_time_once_in_its_reach(rules: CitationRules) -> None:
    plan = positions(*(note("doe"), note("roe"), note("doe"), note("roe")), rules=rules)
    assert [place for mentions in plan for place in mentions].count("first") == 2
