"""The small Markdown becomes runs, and every slip in it a finding at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.findings import Mark
from report.locales import Shelf
from report.model.manuscript import ScalarNode, Stretch
from report.model.text import (
    Citation,
    CitedWork,
    CrossReference,
    Emphasis,
    Foreign,
    Link,
    LocatorPart,
    NoteCall,
    SmallCaps,
    Strong,
    Text,
    Words,
    plain,
)
from report.validate.kinds import Prose
from report.validate.locator_forms import locator_forms
from report.validate.markdown import LENGTH_LIMIT, NoteIds, Reading, read_prose

FORMS = locator_forms(Shelf.of(None))


def node(source: str) -> ScalarNode:
    return ScalarNode(source, "text", Mark("a.yaml"), (Stretch(0, 1, 1),))


def read(source: str, *, notes: bool = True) -> Reading:
    return read_prose(node(source), Prose(notes=notes), FORMS)


def runs(source: str) -> Text:
    reading = read(source)
    assert reading.findings == ()
    return reading.text


def slips(source: str, *, notes: bool = True) -> list[tuple[str, int]]:
    return [(finding.code, finding.mark.column) for finding in read(source, notes=notes).findings]


def at(column: int) -> Mark:
    return Mark("a.yaml", 1, column)


def test_emphasis_and_strong_words() -> None:
    assert runs("a *b* **c**") == (
        Words("a ", at(1)),
        Emphasis((Words("b", at(4)),), at(3)),
        Words(" ", at(6)),
        Strong((Words("c", at(9)),), at(7)),
    )


def test_a_link() -> None:
    assert runs("[a *b*](https://example.org/x_(y))") == (
        Link((Words("a ", at(2)), Emphasis((Words("b", at(5)),), at(4))), "https://example.org/x_(y)", at(1)),
    )


def test_bracketed_spans() -> None:
    assert runs("[BCD]{.smallcaps}[détente]{lang=fr}") == (
        SmallCaps((Words("BCD", at(2)),), at(1)),
        Foreign((Words("détente", at(19)),), "fr", "ltr", at(18)),
    )


def test_a_cross_reference() -> None:
    assert runs("see [#the-treaty].") == (Words("see ", at(1)), CrossReference("the-treaty", at(5)), Words(".", at(18)))


def test_a_note_holds_a_text_with_citations() -> None:
    assert runs("a.^[See [@b, p. 13; @c].]") == (
        Words("a.", at(1)),
        NoteCall(
            "",
            (
                Words("See ", at(5)),
                Citation((CitedWork("b", (LocatorPart("page", "13"),), at(10)), CitedWork("c", (), at(21))), at(9)),
                Words(".", at(24)),
            ),
            at(3),
        ),
    )


def test_a_citation_outside_a_note_is_a_note_that_holds_nothing_else() -> None:
    (call,) = (run for run in runs("a.[@b]") if isinstance(run, NoteCall))
    assert call.note == (Citation((CitedWork("b", (), at(4)),), at(3)),)


def test_a_backslash_makes_a_sign_literal_and_a_space_non_breaking() -> None:
    assert plain(runs(r"\*a\* \[b\] \^ 2,500\ km \\")) == "*a* [b] ^ 2,500\u00a0km \\"


def test_notes_are_numbered_through_the_texts_of_a_block() -> None:
    ids = NoteIds("treaty")
    texts = [ids.number(runs("a.^[One.] *b.^[Two.]*")), ids.number(runs("c.[@d]"))]
    assert [call.id for text in texts for call in _calls(text)] == ["treaty-1", "treaty-2", "treaty-3"]


def _calls(text: Text) -> list[NoteCall]:
    found: list[NoteCall] = []
    for run in text:
        if isinstance(run, NoteCall):
            found.append(run)
        elif isinstance(run, Emphasis):
            found.extend(_calls(run.runs))
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a *b c", [("PRO-001", 3)]),
        ("a **b* c", [("PRO-001", 3)]),
        ("a * b", [("PRO-001", 3)]),
        ("*a *b* c*", [("PRO-001", 4)]),
        ("a^[b", [("PRO-001", 2)]),
        ("a^b", [("PRO-001", 2)]),
        ("a^[]", [("PRO-001", 2)]),
        ("a[b]", [("PRO-001", 2)]),
        ("a]b", [("PRO-001", 2)]),
        ("a[b", [("PRO-001", 2)]),
        ("[a](https://b", [("PRO-001", 4)]),
        ("[a](https://b c)", [("PRO-001", 4)]),
        ("[a]()", [("PRO-001", 1)]),
        ("[a [b](https://c)](https://d)", [("PRO-001", 4)]),
        ("<b>a", [("PRO-002", 1)]),
        ("a <!-- b", [("PRO-002", 3)]),
        ("`a", [("PRO-002", 1)]),
        ("_a", [("PRO-002", 1)]),
        ("~~a", [("PRO-002", 1)]),
        ("a &amp; b", [("PRO-002", 3)]),
        ("![](a.png)", [("PRO-002", 1), ("PRO-001", 2)]),
        ("# a", [("PRO-002", 1)]),
        ("- a", [("PRO-002", 1)]),
        ("1. a", [("PRO-002", 1)]),
        ("a >- b", [("PRO-002", 3)]),
        (r"a \b", [("PRO-002", 3)]),
        ("a^[b^[c]]", [("PRO-003", 5)]),
        ("[ #a]", [("PRO-005", 1)]),
        ("(#a)", [("PRO-005", 2)]),
        ("[#]", [("PRO-005", 1)]),
        ("[#A b]", [("PRO-005", 1)]),
        ("[a]{.bold}", [("PRO-006", 5)]),
        ("[a]{lang=english}", [("PRO-006", 5)]),
        ("[a]{.smallcaps", [("PRO-006", 4)]),
        ("a}", [("PRO-006", 2)]),
    ],
)
def test_a_slip_is_found_at_its_place(source: str, expected: list[tuple[str, int]]) -> None:
    assert slips(source)[: len(expected)] == expected


@pytest.mark.parametrize("source", ["a.^[b]", "a.[@b]"])
def test_no_note_stands_where_none_is_allowed(source: str) -> None:
    assert slips(source, notes=False) == [("PRO-003", 3)]


@pytest.mark.parametrize(
    "source",
    [
        "AT&T",
        "p < 0.05 and q > 2",
        "10~20",
        "write to desk@example.org",
        "C#4",
        "2017. A year",
        "-5 degrees",
        "a*b*c",
    ],
)
def test_what_only_looks_like_markup_is_text(source: str) -> None:
    assert slips(source) == []


def test_an_empty_line_and_a_line_moved_in_are_found() -> None:
    lines = (Stretch(0, 1, 3), Stretch(2, 3, 3), Stretch(4, 4, 3))
    empty = ScalarNode("a\nb", "text", Mark("a.yaml"), lines)
    moved = ScalarNode("a\n b", "text", Mark("a.yaml"), (Stretch(0, 1, 3), Stretch(2, 2, 3)))
    assert [str(finding.mark) for finding in read_prose(empty, Prose(), FORMS).findings] == ["a.yaml:2:1"]
    assert [str(finding.mark) for finding in read_prose(moved, Prose(), FORMS).findings] == ["a.yaml:2:3"]


def test_a_text_that_is_too_long_is_not_read() -> None:
    assert slips("a" * (LENGTH_LIMIT + 1)) == [("PRO-018", 1)]


@given(st.text("ab *^[]()@#{}\\\n.lang=fr,;p13", max_size=60))
def test_whatever_is_written_is_read_and_what_is_sound_prints_no_sign(source: str) -> None:
    reading = read(source)
    if not reading.findings and "\\" not in source:
        assert not set("*^[]{}") & set(plain(reading.text))
