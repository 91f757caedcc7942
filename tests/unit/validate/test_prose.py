"""Each rule of prose finds its slip, and leaves alone what only looks like one."""

from __future__ import annotations

import pytest

from report.codes import RULES
from report.findings import Mark
from report.locales import Shelf
from report.model.manuscript import ScalarNode, Stretch
from report.validate.kinds import Prose
from report.validate.locator_forms import locator_forms
from report.validate.markdown import read_prose
from report.validate.prose import PROSE_RULES, check_prose
from report.validate.strands import plain_strand

FORMS = locator_forms(Shelf.of(None))

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


# In other languages: the language, and what is sound or not in it.
SLIPS_ELSEWHERE = [
    ("de", "PRO-007", 'Er sagt "so".', 9),
    ("de", "PRO-010", "Er sagt „ so“.", 10),
    ("de", "PRO-010", "Er sagt „so “.", 12),
    ("de", "PRO-015", "Er sagt „so.", 9),
    ("de", "PRO-015", "Er sagt “so„.", 9),
    ("de", "PRO-014", "er sagt es.", 1),
    ("ru", "PRO-014", "он так сказал.", 1),
    ("ru", "PRO-015", "Он сказал «так.", 11),
    ("ru", "PRO-011", "Он сказал.Потом ушел.", 10),
    ("ru", "PRO-013", "Он - да.", 4),
    ("fa", "PRO-014", "او آمد", 6),
    ("fa", "PRO-015", "او گفت «آری.", 8),
    ("fa", "PRO-010", "او آمد ؟", 7),
    ("fa", "PRO-011", "او آمد،رفت.", 7),
    ("fa", "PRO-009", "این خانه خانه است.", 5),
]
SOUND_ELSEWHERE = [
    ("de", "„Sie, die die Lage kennt, nennt das ‚so‘“, sagte er; z. B. am 14. Juli 2015 (s. u.)."),
    ("de", "Ärger gibt es seit 2009–2013; „Wachsame Partnerschaft“ heißt er."),
    ("ru", "«Он сказал „так“», — ответила она."),
    ("ru", "Это — «да»; то — «нет» (и т. д.)."),
    ("fa", "آیا او «آری» گفت؟"),
    ("fa", "او می‌رود؛ ما، که ‹خسته›ایم، می‌مانیم."),
]


def findings(source: str, language: str = "en-GB") -> list[tuple[str, int]]:
    node = ScalarNode(source, "text", Mark("a.yaml"), (Stretch(0, 1, 1),))
    strands = read_prose(node, Prose(notes=True, running=True), FORMS).strands
    return [(finding.code, finding.mark.column) for finding in check_prose(strands, Shelf.of(None), language)]


@pytest.mark.parametrize(("code", "source", "column"), SLIPS)
def test_a_slip_is_found_at_its_place(code: str, source: str, column: int) -> None:
    assert (code, column) in findings(source)


@pytest.mark.parametrize("source", SOUND)
def test_sound_prose_is_left_alone(source: str) -> None:
    assert findings(source) == []


@pytest.mark.parametrize(("language", "code", "source", "column"), SLIPS_ELSEWHERE)
def test_a_slip_is_found_by_the_rules_of_its_language(language: str, code: str, source: str, column: int) -> None:
    assert (code, column) in findings(source, language)


@pytest.mark.parametrize(("language", "source"), SOUND_ELSEWHERE)
def test_what_is_sound_in_a_language_is_left_alone(language: str, source: str) -> None:
    assert findings(source, language) == []


def test_every_rule_has_a_slip_here_and_a_line_in_the_table() -> None:
    assert {code for code, _, _ in SLIPS} == set(PROSE_RULES)
    assert set(PROSE_RULES) <= set(RULES)


def test_ranges_in_plain_texts_may_be_numbers_of_something() -> None:
    node = ScalarNode("ISSN 0000-0000", "text", Mark("a.yaml"), (Stretch(0, 1, 1),))
    assert list(check_prose([plain_strand(node)], Shelf.of(None), "en-GB")) == []
