"""Which notes print ibid."""

from __future__ import annotations

from report.cite.numbering import plan_notes
from report.findings import Mark
from report.model.text import CitedWork

MARK = Mark("brief.yaml")


def work(key: str, locator: str = "") -> CitedWork:
    return CitedWork(key, locator, MARK)


def test_the_same_work_and_place_right_after_is_ibid() -> None:
    assert plan_notes([(work("doe", "p. 3"),), (work("doe", "p. 3"),)]) == ["", "same-place"]


def test_another_place_of_the_same_work_keeps_its_locator() -> None:
    assert plan_notes([(work("doe", "p. 3"),), (work("doe", "p. 4"),)]) == ["", "other-place"]


def test_the_whole_work_after_one_place_of_it_is_cited_in_full() -> None:
    assert plan_notes([(work("doe", "p. 3"),), (work("doe"),)]) == ["", ""]


def test_a_note_of_prose_in_between_forbids_ibid() -> None:
    assert plan_notes([(work("doe"),), (), (work("doe"),)]) == ["", "", ""]


def test_there_is_no_ibid_after_a_note_with_two_works() -> None:
    assert plan_notes([(work("roe"), work("doe")), (work("doe"),)]) == ["", ""]


def test_there_is_no_ibid_inside_a_note_with_two_works() -> None:
    assert plan_notes([(work("doe"),), (work("doe"), work("roe"))]) == ["", ""]


def test_ibid_may_follow_ibid() -> None:
    assert plan_notes([(work("doe"),)] * 3) == ["", "same-place", "same-place"]
