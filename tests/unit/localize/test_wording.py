"""Rewording: which words of a brief are changed, and what stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.locales import Shelf
from report.locales.typography import Piece
from report.localize.wording import finely_spaced, reworded
from report.model import blocks
from report.model.blocks import texts_of
from report.model.brief import BibliographyPart, Brief
from report.model.text import (
    Citation,
    CitedWork,
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    NoteCall,
    Run,
    Text,
    Unsettled,
    Words,
    plain,
)
from tests.support.editions import MARK, edition, legend, paragraph, section, timeline, words

RUSSIAN = Shelf.of(None).pack("ru")


def loud(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(piece.words if piece.is_fixed else piece.words.upper() for piece in pieces)


def text_of(*runs: Run | str) -> Text:
    return tuple(Words(run, MARK) if isinstance(run, str) else run for run in runs)


def reworded_text(*runs: Run | str) -> Text:
    [section_] = reworded(a_brief(blocks.Paragraph("one", text_of(*runs), MARK)), loud).sections
    [block] = section_.blocks
    assert isinstance(block, blocks.Paragraph)
    return block.text


def a_brief(*matter: blocks.Block) -> Brief:
    return edition(section("one", "", *matter)).brief


def test_runs_are_kept_and_their_words_changed() -> None:
    assert reworded_text("a ", Emphasis(text_of("b"), MARK), " c") == text_of("A ", Emphasis(text_of("B"), MARK), " C")


def test_words_in_another_language_and_addresses_stay() -> None:
    foreign = Foreign(text_of("détente"), "fr", "ltr", MARK)
    shown = Link(text_of("www.example.org"), "https://www.example.org/", MARK)
    told = Link(text_of("the desk"), "https://www.example.org/", MARK)
    missing = Unsettled((foreign,), "missing", MARK)
    assert reworded_text(foreign, " ", shown, " ", told, missing) == text_of(
        foreign, " ", shown, " ", Link(text_of("THE DESK"), "https://www.example.org/", MARK), missing
    )


def test_notes_and_the_words_around_cited_works_are_texts_of_their_own() -> None:
    work = CitedWork("key", (), MARK, prefix=text_of("see"), suffix=text_of(", and more"))
    note = NoteCall("one-1", text_of("so ", Citation((work,), MARK)), MARK)
    [_, changed, reference] = reworded_text("words", note, CrossReference("two", MARK))
    assert isinstance(changed, NoteCall)
    loud_work = replace(work, prefix=text_of("SEE"), suffix=text_of(", AND MORE"))
    assert changed.note == text_of("SO ", Citation((loud_work,), MARK))
    assert reference == CrossReference("two", MARK)


def test_every_text_of_every_block_is_changed() -> None:
    below = legend("caption", spans=False)
    below = replace(below, source=words("source"), credit=words("credit"), alternative="alternative")
    picture = blocks.Picture("a.svg", "image/svg+xml", 1, 1, "", ("drawn",), ("drawn",))
    inner = blocks.ListBlock("l2", True, (blocks.ListItem(words("deep"), None, MARK),), MARK)
    list_ = blocks.ListBlock("l", False, (blocks.ListItem(words("item"), inner, MARK),), MARK)
    column = blocks.Column(words("column"), words("unit"), False)
    matter: tuple[blocks.Block, ...] = (
        paragraph("p", "words"),
        blocks.Heading("h", words("head"), MARK),
        list_,
        blocks.Quotation("q", words("quoted"), words("speaker"), MARK),
        blocks.PullQuote("u", words("pulled"), MARK),
        blocks.Figure("f", picture, below, MARK),
        blocks.Table("t", (column,), ((words("cell"),),), False, words("noted"), below, MARK),
        timeline("s", spans=False),
        blocks.Callout("c", words("title"), (paragraph("cp", "inside"), list_), False, MARK),
        blocks.Recommendations("r", words("asked"), (blocks.Recommendation(words("to"), words("do"), MARK),), MARK),
    )
    before = a_brief(*matter)
    after = reworded(before, loud)
    pairs = zip(before.sections[0].blocks, after.sections[0].blocks, strict=True)
    for old, new in pairs:
        assert [plain(text) for text in texts_of(new)] == [plain(text).upper() for text in texts_of(old)]
    figure = after.sections[0].blocks[5]
    assert isinstance(figure, blocks.Figure)
    assert (figure.legend.alternative, figure.picture.wording, figure.picture.texts) == (
        *("ALTERNATIVE", ("DRAWN",), ("drawn",)),
    )


def test_what_is_printed_of_brief_and_house_is_changed_and_what_names_a_thing_is_not() -> None:
    part = BibliographyPart("maps", words("maps"), frozenset({"misc"}), frozenset(), MARK)
    before = a_brief(paragraph("p", "words"))
    house = replace(before.house, citations=replace(before.house.citations, parts=(part,)), imprint=words("so"))
    before = replace(before, house=house, subtitle=words("sub"), standfirst=words("first"))
    after = reworded(before, loud)
    assert (after.slug, after.number, after.language, after.units) == ("tiny", "1/2020", "en-GB", ())
    assert [plain(one) for one in (after.title, after.subtitle, after.standfirst)] == ["A TINY BRIEF", "SUB", "FIRST"]
    assert (after.short_title, after.keywords, after.description) == ("TINY", ("TINY",), "A BRIEF FOR A TEST.")
    assert [author.name for author in after.authors] == ["DESK OF EXAMPLES"]
    assert plain(after.revisions[0].note) == "FIRST PUBLISHED."
    assert (after.house.contact, after.house.series_number, after.house.licence.name) == (
        *("desk@example.org", "ISSN 0000-0000", "CC BY 4.0"),
    )
    assert (after.house.publisher, after.house.address, after.house.licence.holder) == (
        *("PLACEHOLDER PRESS", ("1 SAMPLE STREET",), "THE PROJECT'S AUTHORS"),
    )
    assert (plain(after.house.imprint), plain(after.house.citations.parts[0].title)) == ("SO", "MAPS")


def test_spaces_are_those_of_the_locale_also_where_a_run_ends() -> None:
    brief = a_brief(
        paragraph("p", "он сказал ", Emphasis(text_of("в"), MARK), " доме", CrossReference("x", MARK), " — и")
    )
    [block] = finely_spaced(brief, RUSSIAN).sections[0].blocks
    assert isinstance(block, blocks.Paragraph)
    assert plain(block.text) == "он сказал в\u00a0доме\u00a0— и"
    assert isinstance(block.text[1], Emphasis)
    assert plain(block.text[1].runs) == "в"
