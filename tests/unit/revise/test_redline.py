"""Two printings woven into one: what is marked, and what has a place of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.cite.numbering import number_targets
from report.model.apparatus import Apparatus, Note
from report.model.blocks import Callout, Paragraph, Section
from report.model.brief import Author
from report.model.redline import Printing, Redline
from report.model.text import (
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    NoteCall,
    Revised,
    Run,
    Text,
    Words,
    Wrapper,
    flatten,
)
from report.revise import redline, rejected
from tests.support.editions import MARK, edition, paragraph, section, table, timeline, words


def test_words_taken_out_and_put_in_stand_side_by_side_with_one_number() -> None:
    made = _redline(paragraph("p", "on 3 May"), paragraph("p", "on 4 May"))
    assert _runs(made, "p") == [("on ", None), ("3", ("deleted", 1)), ("4", ("inserted", 1)), (" May", None)]


def test_words_that_lean_now_are_restyled_and_keep_how_they_were() -> None:
    made = _redline(paragraph("p", "the nexus is"), paragraph("p", "the ", Emphasis(words("nexus"), MARK), " is"))
    (run,) = [run for run in _text(made, "p") if isinstance(run, Revised)]
    assert run.revision == "restyled"
    assert [type(one) for one in run.runs] == [Emphasis]
    assert [one.text for one in flatten(run.former) if isinstance(one, Words)] == ["nexus"]
    assert made.changes[0].kind == "emphasis"


def test_an_address_that_changed_is_told_though_the_words_are_the_same() -> None:
    before, after = (paragraph("p", Link(words("here"), f"https://example.org/{n}", MARK)) for n in (1, 2))
    (change,) = _redline(before, after).changes
    assert _plain(change.before) == "here (https://example.org/1)"
    assert _plain(change.after) == "here (https://example.org/2)"


def test_a_language_that_changed_is_told_though_the_words_are_the_same() -> None:
    ours, theirs = words("the quay gauge"), (Foreign(words("the quay gauge"), "da", "ltr", MARK),)
    (change,) = _redline(paragraph("p", *ours), paragraph("p", *theirs)).changes
    assert (_plain(change.before), _plain(change.after)) == ("the quay gauge", "the quay gauge (da)")


def test_a_link_of_which_one_word_changed_stays_one_link() -> None:
    before, after = (paragraph("p", Link(words(f"the {name} office"), "https://example.org", MARK)) for name in "ab")
    text = _text(_redline(before, after), "p")
    assert [type(run) for run in text] == [Link]


def test_a_block_that_was_moved_stands_at_both_places() -> None:
    one, other, third = (paragraph(name, f"{name} {name} {name} {name}") for name in "abc")
    made = redline(_printing(section("s", "", one, other, third)), _printing(section("s", "", other, third, one)))
    ids = [block.id for block in made.printing.edition.brief.sections[0].blocks]
    assert ids == ["was-a", "b", "c", "a"]
    assert made.fates == {"was-a": "moved-away", "a": "moved-here"}
    assert made.moves == {"was-a": "a"}
    assert [change.kind for change in made.changes] == ["move"]


def test_the_lighter_of_two_blocks_is_the_one_that_was_moved() -> None:
    short, long = paragraph("short", "a b"), paragraph("long", "a b c d e f g h")
    made = redline(_printing(section("s", "", short, long)), _printing(section("s", "", long, short)))
    assert made.moves == {"was-short": "short"}


def test_a_section_that_was_moved_leaves_its_title() -> None:
    one, other = section("one", "One", paragraph("p", "a b c d")), section("two", "Two", paragraph("q", "e"))
    made = redline(_printing(one, other), _printing(other, one))
    sections = made.printing.edition.brief.sections
    assert [(part.id, len(part.blocks)) for part in sections] == [("two", 1), ("one", 1), ("was-two", 0)]
    assert list(made.moves.items()) == [("was-two", "two")]


def test_a_block_of_another_kind_is_another_block() -> None:
    made = _redline(paragraph("p", "words"), table("p", spans=False))
    assert made.fates == {"was-p": "deleted", "p": "inserted"}


def test_a_block_that_was_renamed_alone_is_no_change() -> None:
    assert not _redline(paragraph("p", "the same words"), paragraph("q", "the same words")).changes


def test_an_id_that_is_taken_is_not_given_again() -> None:
    before = _printing(section("s", "", paragraph("p", "gone for good"), paragraph("was-p", "stays here")))
    made = redline(before, _printing(section("s", "", paragraph("was-p", "stays here"))))
    assert [block.id for block in made.printing.edition.brief.sections[0].blocks] == ["was-was-p", "was-p"]


def test_a_note_that_was_taken_out_keeps_its_old_label() -> None:
    call = NoteCall("p-1", (), MARK)
    before = _printing(section("s", "", paragraph("p", "words", call)), notes={"p-1": "said"})
    made = redline(before, _printing(section("s", "", paragraph("p", "words"))))
    (note,) = made.printing.apparatus.notes.values()
    assert (note.id, note.label) == ("was-p-1", "1")
    assert [change.part for change in made.changes] == ["note"]


def test_a_note_that_stands_among_foreign_words_now_is_no_change() -> None:
    call = NoteCall("p-1", (), MARK)
    before = _printing(section("s", "", paragraph("p", "Wörter.", call)), notes={"p-1": "said"})
    foreign = Foreign((*words("Words."), call), "en-GB", "ltr", MARK)
    made = redline(before, _printing(section("s", "", paragraph("p", foreign)), notes={"p-1": "said"}))
    assert [(change.kind, change.part) for change in made.changes] == [("replacement", "paragraph")]


def test_a_note_whose_number_alone_changed_is_no_change() -> None:
    def printed(first: str) -> Printing:
        calls = [NoteCall(f"p-{at}", (), MARK) for at in (1, 2)]
        runs = ("one", calls[0], " two", calls[1]) if first else ("one two", calls[0])
        notes = {"p-1": first, "p-2": "the second"} if first else {"p-1": "the second"}
        return _printing(section("s", "", paragraph("p", *runs)), notes=notes)

    made = redline(printed(""), printed("quite another"))
    assert [(change.kind, _plain(change.after)) for change in made.changes] == [("insertion", "quite another")]


def test_a_cross_reference_that_was_taken_out_leads_nowhere() -> None:
    figure = timeline("steps", spans=False)
    before = _printing(section("s", "", paragraph("p", "see ", CrossReference("steps", MARK)), figure))
    made = redline(before, _printing(section("s", "", paragraph("p", "see"))))
    assert not [run for run in flatten(_text(made, "p")) if isinstance(run, CrossReference)]


@pytest.mark.parametrize("side", ["before", "after"])
def test_a_label_among_foreign_words_is_said_in_the_edition_s_language(side: str) -> None:
    foreign = Foreign((*words("voir "), CrossReference("last", MARK), *words(" plus loin")), "fr", "ltr", MARK)
    texts = [("It stays. ", foreign), ("It stays.",)]
    old, new = texts if side == "before" else texts[::-1]
    made = redline(
        *(_printing(section("s", "", paragraph("p", *runs)), section("last", "Last")) for runs in (old, new))
    )
    (said,) = [getattr(change, side) for change in made.changes]
    expected = [("fr", "voir "), ("en-GB", "Section\u00a0I"), ("fr", " plus loin")]
    assert _languages(said) == expected
    if side == "before":
        assert _languages(_text(made, "p"))[-3:] == expected, "what was struck out leads nowhere"


def _languages(text: Text, around: str = "") -> list[tuple[str, str]]:
    """The words of a text, each run with its language."""
    found = []
    for run in text:
        if isinstance(run, Words):
            found.append((around, run.text))
        elif isinstance(run, Wrapper):
            found += _languages(run.runs, run.language if isinstance(run, Foreign) else around)
    return found


def test_a_cross_reference_with_another_number_prints_both() -> None:
    def printed(*before: Paragraph) -> Printing:
        call = paragraph("p", "see ", CrossReference("last", MARK))
        added = [section(one.id, "Added", one) for one in before]
        return _printing(section("s", "", call), *added, section("last", "Last"))

    made = redline(printed(), printed(paragraph("new", "words")))
    assert ("Section\u00a0I", "Section\u00a0II") in [(_plain(one.before), _plain(one.after)) for one in made.changes]


def test_a_block_goes_out_of_a_call_out() -> None:
    inner = paragraph("inner", "words that are moved")
    box = Callout("box", words("Box"), (inner, paragraph("rest", "what stays in")), spans=False, mark=MARK)
    emptied = replace(box, blocks=box.blocks[1:])
    made = redline(_printing(section("s", "", box)), _printing(section("s", "", emptied, inner)))
    assert made.moves == {"was-inner": "inner"}


def test_what_is_no_text_is_kept_beside_it() -> None:
    before, after = timeline("steps", spans=False), timeline("steps", spans=True)
    made = _redline(before, after)
    assert made.former.things == {"steps/spans": False}
    assert [change.part for change in made.changes] == ["setting"]


def test_what_stands_around_the_text_is_numbered_in_the_order_in_which_it_prints() -> None:
    old = _printing(section("s", "", paragraph("p", "the same words")))
    brief = old.edition.brief
    house = replace(brief.house, publisher="Other Press", series="Other Series", series_number="ISSN 1")
    brief = replace(brief, house=house, number="2/2020", authors=(Author("A. Nother", corporate=False),))
    made = redline(old, replace(old, edition=replace(old.edition, brief=brief)))
    assert list(made.numbers) == [
        *("house/series", "brief/number", "brief/authors"),
        *("house/publisher", "house/series_number"),
    ]
    assert [(one.part, one.anchor) for one in made.changes][:2] == [("series", "masthead"), ("number", "masthead")]


def test_that_an_author_is_an_institution_does_not_print_and_is_no_change() -> None:
    old = _printing(section("s", "", paragraph("p", "the same words")))
    brief = old.edition.brief
    new = replace(brief, authors=(replace(brief.authors[0], corporate=False),))
    made = redline(old, replace(old, edition=replace(old.edition, brief=new)))
    assert not made.changes
    assert rejected(made).edition.brief.authors == brief.authors


def test_names_that_run_against_the_edition_are_set_apart_in_the_list() -> None:
    old = _printing(section("s", "", paragraph("p", "the same words")))
    brief = old.edition.brief
    house = replace(brief.house, publisher="نشر نمونه")
    made = redline(old, replace(old, edition=replace(old.edition, brief=replace(brief, house=house))))
    (change,) = made.changes
    assert [type(run) for run in change.before] == [Words]
    (name,) = change.after
    assert isinstance(name, Foreign)
    assert name.direction == "rtl"


def _redline(before: object, after: object) -> Redline:
    return redline(_printing(section("s", "", before)), _printing(section("s", "", after)))  # type: ignore[arg-type]


def _printing(*sections: Section, notes: dict[str, str] | None = None) -> Printing:
    made = edition(*sections)
    listed = {
        id_: Note(id_, number, str(number), words(said), (), "s", MARK)
        for number, (id_, said) in enumerate((notes or {}).items(), start=1)
    }
    return Printing(made, Apparatus(listed, (), number_targets(made), {}))


def _text(made: Redline, block: str) -> Text:
    listed = [one for part in made.printing.edition.brief.sections for one in part.blocks]
    (found,) = [one for one in listed if one.id == block]
    assert isinstance(found, Paragraph)
    return found.text


def _runs(made: Redline, block: str) -> list[tuple[str, tuple[str, int] | None]]:
    return [
        (_plain((run,)), (run.revision, run.number) if isinstance(run, Revised) else None) for run in _text(made, block)
    ]


def _plain(text: tuple[Run, ...]) -> str:
    return "".join(run.text for run in flatten(text) if isinstance(run, Words))
