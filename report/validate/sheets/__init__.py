"""Sheets are well-formed and keep to the house's vocabulary, layers and tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.findings import Checked
from report.model.brief import Design
from report.model.output import SETTINGS, Setting
from report.validate.crossing import Name, Names
from report.validate.sheets.atrules import check_at_rules
from report.validate.sheets.flow import check_flow
from report.validate.sheets.house import check_house
from report.validate.sheets.layers import check_layers, entry_of, imports_of, media_for
from report.validate.sheets.lexer import Token
from report.validate.sheets.named import check_named
from report.validate.sheets.parser import read_sheet
from report.validate.sheets.selectors import attributes_in, attributes_taken, check_selectors, classes_in, selectors_in
from report.validate.sheets.styles import Definition, Styles
from report.validate.sheets.tokens import check_raw_values, check_tokens
from report.validate.sheets.tree import Sheet, words
from report.validate.sheets.values import check_values
from report.validate.source import Source

_RULES = (check_values, check_at_rules, check_selectors, check_flow, check_tokens, check_raw_values, check_named)


def check_sheets(sources: Sequence[Source], design: Design) -> Checked[Names]:
    """Return the classes and attributes that the sheets look for, and every mistake in them."""
    sheets = {source.path: read_sheet(source) for source in sources}
    findings = [finding for sheet in sheets.values() for finding in sheet.findings]
    findings += check_layers(sheets)
    styles = styles_of(sheets)
    for rule in _RULES:
        findings += rule(styles)
    findings += check_house(styles, design)
    return Checked(_names(styles), tuple(findings))


def _names(styles: Styles) -> Names:
    """Return the classes and data attributes that selectors name and values print."""
    classes: list[Name] = []
    data: list[Name] = []
    for sheet in styles.sheets.values():
        taken: list[Token] = []
        for rule in selectors_in(sheet):
            classes += (Name(token.text, sheet.source, token.at) for token in classes_in(rule))
            taken += attributes_in(rule)
        for placed in sheet.declarations:
            taken += attributes_taken(placed.declaration)
        data += (Name(one.text, sheet.source, one.at) for one in taken if one.text.startswith("data-"))
    return Names(tuple(classes), tuple(data))


def styles_of(sheets: Mapping[str, Sheet]) -> Styles:
    """Return all sheets with what they know of each other; one that is not imported counts as its name says."""
    layers: dict[str, str] = {}
    tokens: dict[Setting, dict[str, tuple[Definition, ...]]] = {}
    for medium in SETTINGS:
        entry = sheets.get(entry_of(medium))
        imports = list(imports_of(entry)) if entry else []
        layers |= {one.path: one.layer for one in imports}
        there = [one.path for one in imports if one.path in sheets]
        absent = [path for path in sheets if medium in media_for(path) and path not in there]
        tokens[medium] = _tokens(sheets, (*absent, *there))
    return Styles(sheets, {path: media_for(path) for path in sheets}, layers, tokens)


def _tokens(sheets: Mapping[str, Sheet], paths: Sequence[str]) -> dict[str, tuple[Definition, ...]]:
    """Return the tokens that the sheets of a medium define, in the order in which they are read."""
    found: dict[str, tuple[Definition, ...]] = {}
    for path in paths:
        for placed in sheets[path].declarations:
            name = placed.declaration.name
            if name.startswith("--"):
                selector = " ".join(f"@{rule.name} {words(rule.prelude)}" for rule in placed.rules)
                found[name] = (*found.get(name, ()), Definition(placed.declaration, sheets[path], selector))
    return found
