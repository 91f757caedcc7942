"""The imprint never stands alone on the last page: the end of the text goes there with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import tinyhtml5

from report.cite.numbering import number_targets
from report.compose import compose
from report.model.blocks import Block
from report.model.output import Proof
from report.typeset import paged
from report.typeset.company import keep_company
from report.typeset.fonts import choose_faces
from tests.support.apparatus import apparatus_of, edition_of, rules, works_of
from tests.support.editions import paragraph, section, table

PROJECT = Path(__file__).parents[3]
WORKS = "\n".join(
    f"@book{{w{number}, author = {{Author{number}, Ann}}, title = {{Work {number}}}, year = {{2001}}, "
    "publisher = {Press}, location = {Town}}"
    for number in range(1, 9)
)
_SENTENCE = "The gauge was read at noon and nobody wrote the number down. "


def test_an_imprint_that_would_stand_alone_takes_the_end_of_the_text_along(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as stock:
        stock.setattr(paged, "keep_company", lambda _: False)
        count = next(count for count in range(20, 60) if _last_page(_made(count)).startswith("Imprint"))
    made = _made(count)
    assert [page.has_company for page in made.pages] == [*(False for _ in made.pages[:-1]), True]
    last = _last_page(made)
    assert "Imprint" in last
    assert [f"Work {number}" in last for number in range(1, 9)] == [False] * 4 + [True] * 4


def test_four_entries_go_and_the_rest_stays() -> None:
    page = _page('<h2>Bibliography</h2><ul class="references">' + "<li>entry</li>" * 7 + "</ul>")
    assert keep_company(page)
    columns, closing = _boxes(page)
    assert [len(one) for one in columns] == [0, 3]
    assert [len(one) for one in closing] == [4]


def test_a_short_list_goes_with_its_heading() -> None:
    page = _page('<p>Text.</p><h2>Bibliography</h2><h3>Books</h3><ul class="references"><li>entry</li></ul>')
    assert keep_company(page)
    assert [[_name(one) for one in box] for box in _boxes(page)] == [["p"], ["h2", "h3", "ul"]]


def test_where_the_text_has_no_list_its_last_block_goes() -> None:
    page = _page("<p>First.</p><p>Last.</p>")
    assert keep_company(page)
    assert [[one.text for one in box] for box in _boxes(page)] == [["First."], ["Last."]]


@pytest.mark.parametrize(
    "end",
    ['<div class="columns"><h2>End</h2><p>All of it.</p></div>', '<div class="span"><figure></figure></div>'],
    ids=["a box of one block", "what takes the full width"],
)
def test_what_is_one_goes_whole(end: str) -> None:
    page = tinyhtml5.parse(
        f'<main><div class="columns"><p>One.</p></div>{end}</main><footer data-stands="foot"></footer>',
        namespace_html_elements=False,
    )
    assert keep_company(page)
    assert [one.get("class").split()[1:] for one in _boxes(page)] == [[], ["closing"]]


@pytest.mark.parametrize(
    "tail",
    [(table("t", spans=True), paragraph("end", _SENTENCE * 3)), (table("t", spans=True),)],
    ids=["a paragraph after a table", "a table across the page"],
)
def test_a_last_block_between_boxes_keeps_the_imprint_company(
    tail: tuple[Block, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as stock:
        stock.setattr(paged, "keep_company", lambda _: False)
        count = next(count for count in range(8, 30) if _last_page(_ended(count, tail)).startswith("Imprint"))
        before = _said(_ended(count, tail))
    made = _ended(count, tail)
    assert made.pages[-1].has_company
    assert not _last_page(made).startswith("Imprint")
    assert _said(made) == before


def test_a_block_that_is_longer_than_the_page_stays_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as stock:
        stock.setattr(paged, "keep_company", lambda _: False)
        found = ((count, _ended(1, _long(count))) for count in range(122, 150, 2))
        count, before = next((count, made) for count, made in found if _last_page(made).startswith("Imprint"))
    made = _ended(1, _long(count))
    assert made.body == before.body
    assert not made.pages[-1].has_company


@pytest.mark.parametrize(
    "page",
    [
        '<main><div class="columns"><p>All of it.</p></div></main><footer data-stands="foot"></footer>',
        '<main><div class="columns"></div></main><footer data-stands="foot"></footer>',
        '<main><p>No columns.</p></main><footer data-stands="foot"></footer>',
        '<main><div class="columns"><p>One.</p><p>Two.</p></div></main>',
        '<main><div class="columns"><p>One.</p><p>Two.</p></div></main><ul></ul><footer data-stands="foot"></footer>',
        '<main><div class="columns"><p>A.</p><p>B.</p></div><div></div></main><footer data-stands="foot"></footer>',
        '<main><p></p><div class="columns"><h2>A</h2></div><div class="span">A.</div></main><b data-stands="foot">',
        '<main><div class="columns"><p>A.</p></div><div class="columns"></div></main><b data-stands="foot"></b>',
        "<main></main>",
    ],
)
def test_nothing_goes_where_nothing_can(page: str) -> None:
    tree = tinyhtml5.parse(page, namespace_html_elements=False)
    assert not keep_company(tree)


def test_an_imprint_that_has_the_end_of_the_text_above_it_needs_no_company() -> None:
    made = _made(1)
    assert "Work 8" in _last_page(made)
    assert not any(page.has_company for page in made.pages)


def _made(count: int) -> Proof:
    cited = " ".join(f"[@w{number}]" for number in range(1, 9))
    made = edition_of([f"Words.{cited}", *(_SENTENCE * 4 for _ in range(count))], "en-GB", rules())
    faces = choose_faces(made.brief.house.design, made.pack).value
    galley = compose(made, apparatus_of(made, works_of(WORKS)), "paged", faces, PROJECT)
    return paged.set_pages(galley, made, PROJECT).value


def _ended(count: int, tail: tuple[Block, ...]) -> Proof:
    """Paragraphs, and then what ends the text; nothing is cited."""
    made = edition_of(["Words."], "en-GB", rules())
    blocks = (*(paragraph(f"p{number}", _SENTENCE * 4) for number in range(count)), *tail)
    made = replace(made, brief=replace(made.brief, sections=(section("s", "Section", *blocks),)))
    apparatus = replace(apparatus_of(made, {}), targets=number_targets(made))
    faces = choose_faces(made.brief.house.design, made.pack).value
    return paged.set_pages(compose(made, apparatus, "paged", faces, PROJECT), made, PROJECT).value


def _long(count: int) -> tuple[Block, ...]:
    return table("t", spans=True), paragraph("end", _SENTENCE * count)


def _said(made: Proof) -> tuple[int, int]:
    """How many sentences and tables all pages have."""
    document = pypdfium2.PdfDocument(made.body)
    text = " ".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    return text.count("noon"), text.count("Rows")


def _last_page(made: Proof) -> str:
    document = pypdfium2.PdfDocument(made.body)
    text: str = document[len(document) - 1].get_textpage().get_text_range()
    return text


def _page(text: str) -> Any:
    page = f'<main><div class="columns">{text}</div></main><footer data-stands="foot">Imprint</footer>'
    return tinyhtml5.parse(page, namespace_html_elements=False)


def _boxes(page: Any) -> list[Any]:
    return list(next(page.iter("main")))


def _name(element: Any) -> str:
    return str(element.tag)
