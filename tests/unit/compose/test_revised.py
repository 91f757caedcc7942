"""Where the numbers of changes stand, and what lists of two revisions are numbered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import pytest

from report.compose.quoting import quoted
from report.compose.revised import alone, marked, now, places
from report.model.apparatus import Apparatus, Note
from report.model.blocks import Block, ListBlock, ListItem, Paragraph
from report.model.redline import Printing, Redline
from report.model.revision import BlockFate, Change, ChangeKind
from report.model.text import Emphasis, Link, NoteCall, Revised, Run, Text, Words, Wrapper, plain
from tests.support.editions import MARK, edition, paragraph, section

NOTE = Note("n-1", 1, "1", (Words("A note.", MARK),), (), "s", MARK)
APPARATUS = Apparatus({"n-1": NOTE}, (), {}, {})


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


def test_a_long_text_is_quoted_by_its_beginning_and_its_end() -> None:
    words = plain(quoted(_text(" ".join(f"word{number}" for number in range(60))), APPARATUS))
    assert words.startswith("word0 word1")
    assert words.endswith("word59")
    assert " … " in words
    assert len(words) <= 120


def test_what_is_quoted_leads_nowhere() -> None:
    text = _text(Link((Words("the office", MARK),), "https://x.org", MARK), NoteCall("n-1", (), MARK))
    assert quoted(text, APPARATUS) == (Words("the office", MARK),)


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
