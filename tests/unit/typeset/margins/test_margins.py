"""Numbers, bars and words stand beside the lines that they belong to, and are no text."""

from __future__ import annotations

import pytest

from tests.support.margins import Margins, margins, set_margins

LEFT, RIGHT = 20 * 72 / 25.4, 100 * 72 / 25.4  # edges of the text, in points
LINE = 10  # points


def paragraphs(count: int, *marked: int, mark: str = "data-bar") -> str:
    """So many paragraphs of a line, some of which are marked."""
    return "".join(f"<p id=p{n}{f' {mark}' if n in marked else ''}>line {n}.</p>" for n in range(1, count + 1))


def numbered(text: str, step: int = 2) -> str:
    """Text whose lines are numbered, so many of them in print."""
    return f'<main data-numbered="{step}">{text}</main>'


def columns(text: str) -> str:
    return f'<div class="columns">{text}</div>'


def page(body: str, sheet: str = "", direction: str = "ltr") -> Margins:
    (one,) = margins(body, sheet, direction=direction)
    return one


def numbers(one: Margins) -> list[int]:
    return [int(number.words) for number in one.numbers]


def test_a_number_stands_on_the_base_line_of_its_line() -> None:
    found = page(numbered(paragraphs(6)))
    assert numbers(found) == [2, 4, 6]
    for number in found.numbers:
        assert number.base == pytest.approx(found.base(f"line {number.words}."), abs=0.01)


def test_numbers_begin_again_on_every_page() -> None:
    pages = margins(numbered(paragraphs(30), step=5))
    assert [numbers(one) for one in pages] == [[5, 10, 15], [5, 10]]


def test_columns_are_numbered_one_after_the_other_each_at_its_outer_side() -> None:
    found = page(numbered(columns(paragraphs(8))))
    places = {int(number.words): (number.left, number.right) for number in found.numbers}
    assert all(right == pytest.approx(LEFT - 8) for number, (_, right) in places.items() if number <= 4)
    assert all(left == pytest.approx(RIGHT + 8) for number, (left, _) in places.items() if number > 4)


def test_from_the_right_the_first_column_has_its_numbers_on_the_right() -> None:
    found = page(numbered(columns(paragraphs(8))), direction="rtl")
    places = {int(number.words): (number.left, number.right) for number in found.numbers}
    assert all(left == pytest.approx(RIGHT + 8) for number, (left, _) in places.items() if number <= 4)
    assert all(right == pytest.approx(LEFT - 8) for number, (_, right) in places.items() if number > 4)


def test_what_spans_the_page_has_its_numbers_where_lines_begin() -> None:
    body = numbered(paragraphs(4))
    assert all(number.right == pytest.approx(LEFT - 8) for number in page(body).numbers)
    assert all(number.left == pytest.approx(RIGHT + 8) for number in page(body, direction="rtl").numbers)


def test_lines_side_by_side_in_a_row_are_one_line() -> None:
    table = "<table><tr><td>a<td>b<td>c<tr><td>d<td>e<br>e<td>f</table>"
    assert numbers(page(numbered(f"<p>before</p>{table}<p>after</p>", step=1))) == [1, 2, 3, 4, 5]


def test_a_middle_column_keeps_its_gutter_free_and_its_lines_are_counted() -> None:
    found = page(numbered(columns(paragraphs(9)), step=1), sheet=".columns { columns: 3 }")
    assert numbers(found) == [1, 2, 3, 7, 8, 9]


def test_notes_are_not_numbered() -> None:
    body = '<p>line<span class="note" data-number="1">A note</span></p>' + paragraphs(2)
    assert numbers(page(numbered(body, step=1))) == [1, 2, 3]


def test_a_bar_covers_exactly_the_lines_of_what_it_marks() -> None:
    found = page(paragraphs(6, 3))
    (bar,) = found.bars
    top_line, base = found.base("line 2."), found.base("line 3.")
    assert bar.top - bar.foot == pytest.approx(LINE)
    assert bar.foot < base < bar.top < top_line
    assert bar.middle == pytest.approx(LEFT - 4.5)


def test_bars_of_neighbours_are_one() -> None:
    found = page(paragraphs(9, 2, 3, 4, 7))
    assert [round(bar.top - bar.foot) for bar in found.bars] == [3 * LINE, LINE]


def test_words_in_a_line_mark_that_line_alone() -> None:
    found = page("<p>one<br>two <ins data-bar>in</ins> two<br>three</p>")
    (bar,) = found.bars
    assert bar.top - bar.foot == pytest.approx(LINE)
    assert bar.foot < found.base("two") < bar.top


