"""A redline on the screen shows one of its two texts alone: that text is then read, and nothing is left between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from report import production
from report.desk import Desk
from report.model.blocks import Block, Figure, ListBlock, ListItem, Timeline
from report.model.brief import Brief
from report.model.redline import Printing
from report.model.text import Words
from report.production import Prepared
from report.revise import redline
from tests.support.random_edits import HERE, edited
from tests.support.shipped import ROOT, prepared

# Every box that is shown, as they follow on the page. Numbers are those of the new text, and so is the order of notes.
READ = """view => {
    if (view) document.querySelector(view).checked = true;
    const apart = ".views, .changes, .state, .contents, .elsewhere, .masthead, .reference-files, .endnotes";
    const boxes = [...document.querySelectorAll("h1, h2, h3, p, li, td, th, figcaption, aside, blockquote")];
    return boxes
        .filter(box => box.checkVisibility() && !box.closest(apart))
        .map(box => [box.getBoundingClientRect(), box.innerText, getComputedStyle(box).borderInlineStartWidth])
        .sort((one, other) => one[0].top - other[0].top || one[0].left - other[0].left)
        .map(([place, words, bar]) => [words.replace(/[\\d\\s]+|\\b[IVX]+\\b/gu, " ").trim(), bar].join(" | "));
}"""
MARKS = ".change-number, .change-label, .change-words"


class Texts(NamedTuple):
    """Addresses of three pages: the two texts by themselves, and the redline of them."""

    old: str
    new: str
    redline: str


def _words(text: str) -> tuple[Words, ...]:
    return (Words(text, HERE),)


def _without_front(brief: Brief) -> Brief:
    return replace(brief, subtitle=(), standfirst=())


def _untitled(brief: Brief) -> Brief:
    first, second, *others = brief.sections
    return replace(brief, sections=(first, replace(second, title=()), *others))


def _sections_moved(brief: Brief) -> Brief:
    first, second, *others = brief.sections
    return replace(brief, sections=(*others, second, first))


def _other_matter(brief: Brief) -> Brief:
    house = replace(brief.house, address=("1 New Road", "Newtown", "X1"))
    return replace(brief, number="7/2031", date=brief.date + timedelta(days=400), house=house)


def _of_blocks(kind: type[Block], change: Callable[[Block], Block]) -> Callable[[Brief], Brief]:
    def of_brief(brief: Brief) -> Brief:
        sections = tuple(
            replace(
                section, blocks=tuple(change(block) if isinstance(block, kind) else block for block in section.blocks)
            )
            for section in brief.sections
        )
        return replace(brief, sections=sections)

    return of_brief


def _without_source(block: Block) -> Block:
    assert isinstance(block, Figure)
    return replace(block, legend=replace(block.legend, source=(), credit=()))


def _other_steps(block: Block) -> Block:
    assert isinstance(block, Timeline)
    first, second, *others = block.entries
    return replace(block, entries=(first, *others, replace(second, label=_words("Something else happens."))))


def _with_sublist(block: Block) -> Block:
    assert isinstance(block, ListBlock)
    below = ListBlock(block.id, False, (ListItem(_words("Below."), None, HERE),), HERE)
    first, *others = block.items
    return replace(block, items=(replace(first, sublist=below), *others))


EDITS: dict[str, Callable[[Brief], Brief]] = {
    "subtitle and standfirst are taken out": _without_front,
    "a title is taken out": _untitled,
    "sections are moved": _sections_moved,
    "number, date and address are others": _other_matter,
    "a source is taken out": _of_blocks(Figure, _without_source),
    "a step of a timeline is another": _of_blocks(Timeline, _other_steps),
    "a list gets one below an item": _of_blocks(ListBlock, _with_sublist),
}


@pytest.mark.parametrize("backwards", [False, True], ids=["made", "taken back"])
@pytest.mark.parametrize("edit", EDITS)
def test_one_text_alone_reads_as_it_does_by_itself(
    browser: Browser,
    tmp_path: Path,
    edit: str,
    backwards: bool,
) -> None:
    one, _ = prepared(ROOT, "specimen", "en-GB")
    brief = EDITS[edit](one.edition.brief)
    other = edited(replace(one.printing, edition=replace(one.edition, brief=brief)), ())
    texts = _pages(one, (other, one.printing) if backwards else (one.printing, other), tmp_path)
    page = browser.new_page()

    def read(address: str, view: str) -> list[str]:
        page.goto(address)
        return [str(line) for line in page.evaluate(READ, view)]

    assert read(texts.redline, ".view-now") == read(texts.new, "")
    assert not page.locator(MARKS).filter(visible=True).count()
    assert read(texts.redline, ".view-then") == read(texts.old, "")
    page.close()


def _pages(one: Prepared, both: tuple[Printing, Printing], folder: Path) -> Texts:
    """Write the two texts and their redline, each on a page."""
    before, after = (replace(one, edition=text.edition, apparatus=text.apparatus) for text in both)
    made = {
        "old": production.produce(before, ("screen",), Desk()),
        "new": production.produce(after, ("screen",), Desk()),
        "redline": production.produce_redline(after, redline(*both), ("screen",), Desk()),
    }
    for name, (proof,) in made.items():
        (folder / f"{name}.html").write_bytes(proof.body)
    return Texts(*((folder / f"{name}.html").as_uri() for name in Texts._fields))
