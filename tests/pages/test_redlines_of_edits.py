"""Edits that once held a redline though nothing was wrong with them, each made as small as it can be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TypeVar, cast

import pytest

from report import production
from report.desk import Desk
from report.findings import Severity
from report.model.apparatus import Note
from report.model.blocks import Block, Figure, ListBlock, Paragraph, Table
from report.model.brief import Brief
from report.model.redline import Printing
from report.model.text import CrossReference, Emphasis, Foreign, Link, NoteCall, Run, Text, Words, map_runs
from report.production import Prepared
from report.revise import redline
from report.revise.blocks.texts import with_texts
from tests.support.random_edits import HERE, edited
from tests.support.shipped import ROOT, prepared

Edit = Callable[[Printing], Printing]
Kind = TypeVar("Kind")


def _of_brief(change: Callable[[Brief], Brief]) -> Edit:
    return lambda one: replace(one, edition=replace(one.edition, brief=change(one.edition.brief)))


def _of_texts(change: Callable[[Text], Text]) -> Edit:
    """Change every text of a section's blocks, those within call-outs apart."""

    def of_brief(brief: Brief) -> Brief:
        sections = tuple(
            replace(section, blocks=tuple(with_texts(block, change) for block in section.blocks))
            for section in brief.sections
        )
        return replace(brief, sections=sections)

    return _of_brief(of_brief)


def _title_taken_out(brief: Brief) -> Brief:
    """The first titled section loses its title, and with it the note that the title calls."""
    at = next(at for at, section in enumerate(brief.sections) if section.title)
    sections = list(brief.sections)
    sections[at] = replace(sections[at], title=())
    return replace(brief, sections=tuple(sections))


def _opening_moved(brief: Brief) -> Brief:
    first, second, *others = brief.sections
    assert not first.title, "what opens the specimen has no title"
    return replace(brief, sections=(second, first, *others))


def _work_taken_out(one: Printing) -> Printing:
    """The first work of the bibliography that has a language of its own, as English works have in Persian."""
    (group, *others) = one.apparatus.bibliography
    gone = next(work for work in group.references if isinstance(work.text[0], Foreign))
    rest = tuple(work for work in group.references if work is not gone)
    return replace(one, apparatus=replace(one.apparatus, bibliography=(replace(group, references=rest), *others)))


def _unit_of_a_column(brief: Brief) -> Brief:
    def change(table: Table) -> Table:
        columns = list(table.columns)
        columns[2] = replace(columns[2], unit=_words("centimetres"))
        return replace(table, columns=tuple(columns))

    return _with_first(brief, Table, change)


def _with_first(brief: Brief, kind: type[Kind], change: Callable[[Kind], Kind]) -> Brief:
    """Change the first block of a kind."""
    blocks = [block for section in brief.sections for block in section.blocks]
    chosen = next(block for block in blocks if isinstance(block, kind))

    def one(block: Block) -> Block:
        return cast(Block, change(chosen)) if block is chosen else block

    sections = tuple(replace(section, blocks=tuple(map(one, section.blocks))) for section in brief.sections)
    return replace(brief, sections=sections)


def _words(text: str) -> Text:
    return (Words(text, HERE),)


def _instead_of_references(text: Text) -> Text:
    def change(run: Run) -> Text:
        return _words("somewhere else") if isinstance(run, CrossReference) else (run,)

    return map_runs(text, change)


def _led_elsewhere(text: Text) -> Text:
    return tuple(replace(run, address="https://example.org/234") if isinstance(run, Link) else run for run in text)


def _after_the_call(text: Text) -> Text:
    """A text that ends with the call of a note is replaced by one that calls none."""
    return _words("Nobody knows.") if text and isinstance(text[-1], NoteCall) else text


def _in_another_language(brief: Brief) -> Brief:
    return _with_first(brief, Paragraph, lambda one: replace(one, text=(Foreign(one.text, "da", "ltr", HERE),)))


def _added(*text: Run) -> Edit:
    """A paragraph comes last in the second section."""

    def of_brief(brief: Brief) -> Brief:
        first, second, *others = brief.sections
        blocks = (*second.blocks, Paragraph("added", text, HERE))
        return replace(brief, sections=(first, replace(second, blocks=blocks), *others))

    return _of_brief(of_brief)


def _with_its_note(edit: Edit, note: Text) -> Edit:
    def of_printing(one: Printing) -> Printing:
        notes = {**one.apparatus.notes, "added": Note("added", 0, "", note, (), "", HERE)}
        return replace(edit(one), apparatus=replace(one.apparatus, notes=notes))

    return of_printing


def _another_picture(brief: Brief) -> Brief:
    figures = [one for section in brief.sections for one in section.blocks if isinstance(one, Figure)]
    return _with_first(brief, Figure, lambda one: replace(one, picture=figures[-1].picture, legend=figures[-1].legend))