def test_each_column_has_its_bar_on_its_outer_side_in_both_directions() -> None:
    for direction, first, second in (("ltr", LEFT - 4.5, RIGHT + 4.5), ("rtl", RIGHT + 4.5, LEFT - 4.5)):
        found = page(columns(paragraphs(8, 1, 2, 8)), direction=direction)
        by_height = {round(bar.top - bar.foot): bar.middle for bar in found.bars}
        assert by_height == {2 * LINE: pytest.approx(first), LINE: pytest.approx(second)}


def test_a_bar_in_a_gutter_touches_no_text() -> None:
    found = page(columns(paragraphs(9, 5)), sheet=".columns { columns: 3; column-gap: 5pt }")
    (bar,) = found.bars
    before = max(line.right for line in found.lines if line.words in ("line 1.", "line 2.", "line 3."))
    after = min(line.left for line in found.lines if line.words == "line 5.")
    assert before < bar.middle - 0.5
    assert bar.middle + 0.5 < after


def test_a_bar_stands_beside_its_own_part_of_a_row_of_parts() -> None:
    parts = "".join(f"<div>{paragraphs(1, *marked)}</div>" for marked in ((), (1,), ()))
    found = page(
        f'<div class="parts">{parts}</div>', sheet=".parts { display: flex; gap: 12pt } .parts div { flex: 1 }"
    )
    (bar,) = found.bars
    first, second, _ = sorted(found.lines, key=lambda line: line.left)
    assert first.right < bar.middle < second.left


def test_a_bar_of_a_note_stands_beside_the_note_and_its_call() -> None:
    body = '<p>line<span class="note" data-number="1" data-bar>A note</span></p>' + paragraphs(5)
    assert len(page(body).bars) == 2


def test_a_picture_has_a_bar_of_its_height() -> None:
    source = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'/>"
    (bar,) = page(
        f'<p>above</p><figure data-bar style="margin: 0"><img alt="x" src="{source}" style="display: block">'
    ).bars
    assert bar.top - bar.foot == pytest.approx(30)


def test_words_stand_beside_the_first_line_of_an_element_clear_of_its_numbers() -> None:
    found = page(numbered(f'<p data-beside="Q1">one<br>two</p>{paragraphs(2)}'))
    (words,) = found.words
    assert words.words == "Q1"
    assert words.base == pytest.approx(found.base("one"), abs=0.01)
    assert words.right == pytest.approx(LEFT - 20, abs=0.01)


def test_a_reference_names_page_and_line_and_its_target_bears_its_name() -> None:
    asked = '<p data-refers="p17" data-place="{page}/{line}" data-page="{page}" data-called="Q7">why</p>'
    one, two = margins(numbered(paragraphs(20), step=5) + asked)
    (called,) = one.words
    assert (called.words, called.base) == ("Q7", pytest.approx(one.base("line 17.")))
    assert [words.words for words in two.words] == ["1/17"]


def test_a_target_without_numbered_lines_is_named_by_its_page() -> None:
    asked = '<p data-refers="p1" data-place="{page}/{line}" data-page="on {page}">why</p>'
    found = page(paragraphs(2) + asked)
    assert [words.words for words in found.words] == ["on 1"]


@pytest.mark.parametrize("target", ["nowhere", "", "p1 p2", "<p>", "{page}"])
def test_a_reference_to_nothing_writes_nothing(target: str) -> None:
    found = page(f'{paragraphs(2)}<p data-refers="{target}" data-place="x" data-page="x" data-called="Q">why</p>')
    assert found.words == ()


def test_all_of_it_is_an_artifact() -> None:
    found = page(numbered(paragraphs(6, 2)) + '<p data-beside="Q1">one</p>')
    beside = [one for one in found.drawn if one.kind == "fill" or round(one.size, 2) in (4.0, 5.0)]
    assert len(beside) == 5  # three numbers, a bar, the words
    assert all(one.is_artifact and one.mcid < 0 for one in beside)


def test_a_page_without_patterns_has_nothing_in_its_margins() -> None:
    (found,) = margins(numbered(paragraphs(6, 2)), with_patterns=False)
    assert (found.numbers, found.words, found.bars) == ((), (), ())


def test_patterns_that_nothing_asks_for_are_not_drawn() -> None:
    (with_patterns,), (without,) = margins(paragraphs(6)), margins(paragraphs(6), with_patterns=False)
    assert with_patterns == without


def test_the_same_lines_make_the_same_bytes() -> None:
    body = numbered(columns(paragraphs(12, 2, 3, 9)))
    assert set_margins(body, direction="rtl") == set_margins(body, direction="rtl")
