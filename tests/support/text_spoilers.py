"""Ways to spoil text and tags of a file for readers, by name: the medium, the code that must tell it, and the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

from report.findings import Finding
from report.model.output import Medium
from report.preflight.asking import ask, forget
from tests.support.finished import Finished, Spoiler
from tests.support.spoilers import draw

# What is found in a file whose siblings are not at hand; the pages of all media are compared otherwise (PRE-064).
TEXT_SPOILERS: dict[str, tuple[Medium, str, Spoiler]] = {}
_LINE = 15  # glyphs: what is shown at one stroke is a line or most of it


def _spoils(code: str, medium: Medium = "paged") -> Callable[[Spoiler], Spoiler]:
    def note(spoil: Spoiler) -> Spoiler:
        TEXT_SPOILERS[spoil.__name__.replace("_", "-")] = (medium, code, spoil)
        return spoil

    return note


def said_of_one(body: bytes, medium: Medium, made: Finished) -> tuple[Finding, ...]:
    """Return what is found in a file of an edition that is compared with no other file."""
    proof = replace(made.proofs[medium], body=body)
    try:
        return ask(proof, {medium: proof}, made.known).findings
    finally:
        forget()


def elements(pdf: pikepdf.Pdf, *roles: str) -> list[Any]:
    """Return the structure elements of some types, in the order of reading."""

    def below(element: Any) -> Iterator[Any]:
        if not roles or str(element.S)[1:] in roles:
            yield element
        for kid in kids_of(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from below(kid)

    roots = pdf.Root.StructTreeRoot.K
    return [one for root in (roots if isinstance(roots, Array) else [roots]) for one in below(root)]


def kids_of(element: Any) -> list[Any]:
    """Return the kids of an element."""
    kids = element.get("/K", Array([]))
    return list(kids) if isinstance(kids, Array) else [kids]


def parent_of(pdf: pikepdf.Pdf, element: Any) -> tuple[Any, int]:
    """Return the element that holds another one, and its place there."""
    for outer in elements(pdf):
        for number, kid in enumerate(kids_of(outer)):
            if isinstance(kid, Dictionary) and kid.objgen == element.objgen:
                return outer, number
    raise AssertionError("an element without a parent")


def rewrite(pdf: pikepdf.Pdf, page: int, change: Callable[[list[Any]], list[Any]]) -> None:
    """Change the operators of a page."""
    one = pdf.pages[page]
    one.contents_coalesce()
    instructions = change([(list(each.operands), each.operator) for each in pikepdf.parse_content_stream(one)])
    one.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def shown(instructions: list[Any], least: int) -> list[int]:
    """Return where strings of some length are shown as tagged content."""
    found, depth = [], 0
    for at, (operands, operator) in enumerate(instructions):
        if operator == Operator("BDC"):
            depth = 1 if "/MCID" in operands[-1] else 0
        elif operator == Operator("TJ") and depth and _length(operands[0]) >= least:
            found.append(at)
    return found


def _length(items: Any) -> int:
    return sum(len(bytes(item)) // 2 for item in items if isinstance(item, pikepdf.String))


def codes_of_line(items: Any) -> list[bytes]:
    """Return the codes that a line shows, what stands between them forgotten."""
    joined = b"".join(bytes(item) for item in items if isinstance(item, pikepdf.String))
    return [joined[at : at + 2] for at in range(0, len(joined), 2)]


def show_codes(codes: list[bytes]) -> Array:
    """Return codes as a line shows them."""
    return Array([String(b"".join(codes))])


# Words


@_spoils("PRE-020")
def words_dropped(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        operands = instructions[shown(instructions, _LINE)[3]][0]
        operands[0] = show_codes(codes_of_line(operands[0])[10:])
        return instructions

    rewrite(pdf, 1, change)


@_spoils("PRE-020")
def lines_exchanged(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        one, two = shown(instructions, _LINE)[4:6]
        instructions[one], instructions[two] = instructions[two], instructions[one]
        return instructions

    rewrite(pdf, 1, change)


@_spoils("PRE-020")
def two_letters_exchanged(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        operands = instructions[shown(instructions, _LINE)[2]][0]
        codes = codes_of_line(operands[0])
        at = next(at for at in range(4, len(codes)) if codes[at] != codes[at + 1])
        codes[at], codes[at + 1] = codes[at + 1], codes[at]
        operands[0] = show_codes(codes)
        return instructions

    rewrite(pdf, 2, change)


@_spoils("PRE-020")
def words_doubled(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        operands = instructions[shown(instructions, _LINE)[1]][0]
        operands[0] = show_codes(codes_of_line(operands[0]) * 2)
        return instructions

    rewrite(pdf, 0, change)


@_spoils("PRE-020")
def line_lost(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 2, lambda all_: [one for at, one in enumerate(all_) if at != shown(all_, _LINE)[5]])


@_spoils("PRE-020")
def paragraphs_read_in_another_order(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf, "Sect"):
        kids = kids_of(element)
        places = [at for at, kid in enumerate(kids) if isinstance(kid, Dictionary) and kid.get("/S") == Name.P]
        if len(places) > 1:
            kids[places[0]], kids[places[1]] = kids[places[1]], kids[places[0]]
            element.K = Array(kids)
            return


@_spoils("PRE-020")
def notes_exchanged(pdf: pikepdf.Pdf) -> None:
    one, two = elements(pdf, "Note")[:2]
    (first, at), (second, there) = parent_of(pdf, one), parent_of(pdf, two)
    first.K[at], second.K[there] = two, one


@_spoils("PRE-020")
def text_made_an_artifact(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        place = next(at for at in range(shown(instructions, _LINE)[2], 0, -1) if instructions[at][1] == Operator("BDC"))
        instructions[place] = ([Name.Artifact, Dictionary(Type=Name.Layout)], Operator("BDC"))
        return instructions

    rewrite(pdf, 1, change)


@_spoils("PRE-020")
def paragraph_taken_out_of_the_tree(pdf: pikepdf.Pdf) -> None:
    paragraph = elements(pdf, "P")[8]
    outer, at = parent_of(pdf, paragraph)
    outer.K = Array([kid for number, kid in enumerate(kids_of(outer)) if number != at])


@_spoils("PRE-020")
def folio_made_text(pdf: pikepdf.Pdf) -> None:
    _say_otherwise(pdf, "2 ")


@_spoils("PRE-020")
def another_word_said(pdf: pikepdf.Pdf) -> None:
    _say_otherwise(pdf, "something else")


@_spoils("PRE-021")
def what_is_said_is_not_drawn(pdf: pikepdf.Pdf) -> None:
    _say_otherwise(pdf, "something else")


def _say_otherwise(pdf: pikepdf.Pdf, words: str) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        place = shown(instructions, _LINE)[2]
        begin = ([Name.Span, Dictionary(ActualText=String(words))], Operator("BDC"))
        return [*instructions[:place], begin, instructions[place], ([], Operator("EMC")), *instructions[place + 1 :]]

    rewrite(pdf, 1, change)


@_spoils("PRE-020")
def element_speaks_for_itself(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[6].ActualText = String("Something else is said of it.")


# Content


@_spoils("PRE-022")
def tree_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


@_spoils("PRE-022")
def not_said_to_be_tagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


@_spoils("PRE-022")
def tint_without_a_tag(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 1, "0.5 g 100 100 20 20 re f")


@_spoils("PRE-022")
def line_without_a_tag(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        place = next(at for at in range(shown(instructions, _LINE)[2], 0, -1) if instructions[at][1] == Operator("BDC"))
        instructions[place] = ([Name.Span], Operator("BMC"))
        return instructions

    rewrite(pdf, 1, change)


@_spoils("PRE-022")
def content_of_two_elements(pdf: pikepdf.Pdf) -> None:
    one, two = elements(pdf, "P")[4:6]
    two.K = Array(
        [*kids_of(two), *[kid for kid in kids_of(one) if not isinstance(kid, Dictionary) or "/S" not in kid][:1]]
    )
    two.Pg = one.Pg if "/Pg" in one else two.get("/Pg")


@_spoils("PRE-022")
def artifact_of_no_type(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        for operands, operator in instructions:
            if operator == Operator("BDC") and operands[0] == Name.Artifact:
                operands[1] = Dictionary()
        return instructions

    rewrite(pdf, 1, change)


@_spoils("PRE-031")
def parents_exchanged(pdf: pikepdf.Pdf) -> None:
    tree = pdf.Root.StructTreeRoot.ParentTree
    listed = (tree.Nums if "/Nums" in tree else tree.Kids[0].Nums)[1]
    kinds = {one.objgen: number for number, one in enumerate(listed) if isinstance(one, Dictionary)}
    one, two = list(kinds.values())[:2]
    listed[one], listed[two] = listed[two], listed[one]


# Types


@_spoils("PRE-023")
def heading_tagged_as_paragraph(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[1].S = Name.P


@_spoils("PRE-023")
def paragraph_tagged_as_heading(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[7].S = Name.Span


@_spoils("PRE-023")
def quotation_tagged_as_div(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "BlockQuote")[0].S = Name.Div


@_spoils("PRE-023")
def caption_tagged_as_paragraph(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Caption")[0].S = Name.P


@_spoils("PRE-023")
def type_that_nobody_knows(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[3].S = Name("/Absatz")


@_spoils("PRE-023")
def standard_type_mapped(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.Span)


@_spoils("PRE-023")
def row_out_of_its_table(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[2]
    outer, at = parent_of(pdf, row)
    outer.K = Array([kid for number, kid in enumerate(kids_of(outer)) if number != at])
    section = elements(pdf, "Sect")[0]
    section.K = Array([*kids_of(section), row])


@_spoils("PRE-023")
def item_body_in_the_list(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LI")[1].S = Name.LBody


@_spoils("PRE-023")
def empty_paragraph(pdf: pikepdf.Pdf) -> None:
    section = elements(pdf, "Sect")[0]
    empty = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=section))
    section.K = Array([*kids_of(section), empty])


# Headings


@_spoils("PRE-024")
def heading_skips_a_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H3")[0].S = Name.H4


@_spoils("PRE-024")
def heading_of_another_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[2].S = Name.H3


@_spoils("PRE-024")
def two_titles(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.H1


@_spoils("PRE-007")
def outline_reads_otherwise(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("Something else")


@_spoils("PRE-007")
def outline_leads_elsewhere(pdf: pikepdf.Pdf) -> None:
    line = pdf.Root.Outlines.Last
    line.Dest = Array([pdf.pages[0].obj, Name.XYZ, 0, 700, 0])


# Notes


@_spoils("PRE-025")
def note_without_id(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Note")[1].ID


@_spoils("PRE-025")
def notes_of_one_id(pdf: pikepdf.Pdf) -> None:
    one, two = elements(pdf, "Note")[:2]
    two.ID = one.ID


@_spoils("PRE-025")
def note_tagged_as_paragraph(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Note")[2].S = Name.P


@_spoils("PRE-025")
def note_without_label(pdf: pikepdf.Pdf) -> None:
    note = elements(pdf, "Note")[2]
    kids_of(note)[0].S = Name.Span


@_spoils("PRE-025")
def note_before_its_call(pdf: pikepdf.Pdf) -> None:
    note = elements(pdf, "Note")[3]
    outer, at = parent_of(pdf, note)
    outer.K = Array([kid for number, kid in enumerate(kids_of(outer)) if number != at])
    root = elements(pdf, "Document")[0]
    root.K = Array([note, *kids_of(root)])


@_spoils("PRE-002")
def note_on_the_next_page(pdf: pikepdf.Pdf) -> None:
    note = elements(pdf, "Note")[0]
    held = [one for one in elements(pdf) if _is_within(one, note)]
    moved: list[Any] = []

    def take(instructions: list[Any]) -> list[Any]:
        kept: list[Any] = []
        inside = False
        for operands, operator in instructions:
            if operator == Operator("BDC") and int(operands[1].get("/MCID", -1)) in mcids:
                inside = True
                operands[1] = Dictionary(MCID=1000 + int(operands[1].MCID))
            (moved if inside else kept).append((operands, operator))
            inside = inside and operator != Operator("EMC")
        return kept

    mcids = {int(kid) for one in held for kid in kids_of(one) if isinstance(kid, int)}
    mcids |= {int(kid.MCID) for one in held for kid in kids_of(one) if isinstance(kid, Dictionary) and "/MCID" in kid}
    rewrite(pdf, 0, take)
    rewrite(pdf, 1, lambda there: [*there, *moved])
    for one in held:
        one.K = Array([_on_next(pdf, kid) for kid in kids_of(one)])


def _on_next(pdf: pikepdf.Pdf, kid: Any) -> Any:
    if isinstance(kid, Dictionary) and "/MCID" not in kid:
        return kid
    mcid = int(kid) if isinstance(kid, int) else int(kid.MCID)
    return Dictionary(Type=Name.MCR, Pg=pdf.pages[1].obj, MCID=1000 + mcid)


def _is_within(element: Any, outer: Any) -> bool:
    while "/P" in element and "/S" in element:
        if element.objgen == outer.objgen:
            return True
        element = element.P
    return False


@_spoils("PRE-013")
def note_leads_to_another_entry(pdf: pikepdf.Pdf) -> None:
    links = [one for page in pdf.pages for one in page.get("/Annots", []) if _target(one).startswith("ref-")]
    one, two = (next(link for link in links if _target(link) == name) for name in sorted(set(map(_target, links)))[:2])
    _aim(one, two)


@_spoils("PRE-006")
def call_leads_to_another_note(pdf: pikepdf.Pdf) -> None:
    links = [one for page in pdf.pages for one in page.get("/Annots", []) if _is_call(_target(one))]
    _aim(links[0], links[1])


@_spoils("PRE-006")
def cross_reference_leads_elsewhere(pdf: pikepdf.Pdf) -> None:
    links = [one for page in pdf.pages for one in page.get("/Annots", []) if _target(one).startswith(("s-", "b-"))]
    other = next(one for one in links if _target(one) != _target(links[0]))
    _aim(links[0], other)


@_spoils("PRE-006")
def way_back_leads_to_another_page(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.Names.Dests.Names
    at = next(at for at in range(0, len(names), 2) if str(names[at]).endswith("-call"))
    other = next(page for page in reversed(pdf.pages) if page.objgen != names[at + 1][0].objgen)
    names[at + 1] = Array([other.obj, *list(names[at + 1])[1:]])


def _target(link: Any) -> str:
    return str(link.get("/Dest", link.get("/A", Dictionary()).get("/D", "")))


def _is_call(target: str) -> bool:
    return target.startswith("note-") and not target.endswith("-call")


def _aim(link: Any, other: Any) -> None:
    for key in ("/Dest", "/A"):
        if key in other:
            link[key] = other[key]


# Lists, tables, pictures


@_spoils("PRE-026")
def list_without_numbering(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "L")[0].A


@_spoils("PRE-026")
def list_numbered_otherwise(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "L")[0].A = Dictionary(O=Name.List, ListNumbering=Name.UpperRoman)


@_spoils("PRE-026")
def item_without_label(pdf: pikepdf.Pdf) -> None:
    item = elements(pdf, "LI")[0]
    kids_of(item)[0].S = Name.Span


@_spoils("PRE-027")
def head_without_scope(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "TH")[0].A


@_spoils("PRE-027")
def head_of_a_row_scoped_as_of_a_column(pdf: pikepdf.Pdf) -> None:
    head = next(one for one in elements(pdf, "TH") if one.A.Scope == Name.Row)
    head.A.Scope = Name.Column


@_spoils("PRE-027")
def cell_lost(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[2]
    row.K = Array(kids_of(row)[:-1])


@_spoils("PRE-023")
def head_tagged_as_cell(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "TH")[1].S = Name.TD


@_spoils("PRE-027")
def caption_outside_its_table(pdf: pikepdf.Pdf) -> None:
    table = elements(pdf, "Table")[0]
    caption, *rest = kids_of(table)
    table.K = Array(rest)
    outer, at = parent_of(pdf, table)
    kids = kids_of(outer)
    outer.K = Array([*kids[:at], caption, *kids[at:]])


@_spoils("PRE-028")
def picture_without_alternative(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0].Alt


@_spoils("PRE-028")
def picture_with_another_alternative(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[1].Alt = String("A picture.")


@_spoils("PRE-028")
def picture_elsewhere(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].A = Dictionary(O=Name.Layout, BBox=Array([0, 0, 20, 20]))


@_spoils("PRE-028")
def picture_without_place(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0].A


@_spoils("PRE-028")
def picture_not_tagged_as_one(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[1].S = Name.P


# Links


@_spoils("PRE-029")
def link_not_described(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].Annots[0].Contents


@_spoils("PRE-029")
def link_out_of_its_element(pdf: pikepdf.Pdf) -> None:
    element = elements(pdf, "Link")[2]
    element.K = Array([kid for kid in kids_of(element) if not (isinstance(kid, Dictionary) and "/Obj" in kid)])


@_spoils("PRE-029")
def link_tagged_as_span(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Link")[2].S = Name.Span


@_spoils("PRE-029")
def links_in_no_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].Tabs


@_spoils("PRE-031")
def link_leads_back_to_another_element(pdf: pikepdf.Pdf) -> None:
    one, two = pdf.pages[1].Annots[0], pdf.pages[1].Annots[1]
    one.StructParent, two.StructParent = two.StructParent, one.StructParent


# Wholes


@_spoils("PRE-030")
def paragraph_divided(pdf: pikepdf.Pdf) -> None:
    paragraph = next(one for one in elements(pdf, "P")[5:] if len(kids_of(one)) > 3)
    outer, at = parent_of(pdf, paragraph)
    kids = kids_of(paragraph)
    rest = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=outer, K=Array(kids[2:])))
    if "/Pg" in paragraph:
        rest.Pg = paragraph.Pg
    paragraph.K = Array(kids[:2])
    around = kids_of(outer)
    outer.K = Array([*around[: at + 1], rest, *around[at + 1 :]])


# Languages


@_spoils("PRE-032")
def file_in_another_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("fr")


@_spoils("PRE-032")
def foreign_words_not_marked(pdf: pikepdf.Pdf) -> None:
    del next(one for one in elements(pdf, "Span") if "/Lang" in one).Lang


@_spoils("PRE-032")
def foreign_words_in_another_language(pdf: pikepdf.Pdf) -> None:
    next(one for one in elements(pdf, "Span") if "/Lang" in one).Lang = String("it")


@_spoils("PRE-032")
def paragraph_in_another_language(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[6].Lang = String("fr")


# Streams and faces


@_spoils("PRE-034")
def operator_that_is_none(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "1 2 3 nonsense")


@_spoils("PRE-034")
def state_restored_too_often(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "Q Q Q Q Q Q Q Q Q Q Q Q q")


@_spoils("PRE-034")
def form_that_draws_itself(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"/Self Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(Self=form))
    draw(pdf, 0, "/Artifact BMC /Self Do EMC", XObject={"Self": form})


@_spoils("PRE-036")
def signs_without_meaning(pdf: pikepdf.Pdf) -> None:
    del next(iter(pdf.pages[0].Resources.Font.values())).ToUnicode


@_spoils("PRE-005")
def sign_for_a_missing_glyph(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        operands = instructions[shown(instructions, _LINE)[2]][0]
        operands[0] = show_codes([b"\x00\x00", *codes_of_line(operands[0])])
        return instructions

    rewrite(pdf, 1, change)


@_spoils("PRE-035")
def lines_in_each_others_place(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        one, two = shown(instructions, _LINE)[4:6]
        here, there = (_matrix_before(instructions, at) for at in (one, two))
        instructions[here], instructions[there] = instructions[there], instructions[here]
        return instructions

    rewrite(pdf, 1, change)


def _matrix_before(instructions: list[Any], at: int) -> int:
    return next(place for place in range(at, 0, -1) if instructions[place][1] == Operator("Tm"))


@_spoils("PRE-011")
def line_over_another(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        one, two = shown(instructions, _LINE)[4:6]
        here, there = (_matrix_before(instructions, at) for at in (one, two))
        instructions[there] = instructions[here]
        return instructions

    rewrite(pdf, 1, change)


@_spoils("PRE-008")
def line_off_the_page(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        operands = instructions[_matrix_before(instructions, shown(instructions, _LINE)[4])][0]
        operands[4] = 5000
        return instructions

    rewrite(pdf, 1, change)


# Running heads


@_spoils("PRE-037")
def folio_of_another_page(pdf: pikepdf.Pdf) -> None:
    one, two = pdf.pages[1], pdf.pages[3]
    one.Contents, two.Contents = two.Contents, one.Contents
    one.Resources, two.Resources = two.Resources, one.Resources


@_spoils("PRE-037")
def running_head_lost(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        kept: list[Any] = []
        inside = False
        for operands, operator in instructions:
            if operator == Operator("BDC"):
                inside = operands[-1].get("/Subtype") == Name.Footer
            if not (inside and operator == Operator("TJ")):
                kept.append((operands, operator))
        return kept

    rewrite(pdf, 1, change)


# Print


@_spoils("PRE-033", "press")
def line_lost_in_print(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 1, lambda all_: [one for at, one in enumerate(all_) if at != _shown_in_print(all_)[6]])


@_spoils("PRE-033", "press")
def words_added_in_print(pdf: pikepdf.Pdf) -> None:
    def change(instructions: list[Any]) -> list[Any]:
        operands = instructions[_shown_in_print(instructions)[6]][0]
        operands[0] = show_codes(codes_of_line(operands[0]) * 2)
        return instructions

    rewrite(pdf, 1, change)


@_spoils("PRE-004", "press")
def face_that_nobody_declared(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].Resources.Font.values():
        font.BaseFont = Name("/ABCDEF+Courier")
        described = font.DescendantFonts[0].FontDescriptor
        body = described.FontFile2.read_bytes()
        described.FontFile2 = pdf.make_stream(body.replace(b"name", b"nom ", 1))


def _shown_in_print(instructions: list[Any]) -> list[int]:
    return [
        at
        for at, (operands, operator) in enumerate(instructions)
        if operator == Operator("TJ") and _length(operands[0]) >= _LINE
    ]