SHOM = Foreign(_words("SHOM"), "fr", "ltr", HERE)
EDITS: dict[str, tuple[str, Edit]] = {
    "the subtitle is taken out": ("en-GB", _of_brief(lambda brief: replace(brief, subtitle=()))),
    "the title of a section is taken out": ("ru", _of_brief(_title_taken_out)),
    "a section without a title is moved": ("en-GB", _of_brief(_opening_moved)),
    "an English work is taken out of a Persian bibliography": ("fa", _work_taken_out),
    "a word that is divided takes the place of another": ("de", _of_texts(_instead_of_references)),
    "the first word of the title leans": (
        "en-GB",
        _of_brief(lambda brief: replace(brief, title=(Emphasis(brief.title, HERE),))),
    ),
    "a link leads elsewhere": ("fa", _of_texts(_led_elsewhere)),
    "the unit of a column that is set to its end is replaced": ("en-GB", _of_brief(_unit_of_a_column)),
    "a text that ends with a note is replaced": ("de", _of_texts(_after_the_call)),
    "a paragraph is in another language": ("en-GB", _of_brief(_in_another_language)),
    "a drawing is replaced": ("fa", _of_brief(_another_picture)),
    "a note is called by a Latin word in a line from the right": (
        "fa",
        _with_its_note(
            _added(*_words("در دفتر SHOM"), NoteCall("added", (), HERE), *_words(" و "), SHOM, *_words(".")),
            (Foreign(_words("Three Gauges"), "en", "ltr", HERE), *_words("، ۲۰۲۰.")),
        ),
    ),
    "a note of figures alone is called by a Latin word": (
        "fa",
        _with_its_note(_added(*_words("در دفتر SHOM"), NoteCall("added", (), HERE), *_words(" است.")), _words("۳۱.")),
    ),
    "a word ends in another language": ("en-GB", _added(*_words("The post-"), SHOM, *_words(" years."))),
}


def test_a_running_head_of_figures_is_no_folio() -> None:
    def called(brief: Brief) -> Brief:
        sections = (replace(one, title=_words("2017")) if one.title else one for one in brief.sections)
        return replace(brief, sections=tuple(sections))

    assert not [one for one in _set("de", _of_brief(called), "paged")[1] if "PRE-037" in one]


@pytest.mark.parametrize("edit", EDITS)
def test_a_redline_of_any_edit_is_set(edit: str) -> None:
    locale, change = EDITS[edit]
    assert _faults(locale, change) == []


def test_a_heading_that_is_no_more_is_struck_and_heads_nothing() -> None:
    made = _set("en-GB", _of_brief(_title_taken_out), "screen")[0].decode()
    heading = made.split('<h2 class="section-heading" id="s-readings-heading"')[1].split(">")[0]
    assert 'data-fate="deleted"' in heading
    assert 'role="none"' in heading
    assert 'class="contents-link" href="#s-readings"' not in made


def _set_otherwise(brief: Brief) -> Brief:
    """Lists and tables are numbered and headed otherwise, figures are as wide as they were not."""

    def change(block: Block) -> Block:
        match block:
            case Figure():
                return replace(block, legend=replace(block.legend, spans=not block.legend.spans))
            case ListBlock():
                return replace(block, numbered=not block.numbered)
            case Table():
                return replace(block, has_row_heads=not block.has_row_heads)
        return block

    sections = tuple(replace(one, blocks=tuple(map(change, one.blocks))) for one in brief.sections)
    return replace(brief, sections=sections)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-GB", {"one column wide", "across both columns", "numbered list", "list without numbers"}),
        ("de", {"eine Spalte breit", "über beide Spalten", "nummerierte Liste", "Liste ohne Nummern"}),
        ("ru", {"на ширину одной колонки", "на ширину обеих колонок", "нумерованный список", "список без номеров"}),
        ("fa", {"به پهنای یک ستون", "به پهنای هر دو ستون", "فهرست شماره‌دار", "فهرست بی‌شماره"}),
    ],
)
def test_how_a_block_is_set_is_said_in_the_words_of_the_house(locale: str, said: set[str]) -> None:
    body, faults = _set(locale, _of_brief(_set_otherwise), "screen")
    assert faults == []
    listed = set(re.findall(r"(?:<del>|<ins>)([^<]+)</(?:del|ins)>", body.decode()))
    assert said <= listed
    assert listed.isdisjoint({"spans", "numbered", "row-heads"})


def test_how_a_block_is_set_is_said_on_paper_too() -> None:
    faults = _set("fa", _of_brief(_set_otherwise), "paged")[1]
    # Drawings at another width may have too few dots, thin lines or small words; here it is the list that is asked of.
    assert [one for one in faults if not re.search("PRE-0(48|49|50)", one)] == []


@cache
def _specimen(locale: str) -> Prepared:
    return prepared(ROOT, "specimen", locale)[0]


def _faults(locale: str, change: Edit) -> list[str]:
    return [*_set(locale, change, "paged")[1], *_set(locale, change, "screen")[1]]


def _set(locale: str, change: Edit, medium: str) -> tuple[bytes, list[str]]:
    one = _specimen(locale)
    new = edited(change(one.printing), ())  # numbered anew
    line = redline(one.printing, new)
    assert line.changes
    desk = Desk()
    after = replace(one, edition=new.edition, apparatus=new.apparatus)
    (proof,) = production.produce_redline(after, line, (medium,), desk)  # type: ignore[arg-type] # a setting
    return proof.body, [str(one) for one in desk.findings if one.severity is Severity.ERROR]
