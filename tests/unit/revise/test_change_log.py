"""The editors' list of changes: Markdown that can be read as it is."""

from __future__ import annotations

from report.model.apparatus import Apparatus
from report.model.blocks import Paragraph
from report.model.redline import Printing
from report.model.text import Emphasis
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


def _log(before: Paragraph, after: Paragraph) -> str:
    printings = (Printing(edition(section("s", "Opening", one)), Apparatus({}, (), {}, {})) for one in (before, after))
    return change_log(redline(*printings)).decode("utf-8")
