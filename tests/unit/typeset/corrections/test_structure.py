"""The tag tree says what the text is: paragraphs, notes, lists, tables, figures, each one element, in reading order."""

from __future__ import annotations

import base64
import re
from io import BytesIO

import pikepdf
import pytest

from report.validate.elements import STRUCTURE_TYPES
from tests.support.engine import Engine, note_call
from tests.support.structure import Element, Tagged, tagged

WORDS = "words enough to fill a line and to be broken at its end, so that the next line has some as well, "
DRAWING = base64.b64encode(
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
).decode()
PICTURE = f'<img src="data:image/svg+xml;base64,{DRAWING}" alt="a bar">'


def read(engine: Engine, body: str, sheet: str = "", direction: str = "ltr") -> Tagged:
    pdf = engine.set_body(f'<main dir="{direction}">{body}</main>', sheet, pdf_variant="pdf/ua-1")
    return tagged(pdf)


def tree(engine: Engine, body: str, sheet: str = "", direction: str = "ltr") -> Element:
    return read(engine, body, sheet, direction).document


def numbered(element: Element) -> list[str]:
    """The words of an element that are numbers, in the order of reading."""
    return re.findall(r"\d+", " ".join(words.text for words in element.words))


# One element for one element, however many boxes.

COLUMNS = f'<div class="columns"><p>{WORDS * 30}</p></div>'


def test_the_stock_engine_makes_a_paragraph_of_each_column(stock: Engine) -> None:
    assert len(tree(stock, COLUMNS).all("P")) > 2


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_paragraph_over_columns_and_pages_is_one(corrected: Engine, direction: str) -> None:
    paragraph = tree(corrected, COLUMNS, direction=direction).one("P")
    assert {words.page for words in paragraph.words} == {1, 2}
    assert paragraph.tags == []


@pytest.mark.parametrize(
    ("body", "tag"),
    [
        (f"<ul><li>{WORDS * 40}</li></ul>", "LBody"),
        (f"<blockquote><p>{WORDS * 40}</p></blockquote>", "BlockQuote"),
        (f"<section>{f'<p>{WORDS}</p>' * 20}</section>", "Sect"),
        (f"<ol>{'<li>item</li>' * 40}</ol>", "L"),
    ],
)
def test_what_goes_on_on_the_next_page_is_one(corrected: Engine, body: str, tag: str) -> None:
    assert len({words.page for words in tree(corrected, body).one(tag).words}) > 1


LONG_TABLE = (
    "<table><thead><tr><th>head</th><th>unit</th></tr></thead><tbody>"
    + "".join(f"<tr><th scope=row>{row}</th><td>value</td></tr>" for row in range(40))
    + "</tbody></table>"
)


def test_the_stock_engine_tags_the_repeated_head_of_a_table_again(stock: Engine) -> None:
    found = tree(stock, LONG_TABLE)
    assert len(found.all("Table")) == len(found.all("THead")) == 3


def test_a_table_over_pages_is_one_and_its_repeated_head_an_artifact(corrected: Engine) -> None:
    found = read(corrected, LONG_TABLE)
    table = found.document.one("Table")
    assert table.tags == ["THead", "TBody"]
    assert table.one("THead").text == "headunit"
    assert numbered(table.one("TBody")) == [str(row) for row in range(40)]
    repeated = [(one.page, one.text) for one in found.artifacts if one.properties["Type"] == "Pagination"]
    assert repeated == [(2, "head"), (2, "unit"), (3, "head"), (3, "unit")]


# Nothing is said by boxes.


def test_the_stock_engine_makes_elements_of_boxes_and_lines(stock: Engine) -> None:
    found = tree(stock, f"<div><p>{WORDS * 2}<b>bold</b></p></div>")
    assert {"NonStruct", "Div", "Span"} <= {element.tag for element in found.walk()}


def test_lines_and_boxes_without_meaning_make_no_element(corrected: Engine) -> None:
    found = tree(corrected, f"<div><header><p>{WORDS * 2}<b>bold</b> <span>more</span></p></header></div>")
    assert found.outline() == "Document(Art(P))"


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        ("loose <p>kept</p> again", "Document(Art(P P P))"),
        ("<div>one <i>phrase</i></div><div>two</div>", "Document(Art(P P))"),
        ("<blockquote>said</blockquote>", "Document(Art(BlockQuote(P)))"),
        ("<p><em>a</em> <strong>b</strong> <q>c</q> <code>d</code></p>", "Document(Art(P(Em Strong Quote Code)))"),
        ("", "Document"),
        ("<p></p><div><p> </p></div>", "Document"),
    ],
)
def test_words_hang_on_the_nearest_element_that_says_something(corrected: Engine, body: str, outline: str) -> None:
    assert tree(corrected, body).outline() == outline


