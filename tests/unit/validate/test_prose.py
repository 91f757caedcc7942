"""Each rule of prose finds its slip, and leaves alone what only looks like one."""

from __future__ import annotations

import pytest

from report.codes import RULES
from report.findings import Mark
from report.model.manuscript import ScalarNode, Stretch
from report.validate.kinds import Prose
from report.validate.markdown import read_prose
from report.validate.prose import PROSE_RULES, check_prose
from report.validate.strands import plain_strand

SLIPS = [
    ("PRO-007", 'Say "so".', 5),
    ("PRO-007", "It's so.", 3),
    ("PRO-008", "One  two.", 4),
    ("PRO-009", "It is is so.", 4),
    ("PRO-009", "It *is* is so.", 5),
    ("PRO-010", "One , two.", 4),
    ("PRO-010", "One ( two).", 6),
    ("PRO-011", "It ends.Then more.", 8),
    ("PRO-011", "One,two.", 4),
    ("PRO-011", "It ends.^[So.]Then more.", 9),
    ("PRO-011", "One(two) three.", 4),
    ("PRO-012", "In 2012-2017.", 8),
    ("PRO-013", "One - two.", 5),
    ("PRO-013", "One -- two.", 5),
    ("PRO-013", "One...", 4),
    ("PRO-013", "A 3 x 4 grid.", 4),
    ("PRO-014", "one ends.", 1),
    ("PRO-014", "One ends", 8),
    ("PRO-014", "One.^[Two]", 9),
    ("PRO-015", "One (two.", 5),
    ("PRO-015", "One two”.", 8),
    ("PRO-016", "One ^[Two.]", 5),
    ("PRO-016", "One^[Two.], three.", 4),
    ("PRO-017", "One tw\u043e.", 6),
]
SOUND = [
    "“One,” she said; ‘two’ is the dogs’ and nobody’s.",
    "Write to www.example.org or desk@example.org, e.g. at 10.30, i.e. early.",
    "He had had that that we knew.",
    "The U.S. and p.m. are fine (so are 2012–2017, mid-1993 and ISO 2014-05-23).",
    "Item(s) a) and b) are listed.",
    "[Oui, oui !]{lang=fr} is French.",
    "See [#one] and [#two].^[So says [@key].]",
    "*The Book*, which is good.[@a] And more.",
    "10 per cent of them…",
    "What then?",
    "As follows:",
]


def findings(source: str) -> list[tuple[str, int]]:
    node = ScalarNode(source, "text", Mark("a.yaml"), (Stretch(0, 1, 1),))
    strands = read_prose(node, Prose(notes=True, running=True)).strands
    return [(finding.code, finding.mark.column) for finding in check_prose(strands)]


@pytest.mark.parametrize(("code", "source", "column"), SLIPS)
def test_a_slip_is_found_at_its_place(code: str, source: str, column: int) -> None:
    assert (code, column) in findings(source)


@pytest.mark.parametrize("source", SOUND)
def test_sound_prose_is_left_alone(source: str) -> None:
    assert findings(source) == []


def test_every_rule_has_a_slip_here_and_a_line_in_the_table() -> None:
    assert {code for code, _, _ in SLIPS} == set(PROSE_RULES)
    assert set(PROSE_RULES) <= set(RULES)


def test_ranges_in_plain_texts_may_be_numbers_of_something() -> None:
    node = ScalarNode("ISSN 0000-0000", "text", Mark("a.yaml"), (Stretch(0, 1, 1),))
    assert list(check_prose([plain_strand(node)])) == []
