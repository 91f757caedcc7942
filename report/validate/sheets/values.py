"""Properties and their values: known, and in the form that the vocabulary gives."""

from __future__ import annotations

from collections.abc import Iterator

from report.findings import Finding, nearest
from report.model.output import Medium
from report.validate.sheets import vocabulary as house
from report.validate.sheets.calculation import kind_of_calculation
from report.validate.sheets.components import Component, UnknownToken, Values, unit_of
from report.validate.sheets.grammar import grammar, words_of
from report.validate.sheets.lexer import Token
from report.validate.sheets.matching import HEX, Match, numeric_kind
from report.validate.sheets.styles import Styles, Vocabulary
from report.validate.sheets.tree import Declaration, Placed, Sheet


def check_values(styles: Styles) -> Iterator[Finding]:
    """Yield what is misspelled, unknown or out of place in the declarations of all sheets."""
    checkers = {medium: _Checker(styles, medium) for medium in styles.tokens}
    for sheet in styles.sheets.values():
        known = styles.vocabulary(sheet)
        for placed in sheet.declarations:
            found = list(_unknown_parts(sheet, placed.declaration, known))
            if not found and not placed.declaration.name.startswith("--"):
                found = list(_property(sheet, placed, known))
            if not found:
                media = styles.media_of(sheet)
                found = next((told for medium in media if (told := checkers[medium].check(sheet, placed, known))), [])
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


class _Checker:
    """Holds values against their grammars, with the tokens of one medium; the same value is read once."""

    def __init__(self, styles: Styles, medium: Medium) -> None:
        self._values = Values(styles.tokens[medium])
        self._told: dict[tuple[str, str, bool], tuple[int, str, str] | None] = {}

    def check(self, sheet: Sheet, placed: Placed, known: Vocabulary) -> list[Finding]:
        """Return what is wrong with the value of a declaration."""
        declaration = placed.declaration
        value = declaration.value
        if not value:
            return []
        text = "".join(token.text for token in value)
        key = (declaration.name, text, "hover" in known.pseudo_classes)
        if key not in self._told:
            told = self._check(declaration, known)
            self._told[key] = told and (told[0] - value[0].at, told[1], told[2])
        found = self._told[key]
        return [_finding(sheet, value[0].at + found[0], found[1], found[2])] if found else []

    def _check(self, declaration: Declaration, known: Vocabulary) -> tuple[int, str, str] | None:
        try:
            value = self._values.components(_without_importance(declaration))
        except UnknownToken:
            return None
        wrong = next(_wrong_calculations(value, known), None)
        if wrong or declaration.name.startswith("--"):
            return wrong
        if len(value) == 1 and value[0].text.lower() in house.WIDE:
            return None
        notation = known.properties[declaration.name]
        match = Match(value, known)
        if match.holds(grammar(notation)):
            return None
        return _slip(declaration, value, match.reached, notation)


def _without_importance(declaration: Declaration) -> tuple[Token, ...]:
    """Return a value without ``!important``, which is told by another rule."""
    signs = [number for number, token in enumerate(declaration.value) if token.is_sign("!")]
    return declaration.value[: signs[0]] if signs else declaration.value


def _wrong_calculations(value: tuple[Component, ...], known: Vocabulary) -> Iterator[tuple[int, str, str]]:
    for component in value:
        if component.kind == "function" and component.text in house.CALCULATIONS:
            _, wrong = kind_of_calculation(component, lambda inner: numeric_kind(inner, known.units))
            if wrong:
                yield wrong.component.at, str(wrong), ""
        yield from _wrong_calculations(component.inside, known)


def _slip(declaration: Declaration, value: tuple[Component, ...], reached: int, notation: str) -> tuple[int, str, str]:
    """Return place, words and hint for a value that does not follow its grammar."""
    name, takes = declaration.name, f"it takes {notation}"
    if reached >= len(value):
        return value[-1].at, f"the value of “{name}” is not complete", takes
    slip = value[reached]
    written = f"{slip.text}()" if slip.kind == "function" else slip.text
    origin = f" (from {slip.token})" if slip.token else ""
    is_misspelt = slip.kind in ("word", "function") and not slip.token and written not in words_of(notation)
    hint = nearest(written, words_of(notation)) if is_misspelt else ""
    return slip.at, f"“{name}” does not take “{written}”{origin} here", hint or takes


def _finding(sheet: Sheet, offset: int, message: str, hint: str = "") -> Finding:
    return Finding("STY-002", sheet.source.mark(offset), message, hint)
