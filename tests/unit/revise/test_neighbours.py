"""Where something went that was moved within its section: said by what it stands beside now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.cite.numbering import number_targets
from report.model.apparatus import Apparatus, Note
from report.model.blocks import Block, Callout
from report.model.brief import Brief
from report.model.redline import Printing
from report.model.revision import Beside, Change, State
from report.model.text import Emphasis, Foreign, NoteCall, Words, flatten, plain
from report.revise import redline
from report.revise.change_log import change_log
from report.revise.neighbours import beside_block, beside_section, opening
from tests.support.editions import MARK, edition, paragraph, section, words

NONE = Apparatus({}, (), {}, {})
ONE, TWO, THREE = (paragraph(id_, f"The {id_} of three paragraphs.") for id_ in ("first", "second", "third"))


def test_what_moved_down_stands_after_another() -> None:
    (change,) = _changes(_of(ONE, TWO, THREE), _of(TWO, THREE, ONE))
    assert _beside(change) == ("after", "The third of three paragraphs.")


def test_what_moved_to_the_beginning_stands_before_another() -> None:
    (change,) = _changes(_of(ONE, TWO, THREE), _of(THREE, ONE, TWO))
    assert _beside(change) == ("before", "The first of three paragraphs.")


def test_what_moved_to_another_section_has_no_neighbour() -> None:
    before = edition(section("a", "A", ONE, TWO), section("b", "B", THREE)).brief
    after = edition(section("a", "A", ONE), section("b", "B", THREE, TWO)).brief
    (change,) = _changes(before, after)
    assert change.beside is None
    assert (plain(change.before), plain(change.after)) == ("A", "B")


def test_what_left_the_summary_was_not_moved_within_it() -> None:
    before = replace(edition(section("a", "A", ONE)).brief, summary=(TWO, THREE))
    after = replace(edition(section("a", "A", ONE, TWO)).brief, summary=(THREE,))
    (change,) = _changes(before, after)
    assert change.beside is None


def test_a_section_that_moved_stands_beside_another() -> None:
    one, two = section("a", "A", ONE), section("b", "B", TWO, THREE)
    (change,) = _changes(edition(one, two).brief, edition(two, one).brief)
    assert _beside(change) == ("after", "B")


def test_a_section_without_a_title_is_told_by_its_first_words() -> None:
    sections = (section("a", "", ONE), section("b", "B", TWO))
    assert plain(beside_section(sections, "b", NONE).words) == "The first of three paragraphs."


def test_what_stands_in_a_call_out_is_told_by_what_stands_there() -> None:
    box = Callout("box", words("How to read"), (ONE, TWO), spans=False, mark=MARK)
    brief = _of(THREE, box)
    assert beside_block(brief, "second", NONE) == Beside("after", words_at(ONE))
    alone = _of(THREE, replace(box, blocks=(ONE,)))
    assert plain(beside_block(alone, "first", NONE).words) == "How to read"


def test_long_words_are_cut_between_two_of_them() -> None:
    said = plain(opening([words("All of this happened, long before either country had a political order.")], NONE))
    assert said == "All of this happened, long before either country\u00a0…"


@pytest.mark.parametrize("sign", [".", ",", " –", "،"])
def test_no_sign_stands_before_the_cut(sign: str) -> None:
    text = f"All of this has happened long before this one{sign} And more follows after it."
    assert plain(opening([words(text)], NONE)) == "All of this has happened long before this one\u00a0…"


def test_words_of_another_language_that_are_cut_end_with_the_sign_on_their_own_side() -> None:
    letter = Foreign(words("A letter that is far longer than what is quoted of it"), "en", "ltr", MARK)
    (said,) = opening([(letter,)], NONE)
    assert isinstance(said, Foreign)
    assert plain((said,)).endswith("quoted\u00a0…")


def test_a_word_that_is_longer_than_the_measure_is_cut() -> None:
    assert plain(opening([words("n" * 500)], NONE)) == "n" * 48 + "…"


def test_notes_and_emphasis_are_left_out_and_languages_stay() -> None:
    note = Note("n", 1, "1", words("A note."), (), "s", MARK)
    text = (Emphasis(words("It "), MARK), Foreign(words("dure"), "fr", "ltr", MARK), NoteCall("n", (), MARK))
    said = opening([(), text], Apparatus({"n": note}, (), {}, {}))
    assert plain(said) == "It dure"
    assert [type(run) for run in said] == [Words, Foreign]
    assert not [run for run in flatten(said) if isinstance(run, NoteCall)]


def test_the_change_log_says_where_it_went() -> None:
    assert "within the section, now after “The third of three paragraphs.”" in _log(
        _of(ONE, TWO, THREE), _of(TWO, THREE, ONE)
    )
    before = replace(_of(), summary=(ONE, TWO, THREE))
    after = replace(_of(), summary=(THREE, ONE, TWO))
    assert "within the summary, now before “The first of three paragraphs.”" in _log(before, after)
    one, two = section("a", "A", ONE), section("b", "B", TWO, THREE)
    said = _log(edition(one, two).brief, edition(two, one).brief)
    assert "now after “B”" in said
    assert "within" not in said


@pytest.mark.parametrize(
    ("state", "said"), [("draft", "1.0 draft"), ("in-review", "1.0 in review"), ("published", "1.0")]
)
def test_the_change_log_says_how_far_the_text_is(state: State, said: str) -> None:
    assert f"to {said}\n" in _log(_of(ONE), _of(TWO), state)


def words_at(block: Block) -> tuple[Words, ...]:
    """The words of a paragraph at their place."""
    return words(f"The {block.id} of three paragraphs.")


def _of(*blocks: Block) -> Brief:
    return edition(section("s", "Section", *blocks)).brief


def _changes(before: Brief, after: Brief) -> tuple[Change, ...]:
    return redline(_printing(before), _printing(after)).changes


def _log(before: Brief, after: Brief, state: State = "published") -> str:
    return change_log(redline(_printing(before), _printing(after, state))).decode("utf-8")


def _printing(brief: Brief, state: State = "published") -> Printing:
    made = replace(edition(), brief=brief, state=state)
    return Printing(made, Apparatus({}, (), number_targets(made), {}))


def _beside(change: Change) -> tuple[str, str]:
    assert change.beside
    return change.beside.side, plain(change.beside.words)
