"""Notes stand on the page of their call, once, in order and below the text."""

from __future__ import annotations

import re

import pytest

from report.typeset.corrections import NoteTooTall
from tests.support.engine import Engine, Pages, note_call

SMALL = "@page { size: 100mm 60mm } .note::footnote-marker { font-size: 1em; line-height: inherit }"


def one_line_paragraphs() -> str:
    """Twenty-nine paragraphs of one line, every third with a note, in two columns."""
    paragraphs = (f"<p>word{n}{note_call(n, f'note {n}') if n % 3 == 0 else ''}</p>" for n in range(29))
    return f'<div class="columns">{"".join(paragraphs)}</div>'


def late_notes(pages: Pages) -> list[int]:
    """The notes that are not on the page of their call."""
    calls, notes = (
        {
            int(number): page
            for page, lines in enumerate(pages)
            for line in lines
            for number in re.findall(rf"{kind}(\d+)", line.words)
        }
        for kind in "CM"
    )
    return [number for number, page in notes.items() if calls[number] != page]


def test_the_stock_engine_sets_notes_late(stock: Engine) -> None:
    assert late_notes(stock.pages(one_line_paragraphs(), SMALL))


def test_a_note_stands_on_the_page_of_its_call(corrected: Engine) -> None:
    pages = corrected.pages(one_line_paragraphs(), SMALL)
    printed = [int(number) for lines in pages for line in lines for number in re.findall(r"M(\d+)", line.words)]
    assert printed == list(range(0, 29, 3))
    assert late_notes(pages) == []


PLACES = {
    "list": "<ul><li>text<ul><li>text{}</li></ul></li></ul>",
    "quotation": "<blockquote><p>text{}</p></blockquote>",
    "table": "<table><tr><td>text</td><td>text{}</td></tr></table>",
    "table caption": "<table><caption>text{}</caption><tr><td>text</td></tr></table>",
    "figure caption": "<figure><div>plate</div><figcaption>text{}</figcaption></figure>",
    "heading": "<h2>text{}</h2><p>text</p>",
    "unbreakable box": '<div style="break-inside: avoid"><p>text</p><ul><li>text{}</li></ul></div>',
    "positioned box": '<div style="position: relative"><div style="position: absolute; right: 0">text{}</div></div>',
    "float": '<div style="float: right">text{}</div>',
}


@pytest.mark.parametrize("columns", ["columns", "one"])
@pytest.mark.parametrize("place", PLACES)
def test_a_note_is_set_wherever_it_is_called(corrected: Engine, place: str, columns: str) -> None:
    called = PLACES[place].format(note_call(7, "some note"))
    body = f'<div class="{columns}">{"<p>text</p>" * 15}{called}{"<p>text</p>" * 40}</div>'
    printed = [line.words for lines in corrected.pages(body) for line in lines if "some note" in line.words]
    assert printed == ["M7 some note"]


def test_notes_are_set_right_to_left(corrected: Engine) -> None:
    pages = corrected.pages(f'<div dir="rtl">{one_line_paragraphs()}</div>', SMALL)
    assert len(pages) > 1
    assert late_notes(pages) == []


def test_a_note_may_name_a_page_and_be_named_by_one(corrected: Engine) -> None:
    sheet = '.page::after { content: "page " target-counter(attr(href), page) }'
    there = note_call(1, 'see <a class="page" href="#end">the end, </a>')
    here = '<p id="end">back to <a class="page" href="#note-1">the note, </a></p>'
    pages = corrected.pages(f'<div class="columns"><p>text{there}</p>{"<p>text</p>" * 60}{here}</div>', sheet)
    assert [line.words for line in pages[0] if "the end" in line.words] == ["M1 see the end, page 2"]
    assert [line.words for line in pages[1] if "the note" in line.words] == ["back to the note, page 1"]


def test_a_page_without_calls_is_laid_out_once(corrected: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint.layout import page  # noqa: PLC0415 - only once the fonts of the machine are kept out

    laid_out: list[int] = []
    stock = page.make_page

    def make_page(context: object, root: object, kind: object, resume: object, number: int, state: object) -> object:
        laid_out.append(number)
        return stock(context, root, kind, resume, number, state)

    monkeypatch.setattr(page, "make_page", make_page)
    corrected.pages(f'<div class="columns"><p>text{note_call(1, "note")}</p>{"<p>text</p>" * 90}</div>')
    assert laid_out.count(2) == 1
    assert laid_out.count(1) == 2


def test_a_note_too_tall_for_its_page_is_named(corrected: Engine) -> None:
    with pytest.raises(NoteTooTall) as raised:
        corrected.pages(f"<p>text</p><p>text{note_call(3, 'word ' * 2000)}</p>")
    assert (raised.value.page, raised.value.note_id) == (2, "note-3")
