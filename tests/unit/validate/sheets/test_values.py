from __future__ import annotations

import pytest

from report.findings import Mark
from report.model.brief import Design
from report.validate.sheets import check_sheets
from report.validate.source import Source

ENTRY = '@layer tokens, base;\n@import url("tokens.css") layer(tokens);\n@import url("base.css") layer(base);\n'
TOKENS = """\
:root {
  --line: 13pt;
  --ink: #18211f;
  --folio-style: decimal;
  --face: "Spectral";
  --half: calc(var(--line) / 2);
}
"""


def said(rule: str, **tokens: str) -> list[tuple[str, str, str]]:
    sources = [
        Source("styles/paged.css", ENTRY),
        Source("styles/screen.css", ENTRY),
        Source("styles/tokens.css", TOKENS),
        Source("styles/base.css", rule),
    ]
    found = check_sheets(sources, Design({}, tokens, Mark("content/house.yaml"))).findings
    return [(one.code, one.message, one.hint) for one in found if one.code != "STY-010"]


def value_said(declaration: str) -> list[tuple[str, str]]:
    return [(message, hint) for _, message, hint in said(f"p {{ {declaration}; }}\n")]


def test_a_token_that_nothing_can_take_is_told_where_it_is_given() -> None:
    tokens = ":root { --line: 13; --ink: #18211f; --size: 8; }\n@media print { :root { --ink: red ink; } }\n"
    sources = [
        Source("styles/paged.css", ENTRY),
        Source("styles/screen.css", ENTRY),
        Source("styles/tokens.css", tokens),
        Source("styles/base.css", "p { line-height: var(--line); color: var(--ink); font-size: var(--size); }\n"),
    ]
    found = check_sheets(sources, Design({}, {}, Mark("content/house.yaml"))).findings
    assert sorted((str(one.mark), one.message) for one in found) == [
        ("styles/tokens.css:1:45", "“font-size” does not take “8” (from --size) here"),
        ("styles/tokens.css:2:31", "“color” does not take “ink” (from --ink) here"),
    ]


@pytest.mark.parametrize(
    "declaration",
    [
        "display: grid",
        "margin-block: var(--half) 0",
        "margin-block-end: calc(var(--line) * 2 - 1pt)",
        "border-block-start: .4pt solid var(--ink)",
        "border-block-start: solid var(--ink)",
        "font-variant-numeric: lining-nums tabular-nums",
        "font-variant-numeric: tabular-nums lining-nums",
        "font-family: var(--face), Georgia, serif",
        "line-height: 0",
        "line-height: var(--line)",
        'content: counter(page, var(--folio-style)) " " attr(title)',
        "columns: 2 10em",
        "hyphenate-limit-chars: 6 3 3",
        "grid-template-columns: 1fr minmax(0, 3fr)",
        "flex: 1 1 0",
        "flex: 10em",
        "color: inherit",
    ],
)
def test_a_sound_value_is_taken(declaration: str) -> None:
    assert value_said(declaration) == []


@pytest.mark.parametrize(
    ("declaration", "words", "hint"),
    [
        ("display: gird", "“display” does not take “gird” here", "did you mean “grid”?"),
        ("colour: inherit", "no property is called “colour”", "did you mean “color”?"),
        ("margin-block: 1lh 2rme", "no unit is called “rme”", "did you mean “rem”?"),
        ("margin-block: vra(--line)", "no function is called “vra()”", "did you mean “var”?"),
        ("font-style: italic italic", "“font-style” does not take “italic” here", "it takes normal | italic | oblique"),
        ("color: var(--line)", "“color” does not take “13pt” (from --line) here", "it takes <color>"),
        ("content: counter(page, decimla)", "“content” does not take “counter()” here", ""),
        ("font-weight: 40000", "“font-weight” does not take “40000” here", ""),
        ("margin-block: calc(1lh+2lh)", "", ""),
        ("margin-block: calc(1lh * 2lh)", "one of two factors is a number", ""),
        ("margin-block: calc(1lh + 2)", "a length and a number cannot be added or compared", ""),
        ("text-wrap: balance", "no property is called “text-wrap”", "the engine does not know it"),
        ("flex: 0 0 2", "“flex” does not take “2” here", ""),
        ("size: 10em", "“size” belongs in @page", ""),
    ],
)
def test_a_slip_in_a_value_is_told(declaration: str, words: str, hint: str) -> None:
    (message, advice), *_ = value_said(declaration)
    assert words in message
    assert hint in advice


def test_a_property_and_a_token_are_set_once() -> None:
    assert said("p { color: inherit; color: inherit; }\n")[0][0] == "STY-009"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("paragraph { margin: 0; }\n", "no element is called “paragraph”"),
        ("p:frist-child { margin: 0; }\n", "no pseudo-class is called “frist-child”"),
        ("p::befor { margin: 0; }\n", "no pseudo-element is called “befor”"),
        ("p:lang { margin: 0; }\n", "“:lang” is written with brackets"),
        ("h1 h2 { margin: 0; }\n", "<h2> never stands within <h1>"),
        ("#summary { margin: 0; }\n", "a sheet names parts by class, not by id: “#summary”"),
        ("@page :lefft { margin: 0; }\n", "no page is called “:lefft”"),
        ("@page { @topp-left { content: none; } }\n", "no margin box is called “@topp-left”"),
        ("@media (widht >= 40rem) { p { margin: 0; } }\n", "no medium or feature is called “widht”"),
        ("@font-face { src: none; }\n", "@font-face stands in no sheet"),
    ],
)
def test_a_slip_in_the_head_of_a_rule_is_told(rule: str, words: str) -> None:
    assert words in [message for _, message, _ in said(rule)]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("inc", "#000", "no sheet has the token “inc”"),
        ("ink", "13pt", "is a length, where the sheets have a colour"),
        ("line", "13pt; color: red", "holds “;”: a token is one value"),
        ("line", "url(x)", "holds an address"),
        ("line", "calc(1pt", "is not complete"),
        ("line", "13tp", "has the unknown unit “tp”"),
    ],
)
def test_a_token_of_the_house_is_known_and_of_its_kind(name: str, value: str, words: str) -> None:
    (_, message, _), *_ = said("p { margin: 0; }\n", **{name: value})
    assert words in message


def test_the_house_may_change_a_token() -> None:
    assert said("p { margin: 0; }\n", ink="#000", line="14pt", half="calc(var(--line) / 3)") == []
