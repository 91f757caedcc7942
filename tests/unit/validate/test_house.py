"""How the house cites: parts of the bibliography that are sound, and what is said of those that are not."""

from __future__ import annotations

import pytest

from report.findings import Finding
from report.load.marked import read_yaml
from report.locales import Shelf
from report.model.brief import CitationRules
from report.validate.house import read_house
from report.validate.kinds import Record
from report.validate.reader import Reader
from report.validate.shapes import CITATIONS, HOUSE
from report.validate.sheets import check_sheets
from report.validate.source import Source

_FIRST_LINE_OF_PARTS = 14
_HOUSE = """\
publisher: Example Institute
department: Policy Desk
address: [1 Example Street, Exampleton]
contact: desk@example.org
series: Policy Brief
series-number: ISSN 0000-0000
licence: {name: CC BY 4.0, address: "https://creativecommons.org/licenses/by/4.0/", holder: the authors}
imprint: Published by nobody in particular.
design:
  faces: {text: Spectral, display: Fira Sans}
citations:
  ibid: false
  bibliography:
"""


def test_parts_are_read_in_order() -> None:
    rules, findings = _read(["{part: official-documents, types: [treaty], keywords: [official]}", "{part: sources}"])
    assert findings == []
    assert [part.id for part in rules.parts] == ["official-documents", "sources"]
    assert rules.parts[0].types == {"treaty"}
    assert rules.parts[0].keywords == {"official"}


@pytest.mark.parametrize(
    ("parts", "line", "code", "said"),
    [
        (
            ["{part: sources, types: [online]}", "{part: sources}"],
            2,
            "STR-013",
            "two parts of the bibliography are called",
        ),
        (["{part: press, types: [article]}"], 1, "STR-013", "no part of the bibliography takes the rest"),
        (["{part: press}", "{part: sources}"], 2, "STR-013", "the parts “press” and “sources” both take the rest"),
        (["{part: quay}"], 1, "STR-002", "the part “quay” has no title"),
        (["{part: quay, title: ''}"], 1, "STR-008", "“title” is empty"),
        (["{part: accessed}"], 1, "STR-002", "the part “accessed” has no title"),
        (["{part: note}"], 1, "STR-002", "the part “note” has no title"),
        (["{part: press, types: [pamphlet]}", "{part: sources}"], 1, "STR-007", "“pamphlet” is no type of entry"),
        (["{part: press, types: []}", "{part: sources}"], 1, "STR-008", "“types” is empty"),
        (["{part: press, tpyes: [online]}", "{part: sources}"], 1, "STR-001", "“tpyes” is no key of a part of the bib"),
        (["press", "{part: sources}"], 1, "STR-003", "a part of the bibliography is a mapping of keys"),
    ],
)
def test_of_unsound_parts_one_mistake_is_said_and_citing_goes_on_without_them(
    parts: list[str], line: int, code: str, said: str
) -> None:
    rules, findings = _read(parts)
    (finding,) = findings
    assert (finding.code, finding.mark.line - _FIRST_LINE_OF_PARTS + 1) == (code, line)
    assert said in finding.message
    assert rules.parts == ()
    assert rules.ibid is False


@pytest.mark.parametrize(
    ("record", "written", "said"),
    [
        (CITATIONS, "[a]", "“citations” is a mapping of keys, here stands a list"),
        (CITATIONS, "stlye: x", "“stlye” is no key of “citations”"),
        (HOUSE, "[a]", "a house is a mapping of keys, here stands a list"),
        (Record("author", "", ()), "[a]", "an author is a mapping of keys, here stands a list"),
        (Record("item-2", "", ()), "x: y", "“x” is no key of an item of a list"),
    ],
)
def test_messages_call_a_record_as_an_editor_would(record: Record, written: str, said: str) -> None:
    node = read_yaml(written, "house.yaml").value
    assert node is not None
    reader = Reader(Shelf.of(None))
    reader.record(node, record, node.mark)
    assert said in [finding.message for finding in reader.slate.findings]


