"""The tag tree of every shipped file: all words once, in the order of reading, in elements that say what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from report import locales
from report.compose import compose
from report.model import blocks
from report.model.edition import Edition
from report.model.output import Copy
from report.typeset import typeset
from tests.support.shipped import BRIEFS, LOCALES, ROOT, prepared
from tests.support.structure import Element, Tagged, Words, tagged

EDITIONS = [(slug, locale) for slug in BRIEFS for locale in LOCALES]
PHRASES = frozenset({"Reference", "Link", "Span", "Em", "Strong"})
TYPES = frozenset(
    PHRASES
    | {"Document", "Art", "Sect", "Div", "BlockQuote", "H1", "H2", "H3", "P", "Caption", "Figure", "Note"}
    | {"L", "LI", "Lbl", "LBody", "BibEntry", "Table", "THead", "TBody", "TR", "TH", "TD"}
)


@dataclass(frozen=True, slots=True)
class Shipped:
    """An edition as shipped: its content, its copy, its markup, its file, and the tags of the file."""

    edition: Edition
    copy: Copy
    html: str
    body: bytes
    tags: Tagged

    @property
    def document(self) -> Element:
        """The root of the tag tree."""
        return self.tags.document


@cache
def shipped(slug: str, locale: str) -> Shipped:
    ready = prepared(ROOT, slug, locale)[0]
    galley = compose(ready.edition, ready.apparatus, "paged", ready.faces, ready.project)
    proof = typeset(galley, ready.edition, ready.project)
    assert proof.findings == ()
    return Shipped(ready.edition, galley.copy, galley.html, proof.value.body, tagged(proof.value.body))


@pytest.fixture(params=EDITIONS, ids=["-".join(edition) for edition in EDITIONS])
def one(request: pytest.FixtureRequest) -> Shipped:
    return shipped(*request.param)


def letters(text: str) -> str:
    """The letters and digits of a text: what the words of lines have in common with those of the copy."""
    return "".join(filter(str.isalnum, text))


def told(element: Element) -> Iterator[Words]:
    """The words of an element without those of notes and drawings, which have places of their own in the copy."""
    for kid in element.kids:
        if isinstance(kid, Words):
            yield kid
        elif isinstance(kid, Element) and kid.tag not in ("Note", "Figure"):
            yield from told(kid)


def test_there_is_one_document_of_elements_that_say_something(one: Shipped) -> None:
    assert one.document.tag == "Document"
    assert {element.tag for element in one.document.walk()} <= TYPES
    for group in one.document.all("Div"):
        assert group.tags[0] in ("Figure", "Table", "L")
        assert len(group.kids) > 1
    assert not [element for element in one.document.walk() if not element.kids and element.tag != "TD"]


def test_every_word_of_a_page_is_met_once(one: Shipped) -> None:
    met = Counter((words.page, words.mcid) for words in one.document.words)
    assert set(met.values()) == {1}
    assert len(met) == sum(map(len, one.tags.content))


def test_the_order_of_reading_is_that_of_the_copy(one: Shipped) -> None:
    drawings = {
        f"b-{block.id}": " ".join(filter(None, block.picture.wording))
        for section in one.edition.brief.sections
        for block in section.blocks
        if isinstance(block, blocks.Figure)
    }
    passages = [passage for passage in one.copy.body if drawings.get(passage.anchor, "none") != passage.text]
    copy = letters(" ".join(passage.text for passage in passages))
    if one.copy.direction == "ltr":
        assert letters("".join(words.text for words in told(one.document))) == copy
        return
    # Right-to-left words are drawn from the left: what is compared are the letters of every piece, in its place.
    at = 0
    for words in told(one.document):
        size = len(letters(words.text))
        assert Counter(letters(words.text)) == Counter(copy[at : at + size]), (words, copy[at : at + size])
        at += size
    assert at == len(copy)


def test_a_paragraph_is_one_element_wherever_it_goes_on(one: Shipped) -> None:
    paragraphs = Counter("".join(sorted(letters("".join(w.text for w in told(p))))) for p in one.document.all("P"))
    asked = [
        passage
        for section in one.edition.brief.sections
        for block in section.blocks
        if isinstance(block, blocks.Paragraph)
        for passage in one.copy.body
        if passage.anchor == f"b-{block.id}"
    ]
    assert len(asked) > 5
    for passage in asked:
        assert paragraphs["".join(sorted(letters(passage.text)))] == 1, passage.text


@pytest.mark.parametrize("locale", LOCALES)
def test_some_paragraphs_go_on_on_the_next_page(locale: str) -> None:
    found = shipped("iran-russia-nexus", locale).document.all("P")
    assert sum(len({words.page for words in paragraph.words}) > 1 for paragraph in found) >= 2


def test_headings_are_nested_and_those_of_the_outline(one: Shipped) -> None:
    heads = one.document.all("H1", "H2", "H3")
    levels = [int(head.tag[1]) for head in heads]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for section in one.document.all("Sect"):
        assert section.tags[0] in ("H2", "H3")
        assert all(inner.tags[0] > section.tags[0] for inner in section.elements if inner.tag == "Sect")
    with pikepdf.open(BytesIO(one.body)) as pdf, pdf.open_outline() as outline:
        shown = []
        for item in outline.root:
            shown += [(1, item.title), *((2, kid.title) for kid in item.children)]
        assert shown == [(line.level, line.title) for line in one.copy.outline]
        assert pdf.Root.PageMode == "/UseOutlines"


def test_notes_are_numbered_named_and_follow_the_block_that_calls_them(one: Shipped) -> None:
    notes = one.document.all("Note")
    assert [note.id for note in notes] == [passage.anchor for passage in one.copy.notes]
    for note, passage in zip(notes, one.copy.notes, strict=True):
        assert note.tags[0] == "Lbl"
        assert Counter(letters(note.text)) == Counter(letters(passage.text))
    for parent in one.document.walk():
        block = parent
        for kid in parent.elements:
            if kid.tag == "Note":
                assert kid.id in [way.target for link in block.all("Link") for way in link.ways]
            else:
                block = parent if kid.tag in PHRASES else kid


def test_calls_and_notes_lead_to_each_other_and_say_so(one: Shipped) -> None:
    ways = [(element, way) for element in one.document.walk() for way in element.ways]
    number = re.compile(r"[0-9۰-۹]+")
    for note in one.document.all("Note"):
        (label,) = [element for element in note.elements if element.tag == "Lbl"]
        (back,) = label.one("Link").ways
        calls = [way for _, way in ways if way.target == note.id]
        assert back.target == f"{note.id}-call"
        assert calls[0].page == back.page == note.words[0].page
        assert number.findall(calls[0].contents) == number.findall(back.contents) == [letters(label.text)]
        assert calls[0].contents != back.contents


def test_every_link_is_an_element_with_a_description_that_prints(one: Shipped) -> None:
    found = [(element, way) for element in one.document.walk() for way in element.ways]
    assert {element.tag for element, _ in found} == {"Link"}
    with pikepdf.open(BytesIO(one.body)) as pdf:
        assert sum(len(page.get("/Annots", ())) for page in pdf.pages) == len(found)
    for _, way in found:
        assert way.flags == 4
        assert way.contents
        if way.target.startswith("http"):
            assert way.contents == way.target
        else:
            assert not re.search(r"(note|ref|call|b|s)-", way.contents)


def test_lists_are_numbered_and_their_items_labelled(one: Shipped) -> None:
    lists = one.document.all("L")
    assert {found.attributes["ListNumbering"] for found in lists} >= {"None", "Decimal", "Disc"}
    for found in lists:
        items = [kid for kid in found.elements if kid.tag != "Caption"]
        assert {item.tag for item in items} == {"LI"}
        assert {tuple(item.tags) for item in items} in ({("Lbl", "LBody")}, {("LBody",)})
        assert found.tags.count("Caption") <= 1


def test_tables_are_regular_with_caption_and_headers(one: Shipped) -> None:
    tables = one.document.all("Table")
    asked = [
        block for section in one.edition.brief.sections for block in section.blocks if isinstance(block, blocks.Table)
    ]
    assert len(tables) == len(asked)
    for table, block in zip(tables, asked, strict=True):
        assert table.tags == ["Caption", "THead", "TBody"]
        assert {len(row.elements) for row in table.all("TR")} == {len(block.columns)}
        names = {head.id: head.attributes["Scope"] for head in table.all("TH")}
        assert set(names.values()) <= {"Row", "Column"}
        for cell in table.all("TD"):
            assert "Column" in [names[head] for head in cell.attributes["Headers"]]


def test_figures_have_their_texts_and_stand_on_the_page(one: Shipped) -> None:
    figures = one.document.all("Figure")
    asked = [
        block for section in one.edition.brief.sections for block in section.blocks if isinstance(block, blocks.Figure)
    ]
    assert [figure.alternative for figure in figures] == [block.legend.alternative for block in asked]
    with pikepdf.open(BytesIO(one.body)) as pdf:
        for figure in figures:
            left, bottom, right, top = figure.attributes["BBox"]
            page = pdf.pages[figure.words[0].page - 1].mediabox
            assert float(page[0]) <= left < right <= float(page[2])
            assert float(page[1]) <= bottom < top <= float(page[3])


class _Languages(HTMLParser):
    """Counts the letters of every language in a page's body."""

    def __init__(self) -> None:
        super().__init__()
        self.counted: dict[str, Counter[str]] = {}
        self._opened: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("img", "meta", "link", "br"):
            around = self._opened[-1][1] if self._opened else ""
            self._opened.append((tag, dict(attrs).get("lang") or around))

    def handle_endtag(self, tag: str) -> None:
        assert self._opened.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._opened and self._opened[0][0] == "html" and "head" not in (tag for tag, _ in self._opened):
            self.counted.setdefault(self._opened[-1][1], Counter()).update(letters(data))


