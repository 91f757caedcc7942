"""Every character of a scalar is found again at its own line and column, in every style of YAML."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report.load.marked import read_yaml
from report.model.manuscript import MappingNode, ScalarNode

WORDS = st.text("abcxyzäé’“”*[]^@ß𝄞", min_size=1, max_size=6)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3)


def scalar(source: str) -> ScalarNode:
    read = read_yaml(source, "test.yaml")
    assert read.findings == ()
    assert isinstance(read.value, MappingNode)
    node = read.value.get("key")
    assert isinstance(node, ScalarNode)
    return node


def assert_every_character_is_found(source: str) -> None:
    node, lines = scalar(source), source.split("\n")
    for offset, character in enumerate(node.text):
        mark = node.at(offset)
        line = lines[mark.line - 1]
        there = line[mark.column - 1] if mark.column <= len(line) else "\n"
        assert there == character or (there == "\n" and character == " "), (offset, mark)


@given(PARAGRAPHS, st.sampled_from([">-", ">", ">+", "|-", "|", "|+"]), st.integers(1, 4))
def test_in_block_scalars(paragraphs: list[list[str]], sign: str, indent: int) -> None:
    text = "\n\n".join("\n".join(" " * indent + line for line in lines) for lines in paragraphs)
    assert_every_character_is_found(f"before: x\nkey: {sign}\n{text}\nafter: x\n")


@given(PARAGRAPHS, st.integers(1, 4))
def test_in_folded_scalars_with_lines_moved_further_in(paragraphs: list[list[str]], deeper: int) -> None:
    text = "\n".join(
        "  " + " " * (deeper * (number % 2)) + line for lines in paragraphs for number, line in enumerate(lines)
    )
    assert_every_character_is_found(f"key: >-\n{text}\n")


@given(PARAGRAPHS)
def test_in_single_quotes(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join("\n".join(f"  {line.replace('x', chr(39) * 2)}" for line in lines) for lines in paragraphs)
    assert_every_character_is_found(f"key: '{text.lstrip()}'\n")


@given(PARAGRAPHS)
def test_in_double_quotes(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join("\n".join(f"  {line}" for line in lines) for lines in paragraphs)
    assert_every_character_is_found(f'key: "{text.lstrip()}"\n')


def test_behind_escaped_quotes() -> None:
    node = scalar('key: "a \\"b\\" \\\\ c"\n')
    assert node.text == 'a "b" \\ c'
    assert [node.at(node.text.index(letter)).column for letter in "abc"] == [7, 11, 18]


@given(st.lists(WORDS.filter(lambda word: word[0].isalpha()), min_size=1, max_size=6).map(" ".join))
def test_in_plain_scalars(line: str) -> None:
    assert_every_character_is_found(f"before: x\nkey: {line}\n")


def test_the_end_of_a_scalar_is_its_last_character() -> None:
    assert scalar("key: >-\n  one\n  two\n\nafter: x\n").end.line == 3
