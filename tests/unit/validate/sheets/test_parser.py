from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2

from report.validate.sheets.parser import read_sheet
from report.validate.sheets.tree import Declaration, Rule
from report.validate.source import Source

SHEETS = sorted((Path(__file__).parents[4] / "styles").rglob("*.css"))


def said(text: str) -> list[tuple[int, str]]:
    return [(one.mark.line, one.message) for one in read_sheet(Source("s.css", text)).findings]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_shipped_sheet_has_the_declarations_that_the_engine_reads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    sheet = read_sheet(Source(path.name, text))
    assert sheet.findings == ()
    assert [one.declaration.name for one in sheet.declarations] == list(names(tinycss2.parse_stylesheet(text)))


def names(nodes: list[tinycss2.ast.Node]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if node.type == "declaration":
            found.append(node.name)
        elif node.type in ("qualified-rule", "at-rule") and node.content is not None:
            found.extend(names(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)))
    return found


def test_a_rule_within_a_page_keeps_its_place() -> None:
    sheet = read_sheet(Source("s.css", "@page {\n  @top-left { content: none; }\n}\n"))
    page = sheet.items[0]
    assert isinstance(page, Rule)
    box = page.items[0]
    assert isinstance(box, Rule)
    assert (page.name, box.name, box.items[0].name, box.at) == ("page", "top-left", "content", 10)
    assert isinstance(box.items[0], Declaration)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("p {\n  color: red\n  margin: 0;\n}\n", 2, "a semicolon is missing before “margin”"),
        ("p { color: red }\n", 1, "no semicolon after the value of “color”"),
        ("p {\n  color red;\n}\n", 2, "no colon after “color”"),
        ("p {\n  color: ;\n}\n", 2, "“color” has no value"),
        ("p {\n  margin: calc(1lh * 2;\n}\n", 2, "“calc(” is not closed"),
        ("p {\n  margin: var(--line));\n}\n", 2, "a “)” too many"),
        ("p {\n  color: red;\nem { margin: 0; }\n", 2, "a closing brace is missing after this"),
        ("@media print {\n  p { margin: 0;\n}\n", 2, "a closing brace is missing after this"),
        ("p {\n  color: red;\n", 2, "a closing brace is missing after this"),
        ("p \n  color: red;\n}\n", 1, "no opening brace after “p”"),
        ("p color: red; }\n", 1, "no opening brace after “p color: red”"),
        ("p {{ color: red; }\n", 1, "an opening brace without a selector"),
        ("p { color: red; }}\n", 1, "a closing brace too many"),
        ("@media print {\n  p { margin: 0; }}\n}\n", 2, "a closing brace too many"),
        ('p { content: "; }\n', 1, "a quotation mark is not closed"),
        ("/* One.\np { margin: 0; }\n", 1, "a comment is not closed"),
        ("/* One.\n   Two.\np { margin: 0; }\n/* Three. */\n", 2, "a comment is not closed"),
        ('@import url("a.css") layer(base)\n@import url("b.css") layer(base);\n', 1, "no semicolon after @import"),
    ],
)
def test_a_slip_is_told_where_it_was_made(text: str, line: int, words: str) -> None:
    assert said(text)[0] == (line, words)


def test_a_slip_is_told_once_and_the_rest_is_read() -> None:
    text = "p {\n  color red;\n  margin: 0\n  padding: 0;\n}\nem { color }\n"
    assert [line for line, _ in said(text)] == [2, 3, 6]