@pytest.mark.parametrize(
    ("value", "is_sound"),
    [
        *(
            (value, True)
            for value in ("device-cmyk(0 .8 0.95 1)", "device-cmyk(10%, 0%, 4.5%, 100%)", "var(--ink-cmyk)")
        ),
        *((f"device-cmyk({inks})", False) for inks in ("2 0 0", "0 0 0 1.5", "0 0 0 -1", "0 0 0 200%", "nan 0 0 1")),
        *((value, False) for value in ("#ffffff", "rgb(0 0 0)", "device-cmyk(0 0 0 1 / .5)")),
    ],
)
def test_a_partner_is_a_mixture_of_four_inks(value: str, is_sound: bool) -> None:
    tokens = f"  tokens: {{tint: '#eeeeee', tint-cmyk: '{value}'}}\n"
    printer = "press: {profile: /x.icc, condition: FOGRA39}\n"
    reader = Reader(Shelf.of(None))
    written = _HOUSE.partition("citations:")[0] + tokens + printer
    read_house(reader, read_yaml(written, "content/house.yaml").value)
    said = [finding.message for finding in reader.slate.findings if finding.code == "PRS-007"]
    assert said == ([] if is_sound else [f"the partner “tint-cmyk” is no mixture of four inks: “{value}”"])


@pytest.mark.parametrize(
    ("design", "code", "line"),
    [
        ("{faces: {text: Spectral, display: Fira Sans}, tokens: {leading: 3, inkk: black}}", "STR-003", 9),
        ("{faces: {text: Spectral, display: 7}, tokens: {inkk: black}}", "STR-003", 9),
        ("{faces: {text: Spectral}, tokens: {inkk: black}}", "STR-002", 9),
        ("{faces: Spectral, tokens: {inkk: black}}", "STR-003", 9),
        ("{tokens: {inkk: black}}", "STR-002", 9),
    ],
)
def test_what_is_unsound_in_a_design_hides_nothing_else_of_it(design: str, code: str, line: int) -> None:
    reader = Reader(Shelf.of(None))
    written = f"{_HOUSE.partition('design:')[0]}design: {design}\n"
    read = read_house(reader, read_yaml(written, "content/house.yaml").value).design
    assert [(one.code, one.mark.line) for one in reader.slate.findings] == [(code, line)]
    sheets = check_sheets((Source("styles/tokens/all.css", ":root { --ink: #000; --leading: 1; }"),), read)
    said = [one.message for one in sheets.findings if one.mark.path == "content/house.yaml"]
    assert said == ["no sheet has the token “inkk”"]


def test_a_colour_whose_partner_is_unsound_is_not_told_to_have_none() -> None:
    reader = Reader(Shelf.of(None))
    tokens = "  tokens: {tint: '#eeeeee', tint-cmyk: 0}\n"
    printer = "press: {profile: /x.icc, condition: FOGRA39}\n"
    written = _HOUSE.partition("citations:")[0] + tokens + printer
    read_house(reader, read_yaml(written, "content/house.yaml").value)
    assert [one.code for one in reader.slate.findings] == ["STR-003"]


def test_a_printer_knows_where_its_profile_and_its_condition_are_named() -> None:
    reader = Reader(Shelf.of(None))
    written = _HOUSE.partition("citations:")[0] + "press:\n  condition: FOGRA39\n  paper: 0.2\n  profile: /x.icc\n"
    press = read_house(reader, read_yaml(written, "content/house.yaml").value).press
    assert press
    assert (press.condition_mark.line, press.profile_mark.line) == (12, 14)


def _read(parts: list[str]) -> tuple[CitationRules, list[Finding]]:
    reader = Reader(Shelf.of(None))
    written = _HOUSE + "".join(f"    - {part}\n" for part in parts)
    return read_house(reader, read_yaml(written, "content/house.yaml").value).citations, reader.slate.findings