def test_types_of_later_standards_are_mapped(corrected: Engine) -> None:
    with pikepdf.open(BytesIO(corrected.set_body("<p><em>x</em></p>", pdf_variant="pdf/ua-1"))) as pdf:
        assert dict(pdf.Root.StructTreeRoot.RoleMap) == {"/Em": "/Span", "/Strong": "/Span"}


# Sections.


def test_headings_open_sections_nested_by_level(corrected: Engine) -> None:
    body = "<h1>t</h1><p>x</p><h2>a</h2><h3>b</h3><p>x</p><h3>c</h3><h2>d</h2><p>x</p>"
    assert tree(corrected, body).outline() == "Document(Art(H1 P Sect(H2 Sect(H3 P) Sect(H3)) Sect(H2 P)))"


def test_the_first_heading_of_a_section_is_its_own(corrected: Engine) -> None:
    body = (
        "<section><div><h2>a</h2></div><p>x</p><h3>b</h3></section><h2>c</h2><aside><h3>d</h3><p>x</p></aside><p>y</p>"
    )
    assert tree(corrected, body).outline() == "Document(Art(Sect(H2 P Sect(H3)) Sect(H2 Sect(H3 P) P)))"


def test_a_section_goes_on_over_column_boxes(corrected: Engine) -> None:
    body = '<div class="columns"><h2>a</h2><p>x</p></div><div><p>y</p></div><div class="columns"><p>z</p></div>'
    assert tree(corrected, body).outline() == "Document(Art(Sect(H2 P P P)))"


# Notes.


def with_leads(number: int) -> str:
    return note_call(number, f"said {number}").replace(
        'class="note"', f'class="note" data-call-leads="Note {number}" data-marker-leads="Back to note {number}"'
    )


def test_the_stock_engine_knows_no_notes(stock: Engine) -> None:
    assert tree(stock, f"<p>x{with_leads(1)}</p>").all("Note") == []


def test_a_note_has_its_id_and_its_number_and_follows_the_paragraph(corrected: Engine) -> None:
    found = tree(corrected, f"<p>before{with_leads(1)} after</p><p>next</p>")
    assert found.outline() == "Document(Art(P(Reference(Link)) Note(Lbl(Link)) P))"
    note = found.one("Note")
    assert (note.id, note.text) == ("note-1", "M1 said 1")
    assert found.all("P")[0].text == "beforeC1 after"


def test_calls_and_notes_lead_to_each_other_in_words(corrected: Engine) -> None:
    found = tree(corrected, f"<p>x{with_leads(1)}</p>")
    (there,) = found.one("Reference").one("Link").ways
    (back,) = found.one("Note").one("Lbl").one("Link").ways
    assert (there.target, there.contents) == ("note-1", "Note 1")
    assert (back.target, back.contents) == ("note-1-call", "Back to note 1")


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        (f"<h2>x{with_leads(1)}</h2><p>y</p>", "Art(Sect(H2(Reference(Link)) Note(Lbl(Link)) P))"),
        (f"<p><em>x{with_leads(1)}</em> y</p>", "Art(P(Em(Reference(Link))) Note(Lbl(Link)))"),
        (f"<ul><li>x{with_leads(1)} y</li></ul>", "Art(L(LI(Lbl LBody(Reference(Link) Note(Lbl(Link))))))"),
        (
            f"<ul><li>x{with_leads(1)}<ol><li>y</li></ol></li></ul>",
            "Art(L(LI(Lbl LBody(Reference(Link) Note(Lbl(Link)) L(LI(Lbl LBody))))))",
        ),
        (f"<blockquote><p>x{with_leads(1)}</p></blockquote>", "Art(BlockQuote(P(Reference(Link))) Note(Lbl(Link)))"),
        (f"loose{with_leads(1)} words", "Art(P(Reference(Link)) Note(Lbl(Link)))"),
        (
            f"<figure>{PICTURE}<figcaption>x{with_leads(1)}</figcaption></figure>",
            "Art(Div(Figure Caption(Reference(Link)) Note(Lbl(Link))))",
        ),
        (
            f"<table><tr><td>x{with_leads(1)}</td><td>y</td></tr></table><p>z</p>",
            "Art(Table(TBody(TR(TD(Reference(Link)) TD))) Note(Lbl(Link)) P)",
        ),
        (
            f"<figure><figcaption>x{with_leads(1)}</figcaption><table><tr><td>y</td></tr></table></figure>",
            "Art(Table(Caption(Reference(Link)) TBody(TR(TD))) Note(Lbl(Link)))",
        ),
    ],
    ids=[
        "heading",
        "phrase",
        "item",
        "item with a list",
        "quotation",
        "loose words",
        "caption",
        "cell",
        "table caption",
    ],
)
def test_a_note_follows_the_block_that_calls_it(corrected: Engine, body: str, outline: str) -> None:
    assert tree(corrected, body).one("Art").outline() == outline


