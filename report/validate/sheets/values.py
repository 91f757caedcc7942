"""Properties and their values: known, and in the form that the vocabulary gives."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding, nearest
from report.validate.sheets import vocabulary as house
from report.validate.sheets.checking import Checker
from report.validate.sheets.components import unit_of
from report.validate.sheets.matching import HEX
from report.validate.sheets.refused import Refused
from report.validate.sheets.styles import Styles, Vocabulary
from report.validate.sheets.tree import Declaration, Placed, Sheet


def check_values(styles: Styles) -> Iterator[Finding]:
    """Yield what is misspelled, unknown or out of place in the declarations of all sheets."""
    checkers = {medium: Checker(styles, tokens) for medium, tokens in styles.tokens.items()}
    refused = {medium: Refused(styles, medium, checker) for medium, checker in checkers.items()}
    yield from dict.fromkeys(finding for one in refused.values() for finding in one.findings)
    for sheet in styles.sheets.values():
        known = styles.vocabulary(sheet)
        for placed in sheet.declarations:
            found = list(_unknown_parts(sheet, placed.declaration, known))
            if not found and not placed.declaration.name.startswith("--"):
                found = list(_property(sheet, placed, known))
            if not found:
                media = [one for one in styles.media_of(sheet) if not refused[one].explains(placed.declaration)]
                told = next(filter(None, (checkers[one].told(sheet, placed.declaration) for one in media)), None)
                at = placed.declaration.value[0].at + told.offset if told else 0
                found = [_finding(sheet, at, told.message, told.hint)] if told else []
            yield from found


def _unknown_parts(sheet: Sheet, declaration: Declaration, known: Vocabulary) -> Iterator[Finding]:
    """Units, functions and colours are known wherever they stand."""
    for token in declaration.value:
        if token.kind == "number":
            unit = unit_of(token.text)
            if unit and unit not in known.units:
                hint = nearest(unit, known.units) or house.TO_ADD
                yield _finding(sheet, token.at, f"no unit is called “{unit}”", hint)
        elif token.kind == "function" and token.text[:-1].lower() not in known.functions:
            name = token.text[:-1]
            hint = nearest(name, known.functions) or house.TO_ADD
            yield _finding(sheet, token.at, f"no function is called “{name}()”", hint)
        elif token.kind == "hash" and not HEX.fullmatch(token.text):
            yield _finding(sheet, token.at, f"“{token.text}” is no colour", "write # and three or six digits 0–9, a–f")


def _property(sheet: Sheet, placed: Placed, known: Vocabulary) -> Iterator[Finding]:
    name = placed.declaration.name
    if name not in known.properties:
        hint = nearest(name, known.properties) or house.TO_ADD
        if name in house.SCREEN:
            hint = "the engine does not know it: it belongs in a .screen.css sheet"
        yield _finding(sheet, placed.declaration.at, f"no property is called “{name}”", hint)
    elif name in house.DESCRIPTORS and placed.at_rule != "page":
        yield _finding(sheet, placed.declaration.at, f"“{name}” belongs in @page")


def _finding(sheet: Sheet, offset: int, message: str, hint: str = "") -> Finding:
    return Finding("STY-002", sheet.source.mark(offset), message, hint)
