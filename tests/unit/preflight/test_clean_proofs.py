"""Sound proofs are silent: what the engine legitimately does to words is no difference."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.support.proofs import copy_of, faults, paged_proof, paragraphs

LONG = (
    "Internationalisation and extraordinarily complicated institutional responsibilities characterise the "
    "Russian-Iranian rapprochement, notwithstanding counterproductive misunderstandings in foreign-policy circles; "
    "2012–2017 and 1689–1725 are years, “quoted words” end… and the well—known offices shuffled officially."
)


def _silent(html: str, *body: str, notes: tuple[str, ...] = (), sheet: str = "") -> None:
    assert faults(paged_proof(html, copy_of(*body, notes=notes), sheet)) == []


@pytest.mark.parametrize("width", range(24, 60, 3))
def test_words_divided_at_line_ends_are_words(width: int) -> None:
    _silent(paragraphs(LONG, LONG), LONG, LONG, sheet=f"p {{ width: {width}mm }}")


@pytest.mark.parametrize("hyphen", ["‐", "-"])
def test_either_hyphen_may_divide(hyphen: str) -> None:
    _silent(paragraphs(LONG), LONG, sheet=f"p {{ width: 30mm }} html {{ hyphenate-character: '{hyphen}' }}")


def test_two_columns_over_several_pages_are_read_in_order() -> None:
    texts = [f"Number {number}. {LONG}" for number in range(20)]
    _silent(f'<div class="columns">{paragraphs(*texts)}</div>', *texts)


def test_styles_within_a_word_do_not_divide_it() -> None:
    caps = "Small <span class='small-caps'>Caps and Eu</span>"
    _silent(
        f"<p>{caps}, “<em>of</em>” <b>ffi</b>nal <em>f</em>s 3<sup>rd</sup>!</p>",
        "Small Caps and Eu, “of” ffinal fs 3rd!",
    )


def test_spaces_of_every_kind_are_spaces() -> None:
    _silent(
        "<p>p.\u00a013, 12\u2009%, 2\u202f500 km, no\u2060break, soft\u00adhyphen</p>",
        "p. 13, 12 %, 2 500 km, nobreak, softhyphen",
    )


def test_addresses_are_divided_at_slashes() -> None:
    address = "https://www.example.org/documents/2017/03/report-on-something/index.html"
    _silent(
        f'<p style="width: 40mm">See <a class="address" href="{address}">{address}</a> there.</p>',
        f"See {address} there.",
    )


def test_an_address_may_break_anywhere() -> None:
    address = "https://example.org/averyveryverylongnamethatgoesonandon"
    _silent(
        f'<p class="address" style="width: 30mm; overflow-wrap: anywhere">See {address} there.</p>',
        f"See {address} there.",
    )


def test_capitals_set_by_the_sheet_and_tracking_are_the_same_words() -> None:
    _silent(
        '<p style="text-transform: uppercase; letter-spacing: .1em">Policy brief, series</p>', "Policy brief, series"
    )


def test_lists_with_markers_are_read_in_order() -> None:
    items = "".join(
        f"<li>Item {number} goes on for a line or two, as items sometimes do in lists of things.</li>"
        for number in range(1, 9)
    )
    text = "Item {} goes on for a line or two, as items sometimes do in lists of things."
    body = [f"{number}. {text.format(number)}" for number in range(1, 9)]
    bulleted = [f"• {text.format(number)}" for number in range(1, 9)]
    _silent(
        f"<p>Before.</p><ol>{items}</ol><p>Between.</p><ul>{items}</ul><p>After.</p>",
        "Before.",
        *body,
        "Between.",
        *bulleted,
        "After.",
    )
    _silent(
        f'<div class="columns"><p>Before.</p><ol>{items}</ol><p>Between.</p><ul>{items}</ul><p>After.</p></div>',
        "Before.",
        *body,
        "Between.",
        *bulleted,
        "After.",
    )


def test_nested_lists_are_read_in_order() -> None:
    html = "<ul><li>One<ol><li>Inner</li><li>Second</li></ol></li><li>Two</li></ul>"
    _silent(html, "• One", "1. Inner", "2. Second", "• Two")


def test_tables_are_read_row_by_row() -> None:
    rows = "".join(f"<tr><th>Row {n}</th><td>{n * 7}</td><td>Words in a cell that wrap</td></tr>" for n in range(6))
    cells = [text for n in range(6) for text in (f"Row {n}", str(n * 7), "Words in a cell that wrap")]
    _silent(f'<table style="width: 60mm">{rows}</table>', *cells)


def test_notes_stand_on_the_page_of_their_calls() -> None:
    html, body, notes = _with_notes(6)
    _silent(html, *body, notes=notes)


def test_a_note_call_before_a_comma_is_part_of_its_word() -> None:
    notes = ("1 Of note.", "2 Two.")
    first, second = (f'<span class="note" data-number="{note[0]}">{note[2:]}</span>' for note in notes)
    _silent(f"<p>Word{first}, and (more{second}).</p>", "Word1, and (more2).", notes=notes)


def test_lettering_in_a_drawing_is_copy() -> None:
    letters = "<text x='5' y='15'>Drawn words</text><g text-anchor='end'><text x='80' y='35'>2019</text></g>"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='40' font-family='Fira Sans'>{letters}</svg>"
    image = f'<img style="display: block; overflow: visible" alt="A drawing" src="data:image/svg+xml,{quote(svg)}">'
    _silent(f"<p>Before.</p>{image}<p>After.</p>", "Before.", "Drawn words 2019", "After.")


def test_links_and_outline_arrive() -> None:
    html = (
        '<h1 id="p1">Title</h1><p id="p2">See <a href="#p3">below</a> and <a href="https://example.org">there</a>.</p>'
        '<h2 id="p3">Part one</h2><p id="p4">Text.</p>'
    )
    copy = copy_of(
        "Title", "See below and there.", "Part one", "Text.", outline=((1, "Title", "p1"), (2, "Part one", "p3"))
    )
    assert faults(paged_proof(html, copy)) == []


def test_an_untagged_file_is_read_as_well() -> None:
    html, body, notes = _with_notes(3)
    assert faults(paged_proof(html, copy_of(*body, notes=notes), variant=None)) == []


def _with_notes(pages: int) -> tuple[str, list[str], tuple[str, ...]]:
    """Return pages of two paragraphs with two notes called in the first, which the bare engine places well."""
    html, body, notes = "", [], []
    for number in range(1, 2 * pages, 2):
        first, second = ((n, f"See Author 2017, p. {n}; {LONG}") for n in (number, number + 1))
        calls = [f'<span class="note" data-number="{n}">{text}</span>' for n, text in (first, second)]
        html += f'<p style="break-before: page">In 2012{calls[0]}, words.{calls[1]} More.</p><p>{LONG}</p>'
        body += [f"In 2012{number}, words.{number + 1} More.", LONG]
        notes += [f"{n} {text}" for n, text in (first, second)]
    return html, body, tuple(notes)