def test_a_note_called_where_its_paragraph_goes_on_stands_behind_all_of_it(corrected: Engine) -> None:
    found = tree(corrected, f'<div class="columns"><p>{WORDS * 14}{with_leads(1)}{WORDS * 14}</p><p>y</p></div>')
    assert found.one("Art").tags == ["P", "Note", "P"]


def test_notes_of_one_paragraph_follow_in_their_order(corrected: Engine) -> None:
    found = tree(corrected, f"<p>x{with_leads(1)} y{with_leads(2)}</p>")
    assert [note.id for note in found.all("Note")] == ["note-1", "note-2"]


def test_a_note_without_a_name_has_an_id_of_its_own_and_no_link(corrected: Engine) -> None:
    found = tree(corrected, '<p>x<span class="note">one</span> y<span class="note">two</span></p>')
    assert len({note.id for note in found.all("Note")} - {""}) == 2
    assert found.all("Link") == []


# Links.


def test_a_link_over_two_lines_is_one_element_with_two_places(corrected: Engine) -> None:
    link = tree(corrected, f'<p>{WORDS[:75]}<a href="https://example.org/">{WORDS}</a></p>').one("Link")
    assert {(way.target, way.contents) for way in link.ways} == {("https://example.org/", "https://example.org/")}
    assert len(link.ways) == len(link.words) > 1


@pytest.mark.parametrize(
    ("attributes", "contents"),
    [("", "Figure 1"), ('data-leads="To the figure"', "To the figure"), ('aria-label="Drawing 1"', "Drawing 1")],
)
def test_a_link_within_the_file_is_a_described_reference(corrected: Engine, attributes: str, contents: str) -> None:
    found = tree(corrected, f'<p id="f">see <a href="#f" {attributes}>Figure <b>1</b></a></p>')
    assert found.one("P").outline() == "P(Reference(Link))"
    assert [way.contents for way in found.one("Link").ways] == [contents]


def test_a_link_of_a_picture_is_described_by_it(corrected: Engine) -> None:
    found = tree(corrected, f'<p id="f"><a href="#f">{PICTURE}</a></p>')
    assert {way.contents for way in found.one("Link").ways} == {"a bar"}


def test_a_link_in_a_running_head_is_an_element_too(corrected: Engine) -> None:
    sheet = ".head { position: running(head) } @page { @top-left { content: element(head) } margin-top: 15mm }"
    found = tree(corrected, '<p class="head"><a href="https://example.org/">top</a></p><p>text</p>', sheet)
    assert [way.contents for way in found.one("Link").ways] == ["https://example.org/"]


