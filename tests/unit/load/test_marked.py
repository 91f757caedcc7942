"""YAML is read as YAML 1.2's core has it, and what could surprise is refused."""

from __future__ import annotations

import pytest

from report.findings import Finding
from report.load.marked import DEPTH_LIMIT, read_yaml
from report.model.manuscript import MappingNode, ScalarNode


def scalar(written: str) -> ScalarNode:
    node = read_yaml(f"key: {written}\n", "test.yaml").value
    assert isinstance(node, MappingNode)
    value = node.get("key")
    assert isinstance(value, ScalarNode)
    return value


def findings(source: str) -> tuple[Finding, ...]:
    return read_yaml(source, "test.yaml").findings


@pytest.mark.parametrize(
    "written", ["no", "yes", "on", "off", "y", "True", "FALSE", "Null", "2017-03-01", "1:30", "010"]
)
def test_what_only_yaml_1_1_makes_something_of_stays_text(written: str) -> None:
    assert scalar(written).kind == "text"
    assert scalar(written).text == written


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("true", "flag"),
        ("false", "flag"),
        ("2017", "number"),
        ("-1.5", "number"),
        ("1e3", "number"),
        ("", "nothing"),
        ("~", "nothing"),
        ("null", "nothing"),
        ('"true"', "text"),
        ("'2017'", "text"),
        ("0o17", "text"),
        ("0x1F", "text"),
        ("9" * 5000, "number"),
    ],
)
def test_only_these_are_flags_numbers_and_nothing(written: str, kind: str) -> None:
    assert scalar(written).kind == kind


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "LOD-003", "3:1"),
        ("a:\n\t- b\n", "LOD-004", "2:1"),
        ("a: b\tc\n", "LOD-004", "1:5"),
        ("a: &b c\n", "LOD-005", "1:4"),
        ("a: b\nc: *a\n", "LOD-005", "2:4"),
        ("a: !!python/name:os.system x\n", "LOD-005", "1:4"),
        ("<<: {a: b}\n", "LOD-005", "1:1"),
        ("a: b\n---\nc: d\n", "LOD-005", "2:1"),
        ("", "LOD-002", "1:1"),
        ("? [a]\n: b\n", "LOD-002", "1:3"),
        ('a: "x\\ y"\n', "LOD-002", "1:6"),
        ("a: >2\n   b\n", "LOD-002", "1:4"),
        ("a: wharf #4\n", "LOD-013", "1:10"),
        ("a: one\n  two\n", "LOD-014", "2:3"),
    ],
)
def test_what_is_refused(source: str, code: str, place: str) -> None:
    (finding,) = findings(source)
    assert (finding.code, str(finding.mark)) == (code, f"test.yaml:{place}")


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert [finding.code for finding in findings(bomb)] == ["LOD-005"]


def test_depth_is_bounded() -> None:
    (finding,) = findings("a: " + "[" * 100_000)
    assert finding.code == "LOD-006"
    assert findings("a: " + "[" * (DEPTH_LIMIT - 1) + "]" * (DEPTH_LIMIT - 1) + "\n") == ()


def test_the_first_of_two_values_is_kept() -> None:
    node = read_yaml("a: first\na: second\n", "test.yaml").value
    assert isinstance(node, MappingNode)
    assert [entry.value.text for entry in node.entries if isinstance(entry.value, ScalarNode)] == ["first"]


def test_a_comment_on_its_own_line_is_fine() -> None:
    assert findings("# one\na: b\n# two\nc:\n  # three\n  - d\n") == ()