def test_foreign_words_are_in_their_language(one: Shipped) -> None:
    wanted = _Languages()
    wanted.feed(one.html)
    found: dict[str, Counter[str]] = {}
    for element in one.document.walk():
        for kid in element.kids:
            if isinstance(kid, Words):
                found.setdefault(element.language, Counter()).update(letters(kid.text))
    own = one.edition.locale
    assert one.document.language == own
    assert {tag: n for tag, n in found.items() if tag != own} == {
        tag: n for tag, n in wanted.counted.items() if tag != own and n
    }


def test_running_heads_and_folios_are_artifacts(one: Shipped) -> None:
    running = [artifact for artifact in one.tags.artifacts if artifact.properties.get("Type") == "Pagination"]
    pages = len(one.tags.content)
    for number in range(1, pages + 1):
        feet = [one for one in running if one.page == number and one.properties["Subtype"] == "Footer"]
        assert locales.in_digits(str(number), one.edition.pack) in [letters(foot.text) for foot in feet]
    # On the first page stands the masthead; what is not published bears its mark there, too.
    first = 1 if one.edition.bears_mark else 2
    assert {one.page for one in running if one.properties["Subtype"] == "Header"} == set(range(first, pages + 1))
    assert all("Type" in artifact.properties for artifact in one.tags.artifacts)


def test_viewers_call_the_pages_what_their_folios_say(one: Shipped) -> None:
    with pikepdf.open(BytesIO(one.body)) as pdf:
        folios = [locales.in_digits(str(number), one.edition.pack) for number in range(1, len(pdf.pages) + 1)]
        assert [page.label for page in pdf.pages] == folios
