"""Where an erratum stands in the text: figures by their names, paragraphs by their place in a section."""

from __future__ import annotations

from report.cite.numbering import number_targets
from report.compose.errata import places_of
from report.model.apparatus import Apparatus
from report.model.blocks import Callout
from report.model.revision import Erratum
from tests.support.editions import DAY, MARK, edition, paragraph, section, timeline, words

NOTE = Callout("note", words("A note"), (paragraph("note-words", "Inside."),), False, MARK)
EDITION = edition(
    section("opening", "", paragraph("opening-words", "First.")),
    section(
        "matter",
        "The matter",
        paragraph("one", "One."),
        timeline("steps", spans=False),
        paragraph("two", "Two."),
        NOTE,
    ),
    summary=(paragraph("point", "A point."),),
)
APPARATUS = Apparatus({}, (), number_targets(EDITION), {})


def places(*targets: str) -> list[tuple[str, str, str]]:
    erratum = Erratum("e", "erratum", "1.0", DAY, targets, words("It was said."), MARK)
    found = places_of(erratum, EDITION, APPARATUS)
    return [(place.anchor, place.label.replace("\u00a0", " "), place.paragraph) for place in found]


def test_a_paragraph_is_counted_in_its_section() -> None:
    assert places("two", "point") == [("b-two", "Section I", "2"), ("b-point", "Summary", "1")]


def test_what_has_a_name_of_its_own_is_called_by_it() -> None:
    assert places("steps", "matter") == [("b-steps", "Figure 1", ""), ("s-matter", "Section I", "")]


def test_a_callout_is_found_by_its_section_and_so_is_what_is_in_it() -> None:
    assert places("note", "note-words") == [("s-matter", "Section I", ""), ("b-note-words", "Section I", "")]


def test_a_section_without_a_title_is_led_to_by_its_first_block() -> None:
    assert places("opening", "opening-words") == [("b-opening-words", "", ""), ("b-opening-words", "", "1")]


def test_a_block_that_the_edition_does_not_have_is_left_out() -> None:
    assert places("gone") == []
    assert places("gone", "one") == [("b-one", "Section I", "1")]
