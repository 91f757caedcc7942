"""Where the numbers of changes stand, and what lists of two revisions are numbered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from report.cite.numbering import number_targets
from report.compose.copy import copy_of, state_mark
from report.compose.facts import facts_of
from report.compose.labels import beside_words, quoted_beside
from report.compose.passages import Writer
from report.compose.quoting import in_quotation_marks, quoted
from report.compose.revised import Marked, alone, marked, now, places, title_name
from report.compose.revised.paper import parted
from report.model.apparatus import Apparatus, Note
from report.model.blocks import Block, ListBlock, ListItem, Paragraph, PartialDate
from report.model.brief import Author
from report.model.redline import Former, Printing, Redline, Thing
from report.model.revision import Beside, BlockFate, Change, ChangeKind, State
from report.model.text import Emphasis, Foreign, Link, NoteCall, Revised, Run, Text, Words, Wrapper, plain
from tests.support.editions import MARK, edition, paragraph, section, timeline

NOTE = Note("n-1", 1, "1", (Words("A note.", MARK),), (), "s", MARK)
APPARATUS = Apparatus({"n-1": NOTE}, (), {}, {})
APPARATUS_OF_STEPS = Apparatus(
    {}, (), number_targets(edition(section("s", "Section", timeline("steps", spans=False)))), {}
)


def test_a_replacement_has_one_number_before_what_was_taken_out() -> None:
    runs = _set(_said("deleted", 1, "five"), _said("inserted", 1, "six"))
    assert _numbers(runs) == [(1, "five"), (0, "six")]


def test_a_number_stands_after_the_space_that_its_words_begin_with() -> None:
    runs = _set("hung", _said("inserted", 1, " from a chain"), ".")
    assert _numbers(runs) == [(0, " "), (1, "from a chain")]


def test_a_number_never_stands_within_a_link() -> None:
    runs = _set(Link((Words("the ", MARK), _said("deleted", 1, "old "), Words("office", MARK)), "https://x.org", MARK))
    assert isinstance(runs[0], Revised)
    assert (runs[0].number, runs[0].runs) == (1, ())
    assert isinstance(runs[1], Link)
    assert _numbers(runs[1].runs) == [(0, "old ")]


def test_the_number_of_a_note_stands_after_its_call() -> None:
    runs = _set("word", Revised((NoteCall("n-1", (), MARK), Words(" more", MARK)), "inserted", 1, MARK))
    assert _numbers(runs) == [(0, " more"), (1, "")]


def test_numbers_within_emphasis_and_around_it_are_kept() -> None:
    runs = _set(Emphasis((_said("inserted", 1, "Bench"),), MARK), _said("deleted", 2, "mark"))
    assert _numbers(runs) == [(1, "Bench"), (2, "mark")]


def test_what_moved_is_numbered_on_its_labels_alone() -> None:
    here = paragraph("one", "Moved words.")
    away = paragraph("was-one", _said("deleted", 1, "Moved words."))
    made = marked(_redline([away, here], [("b-was-one", "move")], {"one": "moved-here", "was-one": "moved-away"}))
    there = made.redline.printing.edition.brief.sections[0].blocks[0]
    assert isinstance(there, Paragraph)
    assert _numbers(there.text) == [(0, "Moved words.")]
    assert {name: (one.number, one.other) for name, one in made.labels.items()} == {
        "one": (1, "b-was-one"),
        "was-one": (1, "b-one"),
    }


def test_what_moved_is_numbered_though_it_has_no_words_of_its_own() -> None:
    """A section without a title is moved: nothing stands where it was but the label."""
    given = _redline([], [("s-s", "move")], {"s": "moved-here", "was-s": "moved-away"}, {"was-s": "s"})
    brief = given.printing.edition.brief
    untitled = replace(brief.sections[0], title=())
    brief = replace(brief, sections=(replace(untitled, id="was-s"), untitled))
    printing = replace(given.printing, edition=replace(given.printing.edition, brief=brief))
    made = marked(replace(given, printing=printing))
    assert {name: (one.number, one.other) for name, one in made.labels.items()} == {
        "s": (1, "s-was-s"),
        "was-s": (1, "s-s"),
    }
    assert [one.place for one in made.changes] == ["at-1"]


def test_an_item_that_moved_has_a_label_without_a_place() -> None:
    items = tuple(
        ListItem(text, None, MARK) for text in (_text(_said("deleted", 1, "One")), _text("Two"), _text("One"))
    )
    made = marked(
        _redline(
            [ListBlock("list", True, items, MARK)],
            [("b-list", "move")],
            {"list/1": "moved-away", "list/3": "moved-here"},
            {"list/1": "list/3"},
        )
    )
    assert {name: (one.number, one.other) for name, one in made.labels.items()} == {
        "list/1": (1, ""),
        "list/3": (1, ""),
    }


def test_a_source_that_is_taken_out_goes_though_its_figure_stays() -> None:
    steps = timeline("steps", spans=False)
    steps = replace(steps, legend=replace(steps.legend, source=_text(_said("deleted", 1, "A report"))))
    made = marked(_redline([steps], [("b-steps", "deletion")], {}))
    assert made.redline.fates["steps/source"] == "deleted"
    assert "steps" not in made.redline.fates


def test_a_change_that_shows_nowhere_leads_to_its_block_or_to_the_text() -> None:
    changes: list[tuple[str, ChangeKind]] = [("b-one", "replacement"), ("b-unknown", "replacement")]
    made = marked(_redline([paragraph("one", "Words.")], changes, {}))
    assert [one.place for one in made.changes] == ["b-one", "brief"]


def test_a_redline_says_of_its_edition_what_it_is_compared_with() -> None:
    made = marked(_redline([paragraph("one", "Words.")], [], {}))
    one = made.redline.printing.edition
    assert one.version.endswith("-since-0.9")
    assert one.bears_mark


def test_blocks_of_a_section_that_is_no_more_are_no_more() -> None:
    made = marked(_redline([paragraph("one", _said("deleted", 1, "Words."))], [], {"s": "deleted"}))
    assert made.redline.fates["one"] == "deleted"


@pytest.mark.parametrize(
    ("fates", "numbers"),
    [
        ("", []),
        ("...", [1, 2, 3]),
        ("d..", [1, 1, 2]),
        (".i.", [1, 2, 3]),
        (".di.", [1, 2, 2, 3]),
        ("ddd", [1, 2, 3]),
        ("i.d", [1, 2, 2]),
    ],
)
def test_items_have_the_numbers_of_their_own_revision(fates: str, numbers: list[int]) -> None:
    words = {"d": "deleted", "i": "inserted", ".": ""}
    assert places([words[one] for one in fates]) == numbers


def test_the_words_of_now_are_those_that_were_not_taken_out() -> None:
    text = _text("In ", _said("deleted", 1, "1921"), _said("inserted", 1, "1920"), ".")
    assert plain(now(text)) == "In 1920."


@pytest.mark.parametrize(
    ("text", "revision"),
    [
        ((), ""),
        (("Words.",), ""),
        ((Revised((Words("a", MARK),), "deleted", 1, MARK),), "deleted"),
        ((Revised((Words("a", MARK),), "deleted", 1, MARK), "b"), ""),
        ((Revised((Words("a", MARK),), "restyled", 1, MARK),), ""),
        ((Revised((Words("a", MARK),), "deleted", 1, MARK), Revised((Words("b", MARK),), "inserted", 1, MARK)), ""),
    ],
)
def test_a_text_is_of_one_revision_where_all_its_words_are(text: tuple[Run | str, ...], revision: str) -> None:
    assert alone([_text(*text)]) == revision


def test_on_paper_a_space_parts_a_word_from_the_one_in_its_place() -> None:
    text = _text("In ", _said("deleted", 1, "1921"), _said("inserted", 0, "1920"), ".")
    assert _numbers(parted(text)) == [(1, "1921 "), (0, "1920")]
    assert plain(now(parted(text))) == "In 1920."


@pytest.mark.parametrize(
    "runs",
    [
        (("deleted", 1, "old "), ("inserted", 0, "new ")),
        (("deleted", 1, "old"), ("inserted", 2, "new")),
        (("inserted", 1, "new"), ("deleted", 2, "old")),
    ],
)
def test_what_is_parted_already_stays_as_it_is(
    runs: tuple[tuple[Literal["inserted", "deleted"], int, str], ...],
) -> None:
    text = _text(*(_said(*run) for run in runs))
    assert parted(text) == text


def test_words_of_other_looks_are_parted_too() -> None:
    text = _text(Emphasis((_said("deleted", 1, "old"),), MARK), _said("inserted", 0, "new"))
    assert _numbers(parted(text)) == [(1, "old "), (0, "new")]


def test_on_paper_the_call_of_a_note_that_came_or_went_is_held_to_its_word() -> None:
    (_, call) = parted(_text("errors.", Revised((NoteCall("n-1", (), MARK),), "deleted", 0, MARK)))
    assert isinstance(call, Revised)
    assert plain(call.runs) == "\u2060"


def test_a_title_may_come_or_go_while_its_section_stays() -> None:
    given = _redline([paragraph("one", "Words.")], [], {})
    edition_ = given.printing.edition
    (only,) = edition_.brief.sections
    titled = replace(only, title=_text(_said("deleted", 1, "Section")))
    brief = replace(edition_.brief, sections=(titled,))
    made = marked(replace(given, printing=Printing(replace(edition_, brief=brief), APPARATUS)))
    assert made.redline.fates == {title_name("s"): "deleted"}


def test_a_long_text_keeps_its_languages_where_it_is_quoted() -> None:
    title = Foreign((Words("Three Gauges, Three Seas", MARK),), "en", "ltr", MARK)
    made = quoted(_text(" ".join(f"word{number}" for number in range(60)), title, " 2020."), APPARATUS)
    assert [plain((run,)) for run in made if isinstance(run, Foreign)] == ["Three Gauges, Three Seas"]


def test_a_long_text_is_quoted_by_its_beginning_and_its_end() -> None:
    words = plain(quoted(_text(" ".join(f"word{number}" for number in range(60))), APPARATUS))
    assert words.startswith("word0 word1")
    assert words.endswith("word59")
    assert " … " in words
    assert len(words) <= 120


def test_a_long_text_of_one_other_language_is_quoted_in_one_piece_which_runs_its_own_way() -> None:
    entry = Foreign(
        (Words("Sample, Ben. ", MARK), Emphasis(_text("word " * 40), MARK), Words("2022.", MARK)), "en", "ltr", MARK
    )
    (made,) = quoted((entry,), APPARATUS)
    assert isinstance(made, Foreign)
    assert plain((made,)).startswith("Sample, Ben. word")
    assert " … " in plain((made,))
    assert plain((made,)).endswith("word 2022.")


def test_between_words_of_two_languages_the_gap_belongs_to_neither() -> None:
    runs = (
        Foreign(_text("word " * 20), "en", "ltr", MARK),
        *_text("و " * 40),
        Foreign(_text("Wort " * 20), "de", "ltr", MARK),
    )
    made = quoted(runs, APPARATUS)
    assert [plain((run,)) for run in made if isinstance(run, Words)] == [" … "]


@pytest.mark.parametrize(
    ("note", "quoted_so"),
    [
        ("See the port's own ledger [in Danish], 1911, which is kept at the harbour office.", "[…]"),
        ("Ibid.", "[Ibid.]"),  # no longer than what would stand for it
    ],
)
def test_of_a_long_text_the_notes_are_not_quoted(note: str, quoted_so: str) -> None:
    before = " ".join(f"word{number}" for number in range(30))
    words = plain(quoted(_text(f"The sea rose [{note}] once. {before} and fell. [", note, "]"), APPARATUS))
    assert words.replace("\u2060", "").startswith(f"The sea rose {quoted_so} once. word0")
    assert words.replace("\u2060", "").endswith(f"and fell. {quoted_so}")


def test_what_is_quoted_leads_nowhere() -> None:
    text = _text(Link((Words("the office", MARK),), "https://x.org", MARK), NoteCall("n-1", (), MARK))
    assert quoted(text, APPARATUS) == (Words("the office", MARK),)


def test_a_neighbour_is_quoted_as_its_language_quotes() -> None:
    moved = _moved(Beside("after", _text("the “Great Civilization”")))
    (listed,) = moved.changes
    assert listed.change.beside
    assert plain(listed.change.beside.words) == "“the ‘Great Civilization’”"
    assert plain(listed.change.before) == "“old”"


def test_quotation_marks_may_be_signs_with_spaces_and_other_languages_keep_theirs() -> None:
    french, german = ("«\u202f", "\u202f»", "“", "”"), ("„", "“", "‚", "‘")
    assert _in_marks(_text("un «\u202fmot\u202f»"), french) == "«\u202fun “mot”\u202f»"
    english = Foreign(_text("the “Great” Game"), "en", "ltr", MARK)
    assert _in_marks((*_text("das „Spiel“: "), english), german) == "„das ‚Spiel‘: the “Great” Game“"


def test_the_place_that_was_left_says_what_stands_there_now_and_the_other_that_it_did_not_leave() -> None:
    made = _moved(Beside("before", _text("Other words")))
    house = edition().words
    left, reached = (beside_words(made.labels[name], house, plain) for name in ("was-one", "one"))
    assert left == "within the section, now before “Other words”"
    assert reached == "within the section"
    assert plain(quoted_beside(made.labels["was-one"])) == "“Other words”"
    assert quoted_beside(made.labels["one"]) == ()


def test_what_moved_to_another_section_is_said_to_have_left_it() -> None:
    made = _moved(None)
    assert {beside_words(label, edition().words, plain) for label in made.labels.values()} == {""}


def test_a_date_of_a_timeline_has_its_number_beside_it() -> None:
    redline = _redline([timeline("steps", spans=False)], [("b-steps", "replacement")], {})
    former = Former(things={"steps/1/date": PartialDate(2018, 1)})
    made = marked(replace(redline, former=former, numbers={"steps/1/date": 1}))
    assert [listed.place for listed in made.changes] == ["at-1"]
    writer = Writer(made.redline.printing.edition, APPARATUS_OF_STEPS, "paged", (), made)
    (dated,) = [one.text for one in writer.block(timeline("steps", spans=False)) if one.part == "marker"]
    assert dated.split() == ["1", "Jan", "2018", "May", "2019"]


@pytest.mark.parametrize(
    ("path", "then", "said"),
    [
        ("brief/date", date(2019, 3, 1), "Sample Brief 1/2020 1 1 March 2019 29 February 2020"),
        ("brief/number", "7/2019", "Sample Brief 1 7/2019 1/2020 29 February 2020"),
        ("revision/1.0/date", date(2019, 3, 1), "1.0 1 1 March 2019 29 February 2020 First published."),
        ("brief/authors", (Author("A. Former", corporate=False),), "1 A. Former Desk of Examples"),
        ("house/series", "Old Series", "1 Old Series Sample Brief 1/2020 29 February 2020"),
        ("house/series", "Old Series", "1 Old Series Sample Brief 1/2020, ISSN 0000-0000"),
        ("house/publisher", "Old Press", "1 Old Press Placeholder Press"),
        ("house/department", "", "1 Desk of Examples"),
        ("house/address", ("2 Old Road", "Oldtown"), "1 2 Old Road Oldtown 1 Sample Street"),
        ("house/contact", "old@example.org", "1 old@example.org desk@example.org"),
        ("house/series_number", "ISSN 1", "Sample Brief 1/2020, 1 ISSN 1 ISSN 0000-0000"),
        ("house/licence/holder", "nobody", "© 2020 1 nobody the project's authors."),
        ("house/licence/name", "CC BY 3.0", "Text under 1 CC BY 3.0 CC BY 4.0."),
        ("brief/date", date(2019, 3, 1), "© 1 2019 2020 the project's authors."),
        ("brief/date", date(2020, 3, 1), "© 2020 the project's authors."),
    ],
)
def test_what_is_no_text_is_marked_where_it_stands(path: str, then: Thing, said: str) -> None:
    redline = _redline([], [("masthead", "replacement")], {})
    change = replace(redline.changes[0], section="")
    redline = replace(redline, changes=(change,), former=Former(things={path: then}), numbers={path: 1})
    made = marked(redline)
    assert [listed.place for listed in made.changes] == ["at-1"]
    printing = replace(
        made.redline.printing, apparatus=Apparatus({}, (), number_targets(edition(section("s", "S"))), {})
    )
    copy = copy_of(printing.edition, printing.apparatus, "paged", (), made)
    assert said in [" ".join(passage.text.split()) for passage in copy.body]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("draft", "Redline: 1.0 draft compared with 0.9"),
        ("in-review", "Redline: 1.0 in review compared with 0.9"),
        ("published", "Redline: 1.0 compared with 0.9"),
    ],
)
def test_a_redline_says_how_far_the_text_is(state: State, said: str) -> None:
    made = replace(edition(section("s", "Section")), state=state, since="0.9")
    assert state_mark(made) == said
    number = said.removeprefix("Redline: ").partition(" compared")[0]
    assert facts_of(made, APPARATUS, "").title.startswith(f"Redline 0.9–{number}: ")


def _moved(beside: Beside | None) -> Marked:
    """A paragraph that was moved, as the only change."""
    here, away = paragraph("one", "Moved words."), paragraph("was-one", _said("deleted", 1, "Moved words."))
    made = _redline([away, here], [("b-was-one", "move")], {"one": "moved-here", "was-one": "moved-away"})
    return marked(replace(made, changes=(replace(made.changes[0], beside=beside),)))


def _text(*runs: Run | str) -> Text:
    return tuple(Words(run, MARK) if isinstance(run, str) else run for run in runs)


def _said(revision: Literal["inserted", "deleted"], number: int, words: str) -> Revised:
    return Revised((Words(words, MARK),), revision, number, MARK)


def _set(*runs: Run | str) -> Text:
    made = marked(_redline([paragraph("one", *runs)], [], {}))
    (block,) = made.redline.printing.edition.brief.sections[0].blocks
    assert isinstance(block, Paragraph)
    return block.text


def _numbers(text: Text) -> list[tuple[int, str]]:
    return list(_numbered(text))


def _numbered(text: Text) -> Iterator[tuple[int, str]]:
    for run in text:
        if isinstance(run, Revised):
            yield run.number, plain(run.runs)
        elif isinstance(run, Wrapper):
            yield from _numbered(run.runs)


def _redline(
    blocks: list[Block],
    changes: list[tuple[str, ChangeKind]],
    fates: dict[str, BlockFate],
    moves: dict[str, str] | None = None,
) -> Redline:
    made = edition(section("s", "Section", *blocks))
    since = replace(made.revision, version="0.9")
    listed = tuple(
        Change(number, kind, "paragraph", anchor, "s", _text("old"), _text("new"), MARK)
        for number, (anchor, kind) in enumerate(changes, start=1)
    )
    then = {name: name.removeprefix("was-") for name, fate in fates.items() if fate == "moved-away"}
    return Redline(Printing(made, APPARATUS), since, fates, listed, moves or then)


def _in_marks(text: Text, marks: tuple[str, str, str, str]) -> str:
    return plain(in_quotation_marks(text, replace(edition().pack, quotation_marks=marks)))
