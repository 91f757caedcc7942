"""The common slips of YAML are reported at their own line, in words that say what to do."""

from __future__ import annotations

import pytest

from report.load.marked import read_yaml

SECTION = """\
id: matter
title: The matter
blocks:
  - id: one
    paragraph: >-
      Words of the first
      paragraph, folded.
  - id: two
    callout: A box
    blocks:
      - id: three
        paragraph: More words.
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("The matter", "The matter: again", 2, "a colon stands in a text without quotes"),
        ("title: The", "title:The", 2, "a space is missing after “title:”"),
        ("title: The", "title The", 2, "neither “key: value” nor “- item”"),
        ("blocks:\n  - id: one", "blocks\n  - id: one", 3, "a colon is missing after “blocks”"),
        ("The matter", '"The matter', 2, "a quoted text is opened here and not closed"),
        ("The matter", "'The's matter'", 2, "text stands after the closing quote"),
        ("The matter", "[The] matter", 2, "a text that begins with a bracket needs quotes"),
        ("The matter", "[The matter", 2, "“[” is opened here and not closed"),
        ("The matter", "@matter", 2, "a text cannot begin with @"),
        ("The matter", "*The* matter", 2, "a text cannot begin with *"),
        ("- id: two", "-id: two", 8, "a space is missing after the dash"),
        ("    paragraph: >-", "   paragraph: >-", 5, "the indentation fits no line above"),
        ("    callout", "      callout", 9, "a key stands where none can"),
        ("      paragraph, folded", "    paragraph, folded", 7, "neither “key: value” nor “- item”"),
        ("paragraph: >-\n      Words", "paragraph: >- Words", 5, "text stands in the line of “>-”"),
        ("  - id: one\n", "", 4, "the list begins here without a dash"),
        ("paragraph: >-", "paragraph:>-", 5, "a space is missing after “paragraph:”"),
    ],
)
def test_a_slip_is_found_where_it_is(right: str, wrong: str, line: int, words: str) -> None:
    broken = SECTION.replace(right, wrong, 1)
    assert broken != SECTION
    (finding,) = read_yaml(broken, "matter.yaml").findings
    assert (finding.code, finding.mark.line) == ("LOD-002", line)
    assert words in finding.message
    assert finding.hint