def test_every_content_and_every_link_knows_its_element(corrected: Engine) -> None:
    body = f'<p id="p">x{with_leads(1)} <a href="#p">y</a> <a href="https://example.org/">{WORDS * 30}</a></p>'
    with pikepdf.open(BytesIO(corrected.set_body(f"<main>{body}</main>", pdf_variant="pdf/ua-1"))) as pdf:
        root = pdf.Root.StructTreeRoot
        numbers = list(root.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        assert list(owners) == list(range(root.ParentTreeNextKey))
        for page in pdf.pages:
            assert page.Tabs == "/S"
            for mcid, owner in enumerate(owners[page.StructParents]):
                assert any(_is_content(kid, owner, mcid, page) for kid in owner.K)
            for link in page.Annots:
                owner = owners[int(link.StructParent)]
                assert owner.S == "/Link"
                assert any(_is_place(kid, link) for kid in owner.K)


def _is_content(kid: pikepdf.Object, owner: pikepdf.Object, mcid: int, page: pikepdf.Page) -> bool:
    if isinstance(kid, pikepdf.Dictionary):
        return kid.get("/Type") == "/MCR" and mcid == kid.MCID and kid.Pg.objgen == page.objgen
    return kid == mcid and owner.Pg.objgen == page.objgen


def _is_place(kid: pikepdf.Object, link: pikepdf.Object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid and kid.Obj.objgen == link.objgen


def test_ids_are_found_by_name(corrected: Engine) -> None:
    body = f"<p>x{with_leads(1)}</p><table><tr><th>a</th></tr><tr><td>b</td></tr></table>"
    with pikepdf.open(BytesIO(corrected.set_body(body, pdf_variant="pdf/ua-1"))) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert [str(name) for name in names[::2]] == ["note-1", "table-1-1-1"]
        assert [str(element.ID) for element in names[1::2]] == ["note-1", "table-1-1-1"]


# Lists.

MARKED = "li::before { content: attr(data-marker); display: inline-block } li { list-style: none }"


def marked_list(*marks: str) -> str:
    return "<ol>" + "".join(f'<li data-marker="{mark}">x</li>' for mark in marks) + "</ol>"


def test_the_stock_engine_takes_marks_of_our_own_for_words(stock: Engine) -> None:
    assert tree(stock, marked_list("1.", "2."), MARKED).all("Lbl") == []


@pytest.mark.parametrize(
    ("marks", "numbering"),
    [
        (("1.", "2."), "Decimal"),
        (("۱.", "۲."), "Decimal"),
        (("9.", "10."), "Decimal"),
        (("a)", "b)"), "LowerAlpha"),
        (("A.", "B."), "UpperAlpha"),
        (("а.", "б."), "LowerAlpha"),
        (("الف.", "ب."), "LowerAlpha"),
        (("i.", "ii.", "iii."), "LowerRoman"),
        (("I.", "II."), "UpperRoman"),
        (("h.", "i."), "LowerAlpha"),
        (("•", "•"), "Disc"),
        (("◦",), "Circle"),
        (("▪",), "Square"),
        (("–", "–"), "None"),
    ],
)
def test_a_list_is_numbered_as_its_marks_show(corrected: Engine, marks: tuple[str, ...], numbering: str) -> None:
    found = tree(corrected, marked_list(*marks), MARKED)
    assert found.one("L").outline() == f"L({' '.join(['LI(Lbl LBody)'] * len(marks))})"
    assert found.one("L").attributes == {"ListNumbering": numbering}


@pytest.mark.parametrize(("style", "numbering"), [("disc", "Disc"), ("upper-roman", "UpperRoman"), ("none", "None")])
def test_the_marks_of_a_sheet_number_a_list_as_well(corrected: Engine, style: str, numbering: str) -> None:
    found = tree(corrected, f'<ul style="list-style: inside {style}"><li>x</li><li>y</li></ul>')
    assert found.one("L").attributes == {"ListNumbering": numbering}


def test_a_list_in_an_item_stands_in_its_body(corrected: Engine) -> None:
    found = tree(corrected, '<ul><li data-marker="•">x<ol><li data-marker="1.">y</li></ol></li></ul>', MARKED)
    assert found.one("Art").outline() == "Art(L(LI(Lbl LBody(L(LI(Lbl LBody))))))"
    assert [one.attributes["ListNumbering"] for one in found.all("L")] == ["Disc", "Decimal"]


def test_terms_are_labels_of_what_is_said_of_them(corrected: Engine) -> None:
    found = tree(corrected, "<dl><dt>a</dt><dd>b</dd><div><dt>c</dt><dd>d</dd><dd>e</dd></div></dl>")
    assert found.one("L").outline() == "L(LI(Lbl LBody) LI(Lbl LBody) LI(LBody))"


def test_a_template_names_labels_and_entries(corrected: Engine) -> None:
    body = '<ul><li><b data-tag="Lbl">1887</b> first</li></ul><ul><li data-tag="BibEntry">entry</li></ul>'
    found = tree(corrected, body, "li { list-style: none }")
    assert found.one("Art").outline() == "Art(L(LI(Lbl LBody)) L(LI(LBody(BibEntry))))"
    assert [one.attributes["ListNumbering"] for one in found.all("L")] == ["None", "None"]


@pytest.mark.parametrize("tag", sorted(STRUCTURE_TYPES - {"Lbl"}))
def test_every_type_that_a_template_may_name_is_made(corrected: Engine, tag: str) -> None:
    found = tree(corrected, f'<p>some <span data-tag="{tag}">words</span></p>')
    assert found.all(tag)[-1].text == "words"


def test_a_label_outside_a_list_is_nothing(corrected: Engine) -> None:
    assert tree(corrected, '<p><b data-tag="Lbl">1887</b> first</p>').outline() == "Document(Art(P))"


# Tables.

HEADED = """<figure><figcaption>caption</figcaption><table>
<thead><tr><th></th><th colspan="2">both</th></tr><tr><th>year</th><th>a</th><th>b</th></tr></thead>
<tbody><tr><th scope="row" rowspan="2">one</th><td>1</td><td>2</td></tr><tr><td>3</td><td></td></tr></tbody>
</table></figure>"""


def test_the_stock_engine_gives_headers_no_scope(stock: Engine) -> None:
    assert all("Scope" not in head.attributes for head in tree(stock, HEADED).all("TH"))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_cells_know_their_headers(corrected: Engine, direction: str) -> None:
    table = tree(corrected, HEADED, direction=direction).one("Table")
    assert table.outline() == "Table(Caption THead(TR(TH TH) TR(TH TH TH)) TBody(TR(TH TD TD) TR(TD TD)))"
    assert [head.attributes["Scope"] for head in table.all("TH")] == ["Column"] * 5 + ["Row"]
    names = {head.id: head.text for head in table.all("TH")}
    assert [[names[head] for head in cell.attributes["Headers"]] for cell in table.all("TD")] == [
        ["one", "both", "a"],
        ["one", "both", "b"],
        ["one", "both", "a"],
        ["one", "both", "b"],
    ]
    assert table.all("TH")[1].attributes["ColSpan"] == 2
    assert table.all("TH")[-1].attributes["RowSpan"] == 2
    assert [cell.text for cell in table.all("TD")] == ["1", "2", "3", ""]


def test_a_table_stands_with_what_is_said_below_it(corrected: Engine) -> None:
    found = tree(corrected, HEADED.replace("</figure>", "<p>Source</p></figure>"))
    assert found.one("Div").tags == ["Table", "P"]


# Figures.


def test_a_figure_has_its_text_and_its_place_and_its_caption_follows(corrected: Engine) -> None:
    sheet = "img { display: block; width: 40mm; height: 20mm; margin: 10mm } figure { margin: 0 }"
    found = tree(corrected, f"<figure>{PICTURE}<figcaption>caption</figcaption></figure>", sheet)
    assert found.one("Div").tags == ["Figure", "Caption"]
    figure = found.one("Figure")
    assert figure.alternative == "a bar"
    assert figure.attributes["Placement"] == "Block"
    millimetres = [edge / 72 * 25.4 for edge in figure.attributes["BBox"]]
    assert millimetres == pytest.approx([15, 80 - 35, 55, 80 - 15], abs=0.01)


def test_the_place_of_a_figure_is_that_of_the_picture_in_its_box(corrected: Engine) -> None:
    sheet = "img { display: block; width: 40mm; height: 40mm; object-fit: contain }"
    left, bottom, right, top = tree(corrected, PICTURE, sheet).one("Figure").attributes["BBox"]
    assert (right - left) / (top - bottom) == pytest.approx(2, abs=0.01)


def test_a_picture_that_says_nothing_is_an_artifact(corrected: Engine) -> None:
    assert tree(corrected, f"<p>x {PICTURE.replace('a bar', '')}</p>").outline() == "Document(Art(P))"


def test_steps_of_a_timeline_are_read_one_after_the_other(corrected: Engine) -> None:
    steps = "".join(f'<li><span data-tag="Lbl">{year}</span> step</li>' for year in (1887, 1934, 2024))
    body = f"<figure><figcaption>history</figcaption><ol>{steps}</ol><p>Source</p></figure>"
    found = tree(corrected, body, "ol { list-style: none; columns: 2 }")
    assert found.one("Div").outline() == "Div(L(Caption LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody)) P)"
    assert numbered(found.one("L")) == ["1887", "1934", "2024"]


# Languages.


def test_the_stock_engine_names_no_language(stock: Engine) -> None:
    assert {one.language for one in tree(stock, '<p>x <span lang="fr">mot</span></p>').walk()} == {"en"}


@pytest.mark.parametrize(
    ("body", "foreign"),
    [
        ('<p>x <span lang="fr">mot</span></p>', [("Span", "mot")]),
        ('<p>x <bdi lang="fr" dir="ltr">mot</bdi></p>', [("Span", "mot")]),
        ('<p>x <em lang="fr">mot</em></p>', [("Em", "mot")]),
        ('<p lang="fr">mot</p>', [("P", "mot")]),
        ('<div lang="fr"><p>mot</p></div>', [("P", "mot")]),
        ('<div lang="fr">mot</div>', [("P", "mot")]),
        ('<p lang="fr">mot <span lang="en">word</span></p>', [("P", "mot word")]),
    ],
)
def test_words_of_another_language_say_so(corrected: Engine, body: str, foreign: list[tuple[str, str]]) -> None:
    found = tree(corrected, body)
    assert [(one.tag, one.text) for one in found.walk() if one.language == "fr"] == foreign


@pytest.mark.parametrize("words", ['<span lang="en">x</span>', '<bdi dir="ltr">x</bdi>', '<span lang="">x</span>'])
def test_words_of_the_same_language_make_no_element(corrected: Engine, words: str) -> None:
    assert tree(corrected, f"<p>some {words}</p>").outline() == "Document(Art(P))"


def test_a_note_keeps_its_language_behind_its_paragraph(corrected: Engine) -> None:
    found = tree(corrected, f'<p>x <span lang="fr">mot{with_leads(1)}</span></p>')
    assert found.one("Note").language == "fr"


# Artifacts.

RUNNING = """@page { margin: 15mm;
@top-left { content: "head" } @bottom-right { content: counter(page) } @left-middle { content: "side" } }
p { border-bottom: 1pt solid; background: silver }"""


def test_the_stock_engine_draws_running_heads_as_text(stock: Engine) -> None:
    found = read(stock, "<p>text</p>", RUNNING)
    assert "head" in found.content[0].values()


def test_what_is_no_text_is_an_artifact_of_its_kind(corrected: Engine) -> None:
    found = read(corrected, "<p>text</p>", RUNNING)
    assert list(found.content[0].values()) == ["text"]
    running = {one.text: one.properties for one in found.artifacts if one.properties["Type"] == "Pagination"}
    assert set(running) == {"head", "1", "side"}
    assert (running["head"]["Subtype"], running["head"]["Attached"]) == ("Header", ["Top"])
    assert (running["1"]["Subtype"], running["1"]["Attached"]) == ("Footer", ["Bottom"])
    assert running["side"]["Attached"] == ["Left"]
    assert [one.text for one in found.artifacts if one.properties["Type"] == "Layout"] == ["", ""]


# The order of reading.


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_all_words_are_met_once_in_the_order_of_the_text(corrected: Engine, direction: str) -> None:
    body = "".join(
        f"<p>{2 * number} {WORDS} <b>{2 * number + 1}</b></p>" + ("<hr>" if number % 7 == 3 else "")
        for number in range(40)
    )
    found = read(corrected, f'<div class="columns">{body}</div>', direction=direction)
    assert numbered(found.document) == [str(number) for number in range(80)]
    met = [(words.page - 1, words.mcid) for words in found.document.words]
    assert len(met) == len(set(met)) == sum(map(len, found.content))


@pytest.mark.parametrize(
    "body", ["<ul>x<p>y</p></ul>", "<dd>x</dd><li>y</li><dt>z</dt>", "<td>x</td>", "<tr><td>x</td></tr>"]
)
def test_parts_without_their_whole_lose_no_words(corrected: Engine, body: str) -> None:
    found = read(corrected, body, "li { list-style: none }")
    assert len(found.document.words) == len(found.content[0]) > 0
    assert set(found.document.one("Art").tags) <= {"P", "L"}


def test_the_same_text_gives_the_same_bytes(corrected: Engine) -> None:
    body = f"{HEADED}<p>x{with_leads(1)} {PICTURE}</p>"
    first, second = (corrected.set_body(body, pdf_variant="pdf/ua-1", uncompressed_pdf=True) for _ in range(2))
    trees = [re.findall(rb"<</Type /StructElem.*?>>\n?endobj", one, re.DOTALL) for one in (first, second)]
    assert trees[0] == trees[1] != []


def test_a_file_without_tags_stays_without(corrected: Engine) -> None:
    with pikepdf.open(BytesIO(corrected.set_body("<p>x</p>", RUNNING))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert not [one for one, operator in pikepdf.parse_content_stream(pdf.pages[0]) if str(operator) == "BDC"]


def test_the_outline_is_shown_where_there_is_one(corrected: Engine) -> None:
    for body, mode in (("<h1>x</h1>", "/UseOutlines"), ("<p>x</p>", None)):
        with pikepdf.open(BytesIO(corrected.set_body(body, pdf_variant="pdf/ua-1"))) as pdf:
            assert pdf.Root.get("/PageMode") == mode
