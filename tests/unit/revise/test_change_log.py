"""The editors' list of changes: Markdown that can be read as it is."""

from __future__ import annotations

from dataclasses import replace

from report.model.apparatus import Apparatus
from report.model.blocks import Paragraph
from report.model.redline import Printing
from report.model.text import Direction, Emphasis, Foreign
from report.revise import redline
from report.revise.change_log import change_log
from tests.support.editions import MARK, edition, paragraph, section, words


def test_changes_stand_under_their_sections_with_their_numbers_and_places() -> None:
    said = _log(paragraph("p", "on 3 May 2014"), paragraph("p", "on 4 May 2014"))
    assert "## Opening" in said
    assert "1. Replaced, paragraph (content/tiny/brief.yaml:3:5)\n\n   ~~3 May 2014~~ **4 May 2014**" in said


def test_what_the_text_says_is_no_markup() -> None:
    said = _log(paragraph("p", "a b"), paragraph("p", "a b **x** <i>y</i> ~~z~~ [t](u) `v` # w"))
    assert "\\*\\*x\\*\\* \\<i\\>y\\</i\\> \\~\\~z\\~\\~ \\[t\\](u) \\`v\\` \\# w" in said


def test_emphasis_is_said_with_the_words() -> None:
    said = _log(paragraph("p", "the nexus"), paragraph("p", "the ", Emphasis(words("nexus"), MARK)))
    assert "“nexus” is now “*nexus*”" in said


def test_the_same_changes_give_the_same_bytes() -> None:
    before, after = paragraph("p", "one two"), paragraph("p", "one three")
    assert _log(before, after) == _log(before, after)


def test_words_that_are_read_from_the_right_are_set_apart_so_that_their_stops_stay_at_their_ends() -> None:
    said = _log(paragraph("p", "سه کشندسنج دارد."), paragraph("p", "چهار کشندسنج دارند."), "rtl")
    assert "~~\u2067سه کشندسنج دارد\u2069~~ **\u2067چهار کشندسنج دارند\u2069**" in said
    assert said.startswith("# \u2067A tiny brief\u2069: 1.0 to 1.0\n")
    assert "## \u2067Opening\u2069\n" in said


def test_words_of_another_language_run_their_own_way_among_those_read_from_the_right() -> None:
    foreign = Foreign(words("Letters, 2022."), "en-GB", "ltr", MARK)
    said = _log(paragraph("p", "متن"), paragraph("p", "متن و ", foreign), "rtl")
    assert "**\u2067و \u2066Letters, 2022.\u2069\u2069**" in said
    assert "**و Letters, 2022.**" not in said


def _log(before: Paragraph, after: Paragraph, direction: Direction = "ltr") -> str:
    editions = (replace(edition(section("s", "Opening", one)), direction=direction) for one in (before, after))
    printings = (Printing(one, Apparatus({}, (), {}, {})) for one in editions)
    return change_log(redline(*printings)).decode("utf-8")
